import type { Channel } from '../incoming.ts'
import type { LocalDate } from '../time.ts'

/** Agencies whose doers somebody may name; 'all' is the whole workspace. */
export type ManagedAgencies = readonly string[] | 'all'

/** Somebody who does not belong to an agency any more and had tasks there that nobody was named for since. */
interface Gone {
  readonly personId: string
  readonly name: string
  readonly agencies: readonly string[]
}

/** An open assignment that is one person's to do. */
export interface Held {
  readonly id: string
  readonly number: number
  readonly agencyId: string
  readonly agencyName: string
  readonly dueOn: LocalDate | null
}

interface Handover {
  readonly from: string
  /** Null: the whole agency does it. */
  readonly to: { readonly id: string; readonly name: string } | null
  readonly assignmentIds: readonly string[]
  readonly by: { readonly personId: string; readonly channel: Channel }
}

/** Moves what single people have to do as a whole. */
export interface Handovers {
  listGone(agencies: ManagedAgencies): Promise<readonly Gone[]>
  /** Open tasks that are this person's, or were when they left and nobody was named for since; the earliest due first. */
  listHeld(personId: string, agencies: ManagedAgencies): Promise<readonly Held[]>
  /** Names another doer for those of these that are still the first one's or nobody's; returns which they were. */
  hand(handover: Handover, now: Date): Promise<readonly string[]>
}
