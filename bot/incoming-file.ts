import { createHash } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { PlanFile, ReadingProgress } from '../domain/plan-document.ts'
import type { WaitingEvent } from '../domain/ports/messages.ts'
import type { ReadFile, SentDirectory } from '../handlers/route.ts'
import type { HandlingOptions } from './handling-tools.ts'
import { announceLongWork } from './long-work.ts'
import { readWithProgress } from './reading-progress.ts'
import type { Readings } from './readings.ts'

/** Files larger than this are refused before they are fetched: Telegram's own limit for bots. */
const limitMb = 20

/** A file that was read before its event is handled. */
export type SentFile = ReadFile | SentDirectory

/**
 * What is done before an event is handled, outside of any transaction: its file is read beside the lane ('pending'
 * while it is), and what takes long is announced.
 */
export const prepareEvent = async (
  options: HandlingOptions,
  readings: Readings<SentFile | null>,
  chatKey: string,
  event: WaitingEvent,
): Promise<SentFile | null | 'pending'> => {
  if (event.incoming.body.kind === 'file') return readings.take(event.id, chatKey, () => prepareFile(options, event))
  await announceLongWork(options, event)
  return null
}

/**
 * Fetches and reads an uploaded file, outside of any transaction because it takes long. Null when the event has no
 * file or its sender may import neither plans nor agencies: then nothing is fetched at all.
 */
const prepareFile = async (options: HandlingOptions, event: WaitingEvent): Promise<SentFile | null> => {
  const { inTransaction, files } = options
  const { incoming } = event
  if (incoming.body.kind !== 'file' || incoming.chat.kind === 'group') return null
  const { file } = incoming.body
  const rights = await rightsOf(inTransaction, incoming)
  if (!rights.plans && !rights.agencies) return null
  if (file.size !== null && file.size > limitMb * 1024 * 1024) {
    throw new AppError('file-too-large', { name: file.name, limitMb })
  }
  return readWithProgress(options, event, file.name, async (onProgress) =>
    readAs(rights, await files.fetch(incoming.channel, file), { files, onProgress }),
  )
}

interface Reading {
  readonly files: HandlingOptions['files']
  readonly onProgress: (progress: ReadingProgress) => void
}

type Rights = Awaited<ReturnType<typeof rightsOf>>

/** A directory of agencies is told by its header; everything else is a plan. */
const readAs = async (rights: Rights, file: PlanFile, { files, onProgress }: Reading): Promise<SentFile | null> => {
  const sheet = rights.agencies ? await files.readDirectory(file) : null
  if (sheet !== null) return { name: file.name, sheet }
  if (!rights.plans) return null
  return {
    name: file.name,
    contentHash: createHash('sha256').update(file.bytes).digest('hex'),
    parsed: await files.readPlan(file, onProgress),
  }
}

/** What the sender may import. */
const rightsOf = (inTransaction: HandlingOptions['inTransaction'], { channel, sender }: WaitingEvent['incoming']) =>
  inTransaction(async ({ accounts, storesOf }) => {
    const account = await accounts.find(channel, sender.id)
    const memberships =
      account === null ? [] : (await storesOf(account.workspaceId).people.get(account.personId)).memberships
    return { plans: may(memberships, 'import-plan'), agencies: may(memberships, 'manage-agencies') }
  })
