import { linkDays, needsLink } from '../domain/broadcast-files.ts'
import type { Recipient } from '../domain/people.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Request } from './request.ts'
import { createToken, hashSecret } from './secrets.ts'

/** Where whoever is signed in finds the files of an announcement, if it is theirs to see. */
export const addressOfRecipients = ({ links }: Pick<Request, 'links'>, broadcastId: string): string =>
  `${links.web}/thong-bao/${broadcastId}`

/**
 * Where each of these people finds the files: in the web chat signed in, elsewhere by an address of their own. It is
 * an address and no document because no channel takes one back, and Zalo does not carry any.
 */
export const addressFiles = async (
  request: Pick<Request, 'links' | 'now'>,
  { id, files }: Pick<Broadcast, 'id' | 'files'>,
  people: readonly Recipient[],
  { broadcastFiles }: Pick<Stores, 'broadcastFiles'>,
): Promise<(personId: string) => string> => {
  const tokens = new Map(
    people
      .filter(({ channel }) => files.length > 0 && needsLink(channel))
      .map(({ personId }) => [personId, createToken()]),
  )
  const expiresAt = new Date(request.now.getTime() + linkDays * 24 * 60 * 60 * 1000)
  const links = [...tokens].map(([personId, token]) => ({ personId, tokenHash: hashSecret(token) }))
  if (links.length > 0) await broadcastFiles.addLinks(id, links, expiresAt)
  return (personId) => {
    const token = tokens.get(personId)
    return token === undefined ? addressOfRecipients(request, id) : `${request.links.web}/tep/${token}`
  }
}
