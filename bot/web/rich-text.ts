import { html } from 'hono/html'
import type { Entity, RichText } from '../../domain/message.ts'

/** Markup that is already safe to send. */
export type Html = ReturnType<typeof html>

/** Text with styles as markup. Whatever stands in the text is shown as it is; only our own tags are added. */
export const renderRichText = ({ text, entities }: RichText): Html[] => {
  const edges = new Set([0, text.length])
  for (const { offset, length } of entities) {
    edges.add(characterEdge(text, offset))
    edges.add(characterEdge(text, offset + length))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? from
    return renderStretch(
      text.slice(from, to),
      entities.filter(({ offset, length }) => offset < to && offset + length > from),
    )
  })
}

/** A stretch on which nothing begins or ends: styles that overlap need no nesting order. */
const renderStretch = (text: string, entities: readonly Entity[]): Html => {
  const link = entities.find(({ type, url }) => type === 'text_link' && isSafeAddress(url))
  const isSample = entities.some(({ type }) => type === 'code') && !loneCommand.test(text)
  const plain = () => (isSample ? [html`${text}`] : renderPlain(text, addressOrCommand))
  const inner = link?.url === undefined ? plain() : [anchor(link.url, text)]
  return entities.reduce((content, { type }) => styled(type, content), html`${inner}`)
}

const styled = (type: Entity['type'], content: Html): Html => {
  switch (type) {
    case 'bold':
      return html`<strong>${content}</strong>`
    case 'italic':
      return html`<em>${content}</em>`
    case 'underline':
      return html`<u>${content}</u>`
    case 'strikethrough':
      return html`<s>${content}</s>`
    case 'code':
      return html`<code>${content}</code>`
    case 'text_link':
      return content
  }
}

/** What a person wrote: their words as they are, only addresses can be opened. */
export const renderOwnText = (text: string): Html[] => renderPlain(text, address)

const address = /https?:\/\/[^\s<>"“”]+/giu
/** Also a bare command: "/viec" but neither "và/hoặc" nor "38/KH-UBND" nor the end of a tag. */
const addressOrCommand = /https?:\/\/[^\s<>"“”]+|(?<=^|[\s(“‘:,])\/[a-z][a-z0-9_]{1,31}(?![\p{L}\p{N}_/])/giu
const loneCommand = /^\/[a-z0-9_]+$/i

/** Addresses can be opened and commands pressed, as in other messengers. */
const renderPlain = (text: string, clickable: RegExp): Html[] => {
  const parts: Html[] = []
  let done = 0
  for (const match of text.matchAll(clickable)) {
    const found = withoutClosingPunctuation(match[0])
    parts.push(html`${text.slice(done, match.index)}`)
    parts.push(found.startsWith('/') ? commandButton(found) : anchor(found, found))
    done = match.index + found.length
  }
  parts.push(html`${text.slice(done)}`)
  return parts
}

const commandButton = (command: string): Html =>
  html`<button type="button" class="command" data-command="${command}">${command}</button>`

const anchor = (url: string, words: string): Html =>
  html`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`

/** "(xem https://…)." ends before the bracket and the full stop. */
const withoutClosingPunctuation = (address: string): string =>
  address.replace(address.includes('(') ? /[.,;:!?]+$/ : /[.,;:!?)\]]+$/, '')

const isSafeAddress = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol)

/** Offsets that fall outside of the text or into the middle of a surrogate pair are moved to the nearest edge. */
const characterEdge = (text: string, at: number): number => {
  const within = Math.min(Math.max(at, 0), text.length)
  const unit = text.charCodeAt(within)
  return unit >= 0xdc00 && unit <= 0xdfff && within > 0 ? within - 1 : within
}
