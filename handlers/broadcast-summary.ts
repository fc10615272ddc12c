import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { CopyState, SilentPerson } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localTime } from '../domain/time.ts'
import { followButtons, getSent, type SentBroadcast } from './broadcast-draft.ts'
import { clockOf, excerptOf } from './broadcast-words.ts'
import type { Handler, Reply, Request } from './request.ts'

/** bc-who:<broadcast>: what is known of all copies at this moment. */
export const openSummary: Handler<'broadcasts'> = async (request, id, stores) => {
  const broadcast = await getSent(request, id, stores)
  return [{ ...(await showSummary(request, broadcast, stores)), replaces: true }]
}

/** bc-open:<broadcast>: one of a list, as a message of its own. */
export const openBroadcast: Handler<'broadcasts'> = async (request, id, stores) => [
  await showSummary(request, await getSent(request, id, stores), stores),
]

const showSummary = async (
  request: Request,
  broadcast: SentBroadcast,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<Reply> => {
  const { m, now, workspace } = request
  const { sentAt, withdrawnAt, calledAt } = broadcast
  const text = m.broadcastSent.summary({
    excerpt: excerptOf(broadcast),
    author: broadcast.authorName,
    sent: clockOf(request, sentAt),
    deadline: broadcast.deadline,
    files: broadcast.files.map(({ name }) => name),
    withdrawn: withdrawnAt === null ? null : clockOf(request, withdrawnAt),
    calls: broadcast.calls,
    called: calledAt === null ? null : clockOf(request, calledAt),
    time: localTime(now, workspace.zone),
    counts: await broadcasts.countReceipts(broadcast.id),
  })
  return { text, buttons: followButtons(request, broadcast, 'refresh') }
}

const peopleShown = 20

const wanted = z.tuple([z.string(), z.coerce.number().int().min(0).max(1_000_000)])

/** bc-not:<broadcast>:<offset>: who has not confirmed, by agency, a page at a time. */
export const listSilent: Handler<'broadcasts'> = async (request, input, stores) => {
  const { m } = request
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [id, offset] = parsed.data
  const broadcast = await getSent(request, id, stores)
  const page = await stores.broadcasts.listSilent(id, { offset, limit: peopleShown })
  const back = [{ label: m.broadcastSent.toSummary, action: `bc-who:${id}` }]
  if (page.total === 0) return [{ text: m.broadcastSent.nobodySilent(), buttons: [back], replaces: true }]
  // Some have confirmed meanwhile: the last page there still is.
  if (page.items.length === 0) {
    return listSilent(request, `${id}:${Math.floor((page.total - 1) / peopleShown) * peopleShown}`, stores)
  }
  const { total } = await stores.broadcasts.countReceipts(id)
  const groups = [...Map.groupBy(page.items, ({ agencyName }) => agencyName)].map(([agency, people]) => ({
    agency,
    people: people.map((person) => ({ name: person.personName, mark: markOf(person) })),
  }))
  const text = m.broadcastSent.silentList({ silent: page.total, total, from: offset + 1, groups })
  return [{ text, buttons: [...turning(request, broadcast, offset, page.total), back], replaces: true }]
}

/** A copy that is known to have arrived needs no mark, unless it was looked at. */
const markOf = ({ seen, state }: SilentPerson): 'seen' | Exclude<CopyState, 'sent'> | null => {
  if (seen) return 'seen'
  return state === 'sent' ? null : state
}

const turning = (
  { m }: Request,
  { id }: SentBroadcast,
  offset: number,
  total: number,
): readonly (readonly Button[])[] => {
  const at = (label: string, to: number): Button => ({ label, action: `bc-not:${id}:${to}` })
  const row = [
    offset > 0 && at(m.common.back, Math.max(0, offset - peopleShown)),
    offset + peopleShown < total && at(m.common.more, offset + peopleShown),
  ].filter((button) => button !== false)
  return row.length === 0 ? [] : [row]
}
