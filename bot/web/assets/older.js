// @ts-check
// What was said before the newest messages, fetched when somebody asks for it.

import { prepend } from './log.js'

const words = /** @type {HTMLElement} */ (document.querySelector('#words')).dataset

/** @param {HTMLButtonElement} button It says until when; it goes when nothing is left. */
export const showOlder = async (button) => {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(`/chat/older?before=${encodeURIComponent(button.dataset.before ?? '')}`)
    if (!response.ok) throw new Error(String(response.status))
    /** @type {{html: string, before: string | null}} */
    const { html, before } = await response.json()
    prepend(html)
    if (before === null) button.remove()
    else button.dataset.before = before
  } catch {
    button.textContent = words.olderFailed ?? ''
  } finally {
    button.removeAttribute('aria-busy')
  }
}
