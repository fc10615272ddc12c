import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { Prisma } from './generated/client.ts'
import { dayColumn } from './rows.ts'

/** The columns of an Assignment, over the tables that `assignmentTables` joins. */
export const assignmentColumns: Prisma.Sql = Prisma.sql`
  a."id", task."number", a."agencyId", agency."name" AS "agencyName", a."state", a."percent", a."obstacle",
  a."originalDueOn", a."dueOn", a."dueVersion", a."createdAt" AS "givenAt", a."doneOn", a."assigneeId", (
    SELECT doer."name" FROM "Person" doer WHERE doer."id" = a."assigneeId") AS "assigneeName",
  task."id" AS "taskId", task."code", task."section", task."title", task."requirement", task."deadlineText",
  task."output", task."cadence", plan."id" AS "planId", plan."number" AS "planNumber", plan."workflow", plan."requiresEvidence", occurrence."position" AS "occurrence",
  (SELECT count(*)::int FROM "Occurrence" o WHERE o."taskId" = task."id") AS "occurrences",
  ${namesOf('lead')} AS "lead", ${namesOf('support')} AS "support"`

/** Everything that belongs to an assignment, from "Assignment" AS a on. */
export const assignmentTables: Prisma.Sql = Prisma.sql`
  JOIN "Occurrence" occurrence ON occurrence."id" = a."occurrenceId"
  JOIN "Task" task ON task."id" = occurrence."taskId"
  JOIN "Plan" plan ON plan."id" = task."planId"
  JOIN "Agency" agency ON agency."id" = a."agencyId"`

function namesOf(part: 'lead' | 'support'): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT named."name" FROM "TaskAgency" named
    WHERE named."taskId" = task."id" AND named."part" = '${Prisma.raw(part)}' ORDER BY named."position")`
}

/** One row of `assignmentColumns`. */
export const assignmentRow = z
  .object({
    id: z.string(),
    number: z.int(),
    agencyId: z.string(),
    agencyName: z.string(),
    state: z.enum(['assigned', 'acknowledged', 'in_progress', 'submitted', 'done', 'returned', 'cancelled']),
    percent: z.int(),
    obstacle: z.string().nullable(),
    originalDueOn: dayColumn,
    dueOn: dayColumn,
    dueVersion: z.int(),
    givenAt: z.date(),
    doneOn: dayColumn,
    assigneeId: z.string().nullable(),
    assigneeName: z.string().nullable(),
    taskId: z.string(),
    code: z.string(),
    section: z.string(),
    title: z.string(),
    requirement: z.string(),
    deadlineText: z.string(),
    output: z.string(),
    cadence: z.enum(['once', 'periodic', 'ongoing', 'unscheduled']),
    planId: z.string(),
    planNumber: z.string(),
    workflow: z.enum(['gon', 'chat']),
    requiresEvidence: z.boolean(),
    occurrence: z.int(),
    occurrences: z.int(),
    lead: z.array(z.string()),
    support: z.array(z.string()),
  })
  .transform((row): Assignment => {
    const { taskId, code, section, title, requirement, deadlineText, output, cadence, lead, support, ...rest } = row
    const { planId, planNumber, workflow, requiresEvidence, occurrence, occurrences, ...assignment } = rest
    const words = { code, section, title, requirement, deadlineText, output, cadence, lead, support }
    return {
      ...assignment,
      task: { id: taskId, ...words, planId, planNumber, workflow, requiresEvidence, occurrence, occurrences },
    }
  })
