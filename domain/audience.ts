import { agencyKey } from './agency-names.ts'
import { agencyRoles } from './people.ts'
import type { Agency, AgencyGroup } from './ports/agencies.ts'
import type { AudienceMember } from './ports/audiences.ts'
import type { Audience } from './ports/broadcasts.ts'

/** The names that somebody typed, as far as they are understood. */
export interface NamedAgencies {
  readonly agencyIds: readonly string[]
  readonly unknown: readonly { readonly typed: string; readonly nearest: readonly string[] }[]
}

interface Directory {
  readonly agencies: readonly Pick<Agency, 'id' | 'name' | 'aliases'>[]
  readonly groups: readonly Pick<AgencyGroup, 'name' | 'aliases' | 'memberIds'>[]
}

/**
 * The agencies that a text names, separated by semicolons or lines; a group stands for its members. What is not
 * known comes with the names most like it.
 */
export const findNamedAgencies = (typed: string, directory: Directory): NamedAgencies => {
  const entries = entriesOf(directory)
  const names = typed
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => agencyKey(name) !== '')
  const found = names.map((name) => ({ name, entry: findEntry(name, entries) }))
  return {
    agencyIds: [...new Set(found.flatMap(({ entry }) => entry?.agencyIds ?? []))],
    unknown: found
      .filter(({ entry }) => entry === undefined)
      .map(({ name }) => ({ typed: name, nearest: nearestNames(name, entries) })),
  }
}

interface Entry {
  readonly name: string
  readonly keys: readonly string[]
  readonly agencyIds: readonly string[]
}

/** Agencies first: where a group has the name of an agency, the agency is meant. A group of nobody means nothing. */
const entriesOf = ({ agencies, groups }: Directory): readonly Entry[] =>
  [
    ...agencies.map(({ id, name, aliases }) => ({ name, aliases, agencyIds: [id] })),
    ...groups.map(({ name, aliases, memberIds }) => ({ name, aliases, agencyIds: memberIds })),
  ]
    .filter(({ agencyIds }) => agencyIds.length > 0)
    .map(({ name, aliases, agencyIds }) => ({ name, keys: [name, ...aliases].map(agencyKey), agencyIds }))

const findEntry = (name: string, entries: readonly Entry[]): Entry | undefined => {
  const key = agencyKey(name)
  return entries.find(({ keys }) => keys[0] === key) ?? entries.find(({ keys }) => keys.includes(key))
}

const nearestShown = 3
/** Names less alike than this are no help. */
const alike = 0.4

const nearestNames = (typed: string, entries: readonly Entry[]): readonly string[] => {
  const wanted = pairsOf(agencyKey(typed))
  return entries
    .map(({ name, keys }) => ({ name, score: Math.max(...keys.map((key) => likeness(wanted, pairsOf(key)))) }))
    .filter(({ score }) => score >= alike)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, nearestShown)
    .map(({ name }) => name)
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

/** Dice's coefficient: the share of letter pairs that two names have in common, 0–1. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)

/** The agencies that an audience is about: none where it is only people whose roles span the workspace. */
export const agenciesOf = <T extends Pick<Agency, 'id'>>(
  { agencyIds, roles }: Audience,
  agencies: readonly T[],
): readonly T[] => {
  if (roles?.some((role) => agencyRoles.includes(role)) === false) return []
  return agencyIds.length === 0 ? agencies : agencies.filter(({ id }) => agencyIds.includes(id))
}

/** Whom a broadcast will reach, as its preview says it. */
export interface Reach {
  /** Those who get a copy: everybody of the audience but its author. */
  readonly members: readonly AudienceMember[]
  /** How many of the agencies have somebody. */
  readonly reached: number
  /** Names of the agencies that have nobody who could be told. */
  readonly unreached: readonly string[]
}

/** The author has read it: they are counted as reached and get no copy. */
export const planReach = (
  agencies: readonly Pick<Agency, 'id' | 'name'>[],
  members: readonly AudienceMember[],
  authorId: string,
): Reach => {
  const covered = new Set(members.flatMap(({ agencyIds }) => agencyIds))
  return {
    members: members.filter(({ personId }) => personId !== authorId),
    reached: agencies.filter(({ id }) => covered.has(id)).length,
    unreached: agencies.filter(({ id }) => !covered.has(id)).map(({ name }) => name),
  }
}
