import { z } from 'zod'
import type { PeriodSettings } from '../domain/periods/period.ts'
import type { AgencyInPeriod, Lacking, ToldOfAgency } from '../domain/ports/periods.ts'
import type { LocalDate } from '../domain/time.ts'
import { isOpen } from './assignment-conditions.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { isReachable, tellable } from './reachable.ts'
import type { Transaction } from './transaction.ts'

type Span = Pick<PeriodSettings, 'fromOn' | 'toOn'>

/** What a period asks for, over "Assignment" AS a and "Workspace" AS workspace. */
const conditions = ({ fromOn, toOn }: Span) => {
  const expected = Prisma.sql`(${isOpen} AND (a."dueOn" IS NULL OR a."dueOn" <= ${toOn}::date))`
  return {
    expected,
    silent: Prisma.sql`(${expected} AND a."state" <> 'submitted' AND (
      a."lastUpdateAt" IS NULL OR (a."lastUpdateAt" AT TIME ZONE workspace."zone")::date < ${fromOn}::date))`,
    unproven: Prisma.sql`(
      (a."state" = 'submitted' AND ${expected} OR a."state" = 'done' AND a."doneOn" BETWEEN ${fromOn}::date AND ${toOn}::date)
      AND NOT EXISTS (
        SELECT 1 FROM "Evidence" evidence
        WHERE evidence."assignmentId" = a."id" AND evidence."withdrawnAt" IS NULL))`,
  }
}

const agencyRow: z.ZodType<AgencyInPeriod> = z.object({
  agencyId: z.string(),
  agencyName: z.string(),
  open: z.int(),
  silent: z.int(),
  unproven: z.int(),
  sentAt: z.date().nullable(),
  isReached: z.boolean(),
})

/** One statement: agencies that owe something, and those that said they owe nothing. */
export const listAgenciesIn = async (
  tx: Transaction,
  workspaceId: string,
  period: Span & { readonly id: string },
): Promise<readonly AgencyInPeriod[]> => {
  const { expected, silent, unproven } = conditions(period)
  const rows = await tx.$queryRaw`
    WITH work AS (
      SELECT a."agencyId", (count(*) FILTER (WHERE ${expected}))::int AS "open",
        (count(*) FILTER (WHERE ${silent}))::int AS "silent", (count(*) FILTER (WHERE ${unproven}))::int AS "unproven"
      FROM "Assignment" a JOIN "Workspace" workspace ON workspace."id" = a."workspaceId"
      WHERE a."workspaceId" = ${workspaceId}::uuid AND (${expected} OR ${unproven})
      GROUP BY a."agencyId"
    )
    SELECT agency."id" AS "agencyId", agency."name" AS "agencyName", coalesce(work."open", 0) AS "open",
      coalesce(work."silent", 0) AS "silent", coalesce(work."unproven", 0) AS "unproven", sent."at" AS "sentAt",
      EXISTS (
        SELECT 1 FROM "Membership" m
        WHERE m."agencyId" = agency."id" AND m."workspaceId" = ${workspaceId}::uuid
          AND m."role" = ANY(${tellable}::text[]::"Role"[]) AND ${isReachable(Prisma.sql`m."personId"`)}) AS "isReached"
    FROM "Agency" agency LEFT JOIN work ON work."agencyId" = agency."id"
    LEFT JOIN "PeriodSent" sent ON sent."agencyId" = agency."id" AND sent."periodId" = ${period.id}::uuid
      AND sent."workspaceId" = ${workspaceId}::uuid
    WHERE agency."workspaceId" = ${workspaceId}::uuid AND (work."agencyId" IS NOT NULL OR sent."at" IS NOT NULL)
    ORDER BY agency."folded", agency."id"`
  return z.array(agencyRow).parse(rows)
}

export const listLacking = async (
  tx: Transaction,
  workspaceId: string,
  period: Span,
  agencyIds: readonly string[],
): Promise<Lacking> => {
  const { silent, unproven } = conditions(period)
  const list = async (which: Prisma.Sql) =>
    z.array(assignmentRow).parse(
      await tx.$queryRaw`
        SELECT ${assignmentColumns} FROM "Assignment" a ${assignmentTables}
        JOIN "Workspace" workspace ON workspace."id" = a."workspaceId"
        WHERE a."workspaceId" = ${workspaceId}::uuid AND a."agencyId" = ANY(${[...agencyIds]}::uuid[]) AND ${which}
        ORDER BY agency."folded", a."dueOn" NULLS LAST, task."number", a."id"`,
    )
  return { silent: await list(silent), unproven: await list(unproven) }
}

/** Whoever stands in for somebody is told in their own right as well, once an agency. */
export const listToldOf = async (
  tx: Transaction,
  workspaceId: string,
  agencyIds: readonly string[],
  day: LocalDate,
): Promise<readonly ToldOfAgency[]> => {
  const rows = await tx.$queryRaw`
    WITH member AS (
      SELECT DISTINCT m."personId", m."agencyId" FROM "Membership" m
      WHERE m."workspaceId" = ${workspaceId}::uuid AND m."agencyId" = ANY(${[...agencyIds]}::uuid[])
        AND m."role" = ANY(${tellable}::text[]::"Role"[])
    )
    SELECT member."personId", member."agencyId" FROM member
    UNION
    SELECT away."toPersonId", member."agencyId" FROM member
    JOIN "Delegation" away ON away."fromPersonId" = member."personId" AND away."workspaceId" = ${workspaceId}::uuid
    WHERE away."endedAt" IS NULL AND ${day}::date BETWEEN away."firstDay" AND away."lastDay"
    ORDER BY "personId", "agencyId"`
  return z.array(z.object({ personId: z.string(), agencyId: z.string() })).parse(rows)
}
