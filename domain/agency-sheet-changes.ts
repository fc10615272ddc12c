import type { AgencyKind } from './agency-kinds.ts'
import { agencyKey } from './agency-names.ts'
import type { SheetProblem, SheetRow } from './agency-sheet.ts'
import { type ReadRow, readSheetRow } from './agency-sheet-rows.ts'
import type { Agency, AgencyChange, AgencyGroup, DatedAlias, GroupChange, Period } from './ports/agencies.ts'

/** What a file changes in a directory. Nothing is ever taken out of it. */
export interface DirectoryChanges {
  readonly added: readonly AgencyChange[]
  readonly changed: readonly AgencyChange[]
  readonly unchanged: number
  readonly groups: readonly GroupChange[]
  readonly problems: readonly SheetProblem[]
}

interface Current {
  readonly agencies: readonly Agency[]
  readonly groups: readonly AgencyGroup[]
}

const overlap = (a: Period, b: Period): boolean =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999')

const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')

/**
 * The agency that a row is about: of this very name, else of the only name that is the same but for its spelling, else
 * the only one that is always called so as well.
 */
const agencyOf = (name: string, { agencies }: Current): Agency | null => {
  const key = agencyKey(name)
  const written = agencies.filter((agency) => sameName(agency.name, name))
  const spelled = agencies.filter((agency) => agencyKey(agency.name) === key)
  const called = agencies.filter(({ aliases, datedAliases }) =>
    aliases.some((alias) => agencyKey(alias) === key && !datedAliases.some((dated) => dated.name === alias)),
  )
  const [only, ...others] = [written, spelled, called].find((some) => some.length > 0) ?? []
  return others.length === 0 ? (only ?? null) : null
}

const periodOf = (agency: Agency, alias: string): Period =>
  agency.datedAliases.find(({ name }) => name === alias) ?? { validFrom: null, validTo: null }

/** Who else is called so at the same time: by its own name or another. */
const holderOf = (name: string, period: Period, but: Agency | null, { agencies }: Current): Agency | undefined => {
  const key = agencyKey(name)
  return agencies.find(
    (agency) =>
      agency.id !== but?.id &&
      ((agencyKey(agency.name) === key && overlap(agency, period)) ||
        agency.aliases.some((alias) => agencyKey(alias) === key && overlap(periodOf(agency, alias), period))),
  )
}

interface Row {
  readonly row: ReadRow
  readonly agency: Agency | null
}

const findProblem = ({ row, agency }: Row, rows: readonly Row[], current: Current): SheetProblem | null => {
  const problem = (code: SheetProblem['code'], detail: string): SheetProblem => ({ line: row.line, code, detail })
  const earlier = rows.find((other) => other.row.line < row.line && sameName(other.row.name, row.name))
  if (earlier !== undefined) return problem('twice', row.name)
  const taken = agency === null ? holderOf(row.name, row, null, current) : undefined
  if (taken !== undefined && agencyKey(taken.name) !== agencyKey(row.name)) return problem('name-taken', taken.name)
  const alias = row.aliases.find((each) => isTaken(each, { row, agency }, rows, current))
  if (alias !== undefined) return problem('alias-taken', alias.name)
  const knowsParent = row.parent === '' || findByName(row.parent, rows, current)
  return knowsParent ? null : problem('parent-unknown', row.parent)
}

const isTaken = (alias: DatedAlias, { row, agency }: Row, rows: readonly Row[], current: Current): boolean => {
  const key = agencyKey(alias.name)
  const inFile = rows.some(
    (other) => other.row.line !== row.line && agencyKey(other.row.name) === key && overlap(other.row, alias),
  )
  return inFile || holderOf(alias.name, alias, agency, current) !== undefined
}

const findByName = (name: string, rows: readonly Row[], current: Current): string | null =>
  agencyOf(name, current)?.name ?? rows.find(({ row }) => agencyKey(row.name) === agencyKey(name))?.row.name ?? null

/** An agency as it is before the import; a new one is nothing but its row. */
const before = ({ row, agency }: Row, { agencies }: Current): Omit<AgencyChange, 'newAliases'> =>
  agency === null
    ? { id: null, name: row.name, kind: row.probableKind, shortName: '', parent: null, validFrom: null, validTo: null }
    : {
        ...{ id: agency.id, name: agency.name, kind: agency.kind, shortName: agency.shortName },
        ...{ validFrom: agency.validFrom, validTo: agency.validTo },
        parent: agencies.find(({ id }) => id === agency.parentId)?.name ?? null,
      }

/** What the row says, over what is there: an empty cell changes nothing. */
const changeOf = (one: Row, rows: readonly Row[], current: Current): AgencyChange => {
  const { row, agency } = one
  const old = before(one, current)
  const known = new Set([old.name, ...(agency?.aliases ?? [])].map(agencyKey))
  return {
    ...old,
    kind: row.kind ?? old.kind,
    shortName: row.shortName || old.shortName,
    parent: row.parent === '' ? old.parent : findByName(row.parent, rows, current),
    validFrom: row.validFrom ?? old.validFrom,
    validTo: row.validTo ?? old.validTo,
    newAliases: row.aliases.filter(({ name }) => !known.has(agencyKey(name))),
  }
}

const compared = ['kind', 'shortName', 'parent', 'validFrom', 'validTo'] as const

const isChange = (change: AgencyChange, old: Omit<AgencyChange, 'newAliases'>): boolean =>
  change.newAliases.length > 0 || compared.some((field) => change[field] !== old[field])

const groupChanges = (rows: readonly Row[], { agencies, groups }: Current): readonly GroupChange[] => {
  const named = rows.flatMap(({ row, agency }) =>
    row.groups.map((group) => ({ group, name: agency?.name ?? row.name })),
  )
  return [...Map.groupBy(named, ({ group }) => agencyKey(group))]
    .map(([key, members]) => {
      const group = groups.find((each) => [each.name, ...each.aliases].some((name) => agencyKey(name) === key))
      const there = agencies.filter(({ id }) => group?.memberIds.includes(id)).map(({ name }) => name)
      const newMembers = [...new Set(members.map(({ name }) => name))].filter((name) => !there.includes(name))
      return { name: group?.name ?? members[0]?.group ?? '', newMembers }
    })
    .filter(({ newMembers }) => newMembers.length > 0)
}

/** Whether an agency would end up below itself. */
const isBelowItself = (change: AgencyChange, all: ReadonlyMap<string, string | null>): boolean => {
  const seen = new Set<string>()
  for (let name = change.parent; name !== null && !seen.has(name); name = all.get(name) ?? null) {
    if (name === change.name) return true
    seen.add(name)
  }
  return false
}

/** What the rows of a file change in a directory; a row that is not understood changes nothing and is reported. */
export const planDirectoryChanges = (
  sheet: readonly SheetRow[],
  current: Current,
  kindOf: (word: string) => AgencyKind | null,
): DirectoryChanges => {
  const read = sheet.map((row) => readSheetRow(row, kindOf))
  const unread = read.flatMap((row) => ('code' in row ? [row] : []))
  const rows = read.flatMap((row): Row[] => ('code' in row ? [] : [{ row, agency: agencyOf(row.name, current) }]))
  const wrong = rows.flatMap((row) => findProblem(row, rows, current) ?? [])
  const sound = rows.filter(({ row }) => !wrong.some(({ line }) => line === row.line))
  const parents = new Map([
    ...current.agencies.map(({ name, parentId }): [string, string | null] => [
      name,
      current.agencies.find(({ id }) => id === parentId)?.name ?? null,
    ]),
    ...sound.map((row): [string, string | null] => {
      const change = changeOf(row, sound, current)
      return [change.name, change.parent]
    }),
  ])
  const planned = sound.map((row) => ({ ...row, change: changeOf(row, sound, current) }))
  const circular = planned.filter(({ change }) => isBelowItself(change, parents))
  const kept = planned.filter((row) => !circular.includes(row))
  const changed = kept.filter((row) => row.agency !== null && isChange(row.change, before(row, current)))
  const added = kept.filter(({ agency }) => agency === null)
  return {
    added: added.map(({ change }) => change),
    changed: changed.map(({ change }) => change),
    unchanged: kept.length - added.length - changed.length,
    groups: groupChanges(kept, current),
    problems: [
      ...unread,
      ...wrong,
      ...circular.map(({ row }): SheetProblem => ({ line: row.line, code: 'parent-below-it', detail: row.parent })),
    ].toSorted((a, b) => a.line - b.line),
  }
}
