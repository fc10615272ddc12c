import type { Stores } from '../../domain/ports/stores.ts'
import type { SummaryTarget } from '../../domain/ports/summaries.ts'
import { usualSchedule } from '../../domain/summary-schedule.ts'

type Attempt = (stores: Stores) => Promise<unknown>

interface Whose {
  readonly id: string
  readonly chatId: string
}

const dueAt = new Date('2026-09-04T09:00:00Z')
const plan = { dueAt, schedule: { day: 1, time: '08:00' }, wish: true, namesAgencies: true }
const never = { dueAt: null, schedule: usualSchedule, wish: null, namesAgencies: false }

/** Them, and a group of theirs. */
const targetsOf = ({ id, chatId }: Whose): Readonly<Record<string, SummaryTarget>> => ({
  person: { kind: 'person', id },
  group: { kind: 'group', id: chatId },
})

/** A person and a chat to which summaries go. */
export const fillSummaries = async ({ summaries }: Stores, whose: Whose): Promise<void> => {
  for (const target of Object.values(targetsOf(whose))) await summaries.savePlan(target, plan)
}

/** What finds nothing, changes nothing or is refused when somebody of one workspace asks about summaries of another. */
export const attemptsOnSummaries = (theirs: () => Whose) => {
  const of = (kind: 'person' | 'group'): SummaryTarget => targetsOf(theirs())[kind]!
  const each = <T>(verb: string, attempt: (kind: 'person' | 'group') => T): Readonly<Record<string, T>> => ({
    [`summaries.${verb} of their person`]: attempt('person'),
    [`summaries.${verb} of their chat`]: attempt('group'),
  })
  const reads: Readonly<Record<string, readonly [Attempt, unknown]>> = {
    ...each('findPlan', (kind) => [({ summaries }) => summaries.findPlan(of(kind)), never] as const),
    ...each('findReader', (kind) => [({ summaries }) => summaries.findReader(of(kind)), null] as const),
    ...each(
      'findLast',
      (kind) => [({ summaries }) => summaries.findLast(of(kind)), { writtenAt: null, sentAt: null }] as const,
    ),
  }
  const writes: typeof reads = {
    ...each('claim', (kind) => [({ summaries }) => summaries.claim(of(kind), dueAt, new Date()), false] as const),
    ...each('dropWaiting', (kind) => [({ summaries }) => summaries.dropWaiting(of(kind), dueAt), undefined] as const),
  }
  const refused = each<Attempt>(
    'savePlan',
    (kind) =>
      ({ summaries }) =>
        summaries.savePlan(of(kind), never),
  )
  return { reads, writes, refused }
}
