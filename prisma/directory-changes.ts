import { randomUUID } from 'node:crypto'
import { agencyKey } from '../domain/agency-names.ts'
import type { Agencies, AgencyChange, GroupChange } from '../domain/ports/agencies.ts'
import { requireOwn, storableText, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

type Changes = Parameters<Agencies['applyChanges']>[0]

/** Ids of the workspace's agencies by their names. */
type Ids = ReadonlyMap<string, string>

/** Writes what an imported directory says: agencies first, so that parents and groups find them. */
export const applyDirectoryChanges = async (
  tx: Transaction,
  workspaceId: string,
  { changes, personId }: { readonly changes: Changes; readonly personId: string | null },
  now: Date,
): Promise<void> => {
  const { added, changed, groups } = changes
  if (personId !== null) await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
  await tx.agency.createMany({
    data: added.map((change) => ({
      ...{ id: randomUUID(), workspaceId, name: storableText(change.name), folded: agencyKey(change.name) },
      ...columnsOf(change),
    })),
  })
  const rows = await tx.agency.findMany({ where: { workspaceId }, select: { id: true, name: true } })
  const ids: Ids = new Map(rows.map(({ id, name }) => [name, id]))
  const all = [...added, ...changed].map((change) => ({ change, id: change.id ?? idOf(ids, change.name) }))
  for (const { change, id } of all) {
    const parentId = change.parent === null ? null : idOf(ids, change.parent)
    const { count } = await tx.agency.updateMany({
      where: { id, workspaceId },
      data: { ...columnsOf(change), parentId },
    })
    await requireOwn('agency', Promise.resolve(count))
  }
  await tx.agencyAlias.createMany({
    data: all.flatMap(({ change, id: agencyId }) =>
      change.newAliases.map(({ name, validFrom, validTo }) => ({
        ...{ workspaceId, agencyId, name: storableText(name), folded: agencyKey(name) },
        ...{ validFrom: toDate(validFrom), validTo: toDate(validTo), addedById: personId, addedAt: now },
      })),
    ),
    skipDuplicates: true,
  })
  for (const group of groups) await addMembers(tx, workspaceId, group, ids)
}

const columnsOf = ({ kind, shortName, validFrom, validTo }: AgencyChange) => ({
  ...{ kind, shortName: storableText(shortName), validFrom: toDate(validFrom), validTo: toDate(validTo) },
})

const idOf = (ids: Ids, name: string): string => {
  const id = ids.get(storableText(name))
  if (id === undefined) throw new Error(`The directory has no agency "${name}"`)
  return id
}

const addMembers = async (
  tx: Transaction,
  workspaceId: string,
  { name, newMembers }: GroupChange,
  ids: Ids,
): Promise<void> => {
  const row = { workspaceId, name: storableText(name), folded: agencyKey(name) }
  const { id: groupId } = await tx.agencyGroup.upsert({
    where: { workspaceId_folded: { workspaceId, folded: row.folded } },
    create: row,
    update: {},
    select: { id: true },
  })
  await tx.agencyGroupMember.createMany({
    data: newMembers.map((member) => ({ workspaceId, groupId, agencyId: idOf(ids, member) })),
    skipDuplicates: true,
  })
}
