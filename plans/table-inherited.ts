import { type CellRole, cellsBy } from './table-cells.ts'
import { isAbove } from './task-codes.ts'
import type { TaskRow } from './task-rows.ts'

const lent: readonly CellRole[] = ['lead', 'agencies', 'support', 'time', 'start']
const own: readonly CellRole[] = [...lent, 'output']

const isMarked = (row: TaskRow): boolean => row.marks.some(({ text }) => text !== '')
const saysNothing = (row: TaskRow): boolean =>
  !row.wide && own.every((role) => row.cells[role] === '') && !isMarked(row)
const saysWho = (row: TaskRow): boolean => row.cells.lead + row.cells.agencies !== ''

/** How many of the rows that follow stand under this one by their numbers. */
const countUnder = (rows: readonly TaskRow[], at: number): number => {
  const code = rows[at]?.code ?? null
  const end = rows.findIndex((row, below) => below > at && (row.code === null || !isAbove(code, row.code)))
  return (end === -1 ? rows.length : end) - at - 1
}

/**
 * Where a numbered row names who and when, and all rows with numbers under it say nothing of either, it speaks for them:
 * it becomes their heading and they get its agencies and times.
 */
export const withInherited = (rows: readonly TaskRow[]): TaskRow[] => {
  const out = [...rows]
  rows.forEach((row, at) => {
    const next = rows[at + 1]
    if (row.code === null || !saysWho(row) || next === undefined || !saysNothing(next)) return
    const count = countUnder(rows, at)
    const under = rows.slice(at + 1, at + 1 + count)
    if (count < 2 || !under.every(saysNothing)) return
    out[at] = { ...row, wide: true }
    under.forEach((one, below) => {
      const cells = cellsBy((role) => (lent.includes(role) ? row.cells[role] : one.cells[role]))
      out[at + 1 + below] = { ...one, cells, marks: row.marks }
    })
  })
  return out
}
