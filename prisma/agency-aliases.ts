import { agencyKey } from '../domain/agency-names.ts'
import type { NameTarget } from '../domain/ports/agencies.ts'
import { requireOwn, storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'

interface NewAlias {
  readonly target: NameTarget
  readonly name: string
  readonly personId: string
}

/** A name that somebody explained. Rejects for an agency, a group or a person of another workspace. */
export const addAlias = async (
  tx: Transaction,
  workspaceId: string,
  { target, name, personId }: NewAlias,
  now: Date,
): Promise<void> => {
  await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
  const written = storableText(name).trim()
  if (target.kind === 'group') return addGroupAlias(tx, workspaceId, target.id, written)
  const { id: agencyId } = target
  await requireOwn('agency', tx.agency.count({ where: { id: agencyId, workspaceId } }))
  const folded = agencyKey(written)
  const own = await tx.agency.count({ where: { id: agencyId, workspaceId, folded } })
  if (own > 0) return
  const row = { workspaceId, agencyId, name: written, folded, addedById: personId, addedAt: now }
  await tx.agencyAlias.createMany({ data: [row], skipDuplicates: true })
}

const addGroupAlias = async (tx: Transaction, workspaceId: string, id: string, name: string): Promise<void> => {
  const group = await tx.agencyGroup.findFirst({ where: { id, workspaceId }, select: { name: true, aliases: true } })
  if (group === null) throw new Error('group of another workspace')
  const known = [group.name, ...group.aliases].map(agencyKey)
  if (known.includes(agencyKey(name))) return
  await tx.agencyGroup.update({ where: { id }, data: { aliases: { push: name } } })
}
