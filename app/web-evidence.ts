import { explain } from '../bot/explain.ts'
import { cleanFileName, whyBytesNotTaken, whyNotTaken } from '../domain/evidence-file.ts'
import type { KeptFile } from '../domain/evidence.ts'
import { AppError } from '../domain/errors.ts'
import type { RichText } from '../domain/message.ts'
import type { FileStorage } from '../domain/ports/files.ts'
import type { UploadTarget } from '../domain/ports/evidence.ts'
import type { UploadPurpose, UploadState, WebEvidence, WebUpload } from '../domain/ports/web-evidence.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { receiveFilesOfDraft, showDraftOfUpload } from '../handlers/broadcast-upload.ts'
import { findFileToOpen } from '../handlers/evidence-open.ts'
import { receiveUpload, showUpload } from '../handlers/evidence-upload.ts'
import type { Reply, Request } from '../handlers/request.ts'
import type { FileTools } from '../handlers/route.ts'
import { hashSecret } from '../handlers/secrets.ts'
import { messagesIn } from '../locales/index.ts'
import { ChangedMeanwhile } from '../prisma/assignment-updates.ts'
import { findUploadLink, type FoundUploadLink } from '../prisma/upload-links.ts'
import { readStored } from './read-stored.ts'
import type { RunTransaction } from './transactions.ts'
import { requestFor, say, type WebRequestOptions } from './web-request.ts'

export interface WebEvidenceOptions extends WebRequestOptions {
  readonly inTransaction: RunTransaction
  readonly storage: FileStorage
  readonly keep: FileTools['keep']
}

/** Evidence on web pages: brought by one-time links, downloaded by whoever may see it. */
export const createWebEvidence = (options: WebEvidenceOptions): WebEvidence => ({
  findUpload: (token) => lookAtLink(options, token),

  upload: async (token, upload) => {
    const found = await lookAtLink(options, token)
    if (found.kind !== 'open') return { refused: found }
    try {
      return { said: await receive(options, token, upload) }
    } catch (error) {
      if (error instanceof LinkUsed) return { refused: { kind: 'used' } }
      if (error instanceof AppError) return { problem: explain(error, messagesIn(found.locale)) }
      throw error
    }
  },

  open: (visitor, evidenceId) => openFile(options, visitor, evidenceId),
})

/** Somebody else was faster with the same link. */
class LinkUsed extends Error {
  override readonly name = 'LinkUsed'
}

const lookAtLink = ({ inTransaction, ...options }: WebEvidenceOptions, token: string): Promise<UploadState> =>
  inTransaction(async (tools) => {
    const link = await findUploadLink(tools.tx, hashSecret(token), options.now())
    if (link?.state !== 'open') return { kind: link?.state ?? 'unknown' }
    const request = await requestFor(options, tools, link)
    const purpose = await purposeOf(request, link.target, tools.storesOf(link.workspaceId))
    return purpose === null ? { kind: 'unknown' } : { kind: 'open', locale: request.person.locale, purpose }
  })

/** Null when it is this person's no more. */
const purposeOf = async (request: Request, target: UploadTarget, stores: Stores): Promise<UploadPurpose | null> => {
  if ('broadcastId' in target) {
    const excerpt = await showDraftOfUpload(request, target.broadcastId, stores)
    return excerpt === null ? null : { kind: 'broadcast', excerpt }
  }
  const task = await showUpload(request, target.assignmentId, stores)
  return task === null ? null : { kind: 'evidence', ...task }
}

const receive = async (options: WebEvidenceOptions, token: string, { files, caption }: WebUpload) => {
  const named = files.map(({ name, bytes }) => ({ name: cleanFileName(name), bytes, photo: false }))
  // All are looked at before the first is kept: nothing is half done.
  for (const { name, bytes } of named) {
    const refusal = whyNotTaken({ name, size: bytes.length }, caption) ?? whyBytesNotTaken(name, bytes)
    if (refusal !== null) throw refusal
  }
  const link = await findLink(options, token)
  const kept: KeptFile[] = []
  const shelf = 'broadcastId' in link.target ? 'broadcast' : 'evidence'
  for (const file of named) kept.push(await options.keep(link.workspaceId, file, shelf))
  return again(() =>
    options.inTransaction(async (tools) => {
      const stores = tools.storesOf(link.workspaceId)
      const hash = hashSecret(token)
      if (!(await stores.uploadLinks.claim(hash, options.now()))) throw new LinkUsed()
      const request = await requestFor(options, tools, { ...link, key: `upload:${hash.slice(0, 32)}` })
      const { replies, said } = await takeUpload(request, link.target, { files: kept, caption }, stores)
      await say(tools, request, replies)
      return said
    }),
  )
}

/** What is said in the chat about files, and on the page: a preview is for the chat alone, where it can be sent. */
const takeUpload = async (
  request: Request,
  target: UploadTarget,
  { files, caption }: { readonly files: readonly KeptFile[]; readonly caption: string },
  stores: Stores,
): Promise<{ readonly replies: readonly Reply[]; readonly said: readonly RichText[] }> => {
  if ('broadcastId' in target) {
    const replies = await receiveFilesOfDraft(request, { broadcastId: target.broadcastId, files }, stores)
    return { replies, said: [request.m.broadcastFiles.uploaded(files.map(({ name }) => name))] }
  }
  const replies = await receiveUpload(request, { assignmentId: target.assignmentId, files, caption }, stores)
  return { replies, said: replies.map(({ text }) => text) }
}

const findLink = async ({ inTransaction, now }: WebEvidenceOptions, token: string): Promise<FoundUploadLink> => {
  const link = await inTransaction(({ tx }) => findUploadLink(tx, hashSecret(token), now()))
  if (link?.state !== 'open') throw new LinkUsed()
  return link
}

const attempts = 3

/** What was changed by somebody else meanwhile is decided anew. */
const again = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let left = attempts; left > 1; left -= 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error
    }
  }
  return run()
}

const openFile: (
  options: WebEvidenceOptions,
  ...args: Parameters<WebEvidence['open']>
) => ReturnType<WebEvidence['open']> = async ({ inTransaction, storage, ...options }, visitor, evidenceId) => {
  const file = await inTransaction(async (tools) => {
    const request = await requestFor(options, tools, visitor)
    return findFileToOpen(request, evidenceId, tools.storesOf(visitor.workspaceId))
  })
  if (file === null) return null
  return { name: file.name, mime: file.mime, bytes: await readStored(storage, file, `evidence ${evidenceId}`) }
}
