import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import { type Level, levelOfRank, rankOfLevel } from '../domain/escalation.ts'
import type { Silence } from '../domain/look.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { above } from './reminder-recipients.ts'
import { isId } from './rows.ts'
import { silenceColumns } from './silences.ts'
import type { Transaction } from './transaction.ts'

/** What the last message that reported an assignment to somebody reported besides. */
export const listReported = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
  assignmentId: string,
): Promise<readonly Assignment[]> => {
  if (!isId(assignmentId) || !isId(personId)) return []
  const theirs = Prisma.sql`reminder."workspaceId" = ${workspaceId}::uuid
    AND reminder."personId" = ${personId}::uuid AND reminder."kind" = 'escalated'`
  const rows = await tx.$queryRaw`
    SELECT ${assignmentColumns} FROM "Assignment" a ${assignmentTables}
    WHERE a."workspaceId" = ${workspaceId}::uuid AND a."id" IN (
      SELECT reminder."assignmentId" FROM "Reminder" reminder WHERE ${theirs} AND reminder."messageKey" = (
        SELECT reminder."messageKey" FROM "Reminder" reminder
        WHERE ${theirs} AND reminder."assignmentId" = ${assignmentId}::uuid AND reminder."messageKey" IS NOT NULL
        ORDER BY reminder."claimedAt" DESC LIMIT 1))
    ORDER BY a."dueOn", task."number", a."id"`
  return z.array(assignmentRow).parse(rows)
}

const silenceRow: z.ZodType<Silence> = z.object({ since: z.string(), asked: z.boolean() })

export const findSilence = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<Silence | null> => {
  if (!isId(assignmentId)) return null
  const [found] = z.array(silenceRow).parse(
    await tx.$queryRaw`
      SELECT silence."since"::text, silence."asked" FROM (
        SELECT ${silenceColumns} FROM "Assignment" a JOIN "Workspace" workspace ON workspace."id" = a."workspaceId"
        WHERE a."id" = ${assignmentId}::uuid AND a."workspaceId" = ${workspaceId}::uuid
      ) silence`,
  )
  return found ?? null
}

export const listLevels = async (tx: Transaction, workspaceId: string, agencyId: string): Promise<readonly Level[]> => {
  if (!isId(agencyId)) return []
  const rows = z.array(z.object({ rank: z.int() })).parse(
    await tx.$queryRaw`
      SELECT DISTINCT upper.rank FROM (${above(Prisma.sql`SELECT ${workspaceId}::uuid`)}) upper
      WHERE upper.rank > ${rankOfLevel('head')}::int OR upper."agencyId" = ${agencyId}::uuid ORDER BY upper.rank`,
  )
  return rows.map(({ rank }) => levelOfRank(rank))
}
