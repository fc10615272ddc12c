import { agencyKey } from './agency-names.ts'
import { type Candidate, type NameEntry, nearestTo } from './agency-nearness.ts'
import type { Agency, AgencyGroup, DatedAlias, NameTarget, Period } from './ports/agencies.ts'
import type { LocalDate } from './time.ts'

/** What names are looked up in. Where periods are left out, everything holds for ever. */
export interface MatchDirectory {
  readonly agencies: readonly (Pick<Agency, 'id' | 'name' | 'aliases'> &
    Partial<Pick<Agency, 'shortName' | 'datedAliases' | 'validFrom' | 'validTo'>>)[]
  readonly groups: readonly (Pick<AgencyGroup, 'name' | 'aliases' | 'memberIds'> & Partial<Pick<AgencyGroup, 'id'>>)[]
}

/** What a name means. The first four are sure; the others are for a person to decide. */
export type AgencyMatch = { readonly name: string } /** `agency` is what it is called itself. */ & (
  | { readonly kind: 'exact' | 'alias' | 'folded'; readonly agencyId: string; readonly agency: string }
  /** The members that exist on the day; at least one. */
  | {
      readonly kind: 'group'
      readonly groupId: string
      readonly group: string
      readonly agencyIds: readonly string[]
    }
  /** One is clearly nearest; it comes first and needs a yes. */
  | { readonly kind: 'similar'; readonly candidates: readonly Candidate[] }
  /** At most three, the likest first. */
  | { readonly kind: 'unknown'; readonly candidates: readonly Candidate[] }
)

/** Whether something exists on a day. */
export const isValidOn = ({ validFrom, validTo }: Partial<Period>, day: LocalDate): boolean =>
  (validFrom ?? day) <= day && day <= (validTo ?? day)

interface Lookup {
  readonly entries: readonly NameEntry[]
  readonly byName: ReadonlyMap<string, readonly NameEntry[]>
  readonly byKey: ReadonlyMap<string, readonly NameEntry[]>
  readonly members: ReadonlyMap<string, readonly string[]>
  /** The agencies that exist on the day. */
  readonly living: ReadonlySet<string>
}

/** Two that are the same but for case, spaces and the way their accents are encoded. */
const sameText = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('vi')

const always: Period = { validFrom: null, validTo: null }

const periodOf = (name: string, dated: readonly DatedAlias[] | undefined): Period =>
  dated?.find((alias) => alias.name === name) ?? always

const entriesOf = ({ agencies, groups }: MatchDirectory, groupId: (index: number) => string): readonly NameEntry[] => {
  const entry = (target: NameTarget, shown: string, name: string, period: Period): NameEntry => ({
    ...{ target, shown, name, key: agencyKey(name), own: name === shown },
    ...{ validFrom: period.validFrom, validTo: period.validTo },
  })
  return [
    ...agencies.flatMap(({ id, name, aliases, shortName = '', datedAliases, validFrom = null, validTo = null }) => {
      const target = { kind: 'agency', id } as const
      const short = shortName === '' ? [] : [entry(target, name, shortName, { validFrom, validTo })]
      return [
        entry(target, name, name, { validFrom, validTo }),
        ...short,
        ...aliases.map((alias) => entry(target, name, alias, periodOf(alias, datedAliases))),
      ]
    }),
    ...groups.flatMap(({ name, aliases }, index) =>
      [name, ...aliases].map((word) => entry({ kind: 'group', id: groupId(index) }, name, word, always)),
    ),
  ]
}

/** A group that has nobody on the day means nothing; the name is then for a person to explain. */
const lookUpTable = (directory: MatchDirectory, on: LocalDate): Lookup => {
  const groupId = (index: number): string => directory.groups[index]?.id ?? String(index)
  const living = new Set(directory.agencies.filter((agency) => isValidOn(agency, on)).map(({ id }) => id))
  const members = new Map(
    directory.groups.map(({ memberIds }, index) => [groupId(index), memberIds.filter((id) => living.has(id))] as const),
  )
  const entries = entriesOf(directory, groupId).filter(
    ({ target }) => target.kind === 'agency' || (members.get(target.id) ?? []).length > 0,
  )
  return {
    entries,
    byName: Map.groupBy(entries, ({ name }) => sameText(name)),
    byKey: Map.groupBy(entries, ({ key }) => key),
    members,
    living,
  }
}

/** The one thing that these names mean: a thing's own name comes before another's alias, an agency before a group. */
const onlyOne = (entries: readonly NameEntry[]): NameEntry | null => {
  const agencies = entries.filter(({ target }) => target.kind === 'agency')
  for (const some of [agencies.filter(({ own }) => own), agencies, entries]) {
    const [first, ...others] = some
    if (first !== undefined) return others.every(({ target }) => target.id === first.target.id) ? first : null
  }
  return null
}

const sureMatch = (name: string, { entry, kind }: Found, { members }: Lookup): AgencyMatch =>
  entry.target.kind === 'group'
    ? {
        ...{ name, kind: 'group', groupId: entry.target.id, group: entry.shown },
        agencyIds: members.get(entry.target.id) ?? [],
      }
    : { name, kind, agencyId: entry.target.id, agency: entry.shown }

interface Found {
  readonly entry: NameEntry
  readonly kind: 'exact' | 'alias' | 'folded'
}

/** By the name as it is written, then folded. */
const findIn = (name: string, lookup: Lookup, holds: (entry: NameEntry) => boolean): Found | null => {
  const written = onlyOne((lookup.byName.get(sameText(name)) ?? []).filter(holds))
  if (written !== null) return { entry: written, kind: written.own ? 'exact' : 'alias' }
  const folded = onlyOne((lookup.byKey.get(agencyKey(name)) ?? []).filter(holds))
  return folded === null ? null : { entry: folded, kind: 'folded' }
}

/**
 * What a name means on the day; else what it meant at another time, when that leads to a successor that exists on the
 * day. A body that is gone itself is nobody's name any more.
 */
const findSure = (name: string, lookup: Lookup, on: LocalDate): Found | null =>
  findIn(name, lookup, (entry) => isValidOn(entry, on)) ??
  findIn(name, lookup, ({ own, target }) => !own && lookup.living.has(target.id))

const matchOne = (name: string, lookup: Lookup, on: LocalDate): AgencyMatch => {
  const sure = findSure(name, lookup, on)
  if (sure !== null) return sureMatch(name, sure, lookup)
  const { candidates, clear } = nearestTo(name, lookup.entries, (entry) => isValidOn(entry, on))
  return { name, kind: clear ? 'similar' : 'unknown', candidates }
}

/** The one thing that a name surely means; null when a person has to say. */
export const sureTarget = (
  match: AgencyMatch | undefined,
): { readonly target: NameTarget; readonly name: string } | null => {
  if (match === undefined || match.kind === 'similar' || match.kind === 'unknown') return null
  return match.kind === 'group'
    ? { target: { kind: 'group', id: match.groupId }, name: match.group }
    : { target: { kind: 'agency', id: match.agencyId }, name: match.agency }
}

/**
 * What names mean in a directory as it was on a day: exactly, by an alias, folded (without diacritics, usual
 * abbreviations written out), or by likeness, which is never sure. In the order of the names.
 */
export const matchAgencies = (
  names: readonly string[],
  directory: MatchDirectory,
  on: LocalDate,
): readonly AgencyMatch[] => {
  const lookup = lookUpTable(directory, on)
  const known = new Map<string, AgencyMatch>()
  for (const name of new Set(names)) known.set(name, matchOne(name, lookup, on))
  return names.flatMap((name) => known.get(name) ?? [])
}
