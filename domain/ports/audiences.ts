import type { Recipient } from '../people.ts'
import type { Audience } from './broadcasts.ts'

/** Somebody whom a broadcast reaches, with the agencies they are reached for. */
export interface AudienceMember extends Recipient {
  readonly agencyIds: readonly string[]
}

export interface Audiences {
  /** Everybody of an audience who can be reached, each once, in the chat used last. */
  list(audience: Audience): Promise<readonly AudienceMember[]>
}
