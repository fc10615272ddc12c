/** A cell that knows how far it reaches, not yet where it stands. */
interface Reaching {
  readonly columns: number
  readonly rows: number
}

/** A wider table is no task table: further cells stand beside each other and reach no further. */
const maxColumns = 64

/** Gives the cells of each row their columns, past those that merged cells of rows above already cover. */
export const placeCells = <C extends Reaching>(
  rows: readonly (readonly C[])[],
): (C & { readonly column: number })[][] => {
  const coveredUntil: number[] = []
  return rows.map((cells, at) => {
    let column = 0
    return cells.map((cell) => {
      while ((coveredUntil[column] ?? 0) > at) column += 1
      const start = column
      const reach = Math.min(cell.rows, rows.length - at)
      for (let covered = start; covered < Math.min(start + cell.columns, maxColumns); covered += 1) {
        coveredUntil[covered] = at + reach
      }
      column += cell.columns
      return { ...cell, column: start, rows: reach }
    })
  })
}
