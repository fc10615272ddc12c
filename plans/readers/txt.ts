import type { Block, Paragraph, PlanDocument, Row } from '../document.ts'
import { alignedTable } from './aligned-text.ts'
import { cellLines } from './cell-lines.ts'
import { apart } from './letterhead-sides.ts'
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

/** One paragraph a line, two where spaces set the sides of a letterhead apart. */
const paragraphsOf = (source: string, line: number): Paragraph[] =>
  apart(withoutMarkdown(source))
    .split('\n')
    .map((side) => withoutTags(side).replaceAll('\n', ' '))
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text, line }))

/**
 * Reads plain text: lines with tabs that follow each other are a table, and so are lines that spaces align under the
 * header of a task table, and cells in a line each below one; every other line is a paragraph.
 */
export const readText = (text: string): PlanDocument => {
  const blocks: Block[] = []
  let rows: Row[] = []
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }
  const lines = text.split(/\r\n|\n|\r/u)
  for (let at = 0; at < lines.length; at += 1) {
    const source = lines[at] ?? ''
    if (source.includes('\t')) {
      rows.push(rowOf(source, at + 1))
      continue
    }
    closeTable()
    const aligned = alignedTable(lines, at) ?? cellLines(lines, at)
    if (aligned === null) blocks.push(...paragraphsOf(source, at + 1))
    else {
      blocks.push({ kind: 'table', rows: aligned.rows })
      at += aligned.lines - 1
    }
  }
  closeTable()
  return { blocks, margins: [] }
}
