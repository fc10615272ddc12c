import { z } from 'zod'
import { agencyKey } from '../domain/agency-names.ts'
import type { NewlyAssigned, UnknownName, UnknownNames } from '../domain/ports/unknown-names.ts'
import type { LocalDate } from '../domain/time.ts'
import { dayColumn, requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

type Meaning = Pick<Parameters<UnknownNames['resolve']>[1], 'agencyIds' | 'remindAt'>

/** Gives the tasks that waited for a name to the agencies it means, and ties the plan's own words to a single agency. */
export const assignWaiting = async (
  tx: Transaction,
  workspaceId: string,
  { unknown, agencyIds, remindAt }: Meaning & { readonly unknown: UnknownName },
  now: Date,
): Promise<readonly NewlyAssigned[]> => {
  const pairs = unknown.waiting.flatMap((task) =>
    [...new Set(agencyIds(task))].map((agencyId) => ({ taskId: task.taskId, agencyId })),
  )
  const agencies = [...new Set(pairs.map(({ agencyId }) => agencyId))]
  await requireOwn('agency', tx.agency.count({ where: { id: { in: agencies }, workspaceId } }), agencies.length)
  const made = await insertMissing(tx, workspaceId, pairs, now)
  const planOf = new Map(unknown.waiting.map((task) => [task.taskId, task]))
  for (const [planId, ofPlan] of Map.groupBy(made, ({ taskId }) => planOf.get(taskId)?.planId ?? '')) {
    await insertReminders(tx, workspaceId, ofPlan, (dueOn) => remindAt(dueOn, planId))
  }
  await tieNames(tx, workspaceId, unknown, pairs)
  return [...Map.groupBy(made, ({ taskId }) => planOf.get(taskId)?.planId ?? '')].map(([planId, assignments]) => ({
    planId,
    planNumber: planOf.get(assignments[0]?.taskId ?? '')?.planNumber ?? '',
    assignments: assignments.map(({ id, agencyId }) => ({ id, agencyId })),
  }))
}

interface Pair {
  readonly taskId: string
  readonly agencyId: string
}

const madeRow = z.object({ id: z.string(), taskId: z.string(), agencyId: z.string(), dueOn: dayColumn })
type Made = z.infer<typeof madeRow>

/** One assignment an occurrence and agency; those that are there already stay as they are. */
const insertMissing = async (
  tx: Transaction,
  workspaceId: string,
  pairs: readonly Pair[],
  now: Date,
): Promise<readonly Made[]> =>
  z.array(madeRow).parse(
    await tx.$queryRaw`
      INSERT INTO "Assignment"
        ("id", "workspaceId", "taskId", "occurrenceId", "agencyId", "originalDueOn", "dueOn", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), o."workspaceId", o."taskId", o."id", given.agency, o."dueOn", o."dueOn", ${now}, ${now}
      FROM unnest(
        ${pairs.map(({ taskId }) => taskId)}::uuid[], ${pairs.map(({ agencyId }) => agencyId)}::uuid[]
      ) AS given (task, agency)
      JOIN "Occurrence" o
        ON o."taskId" = given.task AND o."workspaceId" = ${workspaceId}::uuid AND o."leftPlan" IS NULL
      ON CONFLICT ("occurrenceId", "agencyId") DO NOTHING
      RETURNING "id", "taskId", "agencyId", "dueOn"`,
  )

const insertReminders = async (
  tx: Transaction,
  workspaceId: string,
  made: readonly Made[],
  remindAt: (dueOn: LocalDate | null) => Date | null,
): Promise<void> => {
  const times = new Map([...new Set(made.map(({ dueOn }) => dueOn))].map((day) => [day, remindAt(day)]))
  await tx.nextReminder.createMany({
    data: made.flatMap(({ id, dueOn }) => {
      const at = times.get(dueOn) ?? null
      return at === null ? [] : [{ assignmentId: id, workspaceId, remindAt: at }]
    }),
  })
}

/** "Phòng KT-HT" in the plan is this agency from now on; a group stays the plan's own words. */
const tieNames = async (
  tx: Transaction,
  workspaceId: string,
  { name, waiting }: UnknownName,
  pairs: readonly Pair[],
): Promise<void> => {
  const agencies = new Set(pairs.map(({ agencyId }) => agencyId))
  const [agencyId] = agencies
  if (agencyId === undefined || agencies.size !== 1) return
  const named = await tx.taskAgency.findMany({
    where: { workspaceId, taskId: { in: waiting.map(({ taskId }) => taskId) }, agencyId: null },
    select: { id: true, name: true },
  })
  const same = named.filter((row) => agencyKey(row.name) === agencyKey(name)).map(({ id }) => id)
  await tx.taskAgency.updateMany({ where: { workspaceId, id: { in: same } }, data: { agencyId } })
}
