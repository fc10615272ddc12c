import type { Assignment } from '../domain/assignment.ts'
import type { AudienceMember } from '../domain/ports/audiences.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { NewlyAssigned } from '../domain/ports/unknown-names.ts'
import { messagesIn } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import { listedTasks, openButtons, taskLines } from './open-work.ts'
import type { Request } from './request.ts'

type TellingStores = Pick<Stores, 'assignments' | 'audiences' | 'outbox'>

/** More than any agency gets by one name. */
const allOfThem = { offset: 0, limit: 2_000 }

/** Tells the people of these agencies, in one message each, what has just become theirs; says how many were told. */
export const tellNewlyAssigned = async (
  request: Request,
  { planId, planNumber, assignments }: NewlyAssigned,
  stores: TellingStores,
): Promise<{ readonly told: number; readonly unreached: readonly string[] }> => {
  const agencyIds = [...new Set(assignments.map(({ agencyId }) => agencyId))]
  // An audience without agencies would be everybody.
  if (agencyIds.length === 0) return { told: 0, unreached: [] }
  const isNew = new Set(assignments.map(({ id }) => id))
  const { items } = await stores.assignments.list({ agencyIds, planId }, 'all', request.today, allOfThem)
  const theirs = items.filter(({ id }) => isNew.has(id))
  const members = await stores.audiences.list({ agencyIds })
  await stores.outbox.add(members.map((member) => writeTo(request, { planId, planNumber, member, theirs })))
  const reached = new Set(members.flatMap((member) => member.agencyIds))
  const names = new Map(theirs.map(({ agencyId, agencyName }) => [agencyId, agencyName]))
  const unreached = agencyIds.filter((id) => !reached.has(id)).map((id) => names.get(id) ?? id)
  return { told: members.length, unreached: unreached.toSorted((a, b) => a.localeCompare(b, 'vi')) }
}

const writeTo = (
  { key, today }: Request,
  {
    planId,
    planNumber,
    member,
    theirs,
  }: {
    readonly planId: string
    readonly planNumber: string
    readonly member: AudienceMember
    readonly theirs: readonly Assignment[]
  },
) => {
  const { chatId, personId, locale, agencyIds } = member
  const m = messagesIn(locale)
  const own = theirs.filter(({ agencyId }) => agencyIds.includes(agencyId))
  const agencies = [...new Set(own.map(({ agencyName }) => agencyName))].toSorted((a, b) => a.localeCompare(b, 'vi'))
  const page = { items: own.slice(0, listedTasks), total: own.length }
  const several = agencies.length > 1
  return {
    ...{ chatId, personId, key: `${key}:assigned:${planId}:${personId}`, kind: 'assignment' as const },
    choiceHint: m.common.choiceHint,
    text: lines([
      m.plans.assigned({ agencies, total: own.length, number: planNumber || m.plans.noNumber }),
      taskLines({ m, today }, page, several),
    ]),
    // One task of two agencies would have the same button twice.
    ...(several ? {} : { buttons: openButtons({ m, today }, page.items) }),
  }
}
