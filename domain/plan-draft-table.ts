import type { RichText } from './message.ts'
import type { PlanAssignments } from './plan-assignment.ts'
import { type Doubt, listDoubts } from './plan-draft-doubts.ts'
import type { DraftState } from './plan-draft.ts'
import type { ParsedPlan } from './plan-document.ts'
import type { LocalDate } from './time.ts'

/** One task of a draft as a row of a table: what can be corrected in place, and what is doubtful about it. */
export interface DraftTableRow {
  /** The number that it is called by, which never changes. */
  readonly number: number
  readonly code: string
  readonly section: string
  readonly title: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly dates: readonly { readonly day: LocalDate; readonly label: string }[]
  /** The plan's own words. */
  readonly deadlineText: string
  readonly output: string
  readonly sourceText: string
  readonly line: number
  readonly doubts: readonly Doubt[]
  /** Names of its leads that the directory does not have. */
  readonly unknown: readonly string[]
}

/** A whole draft as a table. */
export interface DraftTable {
  readonly document: ParsedPlan['document']
  readonly rows: readonly DraftTableRow[]
  /** What is doubtful about the document as a whole. */
  readonly doubts: readonly Doubt[]
  /** All that is doubtful, in the document and in its rows. */
  readonly doubtful: number
  readonly assignments: number
  readonly agencies: number
  /** How many names of leads the directory does not have. */
  readonly unknownNames: number
}

/** The table of a stored draft. */
export interface ShownTable extends DraftTable {
  readonly fileName: string
  /** How many corrections can be taken back. */
  readonly corrections: number
}

/** What a correction in the table did. */
export interface CorrectedTable {
  readonly table: ShownTable
  /** The same words as in the chat. */
  readonly said: RichText
  /** False when it could not be made; then nothing changed. */
  readonly changed: boolean
}

/** A draft as a table, with who would get what of it at present. */
export const tableOf = (
  state: DraftState,
  { assignments, agencies, unknown }: Pick<PlanAssignments, 'agencies' | 'assignments' | 'unknown'>,
): DraftTable => {
  const doubts = listDoubts(state)
  const byRow = Map.groupBy(doubts, ({ row }) => row)
  const strange = new Set(unknown.flatMap(({ spellings }) => spellings))
  return {
    ...{ document: state.document, assignments, agencies, unknownNames: unknown.length },
    doubts: byRow.get(null) ?? [],
    doubtful: doubts.length,
    rows: state.rows.map(({ number, task }) => ({
      ...{ number, code: task.code, section: task.section, title: task.title, lead: task.lead, support: task.support },
      dates: task.occurrences.map((day, at) => ({ day, label: task.occurrenceLabels[at] ?? '' })),
      ...{ deadlineText: task.deadlineText, output: task.output, sourceText: task.sourceText, line: task.line },
      doubts: byRow.get(number) ?? [],
      unknown: task.lead.filter((name) => strange.has(name)),
    })),
  }
}
