import { agencyKinds } from '../domain/agency-kinds.ts'
import { isValidOn, matchAgencies } from '../domain/agency-matching.ts'
import { AppError } from '../domain/errors.ts'
import type { Agency, AgencyGroup } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Handler, Reply, Request } from './request.ts'

/** Names of one kind that the list shows; a city has more than a hundred communes. */
const shownOfKind = 30

interface Directory {
  readonly agencies: readonly Agency[]
  readonly groups: readonly AgencyGroup[]
}

/** Everything that names are looked up in. */
export const readDirectory = async ({ agencies }: Pick<Stores, 'agencies'>): Promise<Directory> => ({
  agencies: await agencies.list(),
  groups: await agencies.listGroups(),
})

/** /donvi: the directory by kind, or one agency or group of it. */
export const showAgencies: Handler<'agencies' | 'unknownNames'> = async (request, typed, stores) => {
  const directory = await readDirectory(stores)
  if (typed !== '') return [showOne(request, typed, directory)]
  const living = directory.agencies.filter((agency) => isValidOn(agency, request.today))
  const text = request.m.agencies.listed({
    workspace: request.workspace.name,
    total: living.length,
    kinds: byKind(living),
    groups: directory.groups.map(({ name, memberIds }) => ({
      name,
      members: living.filter(({ id }) => memberIds.includes(id)).length,
    })),
    unknown: (await stores.unknownNames.list()).length,
  })
  return [{ text }]
}

const byKind = (agencies: readonly Agency[]) =>
  agencyKinds
    .map((kind) => {
      const names = agencies.filter((agency) => agency.kind === kind).map(({ name }) => name)
      return { kind, names: names.slice(0, shownOfKind), more: Math.max(0, names.length - shownOfKind) }
    })
    .filter(({ names }) => names.length > 0)

const showOne = (request: Request, typed: string, directory: Directory): Reply => {
  const [match] = matchAgencies([typed], directory, request.today)
  if (match?.kind === 'group') return showGroup(request, match, directory)
  if (match !== undefined && 'agencyId' in match) return showCard(request, match.agencyId, directory)
  const nearest = match?.candidates.map(({ name }) => name) ?? []
  throw new AppError('agency-unknown', { typed, nearest })
}

const showGroup = (
  { m }: Request,
  { group, agencyIds }: { readonly group: string; readonly agencyIds: readonly string[] },
  { agencies, groups }: Directory,
): Reply => {
  const aliases = groups.find(({ name }) => name === group)?.aliases ?? []
  const members = agencies.filter(({ id }) => agencyIds.includes(id)).map(({ name }) => name)
  return { text: m.agencies.group({ name: group, aliases, members }) }
}

const showCard = ({ m }: Request, agencyId: string, { agencies, groups }: Directory): Reply => {
  const agency = agencies.find(({ id }) => id === agencyId)
  if (agency === undefined) throw new AppError('button-stale', {})
  const dated = agency.datedAliases.map(({ name }) => name)
  return {
    text: m.agencies.card({
      ...agency,
      parent: agencies.find(({ id }) => id === agency.parentId)?.name ?? null,
      aliases: agency.aliases.filter((name) => !dated.includes(name)),
      dated: agency.datedAliases,
      groups: groups.filter(({ memberIds }) => memberIds.includes(agencyId)).map(({ name }) => name),
    }),
  }
}
