import { html } from 'hono/html'
import type { WebVisitor } from '../../../domain/ports/web.ts'
import { localDate } from '../../../domain/time.ts'
import type { WebMessages } from '../../../locales/vi/web.ts'
import { clockTime, dateAndTime, dayTitle } from '../dates.ts'
import type { Shown, ShownByBot, ShownByPerson } from '../entries.ts'
import { type Html, renderOwnText, renderRichText } from '../rich-text.ts'
import { icon } from './icons.ts'

/** What the look of a message depends on. */
export interface View {
  readonly m: WebMessages
  readonly zone: WebVisitor['zone']
}

/** The conversation, with a separator before each day. */
export const conversation = (messages: readonly Shown[], view: View): Html[] =>
  messages.flatMap((message, index) => {
    const before = messages[index - 1]
    const day = localDate(message.at, view.zone)
    const isNewDay = before === undefined || localDate(before.at, view.zone) !== day
    return [...(isNewDay ? [daySeparator(dayTitle(message.at, view.zone, view.m))] : []), messageView(message, view)]
  })

/** Also the pattern after which the page itself makes separators. */
export const daySeparator = (title: string): Html => html`<p class="day"><span>${title}</span></p>`

/** One message. The page finds its parts by class and by the data- attributes, and adds nothing to its words. */
export const messageView = (message: Shown, view: View): Html => {
  const { m, zone } = view
  const full = dateAndTime(message.at, zone)
  const isBot = message.from === 'bot'
  const label = m.chat.messageBy(isBot ? m.chat.bot : m.chat.you, full)
  return html`<article
    class="message ${isBot ? 'bot' : 'own'}" id="m-${message.key}" tabindex="-1" aria-label="${label}"
    data-key="${message.key}" data-rows="${isBot ? message.rows.join(' ') : ''}"
    data-day="${localDate(message.at, zone)}" data-day-title="${dayTitle(message.at, zone, m)}"
  ><div class="bubble">${isBot ? botBody(message, m) : ownBody(message, m)}</div><div class="meta"><time
    datetime="${message.at.toISOString()}" title="${full}">${clockTime(message.at, zone)}</time>${replyButton(m)}</div></article>`
}

export const replyButton = (m: WebMessages): Html =>
  html`<button type="button" class="reply" title="${m.chat.reply}">${icon('reply')}<span>${m.chat.reply}</span></button>`

const botBody = ({ content, pressed }: ShownByBot, m: WebMessages): Html => {
  const rows = content.buttons.map(
    (row) => html`<div class="row">${row.map(({ label, action }) => choice(label, action, pressed, m))}</div>`,
  )
  const choices =
    rows.length === 0 ? '' : html`<div class="choices" role="group" aria-label="${m.chat.choices}">${rows}</div>`
  const picture =
    content.picture?.token === undefined
      ? ''
      : html`<a class="picture" href="/hinh/${content.picture.token}.png" target="_blank"><img
          src="/hinh/${content.picture.token}.png" alt="${content.picture.alt}" loading="lazy"></a>`
  return html`${picture}<div class="text">${renderRichText(content)}</div>${choices}`
}

const choice = (label: string, action: string, pressed: readonly string[], m: WebMessages): Html => {
  const taken = pressed.includes(action)
  return html`<button type="button" class="choice${taken ? ' taken' : ''}" data-action="${action}">${label}${
    taken ? html`<span class="visually-hidden"> (${m.chat.chosen})</span>` : ''
  }</button>`
}

const ownBody = ({ body, quote }: ShownByPerson, m: WebMessages): Html => {
  const quoted =
    quote === null ? '' : html`<a class="quote" href="#m-${quote.key}" data-quotes="${quote.key}">${quote.words}</a>`
  const words =
    body.kind === 'text'
      ? html`<div class="text">${renderOwnText(body.text)}</div>`
      : html`<div class="file">${icon('file')}<span><span class="visually-hidden">${m.chat.file}: </span><span
          class="name">${body.file.name}</span><span class="size">${fileSize(body.file.size)}</span></span></div>${
            body.caption === '' ? '' : html`<div class="text">${renderOwnText(body.caption)}</div>`
          }`
  return html`${quoted}${words}`
}

/** "12 KB", "3,4 MB"; nothing when the size is unknown. */
const fileSize = (bytes: number | null): string => {
  if (bytes === null) return ''
  const kilobytes = bytes / 1024
  return kilobytes < 1024
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`
}
