import { createHash } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import { type FilePurpose, isForCalendar } from '../domain/file-purpose.ts'
import type { Incoming, IncomingBody, IncomingFile } from '../domain/incoming.ts'
import type { PlanFile, ReadingProgress } from '../domain/plan-document.ts'
import type { WaitingEvent } from '../domain/ports/messages.ts'
import type { SentFile } from '../handlers/route.ts'
import { type FileSender, findFileSender } from './file-sender.ts'
import type { HandlingOptions } from './handling-tools.ts'
import { fetchAndKeep } from './incoming-evidence.ts'
import { announceLongWork } from './long-work.ts'
import { readWithProgress } from './reading-progress.ts'
import type { Readings } from './readings.ts'

export type { SentFile } from '../handlers/route.ts'

/** What is to be read is refused before it is fetched when it is larger: Telegram's own limit for bots. */
const limitMb = 20

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
 * Fetches an uploaded file, outside of any transaction because it takes long: to read it, or to keep it.
 * Null when the event has no file or its sender may do nothing with one: then nothing is fetched at all.
 */
const prepareFile = async (options: HandlingOptions, event: WaitingEvent): Promise<SentFile | null> => {
  const { body, chat, channel } = event.incoming
  if (body.kind !== 'file' || chat.kind === 'group') return null
  const sender = await findFileSender(options, event.incoming)
  if (sender === null) return null
  if (isForCalendar(body.caption)) return readCalendar(options, event, { rights: sender, file: body.file })
  if (sender.purpose === 'import') return readImport(options, event, { rights: sender, file: body.file })
  return keepFile(options, { channel, body, sender: { ...sender, purpose: sender.purpose } })
}

const keepFile = async (
  options: HandlingOptions,
  { channel, body, sender }: Pick<Incoming, 'channel'> & { readonly body: FileBody; readonly sender: KeepingSender },
): Promise<SentFile | null> => {
  const { workspaceId, purpose: shelf, ...rights } = sender
  const mayBeKept = shelf === 'broadcast' ? rights.broadcasts : rights.answers
  if (!mayBeKept) return null
  const kept = await fetchAndKeep(options, { channel, body, workspaceId, shelf })
  const { caption, forwarded } = body
  if (shelf === 'broadcast') return { attachment: kept, caption }
  return { evidence: kept, caption, ...(forwarded === true && { forwarded }) }
}

type FileBody = Extract<IncomingBody, { readonly kind: 'file' }>
type KeepingSender = FileSender & { readonly purpose: Exclude<FilePurpose, 'import'> }

/** Not fetched for those who may not change the calendar: the handler refuses them. */
const readCalendar = async (
  { files }: HandlingOptions,
  { incoming }: WaitingEvent,
  { rights, file }: { readonly rights: Pick<FileSender, 'calendar'>; readonly file: IncomingFile },
): Promise<SentFile> => {
  const mayBeRead = rights.calendar && (file.size ?? 0) <= limitMb * 1024 * 1024
  const calendar = mayBeRead ? await files.readCalendar(await files.fetch(incoming.channel, file)) : null
  return { name: file.name, calendar }
}

const readImport = async (
  options: HandlingOptions,
  event: WaitingEvent,
  { rights, file }: { readonly rights: Rights; readonly file: IncomingFile },
): Promise<SentFile | null> => {
  const { files } = options
  if (file.size !== null && file.size > limitMb * 1024 * 1024) {
    throw new AppError('file-too-large', { name: file.name, limitMb })
  }
  return readWithProgress(options, event, file.name, async (onProgress) =>
    readAs(rights, await files.fetch(event.incoming.channel, file), { files, onProgress }),
  )
}

interface Reading {
  readonly files: HandlingOptions['files']
  readonly onProgress: (progress: ReadingProgress) => void
}

type Rights = Pick<FileSender, 'plans' | 'agencies'>

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
