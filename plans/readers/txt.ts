import type { Block, Paragraph, PlanDocument, Row } from '../document.ts'
import { withoutTags } from './markup.ts'

/** Markdown's headings, emphasis and hard line breaks, which exported documents carry. */
const withoutMarkdown = (line: string): string =>
  line
    .replace(/^\s{0,3}#{1,6}\s+/u, '')
    .replace(/\*\*(.+?)\*\*/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(?![\s*])([^*\n]+)(?<!\s)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/^\s*\*\*|\*\*\s*$/gu, '')

const rowOf = (source: string, line: number): Row => ({
  line,
  cells: source.split('\t').map((cell, column) => ({ text: withoutTags(cell), column, columns: 1, rows: 1 })),
})

const paragraphOf = (source: string, line: number): Paragraph | null => {
  const text = withoutTags(withoutMarkdown(source)).replaceAll('\n', ' ')
  return text === '' ? null : { kind: 'paragraph', text, line }
}

/** Reads plain text: lines with tabs that follow each other are a table, every other line is a paragraph. */
export const readText = (text: string): PlanDocument => {
  const blocks: Block[] = []
  let rows: Row[] = []
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }
  text.split(/\r\n|\n|\r/u).forEach((source, at) => {
    if (source.includes('\t')) {
      rows.push(rowOf(source, at + 1))
      return
    }
    closeTable()
    const paragraph = paragraphOf(source, at + 1)
    if (paragraph !== null) blocks.push(paragraph)
  })
  closeTable()
  return { blocks }
}
