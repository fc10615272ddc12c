import { z } from 'zod'
import { agencyKey } from '../domain/agency-names.ts'
import type { Assignment } from '../domain/assignment.ts'
import type { Page } from '../domain/ports/assignments.ts'
import type { Contributions } from '../domain/ports/contributions.ts'
import { isOpen } from './assignment-conditions.ts'
import { assignmentColumns, assignmentRow, assignmentTables } from './assignment-rows.ts'
import { Prisma } from './generated/client.ts'
import { isId, requireOwn, storableText, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Who supports what in one workspace, and what they contribute. */
export const createContributions = (tx: Transaction, workspaceId: string): Contributions => ({
  listSupported: (agencyIds, page) => listSupported(tx, workspaceId, agencyIds, page),
  listSupporting: (assignmentId, agencyIds) => listSupporting(tx, workspaceId, assignmentId, agencyIds),
  add: (contribution, now) => add(tx, workspaceId, contribution, now),
})

/** Where these agencies stand as supporting ones, over "TaskAgency" AS named: by themselves or as part of a group. */
const namesOneOf = async (tx: Transaction, workspaceId: string, agencyIds: readonly string[]): Promise<Prisma.Sql> => {
  const groups = await tx.agencyGroup.findMany({
    where: { workspaceId, members: { some: { agencyId: { in: [...agencyIds] } } } },
    select: { name: true, aliases: true },
  })
  const keys = new Set(groups.flatMap(({ name, aliases }) => [name, ...aliases]).map(agencyKey))
  const collective = await tx.taskAgency.findMany({
    where: { workspaceId, part: 'support', agencyId: null },
    distinct: 'name',
    select: { name: true },
  })
  const names = collective.map(({ name }) => name).filter((name) => keys.has(agencyKey(name)))
  return Prisma.sql`(named."workspaceId" = ${workspaceId}::uuid AND named."part" = 'support' AND (
    named."agencyId" = ANY(${[...agencyIds]}::uuid[])
    OR (named."agencyId" IS NULL AND named."name" = ANY(${names}::text[]))))`
}

const listSupported = async (
  tx: Transaction,
  workspaceId: string,
  agencyIds: readonly string[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Page<Assignment>> => {
  const current = Prisma.sql`
    SELECT DISTINCT ON (a."taskId", a."agencyId") a."id" FROM "Assignment" a
    WHERE a."workspaceId" = ${workspaceId}::uuid AND ${isOpen} AND NOT a."agencyId" = ANY(${[...agencyIds]}::uuid[])
      AND a."taskId" IN (
        SELECT named."taskId" FROM "TaskAgency" named WHERE ${await namesOneOf(tx, workspaceId, agencyIds)})
    ORDER BY a."taskId", a."agencyId", a."dueOn" NULLS LAST, a."id"`
  const counted = await tx.$queryRaw`SELECT count(*)::int AS "total" FROM (${current}) current`
  const [{ total }] = z.tuple([z.object({ total: z.int() })]).parse(counted)
  const rows = await tx.$queryRaw`
    SELECT ${assignmentColumns} FROM (${current}) current JOIN "Assignment" a ON a."id" = current."id" ${assignmentTables}
    ORDER BY a."dueOn" NULLS LAST, task."number", a."agencyId" LIMIT ${limit}::int OFFSET ${offset}::int`
  return { items: z.array(assignmentRow).parse(rows), total }
}

const listSupporting = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
  agencyIds: readonly string[],
): Promise<readonly string[]> => {
  if (!isId(assignmentId)) return []
  const agencies = await tx.agency.findMany({
    where: { workspaceId, id: { in: [...agencyIds] } },
    select: { id: true, name: true },
    orderBy: { folded: 'asc' },
  })
  const supporting: string[] = []
  for (const { id, name } of agencies) {
    const rows: unknown[] = await tx.$queryRaw`
      SELECT 1 AS "there" FROM "Assignment" a JOIN "TaskAgency" named ON named."taskId" = a."taskId"
      WHERE a."id" = ${assignmentId}::uuid AND a."workspaceId" = ${workspaceId}::uuid
        AND ${await namesOneOf(tx, workspaceId, [id])} LIMIT 1`
    if (rows.length > 0) supporting.push(name)
  }
  return supporting
}

const add = async (
  tx: Transaction,
  workspaceId: string,
  { assignment, personId, note }: Parameters<Contributions['add']>[0],
  now: Date,
): Promise<string> => {
  const { id: assignmentId, state, percent, obstacle, dueOn } = assignment
  await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
  await requireOwn('assignment', tx.assignment.count({ where: { id: assignmentId, workspaceId } }))
  const { id } = await tx.statusUpdate.create({
    data: {
      ...{ workspaceId, assignmentId, personId, kind: 'contribute', note: storableText(note), at: now },
      ...{ stateBefore: state, stateAfter: state, percentBefore: percent, percentAfter: percent },
      ...{ obstacleBefore: obstacle, obstacleAfter: obstacle, dueBefore: toDate(dueOn), dueAfter: toDate(dueOn) },
    },
    select: { id: true },
  })
  return id
}
