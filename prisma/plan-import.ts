import { randomUUID } from 'node:crypto'
import { agencyKey } from '../domain/agency-names.ts'
import type { NewTask, Plans } from '../domain/ports/plans.ts'
import { findAgencyIds } from './agencies.ts'
import { chunk, requireOwn, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

type NewPlan = Parameters<Plans['create']>[0]

/** A task with what it is called and known by from now on. */
interface NumberedTask extends NewTask {
  readonly id: string
  readonly number: number
}

/** Creates a plan with all that hangs on it, in as many statements as pieces of a thousand rows. */
export const createPlan = async (
  tx: Transaction,
  workspaceId: string,
  plan: NewPlan,
  now: Date,
): Promise<{ readonly planId: string; readonly assignments: number }> => {
  const assigned = [...new Set(plan.tasks.flatMap(({ assignedTo }) => assignedTo))]
  await requireOwn('person', tx.person.count({ where: { id: plan.createdById, workspaceId } }))
  await requireOwn('agency', tx.agency.count({ where: { id: { in: assigned }, workspaceId } }), assigned.length)

  const planId = await insertPlan(tx, workspaceId, plan, now)
  const tasks = await numberTasks(tx, workspaceId, plan.tasks)
  await insertTasks(tx, { workspaceId, planId, tasks })
  await insertTaskAgencies(tx, workspaceId, tasks)
  const occurrences = await insertOccurrences(tx, workspaceId, tasks)
  const assignments = await insertAssignments(tx, { workspaceId, occurrences, remindAt: plan.remindAt, now })
  return { planId, assignments }
}

const insertPlan = async (tx: Transaction, workspaceId: string, plan: NewPlan, now: Date): Promise<string> => {
  const { number, kind, title, issuer, issuedOn } = plan.parsed.document
  const { contentHash, createdById, planYear } = plan
  const { id } = await tx.plan.create({
    data: {
      ...{ workspaceId, number, kind, title, issuer, planYear, contentHash, createdById },
      issuedOn: toDate(issuedOn),
      createdAt: now,
    },
    select: { id: true },
  })
  return id
}

/** Takes a range of numbers in one statement: two imports at once can never give one number twice. */
const numberTasks = async (
  tx: Transaction,
  workspaceId: string,
  tasks: readonly NewTask[],
): Promise<readonly NumberedTask[]> => {
  const { nextTask } = await tx.workspace.update({
    where: { id: workspaceId },
    data: { nextTask: { increment: tasks.length } },
    select: { nextTask: true },
  })
  const first = nextTask - tasks.length
  return tasks.map((task, index) => ({ ...task, id: randomUUID(), number: first + index }))
}

const rowsPerInsert = 1000

const insertTasks = async (
  tx: Transaction,
  { workspaceId, planId, tasks }: { workspaceId: string; planId: string; tasks: readonly NumberedTask[] },
): Promise<void> => {
  for (const part of chunk(tasks, rowsPerInsert)) {
    await tx.task.createMany({
      data: part.map(({ id, number, parsed }) => {
        const { code, section, title, requirement, deadlineText, output, cadence, sourceText, line } = parsed
        const words = { code, section, title, requirement, deadlineText, output, cadence, sourceText, line }
        return { id, workspaceId, planId, number, ...words }
      }),
    })
  }
}

/** Every name as the plan has it; those that the directory knows are tied to it. */
const insertTaskAgencies = async (
  tx: Transaction,
  workspaceId: string,
  tasks: readonly NumberedTask[],
): Promise<void> => {
  const rows = tasks.flatMap(({ id, parsed }) => [
    ...parsed.lead.map((name, position) => ({ taskId: id, part: 'lead' as const, position, name })),
    ...parsed.support.map((name, position) => ({ taskId: id, part: 'support' as const, position, name })),
  ])
  const keys = new Map([...new Set(rows.map(({ name }) => name))].map((name) => [name, agencyKey(name)]))
  const ids = await findAgencyIds(tx, workspaceId, [...keys.values()])
  for (const part of chunk(rows, rowsPerInsert)) {
    await tx.taskAgency.createMany({
      data: part.map((row) => ({ ...row, workspaceId, agencyId: ids.get(keys.get(row.name) ?? '') ?? null })),
    })
  }
}

interface NewOccurrence {
  readonly id: string
  readonly taskId: string
  readonly position: number
  readonly dueOn: string | null
  readonly assignedTo: readonly string[]
}

/** A task without dates has one occurrence without a date: it is still to be done and reported. */
const insertOccurrences = async (
  tx: Transaction,
  workspaceId: string,
  tasks: readonly NumberedTask[],
): Promise<readonly NewOccurrence[]> => {
  const occurrences = tasks.flatMap(({ id: taskId, parsed, assignedTo }) => {
    const days = parsed.occurrences.length === 0 ? [null] : parsed.occurrences
    return days.map((dueOn, index) => ({
      id: randomUUID(),
      ...{ taskId, position: index + 1, dueOn, assignedTo: [...new Set(assignedTo)] },
    }))
  })
  for (const part of chunk(occurrences, rowsPerInsert)) {
    await tx.occurrence.createMany({
      data: part.map(({ id, taskId, position, dueOn }) => ({
        ...{ id, workspaceId, taskId, position },
        dueOn: toDate(dueOn),
      })),
    })
  }
  return occurrences
}

const pairsPerInsert = 20_000

const insertAssignments = async (
  tx: Transaction,
  {
    workspaceId,
    occurrences,
    remindAt,
    now,
  }: {
    readonly workspaceId: string
    readonly occurrences: readonly NewOccurrence[]
    readonly remindAt: NewPlan['remindAt']
    readonly now: Date
  },
): Promise<number> => {
  const reminders = new Map([...new Set(occurrences.map(({ dueOn }) => dueOn))].map((day) => [day, remindAt(day)]))
  const pairs = occurrences.flatMap(({ assignedTo, ...occurrence }) =>
    assignedTo.map((agencyId) => ({ ...occurrence, agencyId, remindAt: reminders.get(occurrence.dueOn) ?? null })),
  )
  let count = 0
  for (const part of chunk(pairs, pairsPerInsert)) {
    count += await tx.$executeRaw`
      INSERT INTO "Assignment" ("id", "workspaceId", "taskId", "occurrenceId", "agencyId", "originalDueOn", "dueOn",
        "remindAt", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), ${workspaceId}::uuid, item.task, item.occurrence, item.agency, item.due, item.due,
        item.remind, ${now}, ${now}
      FROM unnest(
        ${part.map(({ taskId }) => taskId)}::uuid[], ${part.map(({ id }) => id)}::uuid[],
        ${part.map(({ agencyId }) => agencyId)}::uuid[], ${part.map(({ dueOn }) => dueOn)}::date[],
        ${part.map((pair) => pair.remindAt?.toISOString() ?? null)}::timestamptz[]
      ) AS item (task, occurrence, agency, due, remind)`
  }
  return count
}
