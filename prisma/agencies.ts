import { z } from 'zod'
import { isAgencyKind, kindOfName } from '../domain/agency-kinds.ts'
import { agencyKey } from '../domain/agency-names.ts'
import type { Agencies, Agency } from '../domain/ports/agencies.ts'
import { addAlias } from './agency-aliases.ts'
import { applyDirectoryChanges } from './directory-changes.ts'
import type { Prisma } from './generated/client.ts'
import { toLocalDate } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { listUnreached } from './unreached.ts'

/** The directory of one workspace. */
export const createAgencies = (tx: Transaction, workspaceId: string): Agencies => ({
  list: async () => {
    const rows = await tx.agency.findMany({ where: { workspaceId }, include: withAliases, orderBy: { folded: 'asc' } })
    return rows.map(toAgency)
  },

  listGroups: async () => {
    const rows = await tx.agencyGroup.findMany({
      where: { workspaceId },
      include: { members: { orderBy: { agency: { folded: 'asc' } } } },
      orderBy: { folded: 'asc' },
    })
    return rows.map(({ id, name, aliases, members }) => ({
      id,
      name,
      aliases,
      memberIds: members.map(({ agencyId }) => agencyId),
    }))
  },

  findByName: async (name) => {
    const row = await tx.agency.findFirst({
      where: { workspaceId, ...called([agencyKey(name)]) },
      include: withAliases,
    })
    return row === null ? null : toAgency(row)
  },

  get: async (agencyId) =>
    toAgency(await tx.agency.findFirstOrThrow({ where: { id: agencyId, workspaceId }, include: withAliases })),

  ensure: (names) => ensureAgencies(tx, workspaceId, names),

  applyChanges: (changes, personId, now) => applyDirectoryChanges(tx, workspaceId, { changes, personId }, now),

  addAlias: (target, name, personId, now) => addAlias(tx, workspaceId, { target, name, personId }, now),

  withSubordinates: async (agencyIds) =>
    idsOf(
      await tx.$queryRaw`
        WITH RECURSIVE tree AS (
          SELECT "id" FROM "Agency" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY(${[...agencyIds]}::uuid[])
          UNION
          SELECT child."id" FROM "Agency" child JOIN tree ON child."parentId" = tree."id"
            WHERE child."workspaceId" = ${workspaceId}::uuid
        )
        SELECT "id" FROM tree`,
    ),

  listUnreached: (today) => listUnreached(tx, workspaceId, today),
})

const withAliases = { aliases: { orderBy: { name: 'asc' } } } as const satisfies Prisma.AgencyInclude

const toAgency = (row: Prisma.AgencyGetPayload<{ include: { aliases: true } }>): Agency => ({
  id: row.id,
  name: row.name,
  kind: isAgencyKind(row.kind) ? row.kind : 'khac',
  shortName: row.shortName,
  parentId: row.parentId,
  aliases: row.aliases.map(({ name }) => name),
  datedAliases: row.aliases
    .filter(({ validFrom, validTo }) => validFrom !== null || validTo !== null)
    .map(({ name, validFrom, validTo }) => ({
      name,
      validFrom: toLocalDate(validFrom),
      validTo: toLocalDate(validTo),
    })),
  validFrom: toLocalDate(row.validFrom),
  validTo: toLocalDate(row.validTo),
})

const idsOf = (rows: unknown): string[] =>
  z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)

const called = (keys: string[]): Prisma.AgencyWhereInput => ({
  OR: [{ folded: { in: keys } }, { aliases: { some: { folded: { in: keys } } } }],
})

/**
 * The ids of the agencies that these keys mean, by key; an agency's own name comes before another's alias, and the
 * alias before the name of what has ended: a merged body's name means the one it was merged into.
 */
export const findAgencyIds = async (
  tx: Transaction,
  workspaceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(keys)]
  const where = { workspaceId, folded: { in: wanted } }
  const aliases = await tx.agencyAlias.findMany({ where, select: { agencyId: true, folded: true } })
  const agencies = await tx.agency.findMany({ where, select: { id: true, folded: true, validTo: true } })
  const own = ({ id, folded }: { readonly id: string; readonly folded: string }): [string, string] => [folded, id]
  return new Map([
    ...agencies.filter(({ validTo }) => validTo !== null).map(own),
    ...aliases.map(({ agencyId, folded }): [string, string] => [folded, agencyId]),
    ...agencies.filter(({ validTo }) => validTo === null).map(own),
  ])
}

const ensureAgencies = async (
  tx: Transaction,
  workspaceId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  // One at a time: two who create the same agency at this moment end up with one.
  await tx.$queryRaw`SELECT 1 AS taken FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR UPDATE`
  const keys = new Map(names.map((name) => [name, agencyKey(name)]))
  const known = await findAgencyIds(tx, workspaceId, [...keys.values()])
  const missing = new Map(
    names.flatMap((name): [string, string][] => {
      const key = keys.get(name)
      return key === undefined || known.has(key) ? [] : [[key, name]]
    }),
  )
  if (missing.size === 0) return idsByName(keys, known)
  await tx.agency.createMany({
    data: [...missing].map(([folded, name]) => ({ workspaceId, name: name.trim(), folded, kind: kindOfName(name) })),
    skipDuplicates: true,
  })
  return idsByName(keys, await findAgencyIds(tx, workspaceId, [...keys.values()]))
}

const idsByName = (keys: ReadonlyMap<string, string>, ids: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...keys].flatMap(([name, key]): [string, string][] => {
      const id = ids.get(key)
      return id === undefined ? [] : [[name, id]]
    }),
  )
