import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { BroadcastReceipt } from '../domain/ports/broadcasts.ts'
import { localTime } from '../domain/time.ts'
import { excerptOf } from './broadcast-send.ts'
import type { Handler } from './request.ts'

/** "Đã nhận" under an announcement. */
export const acknowledgeBroadcast: Handler<'audit' | 'broadcasts'> = async (request, id, { audit, broadcasts }) => {
  const { person, now, m } = request
  if (await broadcasts.acknowledge(id, person.id, now)) {
    const entry = { action: 'broadcast.acknowledge', subject: 'broadcast', subjectId: id, personId: person.id }
    await audit.append({ ...entry, channel: request.chat.channel }, now)
    return [{ text: m.broadcast.acknowledged() }]
  }
  const broadcast = await broadcasts.find(id)
  const receipts = broadcast === null ? [] : await broadcasts.listReceipts(broadcast.id)
  if (!receipts.some(({ personId }) => personId === person.id)) throw new AppError('button-stale', {})
  return [{ text: m.broadcast.acknowledgedBefore() }]
}

/** "Xem ai đã nhận": what is known of every copy at this moment. */
export const showReceipts: Handler<'broadcasts'> = async (request, id, { broadcasts }) => {
  const { person, workspace, now, m } = request
  if (!may(person.memberships, 'broadcast')) throw new AppError('not-allowed', {})
  const broadcast = await broadcasts.find(id)
  if (broadcast === null || broadcast.sentAt === null) throw new AppError('button-stale', {})
  const receipts = await broadcasts.listReceipts(broadcast.id)
  return [
    {
      text: m.broadcast.receipts({
        ...sortReceipts(receipts),
        excerpt: excerptOf(broadcast),
        time: localTime(now, workspace.zone),
        total: receipts.length,
      }),
      buttons: [[{ label: m.broadcast.refresh, action: `bc-who:${broadcast.id}` }]],
      replaces: true,
    },
  ]
}

/** Nobody is counted as reached before the channel said so. */
const sortReceipts = (receipts: readonly BroadcastReceipt[]) => {
  const namesOf = (matches: (receipt: BroadcastReceipt) => boolean): readonly string[] =>
    receipts.filter(matches).map(({ personName }) => personName)
  return {
    sent: namesOf(({ state }) => state === 'sent').length,
    waiting: namesOf(({ state }) => state === 'pending' || state === 'sending').length,
    unknown: namesOf(({ state }) => state === 'unknown'),
    failed: namesOf(({ state }) => state === 'failed'),
    acknowledged: namesOf(({ acknowledgedAt }) => acknowledgedAt !== null),
    silent: namesOf(({ state, acknowledgedAt }) => state === 'sent' && acknowledgedAt === null),
  }
}
