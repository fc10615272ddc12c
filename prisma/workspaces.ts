import { randomUUID } from 'node:crypto'
import { agencyKey } from '../domain/agency-names.ts'
import type { Locale } from '../domain/people.ts'
import type { DatedAlias } from '../domain/ports/agencies.ts'
import type { Workspace } from '../domain/ports/stores.ts'
import type { LocalDate } from '../domain/time.ts'
import { findMilestones } from './milestone-settings.ts'
import { toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The agencies that a new workspace begins with. Parents and members are named by their names. */
export interface Directory {
  readonly agencies: readonly {
    readonly name: string
    readonly kind: string
    readonly shortName?: string
    readonly parent?: string | undefined
    readonly aliases: readonly (string | DatedAlias)[]
    readonly validFrom?: LocalDate | null
    readonly validTo?: LocalDate | null
  }[]
  readonly groups: readonly {
    readonly name: string
    readonly aliases: readonly string[]
    readonly members: readonly string[]
  }[]
}

const columns = { id: true, name: true, zone: true } as const

/** Creates a workspace with a directory of agencies. */
export const createWorkspace = async (
  tx: Transaction,
  workspace: {
    readonly name: string
    readonly zone: string
    readonly locale: Locale
    readonly directory: Directory
  },
  now: Date,
): Promise<Workspace> => {
  const { directory, ...own } = workspace
  const created = await tx.workspace.create({ data: { ...own, createdAt: now }, select: columns })
  const ids = await insertAgencies(tx, created.id, directory)
  await insertAliases(tx, created.id, directory, ids)
  await insertGroups(tx, created.id, directory, ids)
  return created
}

export const listWorkspaces = (client: Transaction): Promise<readonly Workspace[]> =>
  client.workspace.findMany({ select: columns, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })

export const getWorkspace = async (client: Transaction, id: string): Promise<Workspace> => {
  const workspace = await client.workspace.findUniqueOrThrow({ where: { id }, select: columns })
  const milestones = await findMilestones(client, id)
  return milestones === null ? workspace : { ...workspace, milestones }
}

/** Ids by the name. */
type Ids = ReadonlyMap<string, string>

const idNamed = (ids: Ids, name: string): string => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The directory has no agency "${name}"`)
  return id
}

const insertAgencies = async (tx: Transaction, workspaceId: string, { agencies }: Directory): Promise<Ids> => {
  const ids = new Map(agencies.map(({ name }) => [name, randomUUID()]))
  await tx.agency.createMany({
    data: agencies.map(({ name, kind, shortName = '', parent, validFrom = null, validTo = null }) => ({
      ...{ id: idNamed(ids, name), workspaceId, name, folded: agencyKey(name), kind, shortName },
      ...{ validFrom: toDate(validFrom), validTo: toDate(validTo) },
      parentId: parent === undefined ? null : idNamed(ids, parent),
    })),
    skipDuplicates: true,
  })
  return ids
}

/** An alias that is another agency's own name for ever would make that name ambiguous: the agency's own counts. */
const insertAliases = async (tx: Transaction, workspaceId: string, directory: Directory, ids: Ids): Promise<void> => {
  const owners = new Map(directory.agencies.map(({ name }) => [agencyKey(name), idNamed(ids, name)]))
  const rows = directory.agencies.flatMap(({ name: agency, aliases }) =>
    aliases.map((alias) => {
      const { name, validFrom, validTo } = typeof alias === 'string' ? { name: alias, ...always } : alias
      const period = { validFrom: toDate(validFrom), validTo: toDate(validTo) }
      return { workspaceId, agencyId: idNamed(ids, agency), name, folded: agencyKey(name), ...period }
    }),
  )
  const own = rows.filter(
    ({ folded, agencyId, validFrom, validTo }) =>
      validFrom !== null || validTo !== null || (owners.get(folded) ?? agencyId) === agencyId,
  )
  await tx.agencyAlias.createMany({ data: own, skipDuplicates: true })
}

const always = { validFrom: null, validTo: null }

const insertGroups = async (tx: Transaction, workspaceId: string, { groups }: Directory, ids: Ids): Promise<void> => {
  const rows = groups.map((group) => ({ ...group, id: randomUUID(), folded: agencyKey(group.name) }))
  await tx.agencyGroup.createMany({
    data: rows.map(({ id, name, folded, aliases }) => ({ id, workspaceId, name, folded, aliases: [...aliases] })),
  })
  await tx.agencyGroupMember.createMany({
    data: rows.flatMap(({ id: groupId, members }) =>
      members.map((member) => ({ workspaceId, groupId, agencyId: idNamed(ids, member) })),
    ),
    skipDuplicates: true,
  })
}
