// @ts-check
// Sending: words, presses and files. Each carries an id made here, so that sending again never says it twice.

import { append, awaitAnswer, find, saidSoFar, showOwn, wordsOf } from './log.js'

const words = /** @type {HTMLElement} */ (document.querySelector('#words')).dataset
const limitBytes = 50 * 1024 * 1024

/** crypto.randomUUID exists only under https; offices also use plain addresses in their own network. */
const createId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** @param {string} name @returns {HTMLElement} */
const fromPattern = (name) => {
  const pattern = /** @type {HTMLTemplateElement} */ (document.querySelector(`#${name}-pattern`))
  return /** @type {HTMLElement} */ (
    /** @type {DocumentFragment} */ (pattern.content.cloneNode(true)).firstElementChild
  )
}

/** What came back, or why nothing did. @typedef {{ok: boolean, final: boolean, key?: string, html?: string, error?: string}} Answer */

/** @param {string} path @param {object} body @returns {Promise<Answer>} */
const post = async (path, body) => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return toAnswer(response.status, await response.text())
  } catch {
    return { ok: false, final: false }
  }
}

/** @param {number} status @param {string} text @returns {Answer} */
const toAnswer = (status, text) => {
  /** @type {Partial<Answer>} */
  let answer = {}
  try {
    answer = JSON.parse(text)
  } catch {
    // An answer of something in between: its words are not for people.
  }
  return { ...answer, ok: status === 202, final: status >= 400 && status < 500 && status !== 408 && status !== 429 }
}

/** A message on its way. @param {string} clientId @param {string | undefined} replyTo */
const showSending = (clientId, replyTo) => {
  const message = fromPattern('own')
  message.dataset.key = `p-${clientId}`
  message.id = `m-p-${clientId}`
  if (replyTo !== undefined) {
    const quote = fromPattern('quote')
    quote.dataset.quotes = replyTo
    quote.setAttribute('href', `#m-${replyTo}`)
    quote.textContent = wordsOf(find(replyTo))
    message.querySelector('.bubble')?.prepend(quote)
  }
  return message
}

/** @param {Element} message @param {() => Promise<Answer>} send @param {() => void} again */
const settle = async (message, send, again) => {
  showState(message, words.sending)
  const before = saidSoFar()
  const answer = await send()
  if (answer.ok && answer.key !== undefined && answer.html !== undefined) {
    showOwn({ key: answer.key, html: answer.html })
    awaitAnswer(before)
    return
  }
  const failed = fromPattern('failed')
  const sentence = failed.querySelector('span')
  if (sentence !== null && answer.error !== undefined) sentence.textContent = answer.error
  const retry = failed.querySelector('.retry')
  if (answer.final) retry?.remove()
  else retry?.addEventListener('click', again)
  message.classList.add('unsent')
  message.querySelector('.state')?.replaceChildren(failed)
}

/** @param {Element} message @param {string | undefined} state */
const showState = (message, state) => {
  message.classList.remove('unsent')
  const place = message.querySelector('.state')
  if (place !== null) place.textContent = state ?? ''
}

/** @param {string} text @param {string | undefined} replyTo */
export const sendText = (text, replyTo) => {
  const clientId = createId()
  const message = showSending(clientId, replyTo)
  const place = message.querySelector('.text')
  if (place !== null) place.textContent = text
  append(message, true)
  const attempt = () => void settle(message, () => post('/chat/messages', { text, clientId, replyTo }), attempt)
  attempt()
}

/** @param {File} file @param {string | undefined} replyTo */
export const sendFile = (file, replyTo) => {
  const clientId = createId()
  const message = showSending(clientId, replyTo)
  const body = fromPattern('file')
  const name = body.querySelector('.name')
  if (name !== null) name.textContent = file.name
  message.querySelector('.text')?.replaceWith(body)
  append(message, true)
  const problem = file.size > limitBytes ? words.tooLarge : file.size === 0 ? words.fileEmpty : undefined
  if (problem !== undefined) {
    body.querySelector('progress')?.remove()
    void settle(
      message,
      () => Promise.resolve({ ok: false, final: true, error: problem }),
      () => {},
    )
    return
  }
  const send = () => upload(file, clientId, replyTo, (percent) => showProgress(message, percent))
  const attempt = () => void settle(message, send, attempt)
  attempt()
}

/** @param {Element} message @param {number} percent */
const showProgress = (message, percent) => {
  const bar = message.querySelector('progress')
  if (bar !== null) bar.value = percent
  showState(message, words.uploading?.replace('{n}', String(percent)))
}

/**
 * XMLHttpRequest, because fetch does not tell how far an upload has come.
 * @param {File} file @param {string} clientId @param {string | undefined} replyTo @param {(percent: number) => void} onProgress
 * @returns {Promise<Answer>}
 */
const upload = (file, clientId, replyTo, onProgress) =>
  new Promise((resolve) => {
    const form = new FormData()
    form.set('clientId', clientId)
    if (replyTo !== undefined) form.set('replyTo', replyTo)
    form.set('file', file)
    const request = new XMLHttpRequest()
    request.open('POST', '/chat/files')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100)))
    request.addEventListener('load', () => resolve(toAnswer(request.status, request.responseText)))
    request.addEventListener('error', () => resolve({ ok: false, final: false }))
    request.send(form)
  })

/** Long enough for an answer that has to think; after that the other choices are offered again. */
const busyMs = 6000

/** Takes a choice under a message. @param {HTMLElement} button */
export const press = async (button) => {
  const choices = button.closest('.choices')
  const message = /** @type {HTMLElement | null} */ (button.closest('.message'))
  if (choices === null || message === null || choices.classList.contains('busy')) return
  setBusy(choices, true)
  const { action } = button.dataset
  const before = saidSoFar()
  const answer = await post('/chat/actions', { action, messageId: message.dataset.key, clientId: createId() })
  if (answer.ok) {
    markTaken(button)
    awaitAnswer(before)
    setTimeout(() => setBusy(choices, false), busyMs)
    return
  }
  setBusy(choices, false)
  const failed = fromPattern('failed')
  failed.querySelector('.retry')?.remove()
  const sentence = failed.querySelector('span')
  if (sentence !== null && answer.error !== undefined) sentence.textContent = answer.error
  choices.querySelector('.failed')?.remove()
  choices.append(failed)
}

/** The bot has answered: what was waiting for it can be pressed again. */
export const releaseChoices = () => {
  for (const choices of document.querySelectorAll('.choices.busy')) setBusy(choices, false)
}

/** Not `disabled`: that would take the focus away from whoever uses the keyboard. @param {Element} choices @param {boolean} busy */
const setBusy = (choices, busy) => {
  choices.classList.toggle('busy', busy)
  for (const button of choices.querySelectorAll('button')) button.setAttribute('aria-disabled', String(busy))
}

/** @param {HTMLElement} button */
const markTaken = (button) => {
  if (button.classList.contains('taken')) return
  button.classList.add('taken')
  const note = document.createElement('span')
  note.className = 'visually-hidden'
  note.textContent = ` (${words.chosen})`
  button.append(note)
}
