// @ts-check
// The box to write in, and what can be pressed anywhere on the page.

import { start } from './live.js'
import { showOlder } from './older.js'
import { find, goTo, wordsOf } from './log.js'
import { press, releaseChoices, sendFile, sendText } from './send.js'

const form = /** @type {HTMLFormElement} */ (document.querySelector('#compose'))
const box = /** @type {HTMLTextAreaElement} */ (form.querySelector('#text'))
const picker = /** @type {HTMLInputElement} */ (form.querySelector('#file'))
const replying = /** @type {HTMLElement} */ (form.querySelector('.replying'))

/** @type {string | undefined} */
let replyTo

/** @param {string | undefined} key */
const setReply = (key) => {
  replyTo = key
  replying.hidden = key === undefined
  const quoted = replying.querySelector('span')
  if (quoted !== null) quoted.textContent = key === undefined ? '' : wordsOf(find(key))
  box.focus()
}

const takeReply = () => {
  const key = replyTo
  if (key !== undefined) setReply(undefined)
  return key
}

const submit = () => {
  const text = box.value.trim()
  if (text === '') return
  sendText(text, takeReply())
  box.value = ''
  fitBox()
}

/** The box grows with what is written, up to a limit set in the style sheet. */
const fitBox = () => {
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight}px`
}

/** @param {Iterable<File>} files */
const sendFiles = (files) => {
  const key = takeReply()
  for (const file of files) sendFile(file, key)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  submit()
  box.focus()
})

box.addEventListener('input', fitBox)

box.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && replyTo !== undefined) setReply(undefined)
  // While a Vietnamese input method is still composing a word, Enter belongs to it. 229 is what older browsers say.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  submit()
})

box.addEventListener('paste', (event) => {
  const files = event.clipboardData?.files
  if (files === undefined || files.length === 0) return
  event.preventDefault()
  sendFiles(files)
})

picker.addEventListener('change', () => {
  sendFiles(picker.files ?? [])
  picker.value = ''
})

/** What can be pressed, by what it looks like; the first that fits. @type {[string, (element: HTMLElement, event: Event) => void][]} */
const presses = [
  ['[data-command]', (element) => sendText(element.dataset.command ?? '', undefined)],
  ['.choice', (element) => void press(element)],
  ['.reply', (element) => setReply(/** @type {HTMLElement | null} */ (element.closest('.message'))?.dataset.key)],
  ['.replying button', () => setReply(undefined)],
  ['.older', (element) => void showOlder(/** @type {HTMLButtonElement} */ (element))],
  ['.attach', () => picker.click()],
  [
    '.quote',
    (element, event) => {
      event.preventDefault()
      goTo(element.dataset.quotes ?? '')
    },
  ],
]

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return
  for (const [selector, act] of presses) {
    const element = event.target.closest(selector)
    if (element instanceof HTMLElement) {
      act(element, event)
      return
    }
  }
})

/** Files can be dropped anywhere; the box shows that they will be taken. */
let drags = 0
/** @param {number} change */
const countDrags = (change) => {
  drags = Math.max(0, drags + change)
  document.body.classList.toggle('dropping', drags > 0)
}
document.addEventListener('dragenter', () => countDrags(1))
document.addEventListener('dragleave', () => countDrags(-1))
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  countDrags(-drags)
  sendFiles(event.dataTransfer?.files ?? [])
})

start(releaseChoices)
