import type { Assignment } from '../domain/assignment.ts'
import type { Holder } from '../domain/handover.ts'
import type { Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { Delegation } from '../domain/ports/delegations.ts'
import type { Held } from '../domain/ports/handovers.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import { listedTasks, openButtons, taskLines } from './open-work.ts'
import type { Request } from './request.ts'

interface Handed {
  readonly from: Holder
  readonly to: Holder | null
  readonly done: readonly Held[]
  readonly standIns: readonly Delegation[]
}

/** Tells the one and the other, and those who are away and have another stand in for them now: a message each. */
export const tellHandover = async (
  request: Request,
  handed: Handed,
  stores: Pick<Stores, 'assignments' | 'outbox' | 'people'>,
): Promise<void> => {
  const { from, to, standIns } = handed
  const givers = handed.done.length > 0 ? [from.personId] : []
  const ids = [...givers, ...(to === null ? [] : [to.personId]), ...standIns.map(({ from: absent }) => absent.id)]
  const recipients = await stores.people.listRecipients({ personIds: [...new Set(ids)] })
  const first: Assignment[] = []
  for (const { id } of handed.done.slice(0, listedTasks)) {
    const assignment = await stores.assignments.find(id)
    if (assignment !== null) first.push(assignment)
  }
  const others = recipients.filter(({ personId }) => personId !== request.person.id)
  await stores.outbox.add(others.map((recipient) => write(request, recipient, handed, first)))
}

const write = (
  request: Request,
  { personId, chatId, locale }: Recipient,
  handed: Handed,
  first: readonly Assignment[],
): Outgoing => {
  const m = messagesIn(locale)
  const { from, to } = handed
  const about = { chatId, personId, key: `${request.key}:handover:${personId}`, kind: 'assignment' as const }
  switch (personId) {
    case to?.personId:
      return { ...about, ...toTaker({ ...request, m }, handed, first), choiceHint: m.common.choiceHint }
    case from.personId:
      return { ...about, text: toGiver(m, handed) }
    default:
      return { ...about, text: m.handover.toAbsent(to?.name ?? '', from.name) }
  }
}

const toTaker = (
  { m, today, person }: Request,
  { from, done, standIns }: Handed,
  first: readonly Assignment[],
): Pick<Outgoing, 'buttons' | 'text'> => ({
  text: lines([
    m.handover.toTaker({ from: from.name, total: done.length, by: person.name }),
    done.length > 0 && taskLines({ m, today }, { items: first, total: done.length }, false),
    ...standIns.map((absence) => m.handover.standsIn(absence.from.name, absence)),
  ]),
  buttons: openButtons({ m, today }, first),
})

const numbersShown = 10

const toGiver = (m: Messages, { to, done }: Handed): Outgoing['text'] => {
  const numbers = [...new Set(done.map(({ number }) => number))]
  return m.handover.toGiver({
    ...{ to: to?.name ?? null, numbers: numbers.slice(0, numbersShown), more: numbers.length - numbersShown },
  })
}
