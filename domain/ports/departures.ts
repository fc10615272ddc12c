import type { Role } from '../people.ts'

/** An agency that would have nobody who could be told. */
export interface EmptiedAgency {
  readonly id: string
  readonly name: string
  /** Assignments of which something is still expected. */
  readonly open: number
}

/** An open assignment that was somebody's alone. */
interface FreedTask {
  readonly id: string
  readonly number: number
  readonly agencyId: string
}

/** What somebody leaves behind. */
export interface LeftBehind {
  /** Open assignments that were theirs alone and are the whole agency's again. */
  readonly freed: readonly FreedTask[]
  /** People for whom they were to stand in from now on, or did. */
  readonly standIns: readonly string[]
}

export interface Departures {
  /** Whoever else leaves at this moment waits until this transaction is over: two last ones cannot both go. */
  lock(): Promise<void>
  /** How many others with this role can be reached. */
  countOthers(personId: string, role: Role): Promise<number>
  /** Agencies of this person's that nobody else could be told for. */
  listEmptied(personId: string): Promise<readonly EmptiedAgency[]>
  /** Open assignments that are this person's alone. */
  countOwn(personId: string): Promise<number>
  /**
   * Takes away everything by which somebody belongs here: memberships, accounts, sessions, codes. Messages on their
   * way to them are not sent. The name stays with what they said.
   */
  leave(personId: string, now: Date): Promise<LeftBehind>
  /** Takes away the roles somebody has in one agency; what they had to do alone there is the whole agency's again. */
  leaveAgency(personId: string, agencyId: string, now: Date): Promise<LeftBehind['freed']>
}
