import { z } from 'zod'
import { type MilestoneSettings, readRule, usualRule, writeRule } from '../domain/milestone-rule.ts'
import type { MilestoneSettingsStore, MilestonesOf, Rearming } from '../domain/ports/milestone-settings.ts'
import { Prisma } from './generated/client.ts'
import { listOffices } from './offices.ts'
import type { Transaction } from './transaction.ts'

/** When the tasks of one workspace are spoken of. */
export const createMilestoneSettings = (tx: Transaction, workspaceId: string): MilestoneSettingsStore => ({
  find: () => findMilestones(tx, workspaceId),

  save: async (of, rule) => {
    const milestones = rule === null ? null : writeRule(rule)
    if (of === null)
      await tx.workspace.update({ where: { id: workspaceId }, data: { milestones }, select: { id: true } })
    else await tx.plan.update({ where: { id: of, workspaceId }, data: { milestones }, select: { id: true } })
  },

  listDueDates: async (of) => {
    const rows = await tx.$queryRaw`
      SELECT DISTINCT a."dueOn"::text AS "dueOn" FROM ${remindedOf(workspaceId, of)} AND a."dueOn" IS NOT NULL`
    return z
      .array(z.object({ dueOn: z.string() }))
      .parse(rows)
      .map(({ dueOn }) => dueOn)
  },

  rearm: (of, dates) => rearm(tx, workspaceId, of, dates),
})

const ruleRow = z.object({ planId: z.string().nullable(), rule: z.string() })

/** One query that mostly finds nothing: the calendar is read only where something was set. */
export const findMilestones = async (tx: Transaction, workspaceId: string): Promise<MilestoneSettings | null> => {
  const rows = await tx.$queryRaw`
    SELECT NULL::text AS "planId", "milestones" AS "rule" FROM "Workspace"
    WHERE "id" = ${workspaceId}::uuid AND "milestones" IS NOT NULL
    UNION ALL
    SELECT "id"::text, "milestones" FROM "Plan" WHERE "workspaceId" = ${workspaceId}::uuid AND "milestones" IS NOT NULL`
  const set = z.array(ruleRow).parse(rows)
  const [office] = set.length === 0 ? [] : await listOffices(tx, Prisma.sql`workspace."id" = ${workspaceId}::uuid`)
  if (office === undefined) return null
  const rules = set.map(({ planId, rule }) => [planId, readRule(rule) ?? usualRule] as const)
  return {
    workspace: { rule: new Map(rules).get(null) ?? usualRule, calendar: office.calendar },
    plans: new Map(rules.flatMap(([planId, rule]) => (planId === null ? [] : [[planId, rule]]))),
  }
}

/** Open work that is not handed in, of a plan or of all plans that go by the workspace's own milestones. */
const remindedOf = (workspaceId: string, of: MilestonesOf): Prisma.Sql => Prisma.sql`
  "Assignment" a JOIN "Task" task ON task."id" = a."taskId" JOIN "Plan" plan ON plan."id" = task."planId"
  WHERE a."workspaceId" = ${workspaceId}::uuid AND a."state" IN ('assigned', 'acknowledged', 'in_progress')
    AND ${of === null ? Prisma.sql`plan."milestones" IS NULL` : Prisma.sql`plan."id" = ${of}::uuid`}`

/** Two statements whatever the number: the dates are decided outside, and each assignment takes that of its own. */
const rearm = async (
  tx: Transaction,
  workspaceId: string,
  of: MilestonesOf,
  dates: readonly Rearming[],
): Promise<number> => {
  const moved = await tx.$executeRaw`
    INSERT INTO "NextReminder" AS next ("assignmentId", "workspaceId", "remindAt")
    SELECT wanted.id, ${workspaceId}::uuid, wanted.at FROM (
      SELECT a."id", CASE WHEN decided.current > coalesce(greatest(a."lastUpdateAt", (
          SELECT max(reminder."claimedAt") FROM "Reminder" reminder
          WHERE reminder."assignmentId" = a."id" AND reminder."dueVersion" = a."dueVersion")), '-infinity')
        THEN decided.current ELSE decided.next END AS at
      FROM unnest(
        ${dates.map(({ dueOn }) => dueOn)}::date[], ${dates.map(({ current }) => current?.toISOString() ?? null)}::timestamptz[],
        ${dates.map(({ next }) => next?.toISOString() ?? null)}::timestamptz[]
      ) AS decided (due_on, current, next), ${remindedOf(workspaceId, of)} AND a."dueOn" = decided.due_on
    ) wanted WHERE wanted.at IS NOT NULL
    ON CONFLICT ("assignmentId") DO UPDATE SET "remindAt" = excluded."remindAt"
    WHERE next."workspaceId" = excluded."workspaceId" AND next."remindAt" <> excluded."remindAt"`
  const over = dates.filter(({ next }) => next === null)
  return moved + (over.length === 0 ? 0 : await endLast(tx, workspaceId, of, over))
}

/** Where no milestone comes any more only the one it is in may still be said. */
const endLast = (tx: Transaction, workspaceId: string, of: MilestonesOf, dates: readonly Rearming[]) =>
  tx.$executeRaw`
    DELETE FROM "NextReminder" next USING (
      SELECT a."id", decided.current FROM unnest(
        ${dates.map(({ dueOn }) => dueOn)}::date[], ${dates.map(({ current }) => current?.toISOString() ?? null)}::timestamptz[]
      ) AS decided (due_on, current), ${remindedOf(workspaceId, of)} AND a."dueOn" = decided.due_on
    ) ended
    WHERE next."assignmentId" = ended."id" AND next."workspaceId" = ${workspaceId}::uuid
      AND next."remindAt" IS DISTINCT FROM ended.current`
