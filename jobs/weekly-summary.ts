import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { isOfficeHours } from '../domain/calendar/office-hours.ts'
import type { DueSummary } from '../domain/ports/weekly.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import type { SummaryPlan, SummaryReader, SummaryTarget } from '../domain/ports/summaries.ts'
import { localDate } from '../domain/time.ts'
import {
  findWeekScope,
  followingSummaryAt,
  latestSummaryAt,
  wantsSummary,
  type Week,
  weekUntil,
} from '../domain/weekly.ts'
import { postWeek } from '../domain/weekly-post.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'

type Needed = Pick<Stores, 'agencies' | 'assignments' | 'calendar' | 'outbox' | 'summaries' | 'weekly'>

export interface WeeklySummaryOptions {
  readonly inTransaction: <T>(
    run: (tools: {
      readonly storesOf: (workspaceId: string) => Needed
      readonly getWorkspace: (workspaceId: string) => Promise<Workspace>
    }) => Promise<T>,
  ) => Promise<T>
  readonly now: () => Date
}

/**
 * Says the weekly summary to one group or person and moves its date on. The key names them and the day on which it was
 * due: said twice it is one message, and after weeks of silence there is one, not several. It is about everything since
 * the last one that arrived. Woken outside office hours it does nothing: it is still due, and the sweep finds it again
 * at the next opening.
 */
export const createWeeklySummaryJob =
  ({ inTransaction, now }: WeeklySummaryOptions) =>
  ({ workspaceId, kind, id }: DueSummary): Promise<void> =>
    inTransaction(async ({ storesOf, getWorkspace }) => {
      const stores = storesOf(workspaceId)
      const target: SummaryTarget = { kind, id }
      const plan = await stores.summaries.findPlan(target)
      const at = now()
      const dueAt = findDue(plan, at, await stores.calendar.read())
      if (dueAt === null) return
      const reader = await stores.summaries.findReader(target)
      if (reader === null) return
      const workspace = await getWorkspace(workspaceId)
      const { zone } = workspace
      if (!(await stores.summaries.claim(target, dueAt, followingSummaryAt(at, zone, plan.schedule)))) return
      if (reader.kind === 'person' && !wantsSummary(plan.wish, reader.person.memberships)) return
      const { sentAt } = await stores.summaries.findLast(target)
      const week = weekUntil(at, zone, sentAt)
      const summary = await composeSummary(stores, workspace, { reader, plan, week })
      if (summary === null) return
      await stores.summaries.dropWaiting(target, at)
      const key = `summary:${id}:${localDate(latestSummaryAt(at, zone, plan.schedule), zone)}`
      await stores.outbox.add([{ ...addressOf(reader), key, kind: 'summary', ...summary }])
    })

/** Null when it is not due yet, was said meanwhile, or nobody may be spoken to at that moment. */
const findDue = ({ dueAt }: SummaryPlan, at: Date, calendar: OfficeCalendar): Date | null =>
  dueAt !== null && dueAt <= at && isOfficeHours(at, calendar) ? dueAt : null

const addressOf = (reader: SummaryReader) =>
  reader.kind === 'group' ? { chatId: reader.chatId } : { chatId: reader.chatId, personId: reader.person.id }

interface Composed {
  readonly reader: SummaryReader
  readonly plan: SummaryPlan
  readonly week: Week
}

/** In the language and within the reach of who reads it; null when there is nothing they may see any more. */
const composeSummary = async (stores: Needed, workspace: Workspace, { reader, plan, week }: Composed) => {
  const reading = readingAs(reader)
  if (reading === null) return null
  const { m, memberships, scope } = reading
  const inGroup = reader.kind === 'group'
  const agencyIds = scope === 'all' ? scope : await stores.agencies.withSubordinates(scope)
  const facts = await stores.weekly.read({ agencyIds }, week)
  const plans = plan.namesAgencies ? null : await stores.assignments.figuresBy('plan', { agencyIds }, week.to)
  const words = { ...m.weekly, unreached: m.unreached.open }
  const post = postWeek({ workspace: workspace.name, week, facts, plans, inGroup, scope, memberships }, words)
  return {
    ...post,
    text: lines([post.text, comesByItself(reader, plan, m)]),
    buttons: [...post.buttons, ...(inGroup ? [] : [[{ label: m.weekly.unsubscribe, action: 'week:off' }]])],
    choiceHint: m.common.choiceHint,
  }
}

/** A group has no rights of its own. */
const readingAs = (reader: SummaryReader) => {
  if (reader.kind === 'group') return { m: messagesIn(reader.locale), memberships: [], scope: 'all' as const }
  const { locale, memberships } = reader.person
  const scope = findWeekScope(memberships)
  return scope === null ? null : { m: messagesIn(locale), memberships, scope }
}

/** Whoever never asked for it is told why it came and how to stop it. */
const comesByItself = ({ kind }: SummaryReader, { wish, schedule }: SummaryPlan, m: Messages) =>
  kind === 'person' && wish === null && m.weekly.comesByItself(schedule)
