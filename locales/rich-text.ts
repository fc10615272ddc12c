/** Words with styles; offsets count UTF-16 units. The same shape as the domain's RichText. */
export interface Rich {
  readonly text: string
  readonly entities: readonly {
    readonly type: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code' | 'text_link'
    readonly offset: number
    readonly length: number
    readonly url?: string
  }[]
}

type Style = Rich['entities'][number]['type']
type Part = Rich | string | number

const toRich = (part: Part): Rich => (typeof part === 'object' ? part : { text: String(part), entities: [] })

/** Texts one after the other. What comes from outside goes in as it is: nothing in it is ever read as markup. */
export const concat = (parts: readonly Part[]): Rich => {
  let text = ''
  const entities: Rich['entities'][number][] = []
  for (const part of parts.map(toRich)) {
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length })
    text += part.text
  }
  return { text, entities }
}

/** Tagged template: rich`Đã ghi ${bold(title)}`. */
export const rich = (strings: TemplateStringsArray, ...parts: readonly Part[]): Rich =>
  concat(strings.flatMap((string, index) => [string, ...parts.slice(index, index + 1)]))

/** Several lines; false and null leave a line out. */
export const lines = (parts: readonly (Part | false | null)[]): Rich =>
  concat(
    parts
      .filter((part) => part !== false && part !== null)
      .flatMap((part, index) => (index === 0 ? [part] : ['\n', part])),
  )

const styled =
  (type: Style) =>
  (part: Part): Rich => {
    const content = toRich(part)
    if (content.text === '') return content
    return { text: content.text, entities: [{ type, offset: 0, length: content.text.length }, ...content.entities] }
  }

export const bold = styled('bold')
export const italic = styled('italic')
export const code = styled('code')

/** Words that open an address. */
export const link = (words: string, url: string): Rich => ({
  text: words,
  entities: [{ type: 'text_link', offset: 0, length: words.length, url }],
})
