import { createHash } from 'node:crypto'
import { isOfficeHours } from '../domain/calendar/office-hours.ts'
import { planDigest } from '../domain/digest.ts'
import type { Membership } from '../domain/people.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { StandIn } from '../domain/ports/delegations.ts'
import type { WaitingReminder } from '../domain/ports/reminders.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { agenciesToldOf, insteadOf } from '../domain/stand-in.ts'
import { localDate } from '../domain/time.ts'
import { composeDigest } from './digest-message.ts'

type Needed = Pick<Stores, 'agencies' | 'calendar' | 'delegations' | 'outbox' | 'people' | 'reminders'>

export interface ReminderDigestOptions {
  readonly inTransaction: <T>(
    run: (tools: { readonly storesOf: (workspaceId: string) => Needed }) => Promise<T>,
  ) => Promise<T>
  readonly now: () => Date
}

/**
 * Says in one message everything that waits for a person. The key comes from the reminders themselves, so that the
 * same ones said twice are one message; outside office hours, or while nobody can reach the person, they wait on.
 */
export const createReminderDigestJob =
  ({ inTransaction, now }: ReminderDigestOptions) =>
  ({ workspaceId, personId }: { readonly workspaceId: string; readonly personId: string }): Promise<void> =>
    inTransaction(async ({ storesOf }) => {
      const { delegations, people, reminders, outbox, ...stores } = storesOf(workspaceId)
      const calendar = await stores.calendar.read()
      if (!isOfficeHours(now(), calendar)) return
      const waiting = await reminders.listWaiting(personId)
      const [recipient] = await people.listRecipients({ personIds: [personId] })
      if (waiting.length === 0 || recipient === undefined) return
      const { memberships } = await people.get(personId)
      const own = ownAgencies(memberships)
      const today = localDate(now(), calendar.zone)
      const standIns = await delegations.listStandIns(personId, today)
      const agencyIds = agenciesToldOf(own, standIns)
      const sees = may(memberships, 'see-workspace')
      const reach = await findReach({ agencyIds, memberships, standIns }, waiting, stores)
      const mayOpen = (agencyId: string) => sees || reach.includes(agencyId)
      const reader = { agencyIds, mayOpen, oversees: sees || standIns.length > 0 }
      const digest = planDigest(waiting, reader, now(), calendar)
      const ids = waiting.map(({ id }) => id)
      const key = digestKey(personId, ids)
      const message = composeDigest(digest, recipient, {
        ...{ today, mayOpen, standsInFor: (item) => insteadOf(item, own, standIns) },
        mayInvite: may(memberships, 'invite'),
      })
      const added = message === null ? [] : await outbox.add([{ ...message, key }])
      const marked = await reminders.markSaid(ids, key)
      // Some of them were said at this very moment by somebody else: nothing is said a second time.
      if (added.length > 0 && marked < ids.length) throw new Error('reminders were said meanwhile')
    })

interface Reading {
  readonly agencyIds: readonly string[]
  readonly memberships: readonly Membership[]
  readonly standIns: readonly StandIn[]
}

/** Theirs and those below the ones they head, or stand in for the head of; asked only where something is of another. */
const findReach = async (
  { agencyIds, memberships, standIns }: Reading,
  waiting: readonly WaitingReminder[],
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<readonly string[]> => {
  const lent = standIns.flatMap((standIn) => standIn.memberships)
  const headed = ownAgencies([...memberships, ...lent].filter(({ role }) => role === 'head'))
  const isTheirs = ({ assignment }: WaitingReminder) => agencyIds.includes(assignment.agencyId)
  if (headed.length === 0 || waiting.every(isTheirs)) return agencyIds
  return [...agencyIds, ...(await agencies.withSubordinates(headed))]
}

const digestKey = (personId: string, reminderIds: readonly string[]): string =>
  `reminder:${personId}:${createHash('sha256').update(reminderIds.toSorted().join()).digest('hex').slice(0, 32)}`
