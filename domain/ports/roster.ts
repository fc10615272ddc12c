import type { Membership } from '../people.ts'

/** Somebody who belongs to the workspace, and by which roles. */
export interface Rostered {
  readonly personId: string
  readonly name: string
  /** `agency` is the agency's name. */
  readonly memberships: readonly (Membership & { readonly agency: string | null })[]
}

export interface Roster {
  /** Everybody who has not left, reachable or not, by name. */
  list(): Promise<readonly Rostered[]>
}
