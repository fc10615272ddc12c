import { oneLine } from './document.ts'
import { isCapitals } from './table-annexes.ts'
import type { CellRole, Cells } from './table-cells.ts'
import { codesInChapters, isAbove } from './task-codes.ts'
import type { TaskRow } from './task-rows.ts'

/** A row that is a task, under its heading. */
export interface FoundTask {
  readonly row: TaskRow
  /** The numbered row it belongs to; itself when it has a number of its own. */
  readonly base: TaskRow
  /** Whether the numbered row is only the beginning of its sentence: "Ban hành kế hoạch", under it "a) của thành phố". */
  readonly isItem: boolean
  readonly heading: TaskRow | null
  /** The codes of all that stands above it, from the outermost. */
  readonly chapters: readonly string[]
}

const isMarked = (row: TaskRow): boolean => row.marks.some(({ text }) => text !== '')

const namesNobody = ({ cells }: TaskRow): boolean => cells.lead + cells.agencies + cells.support + cells.output === ''
const isTimed = (row: TaskRow): boolean => row.cells.time !== '' || isMarked(row)
const isAssigned = (row: TaskRow): boolean => row.cells.lead !== '' || row.cells.agencies !== '' || isTimed(row)

/** What a row is called: its criterion and its task. */
export const titleOf = ({ cells }: { readonly cells: Cells }): string => {
  const criterion = oneLine(cells.criterion)
  const task = oneLine(cells.task)
  if (criterion === '' || task === '' || criterion === task) return criterion === '' ? task : criterion
  return `${criterion.replace(/[\s.;:,]+$/u, '')}: ${task}`
}

const longestName = 150

/** Words without a number that could be a section's name: no sentence, no item of a list. */
const isName = (row: TaskRow): boolean => {
  const title = titleOf(row)
  return row.marker === '' && title.length <= longestName && /^[\p{Lu}“"]/u.test(title) && !/[.;:,]$/u.test(title)
}

const who: readonly CellRole[] = ['lead', 'agencies', 'time']

const isOver = (row: TaskRow, next: TaskRow): boolean =>
  row.code !== null && next.code !== null && isAbove(row.code, next.code)

/** The cells that say who and when are the next row's too: they belong to what stands under this row. */
const lendsAll = (row: TaskRow, next: TaskRow | undefined): boolean => {
  if (next === undefined || !isOver(row, next)) return false
  const own = who.filter((role) => row.cells[role] !== '')
  return own.length > 0 && own.every((role) => next.shared.has(role))
}

/** Of a row that says nothing of who and when, whether it is the heading of the next. */
const headsNext = (row: TaskRow, next: TaskRow): boolean => {
  if (row.code === null) return isAssigned(next) && isName(row)
  if (next.code === null) return isAssigned(next) && !next.wide
  return isOver(row, next) || isCapitals(titleOf(row))
}

/** Capitals without a number. */
const isShouted = (row: TaskRow): boolean => row.code === null && isCapitals(titleOf(row))

/** A row with nobody and no time is a heading when others stand under it; otherwise it may be a task that lacks both. */
const isHeading = (row: TaskRow, next: TaskRow | undefined): boolean => {
  if (row.wide) return true
  if (lendsAll(row, next)) return true
  if (!namesNobody(row) || isTimed(row)) return false
  return next === undefined ? isShouted(row) : isShouted(row) || headsNext(row, next)
}

/** An unnumbered row under a heading belongs to it; beside a numbered task it shares that task's heading. */
const headingOf = (
  found: Omit<FoundTask, 'heading' | 'chapters'>,
  isUnderHeading: boolean,
  above: readonly TaskRow[],
): TaskRow | null => {
  const { row, base, isItem } = found
  if (row.code === null && base !== row && isUnderHeading && !isItem) return base
  return above.findLast((upper) => upper !== base) ?? null
}

/** Whether a row is an item of the numbered sentence above it: one letter, figure or dash, not a list under a section. */
const completes = (row: TaskRow, base: TaskRow): boolean => {
  if (row.marker === '' || row.cells.criterion !== '' || !/^\d/.test(base.code ?? '')) return false
  return row.marker !== '-' || !/[\n.;]\s*[-–+•]\s/u.test(row.cells.task)
}

/** What stands above the row that is looked at. */
interface Above {
  /** Headings and numbered rows, from the outermost to the nearest. */
  readonly upper: readonly TaskRow[]
  /** The last row with a number, or heading. */
  readonly base: TaskRow | null
  readonly isUnderHeading: boolean
}

const taskUnder = (row: TaskRow, { upper, base, isUnderHeading }: Above): FoundTask => {
  const mine = row.code === null ? (base ?? row) : row
  const isItem = mine !== row && isUnderHeading && completes(row, mine)
  const task = { row, base: mine, isItem }
  const chapters = upper.flatMap((one) => (one === mine || one.code === null ? [] : [one.code]))
  return { ...task, heading: headingOf(task, isUnderHeading, upper), chapters }
}

/** Finds the tasks among the rows, each with the heading above it and the numbered row it belongs to. */
export const findTasks = (rows: readonly TaskRow[]): FoundTask[] => {
  const found: FoundTask[] = []
  let above: Above = { upper: [], base: null, isUnderHeading: false }
  rows.forEach((row, at) => {
    const heading = isHeading(row, rows[at + 1])
    const upper = above.upper.filter((one) => isAbove(one.code, row.code))
    const isMark = row.code !== null || heading
    if (!heading) found.push(taskUnder(row, isMark ? { upper, base: row, isUnderHeading: false } : above))
    if (isMark) above = { upper: [...upper, row], base: row, isUnderHeading: heading }
  })
  return found
}

const codeOf = ({ row, base, isItem }: FoundTask, at: number, number: number, sharing: number): string => {
  if (base.code === null) return String(at + 1)
  if (sharing === 1 && !isItem) return base.code
  return `${base.code}.${/^[\p{L}\d]/u.test(row.marker) ? row.marker : String(number)}`
}

/** "13.a" for a letter under 13, "6.3" for the only row of its number, "6.3.1", "6.3.2" for the rows that share it. */
export const codesOf = (tasks: readonly FoundTask[]): string[] => {
  const sharing = new Map<TaskRow, number>()
  for (const { base } of tasks) sharing.set(base, (sharing.get(base) ?? 0) + 1)
  const seen = new Map<TaskRow, number>()
  const plain = tasks.map((task, at) => {
    const number = (seen.get(task.base) ?? 0) + 1
    seen.set(task.base, number)
    return { code: codeOf(task, at, number, sharing.get(task.base) ?? 1), chapters: task.chapters }
  })
  return codesInChapters(plain)
}

/** A row without its own criterion shares the one of the numbered row it belongs to, one without any words all of them. */
export const completed = ({ row, base, isItem }: FoundTask): TaskRow => {
  if (row === base || isItem || row.cells.criterion !== '') return row
  const { criterion, task } = base.cells
  return { ...row, cells: { ...row.cells, criterion, task: row.cells.task === '' ? task : row.cells.task } }
}
