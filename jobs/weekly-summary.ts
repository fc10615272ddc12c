import type { Stores, Workspace } from '../domain/ports/stores.ts'
import type { Reader } from '../domain/ports/weekly.ts'
import { localDate } from '../domain/time.ts'
import { unreachedRows } from '../domain/unreached.ts'
import { findWeekScope, isoWeek, latestSummaryAt, nextSummaryAt, summarizeWeek, weekUntil } from '../domain/weekly.ts'
import { pictureOfWeek } from '../domain/weekly-chart.ts'
import { messagesIn } from '../locales/index.ts'

type Needed = Pick<Stores, 'agencies' | 'assignments' | 'chats' | 'outbox' | 'weekly'>

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
 * Says the weekly summary in one chat and moves its date on by the chat's schedule. The key names the chat and the week
 * of the time that has passed: said twice it is one message, and after weeks of silence there is one, not several.
 */
export const createWeeklySummaryJob =
  ({ inTransaction, now }: WeeklySummaryOptions) =>
  ({ workspaceId, chatId }: { readonly workspaceId: string; readonly chatId: string }): Promise<void> =>
    inTransaction(async ({ storesOf, getWorkspace }) => {
      const stores = storesOf(workspaceId)
      const dueAt = await stores.chats.findSummaryDue(chatId)
      const at = now()
      if (dueAt === null || dueAt > at) return
      const workspace = await getWorkspace(workspaceId)
      const schedule = await stores.chats.getSummarySchedule(chatId)
      const summary = await composeSummary(stores, workspace, chatId, at)
      if (summary !== null) {
        const week = isoWeek(localDate(latestSummaryAt(at, workspace.zone, schedule), workspace.zone))
        await stores.outbox.add([{ chatId, key: `summary:${chatId}:${week}`, kind: 'summary', ...summary }])
      }
      await stores.chats.setSummaryDue(chatId, nextSummaryAt(at, workspace.zone, schedule))
    })

/** In the language and within the reach of who reads it; null when nobody is left who may. */
const composeSummary = async (stores: Needed, workspace: Workspace, chatId: string, now: Date) => {
  const reader = await stores.weekly.findReader(chatId)
  const agencyIds = reader === null ? null : await findReach(reader, stores)
  if (reader === null || agencyIds === null) return null
  const inGroup = reader.kind === 'group'
  const week = weekUntil(now, workspace.zone)
  const facts = await stores.weekly.read({ agencyIds }, week)
  const { locale, memberships } = readingAs(reader)
  const m = messagesIn(locale)
  const summary = summarizeWeek({ ...facts, week, inGroup })
  const plans = inGroup ? await stores.assignments.figuresBy('plan', { agencyIds }, week.to) : null
  const charted = { workspace: workspace.name, week, figures: facts.figures, plans }
  return {
    text: m.weekly.summary(workspace.name, summary),
    ...pictureOfWeek(charted, m.weekly.chart),
    buttons: unreachedRows(memberships, summary.agencies?.unreached.length ?? 0, m.unreached.open),
    choiceHint: m.common.choiceHint,
  }
}

/** A group has no rights of its own. */
const readingAs = (reader: Reader) =>
  reader.kind === 'group' ? { locale: reader.locale, memberships: [] } : reader.person

const findReach = async (
  reader: Reader,
  { agencies }: Pick<Stores, 'agencies'>,
): Promise<'all' | readonly string[] | null> => {
  const scope = reader.kind === 'group' ? 'all' : findWeekScope(reader.person.memberships)
  return scope === null || scope === 'all' ? scope : agencies.withSubordinates(scope)
}
