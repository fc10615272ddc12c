import { html, raw } from 'hono/html'
import type { Html } from '../rich-text.ts'

/** Outlines on a grid of 24; the style sheet gives them their colour and weight. */
const outlines = {
  send: 'M4 12 20 4l-4.5 16-4-6.5L4 12Zm7.5 1.5L20 4',
  attach: 'm20 11-8.2 8.2a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4L14.5 7.3',
  reply: 'M10 7 4 12l6 5v-3.5c5 0 8 1 10 4-.5-5.5-4-8.5-10-9V7Z',
  file: 'M14 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5V7.5L14 3Zm0 0v4.5h4.5M9 13h6M9 16.5h4',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M12 5v13m-6-6 6 6 6-6',
  back: 'M15 5l-7 7 7 7',
  leave: 'M10 4H6a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 6 20h4m4-12 4.5 4-4.5 4m4-4H9.5',
} as const

/** A picture that says nothing by itself: the words stand next to it. */
export const icon = (name: keyof typeof outlines): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${raw(outlines[name])}"/></svg>`
