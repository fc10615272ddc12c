import { z } from 'zod'
import type { Assignment } from '../domain/assignment.ts'
import type { Assignments, ListName, Page, Scope } from '../domain/ports/assignments.ts'
import type { LocalDate } from '../domain/time.ts'
import { inScope, listConditions } from './assignment-conditions.ts'
import { countFigures, countFiguresBy } from './assignment-figures.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { carriesOn } from './assignment-chain.ts'
import {
  findLatestUpdate,
  findUpdate,
  listEvidence,
  listNewestBy,
  recordUpdate,
  undoUpdate,
} from './assignment-updates.ts'
import { Prisma } from './generated/client.ts'
import { isId } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** What the agencies of one workspace have to do, and what they said about it. */
export const createAssignments = (tx: Transaction, workspaceId: string): Assignments => ({
  find: async (assignmentId) => {
    if (!isId(assignmentId)) return null
    const [found] = await selectWhere(tx, workspaceId, Prisma.sql`a."id" = ${assignmentId}::uuid`)
    return found ?? null
  },

  findCarriedOn: async (assignmentId) => {
    if (!isId(assignmentId)) return null
    const [found] = await selectWhere(tx, workspaceId, carriesOn(assignmentId))
    return found ?? null
  },

  findByNumber: (number) => selectWhere(tx, workspaceId, Prisma.sql`task."number" = ${number}::int`),

  list: (scope, name, today, page) => listAssignments(tx, workspaceId, { scope, name, today, page }),
  figures: (scope, today) => countFigures(tx, workspaceId, scope, today),
  figuresBy: (division, scope, today) => countFiguresBy(tx, workspaceId, { division, scope, today }),
  record: (update, now) => recordUpdate(tx, workspaceId, update, now),
  findUpdate: (updateId) => findUpdate(tx, workspaceId, updateId),
  findLatestUpdate: (assignmentId) => findLatestUpdate(tx, workspaceId, assignmentId),
  listNewestBy: (personId, kinds, assignmentIds) =>
    listNewestBy(tx, workspaceId, { personId, kinds, assignmentIds: assignmentIds ?? null }),
  undo: (updateId, change, now) => undoUpdate(tx, workspaceId, { updateId, change, now }),
  listEvidence: (assignmentId) => listEvidence(tx, workspaceId, assignmentId),
})

const selectWhere = async (
  tx: Transaction,
  workspaceId: string,
  condition: Prisma.Sql,
): Promise<readonly Assignment[]> =>
  z.array(assignmentRow).parse(
    await tx.$queryRaw`
      SELECT ${assignmentColumns} FROM "Assignment" a ${assignmentTables}
      WHERE a."workspaceId" = ${workspaceId}::uuid AND task."workspaceId" = ${workspaceId}::uuid AND ${condition}
      ORDER BY occurrence."position", agency."folded", a."id"`,
  )

interface ListRequest {
  readonly scope: Scope
  readonly name: ListName
  readonly today: LocalDate
  readonly page: { readonly offset: number; readonly limit: number }
}

const listAssignments = async (
  tx: Transaction,
  workspaceId: string,
  { scope, name, today, page }: ListRequest,
): Promise<Page<Assignment>> => {
  const filter = Prisma.sql`${inScope(workspaceId, scope)} AND ${listConditions(today)[name]}`
  const counted = await tx.$queryRaw`SELECT count(*)::int AS "total" FROM "Assignment" a WHERE ${filter}`
  const [{ total }] = z.tuple([z.object({ total: z.int() })]).parse(counted)
  const order = orderOf(name, today)
  // The words are fetched for the page alone, so that sorting moves no more than it has to.
  const rows = await tx.$queryRaw`
    WITH page AS (
      SELECT a."id" FROM "Assignment" a JOIN "Task" task ON task."id" = a."taskId"
      WHERE ${filter} ORDER BY ${order} LIMIT ${page.limit}::int OFFSET ${page.offset}::int
    )
    SELECT ${assignmentColumns} FROM page JOIN "Assignment" a ON a."id" = page."id" ${assignmentTables}
    ORDER BY ${order}`
  return { items: z.array(assignmentRow).parse(rows), total }
}

/** Of what is still open the late ones are the earliest anyway: left out, the order is that of an index. */
const orderOf = (name: ListName, today: LocalDate): Prisma.Sql => {
  const byDueDate = Prisma.sql`a."dueOn" NULLS LAST, task."number", a."agencyId", a."id"`
  return name === 'all' ? Prisma.sql`(${listConditions(today).late}) IS TRUE DESC, ${byDueDate}` : byDueDate
}
