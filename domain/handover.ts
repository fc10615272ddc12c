import { fold } from './fold.ts'
import type { Delegation } from './ports/delegations.ts'
import type { Held } from './ports/handovers.ts'

/** Somebody who has tasks of their own, or could have. */
export interface Holder {
  readonly personId: string
  readonly name: string
  /** Ids of the agencies they belong to; none for somebody who left. */
  readonly agencyIds: readonly string[]
  /** Names of those, or of the agencies they left behind. */
  readonly agencies: readonly string[]
  /** Tasks can still be taken from them and none given to them. */
  readonly gone: boolean
}

export interface HandoverPlan {
  readonly going: readonly Held[]
  /** Tasks of agencies that the other does not belong to. */
  readonly staying: readonly Held[]
  /** For whom the one stands in from now on and the other does instead. */
  readonly standIns: readonly Delegation[]
}

/** Nobody does a task of an agency they do not belong to; null hands it to the whole agency. */
export const planHandover = (
  from: Holder,
  to: Holder | null,
  {
    held,
    delegations,
    holders,
  }: {
    readonly held: readonly Held[]
    readonly delegations: readonly Delegation[]
    readonly holders: readonly Holder[]
  },
): HandoverPlan => {
  const goes = ({ agencyId }: Held): boolean => to === null || to.agencyIds.includes(agencyId)
  const isColleague = (personId: string): boolean =>
    holders.some((other) => other.personId === personId && other.agencyIds.some((id) => to?.agencyIds.includes(id)))
  return {
    going: held.filter(goes),
    staying: held.filter((item) => !goes(item)),
    standIns: delegations.filter(
      ({ from: absent, to: standIn }) =>
        to !== null && standIn.id === from.personId && absent.id !== to.personId && isColleague(absent.id),
    ),
  }
}

const alike = 0.5
const offered = 3

/** Those whose names share most of their words with what was typed, at most three. */
export const nearestNamed = <T extends { readonly name: string }>(
  typed: string,
  people: readonly T[],
): readonly T[] => {
  const wanted = fold(typed).split(' ')
  const shareOf = ({ name }: T): number => {
    const words = fold(name).split(' ')
    return words.filter((word) => wanted.includes(word)).length / Math.max(words.length, wanted.length)
  }
  return people
    .map((person) => ({ person, share: shareOf(person) }))
    .filter(({ share }) => share >= alike)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, offered)
    .map(({ person }) => person)
}
