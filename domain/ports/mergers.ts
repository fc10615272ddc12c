/** Somebody who belongs to an agency. */
interface Member {
  readonly personId: string
  readonly name: string
}

/** What goes over besides work when an agency is merged into another. */
export interface Mergers {
  /** Everybody with a role in this agency, reachable or not, each once, by name. */
  listMembers(agencyId: string): Promise<readonly Member[]>
  /** Everybody of one agency belongs to the other instead, in the same roles; so does who was invited. */
  moveMembers(fromId: string, toId: string): Promise<void>
  /** Where plans name the one as supporting, the other supports from now on; the plans' own words stay. */
  moveSupport(fromId: string, toId: string): Promise<void>
}
