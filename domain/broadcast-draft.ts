import type { Broadcast } from './ports/broadcasts.ts'

/** Eight signs that change whenever what is sent, to whom or by when changes (FNV-1a). */
export const fingerprintOf = ({
  text,
  audience,
  deadline,
}: Pick<Broadcast, 'text' | 'audience' | 'deadline'>): string => {
  const { agencyIds, roles = [] } = audience
  const bytes = new TextEncoder().encode(JSON.stringify([text, agencyIds, roles, deadline]))
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
