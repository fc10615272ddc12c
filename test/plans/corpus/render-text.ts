import { type Block, filledGrid, type LineBlock, oneLine, type Sample, spansOf, type TableBlock } from './sample.ts'

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const withoutPages = (cell: string): string => cell.replaceAll(/ ?⏎/gu, '')
const linesIn = (cell: string): string[] => cell.split('¶').map((part) => part.trim())

const htmlCell = (text: string, tag: string, columns: number, rows: number): string => {
  const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '')
  return `<${tag}${spans}>${linesIn(escapeHtml(withoutPages(text))).join('<br>')}</${tag}>`
}
const htmlTable = (table: TableBlock): string => {
  const rows = spansOf(table).map((cells, r) => {
    const tag = table.rows[r]?.head === true ? 'th' : 'td'
    return `<tr>${cells.map((cell) => (cell ? htmlCell(cell.text, tag, cell.columns, cell.rows) : '')).join('')}</tr>`
  })
  return `<table${table.border ? ' border="1"' : ''}>\n${rows.join('\n')}\n</table>`
}
const htmlLine = ({ text, style }: LineBlock): string => {
  const words = escapeHtml(text)
  if (style === 'body') return `<p>${words}</p>`
  return `<p${style === 'title' ? ' align="center"' : ''}><b>${words}</b></p>`
}
const htmlBlock = (block: Block): string[] => {
  if (block.kind === 'line') return [htmlLine(block)]
  return block.kind === 'table' ? [htmlTable(block)] : []
}
/** The sample as a web page. */
export const toHtml = (sample: Sample): string =>
  [
    '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title></head><body>',
    ...sample.blocks.flatMap(htmlBlock),
    '</body></html>\n',
  ].join('\n')

/** Rows in groups as pages cut them; the header rows stand again at the top of each page. */
const pagesOf = (table: TableBlock): string[][][] => {
  const grid = filledGrid(table)
  const heads = grid.filter((_, r) => table.rows[r]?.head === true)
  const pages: string[][][] = [[]]
  grid.forEach((cells, r) => {
    if (table.rows[r]?.pageBefore === true) pages.push([...heads])
    if (!cells.some((cell) => cell.includes('⏎'))) {
      pages.at(-1)?.push(cells)
      return
    }
    pages.at(-1)?.push(cells.map((cell) => cell.split('⏎')[0] ?? ''))
    pages.push([...heads, cells.map((cell) => cell.split('⏎')[1] ?? '')])
  })
  return pages
}

const mdCell = (text: string): string => oneLine(text.replaceAll(' ¶ ', '<br>')).replaceAll('|', String.raw`\|`)
const mdTable = (table: TableBlock): string =>
  pagesOf(table)
    .map((rows) => {
      const [first = '', ...others] = rows.map((cells) => `| ${cells.map(mdCell).join(' | ')} |`)
      return [first, `|${'---|'.repeat(rows[0]?.length ?? 1)}`, ...others].join('\n')
    })
    .join('\n\n')
const mdLine = ({ text, style }: LineBlock): string => {
  if (style === 'title') return `**${text}**`
  return style === 'head' ? `## ${text}` : text.replace(/^(\d+)\. /u, String.raw`$1\. `)
}
const mdBlock = (block: Block): string[] => {
  if (block.kind === 'line') return [mdLine(block)]
  return block.kind === 'table' ? [mdTable(block)] : []
}
/** The sample as Markdown: tables as pipe tables, a page break as a table begun again. */
export const toMarkdown = (sample: Sample): string => `${sample.blocks.flatMap(mdBlock).join('\n\n')}\n`

/** Cuts a paragraph into printed lines of at most `width` characters; 0 leaves it whole. */
export const wrapWords = (text: string, width: number): string => {
  if (width === 0) return text
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}
const tabTable = (table: TableBlock): string =>
  pagesOf(table)
    .map((rows) => rows.map((cells) => cells.map(oneLine).join('\t')).join('\n'))
    .join('\n\n\n')
/** One cell per line under a tab, an empty line after each row; a section is said once per column. */
const cellTable = (table: TableBlock): string =>
  filledGrid(table)
    .map((cells, r) => {
      const isSection = table.rows[r]?.cells.slice(1).every((text) => text === '<') ?? false
      const first = cells.find((text) => text !== '') ?? ''
      return cells.map((cell) => `\t${oneLine(isSection ? first : cell) || ' '}`).join('\n')
    })
    .join('\n\n')
const looseTable = (table: TableBlock): string =>
  table.rows.map((row) => row.cells.flatMap((cell) => linesIn(cell)).join('\n')).join('\n')

export type TextForm = { readonly width: number; readonly cells: 'tab' | 'line' }
/** The form of text the sample itself asks for: `wrap: 78`, `txt: cells`. */
export const ownForm = ({ about }: Sample): TextForm => ({
  width: Number(about['wrap'] ?? 0),
  cells: about['txt'] === 'cells' ? 'line' : 'tab',
})
const textBlock = (block: Block, form: TextForm): string[] => {
  if (block.kind === 'line') return [wrapWords(block.text, form.width)]
  if (block.kind === 'page') return ['\f']
  if (block.kind === 'turn') return []
  if (!block.border) return [looseTable(block)]
  return [form.cells === 'line' ? cellTable(block) : tabTable(block)]
}
/** The sample as text: whole paragraphs or printed lines; tables by tabs, or a cell a line. */
export const toText = (sample: Sample, form: TextForm = ownForm(sample)): string =>
  `${sample.blocks.flatMap((block) => textBlock(block, form)).join('\n\n')}\n`

const csvField = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csvBlock = (block: Block): string[] => {
  if (block.kind === 'line') return block.style === 'title' ? [csvField(block.text)] : []
  if (block.kind !== 'table' || !block.border) return []
  return filledGrid(block).map((cells) =>
    cells.map((cell) => csvField(linesIn(withoutPages(cell)).join('\n'))).join(','),
  )
}
/** The titles and every table as comma-separated rows, as a spreadsheet saves them. */
export const toCsv = (sample: Sample): string => `${sample.blocks.flatMap(csvBlock).join('\r\n')}\r\n`
