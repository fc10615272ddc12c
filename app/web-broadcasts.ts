import type { Person } from '../domain/people.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { FileStorage } from '../domain/ports/files.ts'
import type { Asking, SharedState, WebBroadcasts } from '../domain/ports/web-broadcasts.ts'
import { findWithFiles } from '../handlers/broadcast-file-open.ts'
import { excerptOf } from '../handlers/broadcast-words.ts'
import { hashSecret } from '../handlers/secrets.ts'
import { findBroadcastLink } from '../prisma/broadcast-files.ts'
import { readStored } from './read-stored.ts'
import type { RunTransaction, TransactionTools } from './transactions.ts'

export interface WebBroadcastsOptions {
  readonly inTransaction: RunTransaction
  readonly now: () => Date
  readonly storage: FileStorage
}

/** The files of announcements on web pages, for recipients and for whoever sends announcements. */
export const createWebBroadcasts = (options: WebBroadcastsOptions): WebBroadcasts => ({
  look: async (asking) => {
    const found = await find(options, asking)
    return 'broadcast' in found ? { kind: 'open', shared: sharedOf(found) } : found
  },

  open: async (asking, fileId) => {
    const found = await find(options, asking)
    if (!('broadcast' in found)) return found
    const file = found.broadcast.files.find(({ id }) => id === fileId)
    if (file === undefined) return { kind: 'unknown' }
    return { ...file, bytes: await readStored(options.storage, file, `file ${fileId} of an announcement`) }
  },
})

interface Found {
  readonly broadcast: Broadcast
  readonly person: Person
  readonly workspace: string
}

const find = ({ inTransaction, now }: WebBroadcastsOptions, asking: Asking): Promise<Found | SharedState> =>
  inTransaction(async (tools) => {
    const asker = await askerOf(tools, asking, now())
    if ('kind' in asker) return asker
    const stores = tools.storesOf(asker.workspaceId)
    const person = await stores.people.get(asker.personId)
    const broadcast = await findWithFiles(person, asker.broadcastId, stores)
    if (broadcast === null) return { kind: 'unknown' }
    if (broadcast.withdrawnAt !== null) return { kind: 'withdrawn' }
    if (asker.expired) return { kind: 'expired', broadcastId: broadcast.id }
    return { broadcast, person, workspace: (await tools.getWorkspace(asker.workspaceId)).name }
  })

interface Asker {
  readonly workspaceId: string
  readonly personId: string
  readonly broadcastId: string
  readonly expired: boolean
}

const askerOf = async ({ tx }: TransactionTools, asking: Asking, now: Date): Promise<Asker | SharedState> => {
  if ('token' in asking) return (await findBroadcastLink(tx, hashSecret(asking.token), now)) ?? { kind: 'unknown' }
  const { visitor, broadcastId } = asking
  return { workspaceId: visitor.workspaceId, personId: visitor.personId, broadcastId, expired: false }
}

const sharedOf = ({ broadcast, person, workspace }: Found) => ({
  ...{ broadcastId: broadcast.id, locale: person.locale, workspace },
  ...{ author: broadcast.authorName, excerpt: excerptOf(broadcast), files: broadcast.files },
})
