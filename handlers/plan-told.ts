import type { Assignment } from '../domain/assignment.ts'
import type { Outgoing } from '../domain/message.ts'
import type { Page } from '../domain/ports/assignments.ts'
import type { AudienceMember } from '../domain/ports/audiences.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { cardOf } from '../domain/task-view.ts'
import type { LocalDate } from '../domain/time.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import { listedTasks, openButtons, taskLines } from './open-work.ts'
import type { Request } from './request.ts'

interface NewPlan {
  readonly planId: string
  readonly number: string
  /** The agencies that got something. */
  readonly agencyIds: readonly string[]
}

/** When, and by what it is keyed. */
type Teller = Pick<Request, 'key' | 'today'>

type TellingStores = Pick<Stores, 'agencies' | 'assignments' | 'audiences' | 'outbox'>

/** Tells everybody of these agencies, in one message each, what is theirs; says how many. */
export const tellAgencies = async (request: Teller, plan: NewPlan, stores: TellingStores): Promise<number> => {
  // An audience without agencies would be everybody.
  if (plan.agencyIds.length === 0) return 0
  const members = (await stores.audiences.list({ agencyIds: plan.agencyIds })).map((member) => ({
    ...member,
    agencyIds: member.agencyIds.filter((id) => plan.agencyIds.includes(id)).toSorted(),
  }))
  const names = new Map((await stores.agencies.list()).map(({ id, name }) => [id, name]))
  const messages: Outgoing[] = []
  // People of the same agencies read the same.
  for (const group of Map.groupBy(members, ({ agencyIds }) => agencyIds.join()).values()) {
    messages.push(...(await writeTo(request, { plan, group, names }, stores)))
  }
  await stores.outbox.add(messages)
  return members.length
}

interface Telling {
  readonly plan: NewPlan
  readonly group: readonly AudienceMember[]
  readonly names: ReadonlyMap<string, string>
}

const writeTo = async (
  { key, today }: Teller,
  { plan, group, names }: Telling,
  stores: TellingStores,
): Promise<readonly Outgoing[]> => {
  const agencyIds = group[0]?.agencyIds ?? []
  const scope = { agencyIds, planId: plan.planId }
  const page = await stores.assignments.list(scope, 'all', today, { offset: 0, limit: listedTasks })
  const agencies = agencyIds.map((id) => names.get(id) ?? id).toSorted(inVietnamese)
  return group.map(({ personId, chatId, locale }) => {
    const m = messagesIn(locale)
    const heading = m.plans.assigned({ agencies, total: page.total, number: plan.number })
    const { text, ...answering } = showAssigned({ m, today }, page, agencies.length > 1)
    return {
      ...{ chatId, personId, key: `${key}:assigned:${personId}`, kind: 'assignment', choiceHint: m.common.choiceHint },
      ...{ ...answering, text: lines([heading, text]) },
    }
  })
}

/** A single task is shown in full and answered at once; several are listed, and each is opened first. */
const showAssigned = (
  reader: { readonly m: Messages; readonly today: LocalDate },
  page: Page<Assignment>,
  several: boolean,
): Pick<Outgoing, 'assignmentId' | 'buttons' | 'text'> => {
  const { m, today } = reader
  const [first] = page.items
  if (first !== undefined && page.total === 1) {
    const text = lines(['', m.tasks.card(cardOf(first, today))])
    return { text, assignmentId: first.id, buttons: taskButtons(first, m.tasks.buttons) }
  }
  const text = taskLines(reader, page, several)
  // One task of two agencies would have the same button twice.
  return several ? { text } : { text, buttons: openButtons(reader, page.items) }
}

const inVietnamese = (a: string, b: string): number => a.localeCompare(b, 'vi')
