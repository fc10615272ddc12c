import { Prisma } from './generated/client.ts'

/**
 * Of "Assignment" AS a in "Workspace" AS workspace: the day (a date) on which it was given to its agency where that was
 * after its due date; else null, so that what was given in time is one case whenever it was given. Zones are slow to
 * reckon with: only what may have been given late in any of them is looked at.
 */
export const givenLate: Prisma.Sql = Prisma.sql`
  CASE WHEN a."createdAt" > a."dueOn" - 1 AND (a."createdAt" AT TIME ZONE workspace."zone")::date > a."dueOn"
    THEN (a."createdAt" AT TIME ZONE workspace."zone")::date END`
