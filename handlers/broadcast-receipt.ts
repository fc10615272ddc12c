import { AppError } from '../domain/errors.ts'
import { clockOf, excerptOf } from './broadcast-words.ts'
import type { Handler } from './request.ts'

/** bc-ack:<broadcast>: "Đã nhận" under an announcement. */
export const acknowledgeBroadcast: Handler<'audit' | 'broadcasts'> = async (request, id, { audit, broadcasts }) => {
  const { person, now, m } = request
  if (await broadcasts.acknowledge(id, person.id, now)) {
    const entry = { action: 'broadcast.acknowledge', subject: 'broadcast', subjectId: id, personId: person.id }
    await audit.append({ ...entry, channel: request.chat.channel }, now)
    return [{ text: m.broadcast.acknowledged() }]
  }
  const broadcast = await broadcasts.find(id)
  if (broadcast === null || !(await broadcasts.isAddressed(id, person.id))) throw new AppError('button-stale', {})
  const { withdrawnAt } = broadcast
  if (withdrawnAt === null) return [{ text: m.broadcast.acknowledgedBefore() }]
  return [{ text: m.broadcastSent.isWithdrawn({ excerpt: excerptOf(broadcast), when: clockOf(request, withdrawnAt) }) }]
}
