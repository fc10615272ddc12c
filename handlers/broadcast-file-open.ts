import { mayOpenFiles } from '../domain/broadcast-files.ts'
import type { Person } from '../domain/people.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'

/** An announcement whose files this person may have. Null when there is none for them. */
export const findWithFiles = async (
  person: Person,
  broadcastId: string,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<Broadcast | null> => {
  const broadcast = await broadcasts.find(broadcastId)
  if (broadcast === null || broadcast.files.length === 0) return null
  const addressed = await broadcasts.isAddressed(broadcastId, person.id)
  return mayOpenFiles(broadcast, { person, addressed }) ? broadcast : null
}
