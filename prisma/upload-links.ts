import type { UploadLinks, UploadTarget } from '../domain/ports/evidence.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** One-time addresses for files that a chat cannot carry. */
export const createUploadLinks = (tx: Transaction, workspaceId: string): UploadLinks => ({
  create: async (link, expiresAt) => {
    await requireOwn('person', tx.person.count({ where: { id: link.personId, workspaceId } }))
    await requireOwnTarget(tx, workspaceId, link)
    await tx.uploadLink.create({ data: { ...link, workspaceId, expiresAt }, select: { id: true } })
  },

  claim: async (tokenHash, now) => {
    const { count } = await tx.uploadLink.updateMany({
      where: { tokenHash, workspaceId, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    return count === 1
  },
})

const requireOwnTarget = (tx: Transaction, workspaceId: string, target: UploadTarget): Promise<void> =>
  'broadcastId' in target
    ? requireOwn('draft', tx.broadcast.count({ where: { id: target.broadcastId, workspaceId, sentAt: null } }))
    : requireOwn('assignment', tx.assignment.count({ where: { id: target.assignmentId, workspaceId } }))

/** Whose link it is and for what: found before any workspace is known. */
export interface FoundUploadLink {
  readonly workspaceId: string
  readonly personId: string
  readonly target: UploadTarget
  readonly state: 'open' | 'used' | 'expired'
}

/** Null when there never was such a link. */
export const findUploadLink = async (
  tx: Transaction,
  tokenHash: string,
  now: Date,
): Promise<FoundUploadLink | null> => {
  const link = await tx.uploadLink.findUnique({ where: { tokenHash } })
  if (link === null) return null
  const { workspaceId, personId, assignmentId, broadcastId, usedAt, expiresAt } = link
  const state = usedAt !== null ? 'used' : expiresAt > now ? 'open' : 'expired'
  const target = assignmentId === null ? { broadcastId: broadcastId ?? '' } : { assignmentId }
  return { workspaceId, personId, target, state }
}
