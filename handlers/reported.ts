import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows, openTaskButton } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import type { Handler, Reply, Request } from './request.ts'

const pageSize = 5
const labelLength = 28

const wanted = z.tuple([z.string(), z.coerce.number().int().min(0).max(100_000)]).rest(z.literal('all'))

/** esc:<assignment>:<offset>[:all]: what one message reported to this person, of that agency or of every one. */
export const openReported: Handler<'reminders'> = async (request, input, { reminders }) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [id, offset, all] = parsed.data
  const reported = await reminders.listReported(request.person.id, id)
  const named = reported.find((one) => one.id === id)
  if (named === undefined) throw new AppError('button-stale', {})
  const agency = all === undefined ? named.agencyName : null
  const items = agency === null ? reported : reported.filter(({ agencyId }) => agencyId === named.agencyId)
  const reply = pageOf(request, { id, agency, items, offset })
  return [offset > 0 ? { ...reply, replaces: true } : reply]
}

interface Listed {
  readonly id: string
  /** Null for every agency: then each line says which. */
  readonly agency: string | null
  readonly items: readonly Assignment[]
  readonly offset: number
}

const pageOf = ({ m, today }: Request, { id, agency, items, offset }: Listed): Reply => {
  const several = agency === null
  const from = Math.min(offset, Math.floor((items.length - 1) / pageSize) * pageSize)
  const page = items.slice(from, from + pageSize)
  const to = (label: string, at: number): Button => ({ label, action: `esc:${id}:${at}${several ? ':all' : ''}` })
  const turning = [
    ...(from > 0 ? [to(m.common.back, Math.max(0, from - pageSize))] : []),
    ...(from + pageSize < items.length ? [to(m.common.more, from + pageSize)] : []),
  ]
  const opening = page.map((item) => {
    const label = m.tasks.open(lineOf(item, today))
    return openTaskButton(item, several ? shorten(`${label} ${item.agencyName}`, labelLength) : label)
  })
  const lines = page.map((item) => m.tasks.line(lineOf(item, today), several))
  return {
    text: m.escalation.list({ agency, total: items.length, from: from + 1, lines }),
    buttons: [...inRows(opening, several ? 2 : 3), ...(turning.length > 0 ? [turning] : [])],
  }
}
