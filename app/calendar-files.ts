import { isNothing, planDays } from '../domain/calendar/calendar-change.ts'
import { readCalendarRows } from '../domain/calendar/calendar-sheet.ts'
import { AppError } from '../domain/errors.ts'
import type { PlanFile } from '../domain/plan-document.ts'
import type { Workspace } from '../domain/ports/stores.ts'
import { localDate } from '../domain/time.ts'
import { saveChange } from '../handlers/calendar.ts'
import { countMovedBy, previewWords } from '../handlers/calendar-preview.ts'
import { calendarWords } from '../handlers/calendar-view.ts'
import type { Messages } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import { readCalendar } from '../plans/read-calendar.ts'
import { silentOutbox } from '../prisma/outbox.ts'
import { createStores } from '../prisma/stores.ts'
import type { Transaction } from '../prisma/transaction.ts'

/** The calendar of a workspace in words: this year's unless told. */
export const showCalendar = async (
  tx: Transaction,
  workspace: Workspace,
  { m, now, year }: { readonly m: Messages; readonly now: Date; readonly year: number | null },
): Promise<string> => {
  const calendar = await createStores(tx, workspace.id, silentOutbox).calendar.read()
  const today = localDate(now, calendar.zone)
  const shown = { workspace: workspace.name, year: year ?? Number(today.slice(0, 4)), today, calendar }
  return calendarWords(m, { ...shown, mayChange: false }).text
}

/**
 * What a calendar file (.xlsx, .csv) changes in a workspace, and with `yes` the change itself, in the caller's
 * transaction. Throws AppError 'file-not-a-calendar' for any other file.
 */
export const importCalendar = async (
  tx: Transaction,
  workspace: Workspace,
  file: PlanFile,
  { m, now, yes }: { readonly m: Messages; readonly now: Date; readonly yes: boolean },
): Promise<string> => {
  const sheet = await readCalendar(file)
  if (sheet === null) throw new AppError('file-not-a-calendar', { name: file.name })
  const stores = createStores(tx, workspace.id, silentOutbox)
  const calendar = await stores.calendar.read()
  const { days, problems } = readCalendarRows(sheet.rows)
  const change = planDays(days, calendar)
  const moved = await countMovedBy(change, { calendar, now }, stores.calendar)
  const isDone = yes && !isNothing(change)
  return lines([
    workspace.name,
    m.calendar.file(file.name, days.length),
    isNothing(change) ? m.calendar.nothingToDo() : previewWords(m, change, { calendar, moved }),
    problems.length > 0 && m.calendar.problems(problems),
    isDone && (await saveChange({ m, now, by: { workspaceId: workspace.id } }, change, stores)),
    !isDone && !isNothing(change) && m.calendar.confirmWithYes(),
  ]).text
}
