import { cleanFileName, whyBytesNotTaken, whyNotTaken } from '../domain/evidence-file.ts'
import type { AppError } from '../domain/errors.ts'
import type { KeptFile } from '../domain/evidence.ts'
import type { FilePurpose } from '../domain/file-purpose.ts'
import type { Channel, Incoming } from '../domain/incoming.ts'
import type { HandlingOptions } from './handling-tools.ts'

/** What a channel lets a bot fetch, where that is less than what is taken. */
const fetchableMb: Partial<Record<Channel, number>> = { telegram: 20 }

/** What is sent as a file, and where it is kept. */
interface Sending {
  readonly channel: Channel
  readonly body: Extract<Incoming['body'], { kind: 'file' }>
  readonly workspaceId: string
  readonly shelf: Exclude<FilePurpose, 'import'>
}

/**
 * Fetches and keeps a file that proves something or goes out with an announcement, outside of any transaction. What is
 * known before its bytes are is refused before they are fetched. Null where the channel does not let the bot fetch it.
 * Throws AppError.
 */
export const fetchAndKeep = async (
  { files }: Pick<HandlingOptions, 'files'>,
  { channel, body: { file, caption }, workspaceId, shelf }: Sending,
): Promise<KeptFile | null> => {
  const name = cleanFileName(file.name)
  refuse(whyNotTaken({ name, size: file.size }, caption))
  const limitMb = fetchableMb[channel]
  if (limitMb !== undefined && file.size !== null && file.size > limitMb * 1024 * 1024) return null
  const { bytes } = await files.fetch(channel, file)
  refuse(whyBytesNotTaken(name, bytes))
  return files.keep(workspaceId, { name, bytes, photo: file.photo === true }, shelf)
}

const refuse = (refusal: AppError | null): void => {
  if (refusal !== null) throw refusal
}
