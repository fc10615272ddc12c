import { z } from 'zod'
import type { HistoryEntry } from '../domain/ports/history.ts'
import { Prisma } from './generated/client.ts'
import { dayColumn } from './rows.ts'
import type { Transaction } from './transaction.ts'

const linkRow = z.object({
  ...{ id: z.string(), agency: z.string(), planId: z.string(), createdAt: z.date(), originalDueOn: dayColumn },
})

/**
 * An assignment with those that it carries on, from agencies that had it before, the first first. What was moved there
 * and back again is carried on by what it carried on itself: each is met once.
 */
export const listChain = async (tx: Transaction, workspaceId: string, assignmentId: string) =>
  z.array(linkRow).parse(
    await tx.$queryRaw`
      WITH RECURSIVE chain AS (
        SELECT a."id", a."previousId" FROM "Assignment" a
        WHERE a."id" = ${assignmentId}::uuid AND a."workspaceId" = ${workspaceId}::uuid
        UNION
        SELECT before."id", before."previousId" FROM "Assignment" before JOIN chain ON chain."previousId" = before."id"
        WHERE before."workspaceId" = ${workspaceId}::uuid
      )
      SELECT a."id", agency."name" AS "agency", task."planId", a."createdAt", a."originalDueOn"
      FROM chain JOIN "Assignment" a ON a."id" = chain."id"
      JOIN "Agency" agency ON agency."id" = a."agencyId"
      JOIN "Task" task ON task."id" = a."taskId"
      ORDER BY a."createdAt", a."id"`,
  )

/** The one that an assignment was moved to, over "Assignment" AS a: by way of others, but none that was moved on. */
export const carriesOn = (assignmentId: string): Prisma.Sql => Prisma.sql`(
  a."id" <> ${assignmentId}::uuid AND a."state" NOT IN ('returned', 'cancelled') AND a."id" IN (
    WITH RECURSIVE chain AS (
      SELECT first."id", first."occurrenceId" FROM "Assignment" first WHERE first."id" = ${assignmentId}::uuid
      UNION
      SELECT next."id", next."occurrenceId" FROM "Assignment" next
      JOIN chain ON next."occurrenceId" = chain."occurrenceId" AND next."previousId" = chain."id"
    )
    SELECT chain."id" FROM chain))`

/** What was handed in before the work was moved stands with both assignments; it is told where it was said. */
export const tellOnce = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  const told = new Set<string>()
  return entries.filter((entry) => {
    if (entry.what !== 'update' || entry.update.after.state !== 'submitted') return true
    const key = `${entry.at.getTime()}:${entry.person ?? ''}:${entry.update.kind}:${entry.update.note}`
    const isNew = !told.has(key)
    told.add(key)
    return isNew
  })
}
