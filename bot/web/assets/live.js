// @ts-check
// The live connection. Nothing is lost when it breaks: on coming back it names the last row it has.

import { showOwn, showSaid } from './log.js'

const log = /** @type {HTMLElement} */ (document.querySelector('#log'))
const offline = /** @type {HTMLElement} */ (document.querySelector('.offline'))

/** The server says something at least every 20 s; a line that is silent for longer is dead. */
const silenceMs = 50_000
const retryMs = 3000
const offlineAfterMs = 4000

let last = log.dataset.after ?? '0'
/** @type {EventSource | null} */
let source = null
let silence = 0
let offlineTimer = 0
/** @type {() => void} */
let onSaid = () => {}

/** @param {() => void} said Called whenever the bot has said something. */
export const start = (said) => {
  onSaid = said
  connect()
}

const connect = () => {
  source?.close()
  const current = new EventSource(`/chat/events?after=${last}`)
  source = current
  heard()
  current.addEventListener('open', () => {
    heard()
    clearTimeout(offlineTimer)
    offlineTimer = 0
    offline.hidden = true
  })
  current.addEventListener('tick', heard)
  current.addEventListener('own', (event) => {
    heard()
    showOwn(JSON.parse(event.data))
  })
  current.addEventListener('said', (event) => {
    heard()
    last = event.lastEventId
    showSaid(JSON.parse(event.data))
    onSaid()
  })
  current.addEventListener('error', () => {
    if (offlineTimer === 0) {
      offlineTimer = setTimeout(() => {
        offline.hidden = false
      }, offlineAfterMs)
    }
    // The browser retries a line that broke by itself, but not one that was refused, as by a proxy during a restart.
    if (current.readyState === EventSource.CLOSED) setTimeout(comeBack, retryMs)
  })
}

const heard = () => {
  clearTimeout(silence)
  silence = setTimeout(connect, silenceMs)
}

const comeBack = async () => {
  const answer = await fetch('/chat/session').catch(() => null)
  if (answer?.status === 401) location.reload()
  else connect()
}

addEventListener('online', connect)
