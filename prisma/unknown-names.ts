import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { agencyKey } from '../domain/agency-names.ts'
import type { NewlyAssigned, UnknownName, UnknownNames } from '../domain/ports/unknown-names.ts'
import { dayColumn, isId, requireOwn, storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { assignWaiting } from './waiting-tasks.ts'

/** The queue of names that the directory of one workspace does not have. */
export const createUnknownNames = (tx: Transaction, workspaceId: string): UnknownNames => ({
  list: () => findUsed(tx, workspaceId, null),

  find: async (nameId) => (isId(nameId) ? ((await findUsed(tx, workspaceId, nameId))[0] ?? null) : null),

  noteDraft: async (draftId, uses, now) => {
    await requireOwn('draft', tx.planDraft.count({ where: { id: draftId, workspaceId } }))
    await tx.unknownAgencyUse.deleteMany({ where: { workspaceId, draftId } })
    const ids = await ensureNames(
      tx,
      workspaceId,
      uses.map(({ name }) => name),
      now,
    )
    await tx.unknownAgencyUse.createMany({
      data: uses.flatMap(({ name, lines }) =>
        lines.map((line) => ({ workspaceId, nameId: ids.get(agencyKey(name)) ?? '', draftId, line })),
      ),
    })
  },

  notePlan: async (planId, names, now) => {
    await requireOwn('plan', tx.plan.count({ where: { id: planId, workspaceId } }))
    await forgetGoneDrafts(tx, workspaceId)
    const ids = await ensureNames(tx, workspaceId, names, now)
    for (const name of new Set(names)) {
      await tx.$executeRaw`
        INSERT INTO "UnknownAgencyUse" ("id", "workspaceId", "nameId", "taskId", "line")
        SELECT gen_random_uuid(), ${workspaceId}::uuid, ${ids.get(agencyKey(name))}::uuid, task."id", task."line"
        FROM "Task" task
        WHERE task."planId" = ${planId}::uuid AND task."workspaceId" = ${workspaceId}::uuid AND EXISTS (
          SELECT 1 FROM "TaskAgency" named
          WHERE named."taskId" = task."id" AND named."part" = 'lead' AND named."name" = ${storableText(name)})`
    }
  },

  resolve: (nameId, meaning, now) => resolveName(tx, workspaceId, { nameId, ...meaning }, now),
})

const resolveName = async (
  tx: Transaction,
  workspaceId: string,
  { nameId, personId, ...meaning }: Parameters<UnknownNames['resolve']>[1] & { readonly nameId: string },
  now: Date,
): Promise<readonly NewlyAssigned[]> => {
  if (!isId(nameId)) return []
  await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
  // Whoever explains the same name at this moment waits here and then finds nothing left.
  await tx.$queryRaw`
    SELECT 1 AS taken FROM "UnknownAgencyName"
    WHERE "id" = ${nameId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`
  const [unknown] = await findUsed(tx, workspaceId, nameId)
  if (unknown === undefined) return []
  await tx.unknownAgencyName.updateMany({
    where: { id: nameId, workspaceId },
    data: { resolvedAt: now, resolvedById: personId },
  })
  await tx.unknownAgencyUse.deleteMany({ where: { nameId, workspaceId } })
  return assignWaiting(tx, workspaceId, { unknown, ...meaning }, now)
}

/** What drafts that were confirmed or dropped used is of no use any more. */
const forgetGoneDrafts = (tx: Transaction, workspaceId: string) => tx.$executeRaw`
  DELETE FROM "UnknownAgencyUse" used
  WHERE used."workspaceId" = ${workspaceId}::uuid AND used."draftId" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "PlanDraft" draft WHERE draft."id" = used."draftId")`

/** The names with these keys, created where they are not there; a name that comes back is open again. */
const ensureNames = async (
  tx: Transaction,
  workspaceId: string,
  names: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> => {
  const byKey = new Map(names.toReversed().map((name) => [agencyKey(name), storableText(name).trim()]))
  const keys = [...byKey.keys()].toSorted()
  await tx.unknownAgencyName.createMany({
    data: keys.map((folded) => ({
      ...{ id: randomUUID(), workspaceId, name: byKey.get(folded) ?? folded, folded, firstSeenAt: now },
    })),
    skipDuplicates: true,
  })
  const where = { workspaceId, folded: { in: keys } }
  await tx.unknownAgencyName.updateMany({ where, data: { resolvedAt: null, resolvedById: null } })
  const rows = await tx.unknownAgencyName.findMany({ where, select: { id: true, folded: true } })
  return new Map(rows.map(({ id, folded }) => [folded, id]))
}

const usedName = z.object({
  id: z.string(),
  name: z.string(),
  taskId: z.string().nullable(),
  number: z.int().nullable(),
  line: z.int(),
  planId: z.string().nullable(),
  planNumber: z.string().nullable(),
  issuedOn: dayColumn,
})

/** A draft that was dropped and a task that is gone ask for nothing any more. */
const findUsed = async (
  tx: Transaction,
  workspaceId: string,
  nameId: string | null,
): Promise<readonly UnknownName[]> => {
  const rows = z.array(usedName).parse(
    await tx.$queryRaw`
      SELECT unknown."id", unknown."name", task."id" AS "taskId", task."number", used."line",
        plan."id" AS "planId", plan."number" AS "planNumber", plan."issuedOn"
      FROM "UnknownAgencyName" unknown
      JOIN "UnknownAgencyUse" used ON used."nameId" = unknown."id"
      LEFT JOIN "Task" task ON task."id" = used."taskId" AND task."workspaceId" = unknown."workspaceId"
        AND task."leftPlan" IS NULL
      LEFT JOIN "Plan" plan ON plan."id" = task."planId"
      LEFT JOIN "PlanDraft" draft ON draft."id" = used."draftId" AND draft."workspaceId" = unknown."workspaceId"
      WHERE unknown."workspaceId" = ${workspaceId}::uuid AND unknown."resolvedAt" IS NULL
        AND (${nameId}::uuid IS NULL OR unknown."id" = ${nameId}::uuid)
        AND (task."id" IS NOT NULL OR draft."id" IS NOT NULL)
      ORDER BY plan."createdAt", used."line", task."number"`,
  )
  return [...Map.groupBy(rows, ({ id }) => id).values()]
    .map(toUnknownName)
    .toSorted((a, b) => b.waiting.length - a.waiting.length || a.name.localeCompare(b.name, 'vi'))
}

const toUnknownName = (rows: readonly z.infer<typeof usedName>[]): UnknownName => ({
  id: rows[0]?.id ?? '',
  name: rows[0]?.name ?? '',
  waiting: rows.flatMap(({ taskId, number, line, planId, planNumber, issuedOn }) =>
    taskId === null || number === null || planId === null
      ? []
      : [{ taskId, number, line, planId, planNumber: planNumber ?? '', issuedOn }],
  ),
  draftLines: rows.filter(({ taskId }) => taskId === null).map(({ line }) => line),
})
