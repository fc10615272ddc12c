import type { Audience, Broadcast } from './ports/broadcasts.ts'

/** Whom a draft goes to before anybody was chosen: nobody. */
export const nobodyYet: Audience = { agencyIds: [], roles: [] }

export const isChosen = ({ roles }: Audience): boolean => roles?.length !== 0

type Sent = Pick<Broadcast, 'text' | 'audience' | 'deadline'> & Partial<Pick<Broadcast, 'files'>>

/** Eight signs that change whenever what is sent, to whom or by when changes (FNV-1a). */
export const fingerprintOf = ({ text, audience, deadline, files = [] }: Sent): string => {
  const { agencyIds, roles = [] } = audience
  const attached = files.map(({ name, sha256 }) => [name, sha256])
  const bytes = new TextEncoder().encode(JSON.stringify([text, agencyIds, roles, deadline, ...attached]))
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
