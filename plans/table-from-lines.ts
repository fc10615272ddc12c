import type { Block, Row, Table } from './document.ts'

/**
 * A table that was printed with each cell in a line of its own: a line begins with a tab, what goes on in the cell
 * follows without one, a blank line ends the row.
 */
interface Gathered {
  /** The cells of each row. */
  readonly rows: { readonly line: number; readonly cells: string[] }[]
  /** The line where it went on last. */
  until: number
}

const isCellLine = (row: Row): boolean =>
  row.cells.length === 2 &&
  row.cells[0]?.text === '' &&
  row.cells.every((cell) => cell.columns === 1 && cell.rows === 1)

const isCellLines = (table: Table): boolean => table.rows.every(isCellLine)

/** More blank lines than a page break leaves between two rows end the table. */
const widestGap = 4

const addTable = (gathered: Gathered, table: Table): void => {
  for (const row of table.rows) {
    const text = row.cells[1]?.text ?? ''
    const last = gathered.rows.at(-1)
    if (last !== undefined && row.line === gathered.until + 1) last.cells.push(text)
    else gathered.rows.push({ line: row.line, cells: [text] })
    gathered.until = row.line
  }
}

const addText = (gathered: Gathered, text: string, line: number): void => {
  const cells = gathered.rows.at(-1)?.cells
  if (cells !== undefined) cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${text}`
  gathered.until = line
}

/** Adds a block when it goes on with the table; false when it does not. */
const takes = (gathered: Gathered, block: Block): boolean => {
  if (block.kind === 'table') {
    if (!isCellLines(block)) return false
    const begins = block.rows[0]?.line ?? 0
    if (gathered.rows.length > 0 && begins > gathered.until + widestGap) return false
    addTable(gathered, block)
    return true
  }
  if (block.line !== gathered.until + 1) return false
  addText(gathered, block.text, block.line)
  return true
}

/** The run of blocks from here on that could be one table; how many blocks it takes. */
const gather = (blocks: readonly Block[], from: number): { readonly gathered: Gathered; readonly taken: number } => {
  const gathered: Gathered = { rows: [], until: 0 }
  let end = from
  for (let block = blocks[end]; block !== undefined && takes(gathered, block); block = blocks[end]) end += 1
  return { gathered, taken: end - from }
}

const mostCommon = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

const fewestRows = 3
const fewestColumns = 3

/** Most of its rows have the same number of cells; shorter ones lost their first, for what is cut off is cut at the top. */
const tableOf = ({ rows }: Gathered): Table | null => {
  const width = mostCommon(rows.map(({ cells }) => cells.length))
  const whole = rows.filter(({ cells }) => cells.length === width).length
  if (width < fewestColumns || whole < fewestRows || whole * 3 < rows.length * 2) return null
  return {
    kind: 'table',
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((text, at) => ({ text, column: Math.max(0, width - cells.length) + at, columns: 1, rows: 1 })),
    })),
  }
}

/** The same blocks with every table that has one cell per line put together. */
export const withLinesAsTables = (blocks: readonly Block[]): Block[] => {
  const out: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]
    if (block === undefined) break
    if (block.kind !== 'table' || !isCellLines(block)) {
      out.push(block)
      at += 1
      continue
    }
    const { gathered, taken } = gather(blocks, at)
    const table = tableOf(gathered)
    if (table === null) out.push(...blocks.slice(at, at + taken))
    else out.push(table)
    at += taken
  }
  return out
}
