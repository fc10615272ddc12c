import type { EscalationRule } from '../escalation.ts'
import type { MilestoneRule, MilestoneSettings } from '../milestone-rule.ts'
import type { LocalDate } from '../time.ts'

/** A day on which work is due. */
export interface DueDay {
  readonly dueOn: LocalDate
  /** When that work was given to its agency, where that was after the due date; else null. */
  readonly givenOn: LocalDate | null
}

/** When work that is due on a day is spoken of by another rule than before. */
export interface Rearming extends DueDay {
  /** The milestone it is in; null before the first. */
  readonly current: Date | null
  /** The one after it; null when there is none. */
  readonly next: Date | null
}

/** The plan whose milestones are meant; null for the workspace's own, which hold for every plan without. */
export type MilestonesOf = string | null

export interface MilestoneSettingsStore {
  /** What is set; null while everything goes by the usual milestones. */
  find(): Promise<MilestoneSettings | null>
  /** Null takes back what was set. Whoever sets the same at this moment waits until this transaction is over. */
  save(of: MilestonesOf, rule: MilestoneRule | null): Promise<void>
  /** The same for whom late work is reported to and for silence. */
  saveEscalation(of: MilestonesOf, rule: EscalationRule | null): Promise<void>
  /** Has the sweep look at all the open dated work that goes by it; returns how much that is. */
  lookAgain(of: MilestonesOf, now: Date): Promise<number>
  /** The due dates of the open work of a plan, or with null of all plans that have nothing of their own. */
  listDueDates(of: MilestonesOf): Promise<readonly DueDay[]>
  /**
   * Sets the next reminder of this work: at the milestone it is in where nothing was claimed and nobody said
   * anything since that was reached, else at the one after it. Returns how many are reminded of at another time.
   */
  rearm(of: MilestonesOf, dates: readonly Rearming[]): Promise<number>
  /**
   * Sets when the work among it that has no due date is next asked about, or that it is not any more. What should have been
   * asked about by now still is. Returns how many are asked about at another time.
   */
  rearmUndated(of: MilestonesOf, next: Date | null, now: Date): Promise<number>
}
