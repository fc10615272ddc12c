import { z } from 'zod'
import type { ReminderKind } from '../domain/ports/reminders.ts'
import { Prisma } from './generated/client.ts'

export const reminderKind: z.ZodType<ReminderKind> = z.enum([
  ...(['due', 'silent', 'urged', 'escalated', 'told', 'unreached'] as const),
])

/**
 * Of "Assignment" AS a in "Workspace" AS workspace: since which day (a date) its agency has been silent, counted
 * anew where somebody pressed for it, and whether it was asked about this silence already.
 */
export const silenceColumns: Prisma.Sql = Prisma.sql`
  (greatest(a."lastUpdateAt", a."createdAt", (
    SELECT max(urging."at") FROM "Urging" urging WHERE urging."assignmentId" = a."id"
  )) AT TIME ZONE workspace."zone")::date AS "since",
  EXISTS (
    SELECT 1 FROM "Reminder" asked WHERE asked."assignmentId" = a."id" AND asked."kind" = 'silent'
      AND asked."claimedAt" > coalesce(a."lastUpdateAt", a."createdAt")
  ) AS "asked"`
