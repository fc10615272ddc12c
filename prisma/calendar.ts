import { z } from 'zod'
import type { DueAt } from '../domain/calendar/calendar-change.ts'
import { writeHours } from '../domain/calendar/office-hours.ts'
import { readRule, usualRule } from '../domain/milestone-rule.ts'
import type { CalendarStore } from '../domain/ports/calendar.ts'
import { isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { listOffices } from './offices.ts'
import { requireOwn, storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** When the offices of one workspace work, and what hangs on it. */
export const createCalendar = (tx: Transaction, workspaceId: string): CalendarStore => ({
  read: async () => {
    const [office] = await listOffices(tx, Prisma.sql`workspace."id" = ${workspaceId}::uuid`)
    if (office === undefined) throw new Error(`no workspace ${workspaceId}`)
    return office.calendar
  },

  saveDays: async (days, personId, now) => {
    if (personId !== null) await requireOwn('person', tx.person.count({ where: { workspaceId, id: personId } }))
    await tx.$executeRaw`
      INSERT INTO "CalendarDay" ("workspaceId", "date", "kind", "name", "source", "addedById", "addedAt")
      SELECT ${workspaceId}::uuid, day."date", day."kind"::"CalendarDayKind", day."name", day."source",
        ${personId}::uuid, ${now}::timestamptz
      FROM unnest(
        ${days.map(({ date }) => date)}::date[], ${days.map(({ kind }) => kind)}::text[],
        ${days.map(({ words }) => storableText(words))}::text[],
        ${days.map(({ source }) => storableText(source))}::text[]
      ) AS day ("date", "kind", "name", "source")
      ON CONFLICT ("workspaceId", "date") DO UPDATE SET "kind" = excluded."kind", "name" = excluded."name",
        "source" = excluded."source", "addedById" = excluded."addedById", "addedAt" = excluded."addedAt"`
  },

  forgetDays: async (dates) => {
    await tx.$executeRaw`
      DELETE FROM "CalendarDay" WHERE "workspaceId" = ${workspaceId}::uuid AND "date" = ANY(${[...dates]}::date[])`
  },

  setHours: async (hours) => {
    await tx.workspace.update({
      where: { id: workspaceId },
      data: { officeHours: writeHours(hours) },
      select: { id: true },
    })
  },

  countNextReminders: async (from, to) =>
    z.array(dueRow).parse(
      await tx.$queryRaw`
        SELECT next."remindAt" AS "at", a."dueOn"::text AS "dueOn",
          coalesce(plan."milestones", workspace."milestones") AS "rule", count(*)::int AS "count"
        FROM "NextReminder" next JOIN "Assignment" a ON a."id" = next."assignmentId"
        JOIN "Task" task ON task."id" = a."taskId" JOIN "Plan" plan ON plan."id" = task."planId"
        JOIN "Workspace" workspace ON workspace."id" = next."workspaceId"
        WHERE next."workspaceId" = ${workspaceId}::uuid AND next."remindAt" BETWEEN ${from} AND ${to}
          AND ${isOpen}
        GROUP BY 1, 2, 3 ORDER BY 1`,
    ),
})

const dueRow: z.ZodType<DueAt> = z
  .object({ at: z.date(), count: z.int(), dueOn: z.string().nullable(), rule: z.string().nullable() })
  .transform(({ rule, ...due }) => ({ ...due, rule: readRule(rule ?? '') ?? usualRule }))
