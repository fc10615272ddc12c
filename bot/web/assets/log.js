// @ts-check
// The conversation on the page: adding, replacing, separating days, jumping to what is new.

const log = /** @type {HTMLElement} */ (document.querySelector('#log'))
const thread = /** @type {HTMLElement} */ (log.querySelector('.thread'))
const typing = /** @type {HTMLElement} */ (log.querySelector('.typing'))
const empty = /** @type {HTMLElement} */ (log.querySelector('.empty'))
const unread = /** @type {HTMLElement} */ (document.querySelector('.unread'))
const pageTitle = document.title

/** Closer to the end than this the reader is taken to be following. */
const followingPx = 120
const typingMs = 15_000

let following = true
let unreadCount = 0
let unseenCount = 0
let typingTimer = 0
let said = 0

/** The rows that are on the page, so that one which comes twice is shown once. */
const rows = new Set([...thread.querySelectorAll('.message')].flatMap((message) => rowsOf(message)))

/** @param {Element} message */
function rowsOf(message) {
  return (message.getAttribute('data-rows') ?? '').split(' ').filter((row) => row !== '')
}

/** Whether a row is of the messages that are only fetched when asked for. @param {string} row */
const isEarlier = (row) =>
  document.querySelector('.older') !== null && [...rows].every((shown) => BigInt(shown) > BigInt(row))

/** @param {string} html Made by the server, which has escaped whatever came from outside. */
const parse = (html) => {
  const pattern = document.createElement('template')
  pattern.innerHTML = html
  return /** @type {HTMLElement} */ (pattern.content.firstElementChild)
}

/** @param {string} key */
export const find = (key) => /** @type {HTMLElement | null} */ (thread.querySelector(`[data-key="${CSS.escape(key)}"]`))

/** The beginning of what a message says. @param {Element | null} message */
export const wordsOf = (message) =>
  (message?.querySelector('.text, .name')?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 160)

/** Shows what the bot said, or its new version of an earlier message. @param {{key: string, row: string, html: string}} said */
export const showSaid = ({ key, row, html }) => {
  if (rows.has(row) || isEarlier(row)) return
  rows.add(row)
  said += 1
  showTyping(false)
  const message = parse(html)
  const before = find(key)
  if (before === null) append(message, false)
  else replace(before, message)
}

/** Shows one's own message: in place of the one that was being sent, or as it came from another window. @param {{key: string, html: string}} own */
export const showOwn = ({ key, html }) => {
  const message = parse(html)
  const before = find(key)
  if (before === null) append(message, true)
  else if (before.classList.contains('sending')) replace(before, message)
}

/** @param {HTMLElement} message @param {boolean} isOwn */
export const append = (message, isOwn) => {
  empty.hidden = true
  fillQuotes(message)
  startDay(message)
  thread.append(message)
  if (isOwn || following) scrollToEnd()
  else countUnread()
  if (!isOwn && document.hidden) countUnseen()
}

/** @param {HTMLElement} before @param {HTMLElement} message */
const replace = (before, message) => {
  // A new version stands where and when the first one stood.
  const time = before.querySelector('time')
  if (time !== null) {
    message.querySelector('time')?.replaceWith(time)
    for (const name of ['aria-label', 'data-day', 'data-day-title'])
      message.setAttribute(name, before.getAttribute(name) ?? '')
  }
  const hadFocus = before.contains(document.activeElement)
  fillQuotes(message)
  if (!before.hasAttribute('data-day')) startDay(message, before)
  before.replaceWith(message)
  if (hadFocus) message.focus({ preventScroll: true })
  if (following) scrollToEnd()
}

/** @param {HTMLElement} message @param {Element | null} place */
const startDay = (message, place = null) => {
  const { day, dayTitle } = message.dataset
  const dated = [...thread.querySelectorAll('[data-day]')].at(-1)
  if (day === undefined || dated?.getAttribute('data-day') === day) return
  const pattern = /** @type {HTMLTemplateElement} */ (document.querySelector('#day-pattern'))
  const separator = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true))
  const words = separator.querySelector('span')
  if (words !== null) words.textContent = dayTitle ?? ''
  thread.insertBefore(separator, place)
}

/** @param {HTMLElement} message */
const fillQuotes = (message) => {
  for (const quote of /** @type {NodeListOf<HTMLElement>} */ (message.querySelectorAll('.quote'))) {
    if (quote.textContent === '') quote.textContent = wordsOf(find(quote.dataset.quotes ?? '')) || '…'
  }
}

/**
 * Puts what was said earlier before what is shown, without moving what is being read. A message that a later edit
 * has already put on the page stays where it is.
 * @param {string} html
 */
export const prepend = (html) => {
  const pattern = document.createElement('template')
  pattern.innerHTML = html
  const days = [...pattern.content.querySelectorAll('.message')].map((message) => message.getAttribute('data-day'))
  for (const message of pattern.content.querySelectorAll('.message')) {
    if (find(message.getAttribute('data-key') ?? '') !== null) message.remove()
    else for (const row of rowsOf(message)) rows.add(row)
  }
  const [first] = thread.querySelectorAll('[data-day]')
  if (first?.getAttribute('data-day') === days.at(-1)) thread.querySelector('.day')?.remove()
  const fromEnd = log.scrollHeight - log.scrollTop
  log.setAttribute('aria-live', 'off')
  thread.prepend(pattern.content)
  for (const message of /** @type {NodeListOf<HTMLElement>} */ (thread.querySelectorAll('.message')))
    fillQuotes(message)
  log.scrollTop = log.scrollHeight - fromEnd
  setTimeout(() => log.setAttribute('aria-live', 'polite'), 1000)
}

/** Goes to the message that was replied to. @param {string} key */
export const goTo = (key) => {
  const message = find(key)
  if (message === null) return
  message.scrollIntoView({ block: 'center' })
  message.focus({ preventScroll: true })
}

/** How often the bot has spoken since the page was opened. */
export const saidSoFar = () => said

/** The bot was asked something; unless it has answered since, it is shown to be at it. @param {number} saidBefore */
export const awaitAnswer = (saidBefore) => {
  if (said !== saidBefore) return
  showTyping(true)
  typingTimer = setTimeout(() => showTyping(false), typingMs)
}

/** @param {boolean} on */
const showTyping = (on) => {
  clearTimeout(typingTimer)
  typing.hidden = !on
  if (on && following) scrollToEnd()
}

const scrollToEnd = () => {
  log.scrollTop = log.scrollHeight
}

const countUnread = () => {
  unreadCount += 1
  const words = unreadCount === 1 ? unread.dataset.one : unread.dataset.many?.replace('{n}', String(unreadCount))
  const place = unread.querySelector('span')
  if (place !== null) place.textContent = words ?? ''
  unread.hidden = false
}

const countUnseen = () => {
  unseenCount += 1
  document.title = `(${unseenCount}) ${pageTitle}`
}

log.addEventListener('scroll', () => {
  following = log.scrollHeight - log.scrollTop - log.clientHeight < followingPx
  if (!following) return
  unreadCount = 0
  unread.hidden = true
})

unread.addEventListener('click', () => {
  scrollToEnd()
  log.focus({ preventScroll: true })
})

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return
  unseenCount = 0
  document.title = pageTitle
})

// The keyboard of a phone, or a growing text box, takes room away: whoever followed goes on following.
new ResizeObserver(() => {
  if (following) scrollToEnd()
}).observe(log)

scrollToEnd()
for (const message of /** @type {NodeListOf<HTMLElement>} */ (thread.querySelectorAll('.message'))) fillQuotes(message)
