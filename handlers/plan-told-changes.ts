import type { Outgoing } from '../domain/message.ts'
import type { AudienceMember } from '../domain/ports/audiences.ts'
import type { AssignmentEvent } from '../domain/ports/plans.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { messagesIn } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import type { Request } from './request.ts'

interface AmendedPlan {
  readonly number: string
  readonly events: readonly AssignmentEvent[]
  readonly tasks: ReadonlyMap<string, { readonly number: number; readonly title: string }>
}

type TellingStores = Pick<Stores, 'agencies' | 'audiences' | 'outbox'>

const listedEvents = 12
const titleLength = 90

/** Tells everybody whose work an amended plan changes, in one message each; says how many. */
export const tellChanges = async (
  { key }: Pick<Request, 'key'>,
  plan: AmendedPlan,
  stores: TellingStores,
): Promise<number> => {
  const agencyIds = [...new Set(plan.events.map(({ agencyId }) => agencyId))]
  // An audience without agencies would be everybody.
  if (agencyIds.length === 0) return 0
  const members = await stores.audiences.list({ agencyIds })
  const names = new Map((await stores.agencies.list()).map(({ id, name }) => [id, name]))
  await stores.outbox.add(members.map((member) => writeTo(key, plan, { member, names })))
  return members.length
}

const order = ['assigned', 'moved', 'cancelled'] as const

const writeTo = (
  key: string,
  { number, events, tasks }: AmendedPlan,
  { member, names }: { readonly member: AudienceMember; readonly names: ReadonlyMap<string, string> },
): Outgoing => {
  const { personId, chatId, locale } = member
  const m = messagesIn(locale)
  const theirs = events
    .filter(({ agencyId }) => member.agencyIds.includes(agencyId))
    .map((event) => ({ ...event, task: tasks.get(event.taskId) ?? { number: 0, title: '' } }))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.task.number - b.task.number)
  const agencies = [...new Set(theirs.map(({ agencyId }) => names.get(agencyId) ?? agencyId))]
  const shown = theirs.slice(0, listedEvents).map(({ task, agencyId, ...event }) => {
    const agency = agencies.length > 1 ? (names.get(agencyId) ?? null) : null
    return m.planChanges.news({ number: task.number, title: shorten(task.title, titleLength), agency }, event)
  })
  const more = theirs.length - shown.length
  return {
    ...{ chatId, personId, key: `${key}:amended:${personId}`, kind: 'assignment' },
    text: lines([
      m.planChanges.told({ agencies, number, total: new Set(theirs.map(({ taskId }) => taskId)).size }),
      ...shown,
      more > 0 ? m.plans.moreTasks(more) : m.plans.allTasks(),
    ]),
  }
}
