import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate } from '../domain/time.ts'
import { inRows } from '../domain/task-buttons.ts'
import { checkRight } from './broadcast-draft.ts'
import { excerptOf } from './broadcast-words.ts'
import type { Handler, Reply, Request } from './request.ts'

const shown = 5
const labelLength = 28

/** What went out in this workspace, the newest first; null when there is nothing (any more). */
export const listBroadcasts = async (
  { m, workspace }: Request,
  offset: number,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<Reply | null> => {
  const { items, total } = await broadcasts.listSent({ offset, limit: shown })
  if (items.length === 0) return null
  const text = m.broadcastSent.list({
    ...{ from: offset + 1, total },
    items: items.map((item) => ({
      ...{ day: localDate(item.sentAt, workspace.zone), excerpt: excerptOf(item), deadline: item.deadline },
      ...{ withdrawn: item.withdrawnAt !== null, acknowledged: item.acknowledged, total: item.total },
    })),
  })
  const opening = items.map((item) => ({ label: shorten(item.text, labelLength), action: `bc-open:${item.id}` }))
  const turning = [
    offset > 0 && { label: m.common.back, action: `bc-list:${Math.max(0, offset - shown)}` },
    offset + shown < total && { label: m.common.more, action: `bc-list:${offset + shown}` },
    { label: m.broadcastSent.compose, action: 'bc-new:' },
  ].filter((button) => button !== false)
  return { text, buttons: [...inRows(opening, 1), turning] }
}

/** bc-list:<offset> */
export const turnBroadcasts: Handler<'broadcasts'> = async (request, input, stores) => {
  checkRight(request)
  if (!/^\d{1,6}$/u.test(input)) throw new AppError('button-stale', {})
  const listed = await listBroadcasts(request, Number(input), stores)
  if (listed === null) throw new AppError('button-stale', {})
  return [{ ...listed, replaces: true }]
}
