import { type Attributes, isOn, type XmlListener, wholeNumber } from './office-xml.ts'
import { type NumberShape, numberShape } from './xlsx-values.ts'

/** A sheet that people see, and where in the archive its rows stand. */
export interface SheetPlace {
  readonly name: string
  readonly relation: string
}

/** What all sheets of a workbook share. */
export interface Book {
  readonly sheets: SheetPlace[]
  /** Parts of the archive by the name that the workbook gives them. */
  readonly targets: Map<string, string>
  readonly strings: string[]
  readonly shapes: NumberShape[]
  from1904: boolean
}

export const newBook = (): Book => ({ sheets: [], targets: new Map(), strings: [], shapes: [], from1904: false })

const noClose = (): void => undefined

const isVisible = (attributes: Attributes): boolean => (attributes['state'] ?? 'visible') === 'visible'

/** A relation's id, whatever prefix its attribute has. */
const relationOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => /(?:^|:)id$/u.test(name))?.[1] ?? ''

/** xl/workbook.xml */
const workbookListener = (book: Book): XmlListener => ({
  open: (name, attributes) => {
    if (name === 'workbookPr') book.from1904 = isOn({ 'w:val': attributes['date1904'] ?? '0' })
    if (name !== 'sheet' || !isVisible(attributes)) return
    book.sheets.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) })
  },
  close: noClose,
})

/** "worksheets/sheet1.xml" beside the workbook, or "/xl/worksheets/sheet1.xml" from the top. */
const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`

/** xl/_rels/workbook.xml.rels; what lies outside of the file is left there. */
const relationsListener = (book: Book): XmlListener => ({
  open: (name, attributes) => {
    if (!name.endsWith('Relationship') || attributes['TargetMode'] === 'External') return
    book.targets.set(attributes['Id'] ?? '', pathOf(attributes['Target'] ?? ''))
  },
  close: noClose,
})

/** xl/sharedStrings.xml, without the readings that East Asian words carry. */
const stringsListener = (book: Book): XmlListener => {
  let words = ''
  let writing = false
  let reading = 0
  return {
    open: (name) => {
      if (name === 'si') words = ''
      if (name === 'rPh') reading += 1
      writing = name === 't' && reading === 0
    },
    close: (name) => {
      if (name === 'si') book.strings.push(words)
      if (name === 'rPh') reading -= 1
      writing = false
    },
    text: (data) => {
      if (writing) words += data
    },
  }
}

/** xl/styles.xml: what each style of a cell makes of numbers. */
const stylesListener = (book: Book): XmlListener => {
  const codes = new Map<number, string>()
  let inCells = false
  return {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true
      const id = wholeNumber(attributes['numFmtId']) ?? 0
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '')
      if (name === 'xf' && inCells) book.shapes.push(numberShape(id, codes.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  }
}

const listeners: Readonly<Record<string, (book: Book) => XmlListener>> = {
  'xl/workbook.xml': workbookListener,
  'xl/_rels/workbook.xml.rels': relationsListener,
  'xl/sharedStrings.xml': stringsListener,
  'xl/styles.xml': stylesListener,
}

/** Who listens to a part of the archive that tells of the whole workbook; null for any other part. */
export const bookListener = (book: Book, part: string): XmlListener | null => listeners[part]?.(book) ?? null
