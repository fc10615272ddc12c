import type { Locale, Person } from '../people.ts'
import type { SummarySchedule } from '../summary-schedule.ts'

/** Whom a weekly summary goes to: a group, or a person on whichever channel they use. */
export interface SummaryTarget {
  readonly kind: 'group' | 'person'
  readonly id: string
}

/** When a weekly summary is said to somebody. */
export interface SummaryPlan {
  /** Null for never. */
  readonly dueAt: Date | null
  readonly schedule: SummarySchedule
  /** What was decided: to get it, or not; null where nobody decided. */
  readonly wish: boolean | null
  /** Whether it names agencies: to a group only where that was chosen, to a person those that they oversee. */
  readonly namesAgencies: boolean
}

/** Who reads a summary, and in which chat. */
export type SummaryReader =
  | { readonly kind: 'group'; readonly chatId: string; readonly locale: Locale }
  | { readonly kind: 'person'; readonly chatId: string; readonly person: Person }

/** When something was last said to somebody by itself; null for never. */
interface LastSummary {
  /** Whatever became of it. */
  readonly writtenAt: Date | null
  /** Only what certainly arrived. */
  readonly sentAt: Date | null
}

export interface Summaries {
  findPlan(target: SummaryTarget): Promise<SummaryPlan>
  savePlan(target: SummaryTarget, plan: SummaryPlan): Promise<void>
  /** Moves the date on in one conditional write; false when somebody else was faster. */
  claim(target: SummaryTarget, dueAt: Date, nextAt: Date): Promise<boolean>
  /** Null when it is nobody any more, or nobody who can be reached now. A person is read in the chat used last. */
  findReader(target: SummaryTarget): Promise<SummaryReader | null>
  findLast(target: SummaryTarget): Promise<LastSummary>
  /** Gives up what still waits to be sent to them: the next one says it all. */
  dropWaiting(target: SummaryTarget, now: Date): Promise<void>
}
