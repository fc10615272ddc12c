import type { Recipient } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { Audience } from './broadcasts.ts'

/** Somebody whom a broadcast reaches, with the agencies they are reached for. */
export interface AudienceMember extends Recipient {
  readonly agencyIds: readonly string[]
}

/** The agencies that are late with a plan. */
export interface LateAgencies {
  readonly planId: string
  /** As the plan is called; may be empty. */
  readonly planNumber: string
  readonly agencyIds: readonly string[]
}

export interface Audiences {
  /** Everybody of an audience who can be reached, each once, in the chat used last. */
  list(audience: Audience): Promise<readonly AudienceMember[]>
  /** Plans that somebody is late with, the newest first; what is late is what every list and figure calls late. */
  listLate(today: LocalDate): Promise<readonly LateAgencies[]>
}
