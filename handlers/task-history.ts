import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { HistoryEntry } from '../domain/ports/history.ts'
import { shorten } from '../domain/shorten.ts'
import { localDate, localTime } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import { getAssignment } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

const pageSize = 8
const wordsShown = 150
const evidenceShown = 3

type Entry = Parameters<Messages['history']['story']>[0]['items'][number]

const offsetSchema = z.coerce.number().int().min(0).max(1_000_000)

/** his:<assignment>, and with :<offset> another page in the same message: what happened, the newest last. */
export const showHistory: Handler<'agencies' | 'assignments' | 'history'> = async (request, input, stores) => {
  const [id = '', wanted] = input.split(':')
  const parsed = offsetSchema.safeParse(wanted ?? 0)
  if (!parsed.success) throw new AppError('button-stale', {})
  const assignment = await getAssignment(request, { id, action: 'see-agency' }, stores)
  const entries = await stores.history.list(id)
  const last = Math.floor((entries.length - 1) / pageSize) * pageSize
  // It opens where it is newest; pages are counted from the beginning, so that they stay what they are as it grows.
  const offset = wanted === undefined ? last : Math.min(parsed.data - (parsed.data % pageSize), last)
  const reply = tell(request, assignment, entries, offset)
  return [wanted === undefined ? reply : { ...reply, replaces: true }]
}

const tell = (request: Request, assignment: Assignment, entries: readonly HistoryEntry[], offset: number): Reply => {
  const { m } = request
  const items = entries.slice(offset, offset + pageSize).map((entry) => inWords(request, entry))
  const { id, number, agencyName } = assignment
  const to = (label: string, at: number): Button => ({ label, action: `his:${id}:${at}` })
  const turning = [
    offset > 0 && to(m.history.older, offset - pageSize),
    offset + pageSize < entries.length && to(m.history.newer, offset + pageSize),
  ].filter((button) => button !== false)
  const open = { label: m.history.openTask, action: `open:${id}` }
  return {
    text: m.history.story({ number, agency: agencyName, total: entries.length, from: offset + 1, items }),
    buttons: [[...turning, open]],
    assignmentId: id,
  }
}

/** When it was on the clocks of the workspace, and its words cut to what a line can hold. */
const inWords = ({ workspace, today }: Request, entry: HistoryEntry): Entry => {
  const day = localDate(entry.at, workspace.zone)
  const when = {
    day,
    time: localTime(entry.at, workspace.zone).slice(0, 5),
    otherYear: day.slice(0, 4) !== today.slice(0, 4),
  }
  switch (entry.what) {
    case 'update': {
      const { update } = entry
      const evidence = update.evidence.slice(0, evidenceShown)
      return { ...entry, ...when, update: { ...update, note: shorten(update.note, wordsShown), evidence } }
    }
    case 'asked-for-time':
      return { ...entry, ...when, reason: shorten(entry.reason, wordsShown) }
    case 'refused-time':
      return { ...entry, ...when, answer: shorten(entry.answer, wordsShown) }
    default:
      return { ...entry, ...when }
  }
}
