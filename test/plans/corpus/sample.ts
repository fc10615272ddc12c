/** What a sample plan is: the lines and tables of a document and, beside them, the tasks a careful reader finds. */
export type TaskLabel = {
  readonly code: string
  readonly section: string
  readonly title: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadlineText: string
  /** YYYY-MM-DD, the last permitted days. */
  readonly occurrences: readonly string[]
  readonly cadence: string
  readonly output: string
  /** The first 60 characters of the task as they stand in the file. */
  readonly quote: string
}
export type TableRow = { readonly cells: readonly string[]; readonly head: boolean; readonly pageBefore: boolean }
export type TableBlock = { kind: 'table'; roles: readonly string[]; rows: TableRow[]; border: boolean }
export type LineBlock = { kind: 'line'; text: string; style: 'title' | 'head' | 'body'; auto: boolean }
export type Block = LineBlock | TableBlock | { kind: 'page' } | { kind: 'turn'; landscape: boolean }
export type Sample = {
  readonly about: Readonly<Record<string, string>>
  readonly blocks: readonly Block[]
  readonly tasks: readonly TaskLabel[]
  /** Those of the tasks that stand in tables: all that a .csv can hold. */
  readonly rowTasks: readonly TaskLabel[]
}

const MARKER = /^(?:[-–+•*]|\(?[a-zđ]\)|\d+(?:\.\d+)*[.)]|[IVX]+\.|[A-Z]\.)\s+/u
/** "1.2. Words" → ["1.2.", "Words"]; no marker → ["", text]. */
export const splitMarker = (text: string): readonly [string, string] => {
  const found = MARKER.exec(text)?.[0] ?? ''
  return [found.trim(), text.slice(found.length)]
}

export type Spanned = { readonly text: string; readonly columns: number; readonly rows: number }
/** The table's cells with their spans; null where a neighbour covers the place. */
export const spansOf = (table: TableBlock): (Spanned | null)[][] =>
  table.rows.map((row, r) =>
    row.cells.map((text, c) => {
      if (text === '<' || text === '^') return null
      let columns = 1
      while (row.cells[c + columns] === '<') columns++
      let rows = 1
      while (table.rows[r + rows]?.cells[c] === '^') rows++
      return { text, columns, rows }
    }),
  )

/** Every place of the grid with the words that stand there; a cell merged over rows is said again in each. */
export const filledGrid = (table: TableBlock): string[][] => {
  const grid: string[][] = []
  for (const row of table.rows) {
    const above = grid.at(-1) ?? []
    grid.push(row.cells.map((text, c) => (text === '^' ? (above[c] ?? '') : text === '<' ? '' : text)))
  }
  return grid
}

/** A cell's words on one line: `¶` a new line in it, `⏎` where a page breaks it. */
export const oneLine = (cell: string): string => cell.replaceAll(/\s*[¶⏎]\s*/gu, ' ').trim()
