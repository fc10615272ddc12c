import type { DeadlineReading } from '../domain/deadline.ts'
import { fold } from '../domain/fold.ts'
import type { CellReaders } from './cell-readers.ts'
import { deadlineInTask } from './deadline-in-words.ts'
import { oneLine } from './document.ts'
import { markedPeriods } from './table-marks.ts'
import { titleOf } from './table-outline.ts'
import type { TaskRow } from './task-rows.ts'
import type { TaskTable } from './task-tables.ts'

export interface CellDeadline extends DeadlineReading {
  /** The document's words. */
  readonly text: string
  /** Whether the table has a place for it that is empty here. */
  readonly missing: boolean
}

/** "THÁNG 3", "Nhiệm vụ quý II/2026": a heading that says when all under it is due. */
const timeHeading =
  /^(?:(?:cac )?(?:nhiem vu|noi dung|cong viec)(?: trong tam)?(?: trong)? )?(?:trong )?(?:thang \d{1,2}|quy (?:iv|iii|ii|i|[1-4]))(?:(?: nam)? 20\d\d)?$/

const headingTime = (heading: TaskRow | null): string => {
  const title = heading === null ? '' : titleOf(heading)
  return title.length <= 60 && timeHeading.test(fold(title)) ? title : ''
}

const bareNumber = /^(?:\d{1,2}|IV|III|II|I)(?:\s*[/.-]\s*20\d\d)?$/iu

/** "3" in a column of months is "tháng 3". */
const withUnit = (text: string, unit: string): string =>
  unit !== '' && bareNumber.test(text.trim()) ? `${unit} ${text.trim()}` : text

const fromTime = (row: TaskRow, table: TaskTable, { deadline, planYear }: CellReaders): CellDeadline => {
  const { time, start } = row.cells
  const reading = deadline(withUnit(time, table.unit), planYear)
  return { ...reading, text: oneLine(start === '' ? time : `${start} - ${time}`), missing: false }
}

/** "Cả năm" in the column of beginnings alone is for both where a text lost its merged cells; a beginning is no deadline. */
const fromStart = ({ cells: { start } }: TaskRow, { deadline, planYear }: CellReaders): CellDeadline | null => {
  if (start === '') return null
  const reading = deadline(start, planYear)
  return reading.cadence === 'ongoing' ? { ...reading, text: oneLine(start), missing: false } : null
}

/** The table has no place for times: what the task's words or the heading over it say. */
const fromWords = (row: TaskRow, heading: TaskRow | null, { deadline, planYear }: CellReaders): CellDeadline => {
  const { task, criterion, requirement, note } = row.cells
  const stated = deadlineInTask(task || criterion) || deadlineInTask(requirement) || deadlineInTask(note)
  const text = stated === '' ? headingTime(heading) : stated
  return { ...deadline(text, planYear), text, missing: false }
}

/** When a row's task is due: by its column of times, by the months that are marked, or by words where there is neither. */
export const deadlineOf = (
  row: TaskRow,
  heading: TaskRow | null,
  table: TaskTable,
  readers: CellReaders,
): CellDeadline => {
  if (row.cells.time !== '') return fromTime(row, table, readers)
  const whole = fromStart(row, readers)
  if (whole !== null) return whole
  if (table.periods.length > 0) {
    const marked = markedPeriods(row.marks, table.periods, readers)
    return { ...marked, missing: marked.text === '' }
  }
  if (table.columns.has('time')) return { ...readers.deadline('', readers.planYear), text: '', missing: true }
  return fromWords(row, heading, readers)
}
