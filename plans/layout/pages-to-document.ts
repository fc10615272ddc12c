import { type Block, type PlanDocument, type Row, tidy } from '../document.ts'
import { withoutMargins } from './margins.ts'
import { around, type Page, quantile } from './page.ts'
import type { PageBlock, PageTable } from './page-block.ts'
import { blocksOfPage } from './page-blocks.ts'
import { continues, type LineGroup, type Measure, textOfLines } from './paragraphs.ts'
import { joinTables } from './table-over-pages.ts'
import { linesOf } from './text-lines.ts'

/** Pages of one size and direction have the same margins. */
const shapeOf = (page: Page): string => `${Math.round(page.width / 10)}×${Math.round(page.height / 10)}`

/** Between which margins running text stands, from the widest lines of all pages of a shape. */
const measuresOf = (pages: readonly Page[]): ReadonlyMap<string, Measure> => {
  const shapes = new Map<string, Page[]>()
  for (const page of pages) shapes.set(shapeOf(page), [...(shapes.get(shapeOf(page)) ?? []), page])
  return new Map(
    [...shapes].map(([shape, own]) => {
      const lines = own.flatMap((page) => linesOf(page.words))
      const measure = {
        left: quantile(
          lines.map((line) => line.left),
          0.02,
        ),
        right: quantile(
          lines.map((line) => line.right),
          0.97,
        ),
      }
      return [shape, measure]
    }),
  )
}

type Flow =
  | { readonly kind: 'text'; lines: LineGroup; readonly measure: Measure }
  | { readonly kind: 'table'; readonly pages: PageTable[] }

type TextBlock = Extract<PageBlock, { kind: 'text' }>

const addTable = (flow: Flow[], table: PageTable, isFirst: boolean): void => {
  const last = flow.at(-1)
  if (isFirst && last?.kind === 'table') last.pages.push(table)
  else flow.push({ kind: 'table', pages: [table] })
}

const addText = (flow: Flow[], { paragraphs, measure }: TextBlock, isFirst: boolean): void => {
  paragraphs.forEach((lines, at) => {
    const last = flow.at(-1)
    const line = lines[0]
    const mayGoOn = isFirst && at === 0 && last?.kind === 'text' && line !== undefined
    if (mayGoOn && continues(last.lines, line, measure)) last.lines = [...last.lines, ...lines]
    else flow.push({ kind: 'text', lines, measure })
  })
}

/** Adds a page: what goes on over the page break becomes one. */
const addPage = (flow: Flow[], blocks: readonly PageBlock[]): void => {
  blocks.forEach((block, at) => {
    if (block.kind === 'table') addTable(flow, block, at === 0)
    else addText(flow, block, at === 0)
  })
}

const blocksOfFlow = (flow: readonly Flow[]): Block[] => {
  const blocks: Block[] = []
  let line = 1
  for (const part of flow) {
    if (part.kind === 'text') {
      const text = tidy(textOfLines(part.lines, part.measure))
      if (text !== '') blocks.push({ kind: 'paragraph', text, line: line++ })
      continue
    }
    for (const table of joinTables(part.pages)) {
      const rows: Row[] = table.map((row) => ({ line: line++, ...row }))
      blocks.push({ kind: 'table', rows })
    }
  }
  return blocks
}

/**
 * Makes the neutral document of pages. Lines count paragraphs and rows of tables over the whole document, from 1: printed
 * lines have no meaning of their own, they are joined to paragraphs. Page numbers, headers, footers and footnotes go to
 * the margins. Columns beside each other are read one after the other, from the left.
 */
export const documentOfPages = (pages: readonly Page[]): PlanDocument => {
  const cleaned = withoutMargins(pages.filter((page) => page.words.length > 0))
  const measures = measuresOf(cleaned.pages)
  const flow: Flow[] = []
  for (const page of cleaned.pages) {
    const measure = measures.get(shapeOf(page)) ?? around(page.words)
    addPage(flow, blocksOfPage(page, measure))
  }
  return { blocks: blocksOfFlow(flow), margins: cleaned.margins }
}
