import type { Day, WallMinute } from './calendar.ts'

/** When a plan's tasks are spoken of, as its people set it. */
export interface Rule {
  /** As the program keeps it; null for what is usual. */
  readonly written: string | null
  readonly before: readonly number[]
  readonly lateEvery: number | null
  readonly working: boolean
  /** Without a due date it is asked about once in so many months; null for never. */
  readonly askedEvery: 1 | 3 | null
}

type State = 'open' | 'submitted' | 'done' | 'returned' | 'cancelled'

export interface ModelAssignment {
  readonly number: number
  readonly agency: number
  readonly rule: Rule
  /** Whether a head looks at what is handed in. */
  readonly isStrict: boolean
  /** When it was given to its agency. */
  readonly given: Day
  due: Day | null
  version: number
  state: State
  doer: number | null
  /** What was to be said until then is over: it was said, or something happened that speaks for itself. */
  handledUntil: WallMinute
  /** When somebody last changed anything about it. */
  changedAt: WallMinute
  /** When somebody last said how it stands. */
  heardAt: WallMinute
}
