import { randomUUID } from 'node:crypto'
import { agencyKey } from '../domain/agency-names.ts'
import type { NewTask } from '../domain/ports/plans.ts'
import { findAgencyIds } from './agencies.ts'
import { insertRows } from './insert-rows.ts'
import { chunk } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** A task with what it is called and known by from now on. */
export interface NumberedTask extends NewTask {
  readonly id: string
  readonly number: number
}

/** Takes a range of numbers in one statement: two imports at once can never give one number twice. */
export const numberTasks = async (
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

export const insertTasks = (
  tx: Transaction,
  { workspaceId, planId, tasks }: { workspaceId: string; planId: string; tasks: readonly NumberedTask[] },
): Promise<void> =>
  insertRows(
    tx,
    'Task',
    tasks.map(({ id, number, parsed }) => {
      const { code, section, title, requirement, deadlineText, output, cadence, sourceText, line } = parsed
      const words = { code, section, title, requirement, deadlineText, output, cadence, sourceText, line }
      return { id, workspaceId, planId, number, ...words }
    }),
  )

/** Every name as the plan has it; those that the directory knows are tied to it. */
export const insertTaskAgencies = async (
  tx: Transaction,
  workspaceId: string,
  tasks: readonly Pick<NumberedTask, 'id' | 'parsed'>[],
): Promise<void> => {
  const named = tasks.flatMap(({ id: taskId, parsed }) => [
    ...parsed.lead.map((name, position) => ({ taskId, part: 'lead' as const, position, name })),
    ...parsed.support.map((name, position) => ({ taskId, part: 'support' as const, position, name })),
  ])
  const keys = new Map([...new Set(named.map(({ name }) => name))].map((name) => [name, agencyKey(name)]))
  const ids = await findAgencyIds(tx, workspaceId, [...keys.values()])
  await insertRows(
    tx,
    'TaskAgency',
    named.map((row) => ({
      ...{ id: randomUUID(), workspaceId, ...row },
      agencyId: ids.get(keys.get(row.name) ?? '') ?? null,
    })),
  )
}

export interface NewOccurrence {
  readonly id: string
  readonly taskId: string
  readonly position: number
  readonly dueOn: string | null
  readonly label: string
  readonly assignedTo: readonly string[]
}

/** A task without dates has one occurrence without a date: it is still to be done and reported. */
export const insertOccurrences = async (
  tx: Transaction,
  workspaceId: string,
  tasks: readonly NumberedTask[],
): Promise<readonly NewOccurrence[]> => {
  const occurrences = tasks.flatMap(({ id: taskId, parsed, assignedTo }) => {
    const days = parsed.occurrences.length === 0 ? [null] : parsed.occurrences
    return days.map((dueOn, index) => ({
      ...{ id: randomUUID(), taskId, position: index + 1, dueOn, label: parsed.occurrenceLabels[index] ?? '' },
      assignedTo: [...new Set(assignedTo)],
    }))
  })
  await insertRows(
    tx,
    'Occurrence',
    occurrences.map(({ id, taskId, position, dueOn, label }) => ({ id, workspaceId, taskId, position, dueOn, label })),
  )
  return occurrences
}

/** How many occurrences one statement takes; a hundred agencies for each of them are still no burden. */
const occurrencesPerInsert = 500

/**
 * The agencies go over once and are pointed to by their places: an import of hundreds of thousands of assignments
 * sends little more than its occurrences.
 */
export const insertAssignments = async (
  tx: Transaction,
  {
    workspaceId,
    occurrences,
    remindAt,
    now,
  }: {
    readonly workspaceId: string
    readonly occurrences: readonly NewOccurrence[]
    readonly remindAt: (dueOn: string | null) => Date | null
    readonly now: Date
  },
): Promise<number> => {
  const agencyIds = [...new Set(occurrences.flatMap(({ assignedTo }) => assignedTo))]
  const places = new Map(agencyIds.map((id, index) => [id, index + 1]))
  const reminders = new Map([...new Set(occurrences.map(({ dueOn }) => dueOn))].map((day) => [day, remindAt(day)]))
  for (const part of chunk(occurrences, occurrencesPerInsert)) {
    await tx.$executeRaw`
      WITH item AS MATERIALIZED (
        SELECT gen_random_uuid() AS id, task, occurrence, (${agencyIds}::uuid[])[agency.place] AS agency, due, remind
        FROM unnest(
          ${part.map(({ taskId }) => taskId)}::uuid[], ${part.map(({ id }) => id)}::uuid[],
          ${part.map(({ dueOn }) => dueOn)}::date[],
          ${part.map(({ dueOn }) => reminders.get(dueOn)?.toISOString() ?? null)}::timestamptz[],
          ${part.map(({ assignedTo }) => assignedTo.map((id) => places.get(id)).join(' '))}::text[]
        ) AS given (task, occurrence, due, remind, places),
        unnest(string_to_array(given.places, ' ')::int[]) AS agency (place)
      ), assigned AS (
        INSERT INTO "Assignment"
          ("id", "workspaceId", "taskId", "occurrenceId", "agencyId", "originalDueOn", "dueOn", "createdAt", "updatedAt")
        SELECT id, ${workspaceId}::uuid, task, occurrence, agency, due, due, ${now}, ${now} FROM item
      )
      INSERT INTO "NextReminder" ("assignmentId", "workspaceId", "remindAt")
      SELECT id, ${workspaceId}::uuid, remind FROM item WHERE remind IS NOT NULL`
  }
  return occurrences.reduce((count, { assignedTo }) => count + assignedTo.length, 0)
}
