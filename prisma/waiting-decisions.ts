import { z } from 'zod'
import type { Decisions, Waiting } from '../domain/ports/decisions.ts'
import { isFinishing, isWaitingReturn } from './deeds.ts'
import { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/** More than anybody works through at a time. */
const most = 1000

const waitingRow = z.object({
  kind: z.enum(['submission', 'extension', 'return']),
  id: z.string(),
  assignmentId: z.string(),
  agencyId: z.string(),
  personId: z.string(),
})

/** Ids of version 7 begin with the time: in their order the oldest comes first. */
export const listWaiting = async (
  tx: Transaction,
  workspaceId: string,
  { agencyIds, notBy, steering }: Parameters<Decisions['listWaiting']>[0],
): Promise<readonly Waiting[]> => {
  const inAgencies = agencyIds === 'all' ? Prisma.sql`true` : Prisma.sql`a."agencyId" = ANY(${[...agencyIds]}::uuid[])`
  const steered = steering ? steeringOf(workspaceId) : Prisma.empty
  return z.array(waitingRow).parse(
    await tx.$queryRaw`
      SELECT 'submission' AS "kind", handed.* FROM (
        SELECT DISTINCT ON (u."assignmentId") u."id", u."assignmentId", a."agencyId", u."personId"
        FROM "Assignment" a JOIN "StatusUpdate" u ON u."assignmentId" = a."id"
        WHERE a."workspaceId" = ${workspaceId}::uuid AND a."state" = 'submitted' AND ${inAgencies} AND ${isFinishing}
        ORDER BY u."assignmentId", u."at" DESC, u."id" DESC
      ) handed
      WHERE handed."personId" <> ${notBy}::uuid
      ${steered}
      ORDER BY "id" LIMIT ${most}::int`,
  )
}

/** What only those who steer the whole decide on. A request whose assignment has ended waits for nobody. */
const steeringOf = (workspaceId: string): Prisma.Sql => Prisma.sql`
  UNION ALL
  SELECT 'extension', request."id", request."assignmentId", a."agencyId", request."personId"
  FROM "ExtensionRequest" request JOIN "Assignment" a ON a."id" = request."assignmentId"
  WHERE request."workspaceId" = ${workspaceId}::uuid AND request."state" = 'pending'
    AND a."state" IN ('assigned', 'acknowledged', 'in_progress')
  UNION ALL
  SELECT 'return', u."id", u."assignmentId", a."agencyId", u."personId"
  FROM "Assignment" a JOIN "StatusUpdate" u ON u."assignmentId" = a."id"
  WHERE a."workspaceId" = ${workspaceId}::uuid AND ${isWaitingReturn}`
