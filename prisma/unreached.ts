import { z } from 'zod'
import type { UnreachedAgency } from '../domain/ports/agencies.ts'
import type { LocalDate } from '../domain/time.ts'
import { listConditions } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { isReachable, tellable } from './reachable.ts'
import type { Transaction } from './transaction.ts'

/** The agencies of one workspace that have nobody who could be told, with what there is to do for them. */
export const listUnreached = async (
  tx: Transaction,
  workspaceId: string,
  today: LocalDate,
): Promise<readonly UnreachedAgency[]> => {
  const { open, late } = listConditions(today)
  const rows = await tx.$queryRaw`
    WITH work AS (
      SELECT a."agencyId", count(*)::int AS "open", (count(*) FILTER (WHERE ${late}))::int AS "late"
      FROM "Assignment" a WHERE a."workspaceId" = ${workspaceId}::uuid AND ${open} GROUP BY a."agencyId"
    )
    SELECT agency."id", agency."name", coalesce(work."open", 0) AS "open", coalesce(work."late", 0) AS "late"
    FROM "Agency" agency LEFT JOIN work ON work."agencyId" = agency."id"
    WHERE agency."workspaceId" = ${workspaceId}::uuid
      AND (work."open" IS NOT NULL
        OR (coalesce(agency."validFrom" <= ${today}::date, true) AND coalesce(agency."validTo" >= ${today}::date, true)))
      AND NOT EXISTS (
        SELECT 1 FROM "Membership" m
        WHERE m."agencyId" = agency."id" AND m."workspaceId" = ${workspaceId}::uuid
          AND m."role" = ANY(${tellable}::text[]::"Role"[]) AND ${isReachable(Prisma.sql`m."personId"`)})
    ORDER BY "late" DESC, "open" DESC, agency."folded", agency."id"`
  return z.array(unreachedRow).parse(rows)
}

const unreachedRow: z.ZodType<UnreachedAgency> = z.object({
  id: z.string(),
  name: z.string(),
  open: z.int(),
  late: z.int(),
})
