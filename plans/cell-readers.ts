import { splitAgencies } from '../domain/agency-lists.ts'
import { type DeadlineContext, type DeadlineReading, readDeadline } from '../domain/deadline.ts'

/** What cells are read with; the same words, which stand in most rows of a long table, are read once. */
export interface CellReaders {
  readonly agencies: (text: string) => readonly string[]
  /** `planYear`: the year that the words belong to when they name none. */
  readonly deadline: (text: string, planYear: number | null) => DeadlineReading
  /** The year of the table or, where it names none, of its document. */
  readonly planYear: number | null
}

const remembering = <Read>(read: (text: string) => Read): ((text: string) => Read) => {
  const known = new Map<string, Read>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    known.set(text, found)
    return found
  }
}

/** Readers for the cells of one table; they remember for as long as the table is read. */
export const cellReaders = (context: DeadlineContext): CellReaders => {
  const byYear = new Map<number | null, (text: string) => DeadlineReading>()
  return {
    agencies: remembering(splitAgencies),
    deadline: (text, planYear) => {
      const read = byYear.get(planYear) ?? remembering((words) => readDeadline(words, { ...context, planYear }))
      byYear.set(planYear, read)
      return read(text)
    },
    planYear: context.planYear,
  }
}
