import type { Cell, Row } from '../document.ts'
import type { Area, SheetContent } from './xlsx-sheet.ts'

/** Squares that merged cells may cover in one sheet; beyond, the file is a mistake or a trap. */
const maxCovered = 2_000_000

/** The first of the ascending lines that is not before this one. */
const firstFrom = (lines: readonly number[], line: number): number => {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

interface Reach {
  readonly columns: number
  readonly rows: number
}

/** The columns that are shown, each by its place among them. */
const shownColumns = (hidden: ReadonlySet<number>) => {
  const sorted = [...hidden].toSorted((a, b) => a - b)
  return (column: number): number => column - firstFrom(sorted, column)
}

/** The rows that people see, merged cells reaching over the rows and columns that are shown. */
export const shownRows = ({ rows, merges, hiddenColumns }: SheetContent): Row[] => {
  const ordered = rows.toSorted((a, b) => a.line - b.line)
  const shown = ordered.filter(({ hidden }) => !hidden)
  const lines = shown.map(({ line }) => line)
  const textAt = new Map(ordered.map(({ line, texts }) => [line, texts]))
  const columnOf = shownColumns(hiddenColumns)
  const texts = shown.map((row) => new Map(row.texts))
  const reaches = new Map<string, Reach>()
  let covered = 0

  const addMerge = ({ top, bottom, left, right }: Area): void => {
    const first = firstFrom(lines, top)
    const down = firstFrom(lines, bottom + 1) - first
    const across = columnOf(right + 1) - columnOf(left)
    covered += down * Math.min(across, 64)
    const text = textAt.get(top)?.get(left)
    const row = texts[first]
    if (down < 1 || across < 1 || row === undefined || covered > maxCovered) return
    // The words stand in the first cell, which may be hidden itself.
    const start = firstShown(left, hiddenColumns)
    row.set(start, text ?? row.get(start) ?? '')
    reaches.set(`${first}:${start}`, { columns: across, rows: down })
  }

  for (const merge of merges) addMerge(merge)
  return shown.map(({ line }, at) => ({
    line,
    cells: [...(texts[at] ?? [])]
      .filter(([column]) => !hiddenColumns.has(column))
      .toSorted(([a], [b]) => a - b)
      .map(([column, text]): Cell => {
        const reach = reaches.get(`${at}:${column}`)
        return { text, column: columnOf(column), columns: reach?.columns ?? 1, rows: reach?.rows ?? 1 }
      }),
  }))
}

const firstShown = (column: number, hidden: ReadonlySet<number>): number => {
  let at = column
  while (hidden.has(at)) at += 1
  return at
}
