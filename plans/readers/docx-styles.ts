import { isOn, walkXml, wholeNumber } from './office-xml.ts'

/** Which list a paragraph belongs to, and how deep in it; null where that is not said. */
export interface NumberingPlace {
  readonly list: string | null
  readonly level: number | null
}

/** What a paragraph style says about its paragraphs' words. */
interface ParagraphStyle extends NumberingPlace {
  readonly capitals: boolean
}

interface OwnStyle {
  basedOn: string | null
  list: string | null
  level: number | null
  capitals: boolean | null
}

export interface Styles {
  /** The style by its id, with what it takes over from the styles that it is based on. */
  find(id: string | null): ParagraphStyle
}

/** Styles that are based on each other in a circle end here. */
const longestChain = 20

/** Reads styles.xml. */
export const readStyles = (xml: string): Styles => {
  const own = new Map<string, OwnStyle>()
  let usual: string | null = null
  let open: OwnStyle | null = null
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        open = { basedOn: null, list: null, level: null, capitals: null }
        const id = attributes['w:styleId'] ?? ''
        own.set(id, open)
        if (attributes['w:type'] === 'paragraph' && isDefault(attributes)) usual = id
      } else if (open !== null) notice(open, name, attributes)
    },
    close: (name) => {
      if (name === 'w:style') open = null
    },
  })
  const found = new Map<string, ParagraphStyle>()
  const find = (id: string | null): ParagraphStyle => {
    const key = id ?? usual ?? ''
    const known = found.get(key)
    if (known !== undefined) return known
    const style = inherited(own, key)
    found.set(key, style)
    return style
  }
  return { find }
}

const isDefault = (attributes: Readonly<Record<string, string>>): boolean =>
  /^(?:1|true|on)$/u.test(attributes['w:default'] ?? '')

const notice = (style: OwnStyle, name: string, attributes: Readonly<Record<string, string>>): void => {
  if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? null
  else if (name === 'w:numId') style.list = attributes['w:val'] ?? null
  else if (name === 'w:ilvl') style.level = wholeNumber(attributes['w:val'])
  else if (name === 'w:caps') style.capitals = isOn(attributes)
}

const inherited = (own: ReadonlyMap<string, OwnStyle>, id: string): ParagraphStyle => {
  const chain: OwnStyle[] = []
  for (let at = own.get(id); at !== undefined && chain.length < longestChain; at = own.get(at.basedOn ?? '')) {
    chain.push(at)
  }
  const first = <K extends 'list' | 'level' | 'capitals'>(what: K): OwnStyle[K] | null =>
    chain.find((style) => style[what] !== null)?.[what] ?? null
  return { list: first('list'), level: first('level'), capitals: first('capitals') ?? false }
}
