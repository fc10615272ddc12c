import { isValidOn } from './agency-matching.ts'
import { agencyKey } from './agency-names.ts'
import { chainOf } from './approval.ts'
import type { Agencies, Agency, AgencyChange, AgencyGroup, DatedAlias } from './ports/agencies.ts'
import { addDays, type LocalDate } from './time.ts'
import type { MergeChoices } from './transfer.ts'

type Changes = Parameters<Agencies['applyChanges']>[0]

interface Directory {
  readonly agencies: readonly Agency[]
  readonly groups: readonly AgencyGroup[]
}

/**
 * What the directory says once one agency is merged into another on a day. Closed, it exists until the day before and
 * those below it belong to the other; with its names, they mean the other from that day on and the other stands in its
 * groups.
 */
export const planMerger = (
  from: Agency,
  to: Agency,
  { close, names }: Pick<MergeChoices, 'close' | 'names'>,
  { agencies, groups }: Directory,
  today: LocalDate,
): Changes => {
  const closing = close ? closingOf(from, to, agencies, today) : []
  const taking: AgencyChange = {
    ...changeOf(to, agencies),
    ...(close && { parent: parentAfter(from, to, agencies) }),
    newAliases: names ? namesOf(from, to, today) : [],
  }
  return {
    added: [],
    changed: close || names ? [...closing, taking] : [],
    groups: names ? groupsOf(from, to, groups) : [],
  }
}

const nameOf = (id: string | null, agencies: readonly Agency[]): string | null =>
  agencies.find((agency) => agency.id === id)?.name ?? null

const changeOf = (agency: Agency, agencies: readonly Agency[]): AgencyChange => ({
  ...agency,
  parent: nameOf(agency.parentId, agencies),
  newAliases: [],
})

/** Whoever takes over what stood above it may stand below it no longer. */
const parentAfter = (from: Agency, to: Agency, agencies: readonly Agency[]): string | null =>
  nameOf(chainOf(to.id, agencies).includes(from.id) ? from.parentId : to.parentId, agencies)

const closingOf = (
  from: Agency,
  to: Agency,
  agencies: readonly Agency[],
  today: LocalDate,
): readonly AgencyChange[] => [
  { ...changeOf(from, agencies), validTo: addDays(today, -1) },
  ...childrenOf(from, to, agencies).map((child) => ({ ...changeOf(child, agencies), parent: to.name })),
]

const groupsOf = (from: Agency, to: Agency, groups: readonly AgencyGroup[]): Changes['groups'] =>
  groups
    .filter(({ memberIds }) => memberIds.includes(from.id) && !memberIds.includes(to.id))
    .map(({ name }) => ({ name, newMembers: [to.name] }))

/** Agencies that belong to one which is merged, and belong to the other from then on. */
export const childrenOf = (
  from: Pick<Agency, 'id'>,
  to: Pick<Agency, 'id'>,
  agencies: readonly Agency[],
): readonly Agency[] => agencies.filter(({ id, parentId }) => parentId === from.id && id !== to.id)

const namesOf = (from: Agency, to: Agency, today: LocalDate): readonly DatedAlias[] => {
  const known = new Set([to.name, ...to.aliases].map(agencyKey))
  const current = [from.name, from.shortName, ...from.aliases].filter((name) => agencyKey(name) !== '')
  return [...new Map(current.map((name) => [agencyKey(name), name])).entries()]
    .filter(([key]) => !known.has(key))
    .map(([, name]) => ({ name, validFrom: today, validTo: null }))
}

/** The same agency without an end: it takes work again. */
export const planReopening = (agency: Agency, agencies: readonly Agency[]): Changes => ({
  added: [],
  changed: [{ ...changeOf(agency, agencies), validTo: null }],
  groups: [],
})

/** Whether an agency has ended before a day: nothing new is for it. */
export const isClosedOn = (agency: Agency, day: LocalDate): boolean =>
  agency.validTo !== null && agency.validTo < day && !isValidOn(agency, day)
