import type { MilestoneRule, MilestoneSettings } from '../milestone-rule.ts'
import type { LocalDate } from '../time.ts'

/** When work that is due on a day is spoken of by another rule than before. */
export interface Rearming {
  readonly dueOn: LocalDate
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
  /** The due dates of the open work that goes by it. */
  listDueDates(of: MilestonesOf): Promise<readonly LocalDate[]>
  /**
   * Sets the next reminder of all this work: at the milestone it is in where nothing was claimed and nobody said
   * anything since that was reached, else at the one after it. Returns how many are reminded of at another time.
   */
  rearm(of: MilestonesOf, dates: readonly Rearming[]): Promise<number>
}
