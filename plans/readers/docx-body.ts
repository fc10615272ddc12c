import { createTableWriter, type TableWriter } from './docx-tables.ts'
import type { Numbering } from './docx-numbering.ts'
import type { Styles } from './docx-styles.ts'
import type { FlowTable } from './flow.ts'
import { isMarked } from './html-lists.ts'
import { apart } from './letterhead-sides.ts'
import { type Attributes, isOn, type XmlListener, wholeNumber } from './office-xml.ts'

export type Content = (string | FlowTable)[]

interface OpenParagraph {
  words: string
  style: string | null
  list: string | null
  level: number | null
  /** Its end was deleted: the next paragraph goes on with it. */
  joins: boolean
}

/** Left out with all that they hold: deleted and moved text, instructions of fields, older twins of drawings, history. */
const skipped = /^(?:w:(?:del|moveFrom|instrText|delText|delInstrText|fldData|rt|\w+Change)|mc:Fallback)$/u

const isWritten = (name: string): boolean => name === 'w:t' || name === 'm:t'

/** What is no text but stands for some. */
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

const newParagraph = (): OpenParagraph => ({ words: '', style: null, list: null, level: null, joins: false })

export interface BodyBuilder extends XmlListener {
  readonly content: Content
  /** Text boxes and watermarks. */
  readonly margins: Content[]
}

/** Follows the XML of a document's text, or of a header, and puts its words where they stand. */
export const createBodyBuilder = (styles: Styles, numbering: Numbering): BodyBuilder => {
  const content: Content = []
  const margins: Content[] = []
  const places: Content[] = [content]
  const paragraphs: OpenParagraph[] = []
  const tables: TableWriter = createTableWriter()
  /** The elements around, innermost last: what a property is about depends on them. */
  const path: string[] = []
  let skipping = 0
  let writing = 0
  let hidden = false
  let capitals = false
  let placeholder = false
  let carried = ''

  const place = (): Content => places.at(-1) ?? content
  const isIn = (...ends: readonly string[]): boolean => ends.every((name, at) => path.at(at - ends.length) === name)
  const styleOf = (paragraph: OpenParagraph) => styles.find(paragraph.style)

  const write = (words: string): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph === undefined || hidden) return
    paragraph.words += capitals || styleOf(paragraph).capitals ? words.toLocaleUpperCase('vi') : words
  }

  const markerOf = (paragraph: OpenParagraph, words: string): string => {
    const style = styleOf(paragraph)
    const list = paragraph.list ?? style.list
    const level = paragraph.level ?? (paragraph.list === null ? style.level : null)
    const marker = numbering.next({ list, level }, paragraph.style)
    return /^[-+]$/u.test(marker) && isMarked(words) ? '' : marker
  }

  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop()
    if (paragraph === undefined) return
    const words = carried + paragraph.words
    carried = paragraph.joins ? words : ''
    if (paragraph.joins) return
    const marker = markerOf(paragraph, words)
    // An empty numbered paragraph is a number alone only in a cell: a column of numbers that Word itself counts.
    if (words.trim() === '' && (marker === '' || !tables.isInCell())) return
    place().push(apart(`${marker} ${words}`))
  }

  /** A deletion of a paragraph's end or of a row stands among its properties, one of words around them. */
  const noteDeletion = (name: string): void => {
    if (name !== 'w:del' && name !== 'w:moveFrom') return
    const paragraph = paragraphs.at(-1)
    if (isIn('w:pPr', 'w:rPr') && paragraph !== undefined) paragraph.joins = true
    if (isIn('w:trPr')) tables.deleteRow()
  }

  const setOnParagraph = (set: (paragraph: OpenParagraph) => void): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph !== undefined) set(paragraph)
  }

  const openPlace = (into: Content): void => {
    places.push(into)
  }

  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'w:p': () => paragraphs.push(newParagraph()),
    'w:pStyle': ({ 'w:val': id }) => setOnParagraph((paragraph) => (paragraph.style = id ?? null)),
    'w:numId': ({ 'w:val': id }) => setOnParagraph((paragraph) => (paragraph.list = id ?? null)),
    'w:ilvl': ({ 'w:val': level }) => setOnParagraph((paragraph) => (paragraph.level = wholeNumber(level))),
    'w:r': () => {
      hidden = false
      capitals = false
    },
    'w:vanish': (attributes) => {
      if (isIn('w:r', 'w:rPr', 'w:vanish')) hidden = isOn(attributes)
    },
    'w:caps': (attributes) => {
      if (isIn('w:r', 'w:rPr', 'w:caps')) capitals = isOn(attributes)
    },
    'w:showingPlcHdr': () => (placeholder = true),
    'w:txbxContent': () => {
      const box: Content = []
      margins.push(box)
      openPlace(box)
    },
    'v:textpath': ({ string }) => margins.push([string ?? '']),
    'w:tc': () => openPlace(tables.openCell()),
  }
  const closing: Readonly<Record<string, () => void>> = {
    'w:p': closeParagraph,
    'w:txbxContent': () => places.pop(),
    'w:tc': () => {
      places.pop()
      tables.closeCell()
    },
    'w:tbl': () => place().push(tables.closeTable()),
  }

  /** The words that stand in a form where nobody has written anything yet. */
  const isPlaceholder = (name: string): boolean => {
    if (name !== 'w:sdtContent' || !placeholder) return false
    placeholder = false
    return true
  }

  const isLeftOut = (name: string): boolean => {
    noteDeletion(name)
    return skipped.test(name) || isPlaceholder(name)
  }

  return {
    content,
    margins,
    open: (name, attributes) => {
      if (skipping > 0 || isLeftOut(name)) {
        skipping += 1
        return
      }
      path.push(name)
      if (isWritten(name)) writing += 1
      const sign = signs[name]
      if (sign !== undefined && isIn('w:r', name)) write(sign)
      tables.property(name, attributes)
      opening[name]?.(attributes)
    },
    close: (name) => {
      if (skipping > 0) {
        skipping -= 1
        return
      }
      if (isWritten(name)) writing -= 1
      closing[name]?.()
      path.pop()
    },
    text: (data) => {
      if (writing > 0 && skipping === 0) write(data)
    },
  }
}
