import { createHash } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { WaitingEvent } from '../domain/ports/messages.ts'
import type { ReadFile } from '../handlers/route.ts'
import type { HandlingOptions } from './handling-tools.ts'

/** Files larger than this are refused before they are fetched: Telegram's own limit for bots. */
const limitMb = 20

/**
 * Fetches and reads an uploaded file, outside of any transaction because it takes long. Null when the event has no
 * file or its sender may not import plans: then nothing is fetched at all.
 */
export const prepareFile = async (
  { inTransaction, files }: HandlingOptions,
  { incoming }: WaitingEvent,
): Promise<ReadFile | null> => {
  if (incoming.body.kind !== 'file' || incoming.chat.kind === 'group') return null
  const { file } = incoming.body
  const mayImport = await inTransaction(async ({ accounts, storesOf }) => {
    const account = await accounts.find(incoming.channel, incoming.sender.id)
    if (account === null) return false
    const person = await storesOf(account.workspaceId).people.get(account.personId)
    return may(person.memberships, 'import-plan')
  })
  if (!mayImport) return null
  if (file.size !== null && file.size > limitMb * 1024 * 1024) {
    throw new AppError('file-too-large', { name: file.name, limitMb })
  }
  const fetched = await files.fetch(incoming.channel, file)
  return {
    name: fetched.name,
    contentHash: createHash('sha256').update(fetched.bytes).digest('hex'),
    parsed: await files.readPlan(fetched),
  }
}
