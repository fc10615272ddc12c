import type { AgencyFigures } from '../figures.ts'
import type { AgencyWeek, Week } from '../weekly.ts'
import type { Scope } from './assignments.ts'
import type { Office } from './calendar.ts'
import type { SummaryTarget } from './summaries.ts'

/** Everything that a weekly summary is made of. */
export interface WeekFacts {
  /** The same figures as everywhere else, at the end of the week. */
  readonly figures: readonly AgencyFigures[]
  readonly agencyWeeks: readonly AgencyWeek[]
  /** Agencies, of the whole workspace, with open assignments and nobody who could be told. */
  readonly unreached: readonly { readonly id: string; readonly name: string }[]
}

export interface Weekly {
  read(scope: Scope, week: Week): Promise<WeekFacts>
}

/** The clock's side: across workspaces. */
export interface SummarySweep {
  /** Workspaces with somebody to whom a summary is due by now. */
  listDueOffices(now: Date): Promise<readonly Office[]>
  /** Up to `limit` such groups and people of these workspaces, the longest waiting first. */
  listDue(workspaceIds: readonly string[], now: Date, limit: number): Promise<readonly DueSummary[]>
}

export interface DueSummary extends SummaryTarget {
  readonly workspaceId: string
}
