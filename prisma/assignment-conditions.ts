import { openStates } from '../domain/assignment.ts'
import type { ListName, Scope } from '../domain/ports/assignments.ts'
import type { LocalDate } from '../domain/time.ts'
import { type Days, monthOf, weekOf } from '../domain/days.ts'
import { dueSoonDays } from '../domain/timeliness.ts'
import { Prisma } from './generated/client.ts'

// What domain/timeliness.ts says, in SQL over "Assignment" AS a. Lists and figures are made of these and nothing
// else, so that every number opens to a list of that length.

const states = Prisma.join(openStates.map((state) => Prisma.raw(`'${state}'`)))

/** Something is still expected of the agency. */
export const isOpen: Prisma.Sql = Prisma.sql`a."state" IN (${states})`

const isClosed = Prisma.sql`a."state" IN ('returned', 'cancelled')`

/** Returned and cancelled assignments count nowhere, and so are in no list. */
export const listConditions = (today: LocalDate): Record<ListName, Prisma.Sql> => {
  const day = Prisma.sql`${today}::date`
  const soon = Prisma.sql`${day} + ${dueSoonDays}::int`
  return {
    all: Prisma.sql`NOT ${isClosed}`,
    open: isOpen,
    'due-today': Prisma.sql`${isOpen} AND a."dueOn" = ${day}`,
    'this-week': Prisma.sql`${isOpen} AND ${isWithin(weekOf(today))}`,
    'this-month': Prisma.sql`${isOpen} AND ${isWithin(monthOf(today))}`,
    late: Prisma.sql`${isOpen} AND a."dueOn" < ${day}`,
    'due-soon': Prisma.sql`${isOpen} AND a."dueOn" BETWEEN ${day} AND ${soon}`,
    'in-time': Prisma.sql`${isOpen} AND a."dueOn" > ${soon}`,
    undated: Prisma.sql`${isOpen} AND a."dueOn" IS NULL`,
    done: isDone,
    'done-late': Prisma.sql`${isDone} AND a."doneOn" > a."dueOn"`,
    obstacles: Prisma.sql`${isOpen} AND a."obstacle" IS NOT NULL`,
    silent: Prisma.sql`${isOpen} AND a."lastUpdateAt" IS NULL`,
  }
}

const isWithin = ({ from, to }: Days): Prisma.Sql => Prisma.sql`a."dueOn" BETWEEN ${from}::date AND ${to}::date`

const isDone = Prisma.sql`a."state" = 'done'`

/** timelinessOf() as an expression. */
export const timelinessOn = (today: LocalDate): Prisma.Sql => Prisma.sql`CASE
  WHEN ${isClosed} THEN 'closed'
  WHEN ${isDone} THEN CASE WHEN a."doneOn" > a."dueOn" THEN 'done-late' ELSE 'done-in-time' END
  WHEN a."dueOn" < ${today}::date THEN 'late'
  WHEN a."dueOn" <= ${today}::date + ${dueSoonDays}::int THEN 'due-soon'
  WHEN a."dueOn" IS NULL THEN 'undated'
  ELSE 'in-time' END`

/** The assignments that a scope is about. */
export const inScope = (workspaceId: string, { agencyIds, planId, sections }: Scope): Prisma.Sql => {
  const agencies = agencyIds === 'all' ? Prisma.empty : Prisma.sql`AND a."agencyId" = ANY(${[...agencyIds]}::uuid[])`
  const ofPlan = planId === undefined ? Prisma.empty : Prisma.sql`AND t."planId" = ${planId}::uuid`
  const ofField = sections === undefined ? Prisma.empty : Prisma.sql`AND t."section" = ANY(${[...sections]}::text[])`
  const tasks =
    planId === undefined && sections === undefined
      ? Prisma.empty
      : Prisma.sql`AND a."taskId" IN (
          SELECT t."id" FROM "Task" t WHERE t."workspaceId" = ${workspaceId}::uuid ${ofPlan} ${ofField})`
  return Prisma.sql`a."workspaceId" = ${workspaceId}::uuid ${agencies} ${tasks}`
}
