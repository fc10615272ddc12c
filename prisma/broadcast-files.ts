import type { BroadcastFile } from '../domain/broadcast-files.ts'
import type { BroadcastFiles } from '../domain/ports/broadcast-files.ts'
import type { Prisma } from './generated/client.ts'
import { chunk, isId, requireOwn, storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** So many rows go into one statement. */
const atOnce = 2000

/** The files of one workspace's announcements, and the addresses that open them. */
export const createBroadcastFiles = (tx: Transaction, workspaceId: string): BroadcastFiles => ({
  add: async (broadcastId, { addedById, ...file }, now) => {
    await requireOwn('draft', tx.broadcast.count({ where: { id: broadcastId, workspaceId, sentAt: null } }))
    await requireOwn('person', tx.person.count({ where: { id: addedById, workspaceId } }))
    const named = { ...file, name: storableText(file.name) }
    return toFile(
      await tx.broadcastFile.create({ data: { ...named, workspaceId, broadcastId, addedById, addedAt: now } }),
    )
  },

  remove: async (broadcastId, fileId) => {
    if (!isId(fileId)) return false
    const { count } = await tx.broadcastFile.deleteMany({
      where: { id: fileId, broadcastId, workspaceId, broadcast: { sentAt: null } },
    })
    return count === 1
  },

  addLinks: async (broadcastId, links, expiresAt) => {
    const people = [...new Set(links.map(({ personId }) => personId))]
    await requireOwn('broadcast', tx.broadcast.count({ where: { id: broadcastId, workspaceId } }))
    await requireOwn('person', tx.person.count({ where: { id: { in: people }, workspaceId } }), people.length)
    for (const some of chunk(links, atOnce)) {
      await tx.broadcastLink.createMany({
        data: some.map((link) => ({ ...link, workspaceId, broadcastId, expiresAt })),
      })
    }
  },
})

/** In the order in which they were added. */
export const listFiles = async (
  tx: Transaction,
  workspaceId: string,
  broadcastId: string,
): Promise<readonly BroadcastFile[]> =>
  (await tx.broadcastFile.findMany({ where: { workspaceId, broadcastId }, orderBy: { id: 'asc' } })).map(toFile)

const toFile = ({
  id,
  name,
  size,
  sha256,
  mime,
  storageKey,
}: Prisma.BroadcastFileGetPayload<object>): BroadcastFile => ({ id, name, size, sha256, mime, storageKey })

/** Whose address it is and for what: found before any workspace is known. */
export interface FoundBroadcastLink {
  readonly workspaceId: string
  readonly broadcastId: string
  readonly personId: string
  readonly expired: boolean
}

/** Null when there never was such an address. */
export const findBroadcastLink = async (
  tx: Transaction,
  tokenHash: string,
  now: Date,
): Promise<FoundBroadcastLink | null> => {
  const link = await tx.broadcastLink.findUnique({ where: { tokenHash } })
  if (link === null) return null
  const { workspaceId, broadcastId, personId, expiresAt } = link
  return { workspaceId, broadcastId, personId, expired: expiresAt <= now }
}
