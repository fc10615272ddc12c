import { z } from 'zod'
import type { Finishing, Returned } from '../domain/ports/decisions.ts'
import { Prisma } from './generated/client.ts'
import { isId } from './rows.ts'
import type { Transaction } from './transaction.ts'

const deedRow = z.object({
  ...{ id: z.string(), assignmentId: z.string(), personId: z.string(), personName: z.string() },
  ...{ note: z.string(), at: z.date(), percentBefore: z.int(), isWaiting: z.boolean() },
})

/** The latest of the updates that a condition names, with whoever made it. */
const findLatest = async (
  tx: Transaction,
  workspaceId: string,
  condition: Prisma.Sql,
): Promise<z.infer<typeof deedRow> | null> => {
  const rows = await tx.$queryRaw`
    SELECT u."id", u."assignmentId", u."personId", person."name" AS "personName", u."note", u."at", u."percentBefore",
      ${isWaitingReturn} AS "isWaiting"
    FROM "StatusUpdate" u
    JOIN "Person" person ON person."id" = u."personId"
    JOIN "Assignment" a ON a."id" = u."assignmentId"
    WHERE u."workspaceId" = ${workspaceId}::uuid AND ${condition}
    ORDER BY u."at" DESC, u."id" DESC LIMIT 1`
  return z.array(deedRow).parse(rows)[0] ?? null
}

/** The assignment is still given back, and nothing was decided or returned since: over "StatusUpdate" AS u, a. */
export const isWaitingReturn: Prisma.Sql = Prisma.sql`(
  u."kind" = 'return' AND u."undoneAt" IS NULL AND a."state" = 'returned' AND NOT EXISTS (
    SELECT 1 FROM "StatusUpdate" later
    WHERE later."assignmentId" = u."assignmentId" AND later."kind" IN ('return', 'reassign')
      AND later."undoneAt" IS NULL AND later."id" > u."id"))`

/** What brought work to its end: over "StatusUpdate" AS u. */
export const isFinishing: Prisma.Sql = Prisma.sql`(
  u."undoneAt" IS NULL AND u."stateBefore" IN ('assigned', 'acknowledged', 'in_progress')
    AND u."stateAfter" IN ('submitted', 'done'))`

export const findFinishing = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<Finishing | null> =>
  findLatest(tx, workspaceId, Prisma.sql`u."assignmentId" = ${assignmentId}::uuid AND ${isFinishing}`)

/** A return by its update; null when that is none. */
export const findReturn = async (tx: Transaction, workspaceId: string, updateId: string): Promise<Returned | null> =>
  isId(updateId) ? findLatest(tx, workspaceId, Prisma.sql`u."id" = ${updateId}::uuid AND u."kind" = 'return'`) : null

export const findLatestReturn = (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<Returned | null> =>
  findLatest(
    tx,
    workspaceId,
    Prisma.sql`u."assignmentId" = ${assignmentId}::uuid AND u."kind" = 'return' AND u."undoneAt" IS NULL`,
  )
