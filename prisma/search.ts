import { z } from 'zod'
import type { FoundTask, Search } from '../domain/ports/search.ts'
import type { Page } from '../domain/ports/assignments.ts'
import { patternOf } from '../domain/search-words.ts'
import { isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { dayColumn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The words of one workspace's plans. */
export const createSearch = (tx: Transaction, workspaceId: string): Search => ({
  findTasks: (words, { agencyIds }, page) =>
    words.length === 0
      ? Promise.resolve({ items: [], total: 0 })
      : findTasks(tx, workspaceId, { words, agencyIds, ...page }),

  findPlace: async (taskNumber) => {
    const task = await tx.task.findUnique({
      where: { workspaceId_number: { workspaceId, number: taskNumber } },
      select: { planId: true, section: true, plan: { select: { number: true } } },
    })
    return task === null ? null : { planId: task.planId, section: task.section, planNumber: task.plan.number }
  },

  listSections: async () => {
    const rows = await tx.task.groupBy({ by: ['section'], where: { workspaceId }, orderBy: { section: 'asc' } })
    return rows.map(({ section }) => section)
  },
})

interface Wanted {
  readonly words: readonly string[]
  readonly agencyIds: readonly string[] | 'all'
  readonly offset: number
  readonly limit: number
}

const allWords = Prisma.sql`concat_ws(' ', task."title", task."requirement", task."output", task."section", task."code",
  plan."number")`

/** Only tasks that somebody has been given can be opened, so only those are found. */
const findTasks = async (
  tx: Transaction,
  workspaceId: string,
  { words, agencyIds, offset, limit }: Wanted,
): Promise<Page<FoundTask>> => {
  const agencies = agencyIds === 'all' ? Prisma.empty : Prisma.sql`AND a."agencyId" = ANY(${[...agencyIds]}::uuid[])`
  const has = words.map((word) => Prisma.sql`${allWords} ~ ${patternOf(word)}`)
  const rows = await tx.$queryRaw`
    WITH found AS (
      SELECT task."id", task."number", task."title", plan."number" AS "planNumber",
        task."title" ~ ${patternOf(words.join(' '))} AS "together", count(*) OVER ()::int AS "total"
      FROM "Task" task JOIN "Plan" plan ON plan."id" = task."planId"
      WHERE task."workspaceId" = ${workspaceId}::uuid AND ${Prisma.join(has, ' AND ')}
        AND EXISTS (
          SELECT 1 FROM "Occurrence" o JOIN "Assignment" a ON a."occurrenceId" = o."id"
          WHERE o."taskId" = task."id" AND a."workspaceId" = ${workspaceId}::uuid ${agencies})
      ORDER BY "together" DESC, task."number" LIMIT ${limit}::int OFFSET ${offset}::int
    )
    SELECT found."number", found."title", found."planNumber", found."total", standing.*
    FROM found CROSS JOIN LATERAL (
      SELECT min(a."dueOn") FILTER (WHERE ${isOpen}) AS "dueOn", coalesce(bool_or(${isOpen}), false) AS "open",
        count(DISTINCT a."agencyId")::int AS "agencies",
        (count(DISTINCT a."agencyId") - count(DISTINCT a."agencyId") FILTER (WHERE ${isOpen}))::int AS "finished"
      FROM "Occurrence" o JOIN "Assignment" a ON a."occurrenceId" = o."id"
      WHERE o."taskId" = found."id" AND a."workspaceId" = ${workspaceId}::uuid ${agencies}
    ) standing
    ORDER BY found."together" DESC, found."number"`
  const [first] = z.array(z.object({ total: z.int() })).parse(rows)
  return { items: z.array(foundRow).parse(rows), total: first?.total ?? 0 }
}

const foundRow: z.ZodType<FoundTask> = z.object({
  number: z.int(),
  title: z.string(),
  planNumber: z.string(),
  dueOn: dayColumn,
  open: z.boolean(),
  agencies: z.int(),
  finished: z.int(),
})
