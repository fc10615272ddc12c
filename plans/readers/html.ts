import { Parser } from 'htmlparser2'
import { type PlanDocument, tidy } from '../document.ts'
import { blocksOf, type Flow, type FlowCell, type FlowTable } from './flow.ts'
import { isMarked, nextMarker, type OpenList, openList } from './html-lists.ts'
import { isFootnote } from './markup.ts'
import { placeCells } from './placed-cells.ts'

type Attributes = Readonly<Record<string, string>>

/** Where words go: the page, a cell, or a margin. */
interface Place {
  readonly content: (string | FlowTable)[]
  words: string
  /** Whether whoever wrote the page put its tables and lists here. */
  readonly lists: OpenList[]
}

interface OpenTable {
  readonly rows: (Omit<FlowCell, 'column'> & { readonly content: (string | FlowTable)[] })[][]
}

const breaking =
  /^(?:p|br|div|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|pre|hr|section|article|main|header|footer|address|figure|figcaption|caption|form|fieldset|center|table)$/u
const skipped = /^(?:script|style|title|noscript|template|nav|svg|math|button|select|textarea|object|iframe|del|menu)$/u
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu
const marginStyle = /mso-element\s*:\s*(?:header|footer)/iu

/** Tables lie in tables to frame a page, never deeper than this. */
const maxDepth = 16

const spanOf = (value: string | undefined, most: number): number => {
  const span = Number.parseInt(value ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most)
}

/** A link to another place of the same page: an entry of its table of contents, or a footnote's mark. */
const leadsInside = (name: string, attributes: Attributes): boolean =>
  name === 'a' && /^#./u.test(attributes['href'] ?? '')

const isSkipped = (name: string, attributes: Attributes): boolean =>
  skipped.test(name) ||
  leadsInside(name, attributes) ||
  'hidden' in attributes ||
  hidden.test(attributes['style'] ?? '')

/** Headers and footers of the printed page, or of the site around the document. */
const isMargin = (name: string, attributes: Attributes): boolean =>
  name === 'footer' ||
  /^(?:header|footer)$/u.test(attributes['title'] ?? '') ||
  marginStyle.test(attributes['style'] ?? '')

const flush = (place: Place): void => {
  if (place.words.trim() !== '') place.content.push(place.words)
  place.words = ''
}

const newPlace = (content: (string | FlowTable)[] = []): Place => ({ content, words: '', lists: [] })

const nothing = (): void => undefined

/** Follows the tags of a page and puts its words where they stand. */
class PageBuilder {
  readonly page = newPlace()
  readonly margins: Flow[] = []
  private readonly places: Place[] = [this.page]
  private readonly tables: OpenTable[] = []
  private readonly closings: (() => void)[] = []
  private skipping = 0
  private preserving = 0
  private raised: string | null = null
  private marker = ''

  open(name: string, attributes: Attributes): void {
    if (this.skipping > 0 || isSkipped(name, attributes)) {
      this.skipping += 1
      this.closings.push(() => (this.skipping -= 1))
      return
    }
    const broken = breaking.test(name)
    if (broken) this.write('\n')
    const close = this.enter(name, attributes)
    this.closings.push(() => {
      close()
      if (broken) this.write('\n')
    })
  }

  close(): void {
    this.closings.pop()?.()
  }

  text(data: string): void {
    if (this.skipping > 0) return
    const words = this.preserving > 0 ? data : data.replaceAll(/\s+/gu, ' ')
    if (this.raised !== null) this.raised += words
    else this.write(words)
  }

  finish(): void {
    while (this.closings.length > 0) this.close()
    flush(this.page)
  }

  private get place(): Place {
    return this.places.at(-1) ?? this.page
  }

  private write(words: string): void {
    if (this.marker !== '' && words.trim() !== '') {
      if (!isMarked(words)) this.place.words += this.marker
      this.marker = ''
    }
    this.place.words += words
  }

  /** Returns what closes it again. */
  private enter(name: string, attributes: Attributes): () => void {
    if (isMargin(name, attributes)) return this.enterMargin()
    switch (name) {
      case 'table':
        return this.enterTable()
      case 'tr':
        this.tables.at(-1)?.rows.push([])
        return nothing
      case 'td':
      case 'th':
        return this.enterCell(attributes)
      default:
        return this.enterWords(name, attributes)
    }
  }

  private enterWords(name: string, attributes: Attributes): () => void {
    switch (name) {
      case 'ul':
      case 'ol':
        this.place.lists.push(openList(name, attributes, this.place.lists.at(-1)))
        return () => this.place.lists.pop()
      case 'li': {
        const list = this.place.lists.at(-1)
        this.marker = list === undefined ? '' : nextMarker(list, attributes)
        return nothing
      }
      case 'pre':
        this.preserving += 1
        return () => (this.preserving -= 1)
      case 'sup':
        this.raised = ''
        return () => this.closeRaised()
      default:
        return nothing
    }
  }

  private closeRaised(): void {
    const raised = this.raised ?? ''
    this.raised = null
    if (!isFootnote(raised, this.place.words)) this.write(raised)
  }

  private enterMargin(): () => void {
    const margin = newPlace()
    this.places.push(margin)
    return () => {
      this.places.pop()
      flush(margin)
      this.margins.push(margin.content)
    }
  }

  private enterTable(): () => void {
    if (this.tables.length >= maxDepth) return nothing
    flush(this.place)
    const table: OpenTable = { rows: [] }
    this.tables.push(table)
    return () => {
      this.tables.pop()
      flush(this.place)
      this.place.content.push({ rows: placeCells(table.rows.filter((row) => row.length > 0)) })
    }
  }

  private enterCell(attributes: Attributes): () => void {
    const table = this.tables.at(-1)
    if (table === undefined) return nothing
    const cell = {
      content: [],
      columns: spanOf(attributes['colspan'], 64),
      rows: spanOf(attributes['rowspan'], 1000),
    }
    if (table.rows.length === 0) table.rows.push([])
    table.rows.at(-1)?.push(cell)
    const place = newPlace(cell.content)
    this.places.push(place)
    return () => {
      this.places.pop()
      flush(place)
    }
  }
}

/**
 * Reads a web page: text between block tags is a paragraph, list items carry their markers; scripts, styles, menus and
 * what is hidden are left out. Lines are paragraphs and rows as they are counted here.
 */
export const readHtml = (html: string): PlanDocument => {
  const builder = new PageBuilder()
  const parser = new Parser({
    onopentag: (name, attributes) => builder.open(name, attributes),
    ontext: (text) => builder.text(text),
    onclosetag: () => builder.close(),
  })
  parser.end(html)
  builder.finish()
  const margins = builder.margins.flatMap(blocksOf).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  return { blocks: blocksOf(builder.page.content), margins: margins.map(tidy).filter((text) => text !== '') }
}
