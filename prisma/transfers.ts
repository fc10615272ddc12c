import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Giving, Transfer, Transfers } from '../domain/ports/transfers.ts'
import { inScope, isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { dayColumn, requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { endGiven, noteEnding } from './transfer-given.ts'
import { copySubmissions, insertPassed, moveBelongings, type Pair, reopen } from './transfer-taken.ts'

/** Moves the work of the agencies of one workspace. */
export const createTransfers = (tx: Transaction, workspaceId: string): Transfers => ({
  lock: async (agencyIds) => {
    await tx.$queryRaw`
      SELECT 1 AS taken FROM "Agency" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ANY(${[...agencyIds]}::uuid[])
      ORDER BY "id" FOR NO KEY UPDATE`
  },
  list: (wish, options) => listGiving(tx, workspaceId, wish, options?.lock === true),
  move: (transfer, now) => move(tx, workspaceId, transfer, now),
})

const states = ['assigned', 'acknowledged', 'in_progress', 'submitted', 'done', 'returned', 'cancelled'] as const

const givingRow = z
  .object({
    ...{ id: z.string(), number: z.int(), planId: z.string(), planNumber: z.string(), state: z.enum(states) },
    ...{ dueOn: dayColumn, asksForTime: z.boolean() },
    ...{ thereId: z.string().nullable(), thereState: z.enum(states).nullable() },
  })
  .transform(
    ({ thereId, thereState, ...giving }): Giving => ({
      ...giving,
      there: thereId === null || thereState === null ? null : { id: thereId, state: thereState },
    }),
  )

/**
 * What the other has is looked for by the occurrence: OFFSET 0 keeps the planner from looking through all that the
 * other has for each of thousands, which it does as long as it has counted nothing.
 */
const listGiving = async (
  tx: Transaction,
  workspaceId: string,
  { fromId, toId, planId, received }: Transfer['wish'],
  lock: boolean,
): Promise<readonly Giving[]> => {
  const scope = inScope(workspaceId, { agencyIds: [fromId], ...(planId !== null && { planId }) })
  const wereTheirs = received
    ? Prisma.sql`AND (
        SELECT before."agencyId" FROM "Assignment" before
        WHERE before."id" = a."previousId" AND before."workspaceId" = ${workspaceId}::uuid) = ${toId}::uuid`
    : Prisma.empty
  return z.array(givingRow).parse(
    await tx.$queryRaw`
      SELECT a."id", task."number", plan."id" AS "planId", plan."number" AS "planNumber", a."state", a."dueOn", EXISTS (
          SELECT 1 FROM "ExtensionRequest" request WHERE request."assignmentId" = a."id" AND request."state" = 'pending'
        ) AS "asksForTime", there."id" AS "thereId", there."state" AS "thereState"
      FROM "Assignment" a
      JOIN "Task" task ON task."id" = a."taskId"
      JOIN "Plan" plan ON plan."id" = task."planId"
      LEFT JOIN LATERAL (
        SELECT one."id", one."state", one."agencyId" FROM "Assignment" one
        WHERE one."occurrenceId" = a."occurrenceId" OFFSET 0
      ) there ON there."agencyId" = ${toId}::uuid
      WHERE ${scope} AND ${isOpen} ${wereTheirs}
      ORDER BY a."dueOn" NULLS LAST, task."number", a."id"
      ${lock ? Prisma.sql`FOR NO KEY UPDATE OF a` : Prisma.empty}`,
  )
}

const move = async (
  tx: Transaction,
  workspaceId: string,
  transfer: Transfer,
  now: Date,
): Promise<readonly string[]> => {
  const { wish, by, passed, reopened, left } = transfer
  const { fromId, toId } = wish
  await requireOwn('agency', tx.agency.count({ where: { workspaceId, id: { in: [fromId, toId] } } }), 2)
  await requireOwn('person', tx.person.count({ where: { workspaceId, id: by.personId } }))
  const fresh = passed.map(({ id, newState }): Pair => ({ given: id, taken: randomUUID(), newState }))
  const again = reopened.map(({ id, newState, there }): Pair => ({ given: id, taken: there?.id ?? '', newState }))
  const pairs = [...fresh, ...again]
  const given = [...pairs.map((pair) => pair.given), ...left.map(({ id }) => id)]
  await requireOwn('assignment', countGiven(tx, workspaceId, fromId, given), given.length)

  const context = { workspaceId, toId, personId: by.personId, now }
  await insertPassed(tx, context, fresh)
  await reopen(tx, context, again)
  await copySubmissions(
    tx,
    context,
    pairs.filter(({ newState }) => newState === 'submitted'),
  )
  await moveBelongings(tx, context, pairs)
  await noteEnding(tx, { workspaceId, given, pairs, transfer, now })
  await endGiven(tx, { workspaceId, given, now })
  return pairs.map(({ taken }) => taken)
}

const countGiven = async (
  tx: Transaction,
  workspaceId: string,
  fromId: string,
  given: readonly string[],
): Promise<number> => {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS "count" FROM "Assignment" a
    WHERE a."workspaceId" = ${workspaceId}::uuid AND a."agencyId" = ${fromId}::uuid
      AND a."id" = ANY(${given}::uuid[]) AND ${isOpen}`
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count
}
