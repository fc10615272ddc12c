import type { Membership } from '../people.ts'
import type { LocalDate } from '../time.ts'

/** While somebody is away, another is told what they would be told, and may answer for them. */
export interface Delegation {
  readonly id: string
  readonly from: { readonly id: string; readonly name: string }
  readonly to: { readonly id: string; readonly name: string }
  /** The first and the last day of it. */
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

export interface Delegations {
  /** Those that are neither over nor ended, given or taken by this person, the earliest first. */
  list(personId: string, today: LocalDate): Promise<readonly Delegation[]>
  create(
    delegation: {
      readonly fromPersonId: string
      readonly toPersonId: string
      readonly firstDay: LocalDate
      readonly lastDay: LocalDate
    },
    now: Date,
  ): Promise<void>
  /** Ends one; false when it was ended before. */
  end(delegationId: string, now: Date): Promise<boolean>
  /** For whom this person stands in on a day, with the agencies those belong to. */
  listStandIns(personId: string, day: LocalDate): Promise<readonly StandIn[]>
  /** Who stands in on a day for the heads of these agencies. */
  listForHeads(agencyIds: readonly string[], day: LocalDate): Promise<readonly HeadStandIn[]>
}

/** Somebody who stands in for the head of an agency. */
interface HeadStandIn {
  readonly personId: string
  readonly agencyId: string
  readonly insteadOf: { readonly personId: string; readonly name: string }
}

/** Somebody for whom another stands in. */
export interface StandIn {
  readonly personId: string
  readonly name: string
  readonly agencyIds: readonly string[]
  /** What they are in these agencies; what they are beyond them stays with them alone. */
  readonly memberships: readonly Membership[]
}
