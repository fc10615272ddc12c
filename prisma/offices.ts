import { z } from 'zod'
import { ownDay } from '../domain/calendar/calendar-change.ts'
import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { readHours, usualHours } from '../domain/calendar/office-hours.ts'
import type { Office } from '../domain/ports/calendar.ts'
import type { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/**
 * The calendars of the workspaces for which a condition on "Workspace" workspace holds: one query, whatever their
 * number. Days that have long passed stay in the table and are not read for it.
 */
export const listOffices = async (tx: Transaction, which: Prisma.Sql): Promise<readonly Office[]> => {
  const rows = await tx.$queryRaw`
    SELECT workspace."id", workspace."zone", workspace."officeHours", coalesce((
      SELECT json_agg(json_build_object(
        'date', own."date"::text, 'kind', own."kind", 'words', own."name", 'source', own."source"))
      FROM "CalendarDay" own WHERE own."workspaceId" = workspace."id"), '[]'::json) AS "days"
    FROM "Workspace" workspace WHERE ${which} ORDER BY workspace."id"`
  return z
    .array(officeRow)
    .parse(rows)
    .map(({ id, ...row }) => ({ workspaceId: id, calendar: calendarOf(row) }))
}

const dayRow = z.object({
  ...{ date: z.string(), kind: z.enum(['off', 'working']), words: z.string(), source: z.string() },
})

const officeRow = z.object({
  ...{ id: z.string(), zone: z.string(), officeHours: z.string(), days: z.array(dayRow) },
})

const calendarOf = ({ zone, officeHours, days }: Omit<z.infer<typeof officeRow>, 'id'>): OfficeCalendar => ({
  zone,
  hours: readHours(officeHours) ?? usualHours,
  own: new Map(days.map((day) => [day.date, ownDay(day)])),
})
