import { randomUUID } from 'node:crypto'
import type { Stores } from '../../domain/ports/stores.ts'

/** What of another workspace somebody knows who tries to reach its announcements. */
interface TheirBroadcasts {
  /** Not sent yet. */
  readonly draftBroadcastId: string
  readonly broadcastId: string
  /** Of the draft. */
  readonly fileId: string
  readonly person: { readonly id: string }
}

/** One that waits and one that went out to their person. */
export const fillBroadcasts = async ({ broadcasts, broadcastFiles }: Stores, personId: string, now: Date) => {
  const draft = { authorId: personId, text: 'Của họ', audience: { agencyIds: [] } }
  const draftBroadcastId = await broadcasts.saveDraft(draft, now)
  const broadcastId = await broadcasts.saveDraft(draft, now)
  await broadcasts.claim(broadcastId, now)
  await broadcasts.addReceipts(broadcastId, [{ personId, messageKey: randomUUID() }])
  const { id: fileId } = await broadcastFiles.add(draftBroadcastId, { ...file, addedById: personId }, now)
  await broadcastFiles.addLinks(broadcastId, [{ personId, tokenHash: randomUUID() }], later)
  return { draftBroadcastId, broadcastId, fileId }
}

const file = { name: 'a.pdf', size: 1, sha256: 'a', mime: 'application/pdf', storageKey: 'broadcast/w/a' }

type Attempt = (stores: Stores, theirs: TheirBroadcasts, us: string) => Promise<unknown>

const later = new Date('2026-06-16T02:00:00Z')
const window = { offset: 0, limit: 10 }
const none = { total: 0, seen: 0, acknowledged: 0, sent: 0, waiting: 0, unknown: 0, stopped: 0, failed: 0 }

const reads: Readonly<Record<string, readonly [Attempt, unknown]>> = {
  'broadcasts.find': [({ broadcasts }, { broadcastId }) => broadcasts.find(broadcastId), null],
  'broadcasts.findToChange': [({ broadcasts }, { broadcastId }) => broadcasts.findToChange(broadcastId), null],
  'broadcasts.listSent': [({ broadcasts }) => broadcasts.listSent(window), { items: [], total: 0 }],
  'broadcasts.isAddressed': [
    ({ broadcasts }, { broadcastId, person }) => broadcasts.isAddressed(broadcastId, person.id),
    false,
  ],
  'broadcasts.countReceipts': [({ broadcasts }, { broadcastId }) => broadcasts.countReceipts(broadcastId), none],
  'broadcasts.listSilent': [
    ({ broadcasts }, { broadcastId }) => broadcasts.listSilent(broadcastId, window),
    { items: [], total: 0 },
  ],
  'broadcasts.listCallable': [({ broadcasts }, { broadcastId }) => broadcasts.listCallable(broadcastId), []],
  'broadcasts.listCopies': [({ broadcasts }, { broadcastId }) => broadcasts.listCopies(broadcastId), []],
}

const writes: typeof reads = {
  'broadcasts.changeDraft': [
    ({ broadcasts }, { draftBroadcastId }) =>
      broadcasts.changeDraft(draftBroadcastId, { audience: { agencyIds: [] }, deadline: '2026-07-01' }),
    undefined,
  ],
  'broadcastFiles.remove': [
    ({ broadcastFiles }, { draftBroadcastId, fileId }) => broadcastFiles.remove(draftBroadcastId, fileId),
    false,
  ],
  'broadcasts.claim': [({ broadcasts }, { draftBroadcastId }) => broadcasts.claim(draftBroadcastId, later), false],
  'broadcasts.claimCall': [({ broadcasts }, { broadcastId }) => broadcasts.claimCall(broadcastId, 1, later), false],
  'broadcasts.withdraw': [({ broadcasts }, { broadcastId }) => broadcasts.withdraw(broadcastId, later), false],
  'broadcasts.stopWaiting': [({ broadcasts }, { broadcastId }) => broadcasts.stopWaiting(broadcastId, later), 0],
  'broadcasts.acknowledge': [
    ({ broadcasts }, { broadcastId, person }) => broadcasts.acknowledge(broadcastId, person.id, later),
    false,
  ],
}

const refused: Readonly<Record<string, Attempt>> = {
  'broadcasts.saveDraft in their name': ({ broadcasts }, { person }) =>
    broadcasts.saveDraft({ authorId: person.id, text: '', audience: { agencyIds: [] } }, later),
  'broadcastFiles.add': ({ broadcastFiles }, { draftBroadcastId }, us) =>
    broadcastFiles.add(draftBroadcastId, { ...file, addedById: us }, later),
  'broadcastFiles.add in their name': async ({ broadcasts, broadcastFiles }, { person }, us) => {
    const id = await broadcasts.saveDraft({ authorId: us, text: '', audience: { agencyIds: [] } }, later)
    await broadcastFiles.add(id, { ...file, addedById: person.id }, later)
  },
  'broadcastFiles.addLinks': ({ broadcastFiles }, { broadcastId }, us) =>
    broadcastFiles.addLinks(broadcastId, [{ personId: us, tokenHash: 'ours' }], later),
  'broadcastFiles.addLinks for their people': async ({ broadcasts, broadcastFiles }, { person }, us) => {
    const id = await broadcasts.saveDraft({ authorId: us, text: '', audience: { agencyIds: [] } }, later)
    await broadcastFiles.addLinks(id, [{ personId: person.id, tokenHash: 'ours' }], later)
  },
  'uploadLinks.create to their draft': ({ uploadLinks }, { draftBroadcastId }, us) =>
    uploadLinks.create({ personId: us, broadcastId: draftBroadcastId, tokenHash: 'ours' }, later),
  'broadcasts.addReceipts': ({ broadcasts }, { broadcastId }) => broadcasts.addReceipts(broadcastId, []),
  'broadcasts.addReceipts for their people': async ({ broadcasts }, { person }, us) => {
    const id = await broadcasts.saveDraft({ authorId: us, text: '', audience: { agencyIds: [] } }, later)
    await broadcasts.addReceipts(id, [{ personId: person.id, messageKey: 'x' }])
  },
}

/** The same in the shape of the test's own lists; `theirs` and `us` are not known before it runs. */
export const attemptsOnBroadcasts = (theirs: () => TheirBroadcasts, us: () => string) => {
  const bind =
    (attempt: Attempt) =>
    (stores: Stores): Promise<unknown> =>
      attempt(stores, theirs(), us())
  const bindAll = (attempts: typeof reads) =>
    Object.fromEntries(
      Object.entries(attempts).map(([name, [attempt, nothing]]) => [name, [bind(attempt), nothing] as const]),
    )
  return {
    reads: bindAll(reads),
    writes: bindAll(writes),
    refused: Object.fromEntries(Object.entries(refused).map(([name, attempt]) => [name, bind(attempt)])),
  }
}
