import type { AgencyFigures } from '../figures.ts'
import type { Locale, Person } from '../people.ts'
import type { AgencyWeek, Week } from '../weekly.ts'
import type { Scope } from './assignments.ts'
import type { Office } from './calendar.ts'

/** Everything that a weekly summary is made of. */
interface WeekFacts {
  /** The same figures as everywhere else, at the end of the week. */
  readonly figures: readonly AgencyFigures[]
  readonly agencyWeeks: readonly AgencyWeek[]
  /** Agencies, of the whole workspace, with open assignments and nobody who could be told. */
  readonly unreached: readonly { readonly id: string; readonly name: string }[]
}

/** Who reads what is said in a chat. */
export type Reader =
  | { readonly kind: 'group'; readonly locale: Locale }
  | { readonly kind: 'person'; readonly person: Person }

export interface Weekly {
  read(scope: Scope, week: Week): Promise<WeekFacts>
  /** Null when it is the private chat of nobody any more. */
  findReader(chatId: string): Promise<Reader | null>
}

/** The clock's side: across workspaces. */
export interface SummarySweep {
  /** Workspaces with chats that asked for a summary which is due by now. */
  listDueOffices(now: Date): Promise<readonly Office[]>
  /** Up to `limit` such chats of these workspaces, the longest waiting first. */
  listDue(
    workspaceIds: readonly string[],
    now: Date,
    limit: number,
  ): Promise<readonly { readonly workspaceId: string; readonly chatId: string }[]>
}
