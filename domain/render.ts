import { capabilities } from './channels.ts'
import type { Channel } from './incoming.ts'
import type { Button, Outgoing, Picture, Rendered, RichText } from './message.ts'
import { joinTexts, splitText } from './rich-text.ts'

/**
 * Fits what is to be said to a channel: cut at its limit, choices numbered where it has no buttons,
 * addresses written out where words cannot carry them. Choices go with the last part.
 */
export const renderFor = (channel: Channel, message: Outgoing): readonly Rendered[] => {
  const { maxText, maxCaption, buttons: hasButtons, links } = capabilities[channel]
  const rows = message.buttons ?? []
  const flat = rows.flat()
  const body = links ? message.text : writeOutLinks(message.text)
  const text = hasButtons || flat.length === 0 ? body : joinTexts([body, plain(numbered(flat, message.choiceHint))])
  const parts = splitText(text, maxText)
  return withPicture(
    parts.map((part, index) => {
      const last = index === parts.length - 1
      return {
        text: part.text,
        entities: part.entities,
        buttons: last && hasButtons ? rows : [],
        choices: last ? flat.map(({ action }) => action) : [],
        ...(last && hasButtons ? hintOf(message) : {}),
      }
    }),
    message.picture,
    maxCaption,
  )
}

/** A picture has the words below it where they fit there, and goes before them where they do not. */
const withPicture = (
  parts: readonly Rendered[],
  picture: Picture | undefined,
  maxCaption: number,
): readonly Rendered[] => {
  if (picture === undefined) return parts
  const [words, ...more] = parts
  const fits = words !== undefined && more.length === 0 && words.text.length <= maxCaption
  return fits ? [{ ...words, picture }] : [{ text: '', entities: [], buttons: [], choices: [], picture }, ...parts]
}

/** Kept with buttons, should they be numbered on another channel in the end. */
const hintOf = ({ buttons = [], choiceHint }: Outgoing): { readonly hint?: string } =>
  buttons.length === 0 || choiceHint === undefined ? {} : { hint: choiceHint }

/**
 * The same message for another channel than the one that it was fitted to. Choices that were numbered there stay in
 * its words, and their numbers are understood everywhere.
 */
export const refitFor = (
  channel: Channel,
  { text, entities, buttons, choices, hint, picture }: Rendered,
): readonly Rendered[] => {
  const words = {
    ...{ text: { text, entities }, buttons },
    ...(hint === undefined ? {} : { choiceHint: hint }),
    ...(picture === undefined ? {} : { picture }),
  }
  const parts = renderFor(channel, { chatId: '', key: '', kind: 'reply', ...words })
  return parts.map((part, index) => (buttons.length === 0 && index === parts.length - 1 ? { ...part, choices } : part))
}

const plain = (text: string): RichText => ({ text, entities: [] })

const numbered = (buttons: readonly Button[], hint: string | undefined): string =>
  `\n\n${buttons.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')}${hint === undefined ? '' : `\n${hint}`}`

/** "Tải về" with an address becomes "Tải về: https://…". */
const writeOutLinks = (rich: RichText): RichText => {
  const links = rich.entities
    .filter((entity) => entity.type === 'text_link' && entity.url !== undefined)
    .sort((a, b) => b.offset - a.offset)
  return links.reduce<RichText>((text, link) => {
    const end = link.offset + link.length
    if (text.text.slice(link.offset, end) === link.url) return text
    const added = `: ${link.url ?? ''}`
    return {
      text: text.text.slice(0, end) + added + text.text.slice(end),
      entities: text.entities
        .filter((entity) => entity.type !== 'text_link' || entity.offset !== link.offset)
        .map((entity) => {
          if (entity.offset >= end) return { ...entity, offset: entity.offset + added.length }
          const goesOn = entity.offset + entity.length > end
          return goesOn ? { ...entity, length: entity.length + added.length } : entity
        }),
    }
  }, rich)
}
