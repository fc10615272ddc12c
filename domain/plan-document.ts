import type { LocalDate } from './time.ts'

/** How often a task falls due. */
export type Cadence = 'once' | 'periodic' | 'ongoing' | 'unscheduled'

/** What is doubtful about a document, in a code that locales/ puts into words. */
export interface PlanWarning {
  readonly code: PlanWarningCode
  /** The words in question, as they stand in the file. */
  readonly detail: string
  /** Line of the file, counted from 1; 0 when it has none. */
  readonly line: number
}

export type PlanWarningCode =
  | 'no-number'
  | 'no-issue-date'
  | 'no-plan-year'
  | 'no-lead'
  | 'no-deadline'
  | 'deadline-not-understood'
  | 'impossible-date'
  | 'date-before-issue'
  | 'row-not-understood'

/** One thing to be done, as the document says it. Groups of agencies stay groups here. */
export interface ParsedTask {
  /** The item's own number: "1.3.1", "PL2-1.1" in the second annex. */
  readonly code: string
  readonly section: string
  readonly title: string
  readonly requirement: string
  /** Each agency alone, in correct spelling. */
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadlineText: string
  /** Each the last permitted day. */
  readonly occurrences: readonly LocalDate[]
  /** Parallel to `occurrences`: "Quý I", "6 tháng", "Tháng 3"; '' where a date has no label of its own. */
  readonly occurrenceLabels: readonly string[]
  readonly cadence: Cadence
  readonly output: string
  readonly sourceText: string
  readonly line: number
  readonly warnings: readonly PlanWarning[]
}

/** What a reader finds in a file: `dondoc plan parse FILE --json` prints exactly this. */
export interface ParsedPlan {
  readonly document: {
    readonly number: string
    readonly kind: string
    readonly title: string
    readonly issuer: string
    readonly issuedOn: LocalDate | null
    readonly planYear: number | null
  }
  readonly tasks: readonly ParsedTask[]
  readonly warnings: readonly PlanWarning[]
}

/** A file as it came: what readers work on. */
export interface PlanFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How far the reading of a file got. */
export interface ReadingProgress {
  readonly page: number
  readonly pages: number
}
