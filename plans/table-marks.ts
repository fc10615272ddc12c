import type { DeadlineReading } from '../domain/deadline.ts'
import type { Cadence } from '../domain/plan-document.ts'
import type { LocalDate } from '../domain/time.ts'
import type { CellReaders } from './cell-readers.ts'
import { oneLine, type Square } from './document.ts'
import type { Period } from './table-periods.ts'

/** A run of marked columns without a gap. */
interface Run {
  readonly first: Period
  readonly last: Period
  /** What stands in its cell; '' for a bar of several cells. */
  readonly text: string
}

/** "-", "0", "không": nothing is due. */
const isMark = ({ text }: Square): boolean => text !== '' && !/^(?:[-–—_.\s]+|0|không)$/iu.test(text)

const dated = /\d{1,2}\s*[/.-]\s*\d{1,2}|ngày|trước|cuối|đầu|giữa/iu

/** Whether a marked cell belongs to the run at its left: one merged cell, or marks without words of time of their own. */
const joins = (square: Square, last: Run): boolean =>
  square.from === 'left' || !(dated.test(square.text) || dated.test(last.text))

const runsOf = (marks: readonly Square[], periods: readonly Period[]): Run[] => {
  const runs: Run[] = []
  let reached = -2
  periods.forEach((period, at) => {
    const square = marks[at]
    if (square === undefined || !isMark(square)) return
    const last = reached === at - 1 ? runs.at(-1) : undefined
    if (last === undefined || !joins(square, last)) runs.push({ first: period, last: period, text: square.text })
    else runs[runs.length - 1] = { ...last, last: period, text: square.from === 'left' ? last.text : '' }
    reached = at
  })
  return runs
}

const isWholeYear = ({ first, last }: Run, periods: readonly Period[]): boolean =>
  first === periods[0] && last === periods.at(-1) && last.month === 12 && (first.month === 1 || first.words === 'quý I')

const dayAlone = /^(?:(trước|đến|chậm nhất)\s+)?(?:ngày\s+)?(\d{1,2})$/iu

/** The words of a run as deadlines are written: a date in the cell, or the end of its last column. */
const wordsOf = ({ last, text }: Run): readonly string[] => {
  if (!dated.test(text)) return [last.words]
  const alone = dayAlone.exec(text.trim())
  return [alone === null ? text : `${alone[1] ?? ''} ngày ${alone[2] ?? ''}/${last.month}`, last.words]
}

/** Whether a day lies in a column's month or quarter: "1.5" under "Tháng 3" is an amount, not a date. */
const liesIn = (day: LocalDate, { words, month }: Period): boolean => {
  const behind = month - Number(day.slice(5, 7))
  return behind >= 0 && behind < (words.startsWith('quý') ? 3 : 1)
}

const readRun = (run: Run, { deadline, planYear }: CellReaders): DeadlineReading => {
  const year = run.last.year ?? planYear
  const readings = wordsOf(run).map((words) => deadline(words, year))
  const dates = readings.find(({ occurrences: [first] }) => first !== undefined && liesIn(first, run.last))
  return dates ?? deadline(run.last.words, year)
}

const labelOf = ({ first, last, text }: Run): string => {
  const name = first === last ? first.label : `${first.label} - ${last.label}`
  return dated.test(text) ? `${name}: ${oneLine(text)}` : name
}

const cadenceOf = (runs: readonly Run[], dates: number, periods: readonly Period[]): Cadence => {
  const [only] = runs
  if (only === undefined || dates === 0) return 'unscheduled'
  if (dates > 1) return 'periodic'
  return isWholeYear(only, periods) ? 'ongoing' : 'once'
}

/** What the marked columns of a row say: each mark a time of its own, an unbroken bar the end of a range. */
export const markedPeriods = (
  marks: readonly Square[],
  periods: readonly Period[],
  readers: CellReaders,
): DeadlineReading & { readonly text: string } => {
  const runs = runsOf(marks, periods)
  const read = runs.map((run) => ({ label: runs.length > 1 ? labelOf(run) : '', reading: readRun(run, readers) }))
  const days = new Map<LocalDate, string>()
  for (const { label, reading } of read) for (const day of reading.occurrences) if (!days.has(day)) days.set(day, label)
  const occurrences = [...days.keys()].sort()
  return {
    occurrences,
    labels: occurrences.map((day) => days.get(day) ?? ''),
    cadence: cadenceOf(runs, occurrences.length, periods),
    warnings: [...new Set(read.flatMap(({ reading }) => reading.warnings))],
    text: runs.map(labelOf).join('; '),
  }
}
