import { marked, type Token, type Tokens } from 'marked'
import type { Block, Cell, PlanDocument, Row, Table } from '../document.ts'
import { readHtml } from './html.ts'
import { withoutTags } from './markup.ts'
import { readText } from './txt.ts'

/** Marks of emphasis, links and escapes give way to the words they are about. */
const inlineWords = (source: string): string => withoutTags(marked.parseInline(source, { async: false }))

const rowOf = (cells: readonly Tokens.TableCell[], line: number): Row => ({
  line,
  cells: cells.map(({ text }, column): Cell => ({ text: inlineWords(text), column, columns: 1, rows: 1 })),
})

/** Under the header's line stands the rule, then a line for each row. */
const tableOf = ({ header, rows }: Tokens.Table, line: number): Table => ({
  kind: 'table',
  rows: [rowOf(header, line), ...rows.map((cells, at) => rowOf(cells, line + 2 + at))],
})

const isTable = (token: Token): token is Tokens.Table => token.type === 'table'

const moved = (block: Block, by: number): Block =>
  block.kind === 'paragraph'
    ? { ...block, line: block.line + by }
    : { kind: 'table', rows: block.rows.map((row) => ({ ...row, line: row.line + by })) }

/** A line as Markdown means it; rows of tabs keep theirs. */
const plainLine = (line: string): string => {
  if (line.includes('\t')) return line
  const item = line.replace(/^\s*[*+]\s+(?=\S)/u, (mark) => (mark.includes('+') ? '+ ' : '- '))
  return item
    .replace(/^\s*(?:>\s?)+|^\s*```.*$|^ {0,3}\[[^\]]+\]:\s*\S+.*$|^\s*(?:[-*_]\s*){3,}$/u, '')
    .replace(/\\$/u, '')
}

const wordsOfToken = ({ raw }: Token): Block[] =>
  readText(
    raw
      .split('\n')
      .map(plainLine)
      .map((line) => (/[`\\[]/u.test(line) && !line.includes('\t') ? keepingStart(line) : line))
      .join('\n'),
  ).blocks.slice()

/** A line's own number or dash is part of its words, and no list to be numbered anew. */
const keepingStart = (line: string): string => {
  const start = /^\s*(?:(?:\d+(?:\.\d+)*|\p{L})\\?[.)]|[-+])?\s*/u.exec(line)?.[0] ?? ''
  return start.replace('\\', '') + inlineWords(line.slice(start.length)).replaceAll('\n', ' ')
}

/** Tables of bars and of HTML by their structure, all else by its lines, which keep their numbers. */
const blocksOf = (token: Token): Block[] => {
  if (isTable(token)) return [tableOf(token, 1)]
  if (token.type === 'html' && /<table[\s>]/iu.test(token.raw)) return [...readHtml(token.raw).blocks]
  return wordsOfToken(token)
}

/** Reads Markdown; lines are those of the file, except inside tables of HTML. */
export const readMarkdown = (text: string): PlanDocument => {
  const blocks: Block[] = []
  let line = 0
  for (const token of marked.lexer(text.replaceAll(/\r\n?/gu, '\n'))) {
    for (const block of blocksOf(token)) blocks.push(moved(block, line))
    line += token.raw.split('\n').length - 1
  }
  return { blocks, margins: [] }
}
