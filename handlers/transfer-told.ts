import type { Assignment } from '../domain/assignment.ts'
import type { Button, Outgoing } from '../domain/message.ts'
import type { AudienceMember } from '../domain/ports/audiences.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Giving } from '../domain/ports/transfers.ts'
import { countTransfer, type TransferPlan } from '../domain/transfer.ts'
import { messagesIn } from '../locales/index.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { listedTasks, openButtons, taskLines } from './open-work.ts'
import type { Request } from './request.ts'
import type { ReadyTransfer } from './transfer-preview.ts'

interface Moved {
  readonly ready: ReadyTransfer
  /** Everybody of both agencies, as they were before. */
  readonly members: readonly AudienceMember[]
  readonly giving: readonly Giving[]
  readonly plan: TransferPlan
  /** What carries on `plan.passed` and then `plan.reopened`. */
  readonly taken: readonly string[]
}

const numbersShown = 10

/** Tells the people of both agencies, in one message each, whose the work is now; says how many were told. */
export const tellTransfer = async (
  request: Request,
  moved: Moved,
  { assignments, outbox }: Pick<Stores, 'assignments' | 'outbox'>,
): Promise<number> => {
  const first: Assignment[] = []
  for (const id of earliest(moved)) {
    const assignment = await assignments.find(id)
    if (assignment !== null) first.push(assignment)
  }
  const messages = moved.members
    .filter(({ personId }) => personId !== request.person.id)
    .flatMap((member) => tell(request, member, moved, first))
  await outbox.add(messages)
  return messages.length
}

/** What carries on the work that is due first, whatever way it went. */
const earliest = ({ plan, taken }: Moved): readonly string[] => {
  const passing = [...plan.passed, ...plan.reopened]
  const dueOn = new Map(taken.map((id, index) => [id, passing[index]?.dueOn ?? '9999']))
  return taken.toSorted((a, b) => (dueOn.get(a) ?? '').localeCompare(dueOn.get(b) ?? '')).slice(0, listedTasks)
}

const tell = (
  request: Request,
  { chatId, personId, locale, agencyIds }: AudienceMember,
  moved: Moved,
  first: readonly Assignment[],
): readonly Outgoing[] => {
  const m = messagesIn(locale)
  const { from, to, choices } = moved.ready
  const comes = choices.people && agencyIds.includes(from.id) && !agencyIds.includes(to.id)
  const takes = comes || agencyIds.includes(to.id)
  const said = takes ? toTaker({ ...request, m }, moved, first, comes) : toGiver({ ...request, m }, moved)
  if (said === null) return []
  const about = { chatId, personId, key: `${request.key}:transfer:${personId}`, kind: 'assignment' as const }
  return [{ ...about, choiceHint: m.common.choiceHint, ...said }]
}

type Said = { readonly text: Rich; readonly buttons?: readonly (readonly Button[])[] } | null

const toTaker = (request: Request, moved: Moved, first: readonly Assignment[], comes: boolean): Said => {
  const { m, today, person } = request
  const { ready, plan, taken } = moved
  const names = { from: ready.from.name, to: ready.to.name }
  const belongs = comes && m.transfer.nowBelongs(names.to)
  if (taken.length === 0) return comes ? { text: lines([belongs]) } : null
  const { late, submitted } = countTransfer([...plan.passed, ...plan.reopened], today)
  const page = { items: first, total: taken.length }
  return {
    text: lines([
      m.transfer.received({ ...names, total: taken.length, late, submitted, by: person.name }),
      belongs,
      taskLines({ m, today }, page, false),
    ]),
    buttons: openButtons({ m, today }, first),
  }
}

const toGiver = ({ m }: Request, { ready, giving }: Moved): Said => {
  if (giving.length === 0) return null
  const numbers = [...new Set(giving.map(({ number }) => number))].toSorted((a, b) => a - b)
  return {
    text: m.transfer.given({
      ...{ from: ready.from.name, to: ready.to.name, total: giving.length },
      ...{ numbers: numbers.slice(0, numbersShown), more: Math.max(0, numbers.length - numbersShown) },
    }),
  }
}
