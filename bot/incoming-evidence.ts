import { cleanFileName, whyBytesNotTaken, whyNotTaken } from '../domain/evidence-file.ts'
import type { AppError } from '../domain/errors.ts'
import type { Channel, Incoming } from '../domain/incoming.ts'
import type { SentEvidence } from '../handlers/route.ts'
import type { HandlingOptions } from './handling-tools.ts'

/** What a channel lets a bot fetch, where that is less than what is taken. */
const fetchableMb: Partial<Record<Channel, number>> = { telegram: 20 }

/**
 * Fetches and keeps a file that proves something, outside of any transaction. What is known before its bytes are is
 * refused before they are fetched. Throws AppError.
 */
export const fetchEvidence = async (
  { files }: Pick<HandlingOptions, 'files'>,
  { channel, body }: Incoming,
  workspaceId: string,
): Promise<SentEvidence | null> => {
  if (body.kind !== 'file') return null
  const { file, caption } = body
  const name = cleanFileName(file.name)
  refuse(whyNotTaken({ name, size: file.size }, caption))
  const limitMb = fetchableMb[channel]
  if (limitMb !== undefined && file.size !== null && file.size > limitMb * 1024 * 1024)
    return { evidence: null, caption }
  const { bytes } = await files.fetch(channel, file)
  refuse(whyBytesNotTaken(name, bytes))
  return { evidence: await files.keep(workspaceId, { name, bytes, photo: file.photo === true }), caption }
}

const refuse = (refusal: AppError | null): void => {
  if (refusal !== null) throw refusal
}
