import { z } from 'zod'
import { readEscalation, writeEscalation } from '../domain/escalation.ts'
import { type MilestoneSettings, readRule, usualRule, writeRule } from '../domain/milestone-rule.ts'
import type { DueDay, MilestoneSettingsStore, MilestonesOf, Rearming } from '../domain/ports/milestone-settings.ts'
import { Prisma } from './generated/client.ts'
import { givenLate } from './given-late.ts'
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

  saveEscalation: async (of, rule) => {
    const escalation = rule === null ? null : writeEscalation(rule)
    if (of === null)
      await tx.workspace.update({ where: { id: workspaceId }, data: { escalation }, select: { id: true } })
    else await tx.plan.update({ where: { id: of, workspaceId }, data: { escalation }, select: { id: true } })
  },

  lookAgain: (of, now) => lookAgain(tx, workspaceId, of, now),

  listDueDates: async (of) => {
    const rows = await tx.$queryRaw`
      SELECT DISTINCT a."dueOn"::text AS "dueOn", (${givenLate})::text AS "givenOn"
      FROM ${remindedOf(workspaceId, of)} AND a."dueOn" IS NOT NULL`
    return z.array(dueDayRow).parse(rows)
  },

  rearm: (of, dates) => rearm(tx, workspaceId, of, dates),
  rearmUndated: (of, next, now) =>
    next === null ? endRequests(tx, workspaceId, of) : moveRequests(tx, workspaceId, of, { next, now }),
})

const dueDayRow: z.ZodType<DueDay> = z.object({ dueOn: z.string(), givenOn: z.string().nullable() })

const ruleRow = z.object({
  ...{ planId: z.string().nullable(), rule: z.string().nullable(), escalation: z.string().nullable() },
})

/** One query that mostly finds nothing: the calendar is read only where something was set. */
export const findMilestones = async (tx: Transaction, workspaceId: string): Promise<MilestoneSettings | null> => {
  const rows = await tx.$queryRaw`
    SELECT NULL::text AS "planId", "milestones" AS "rule", "escalation" FROM "Workspace"
    WHERE "id" = ${workspaceId}::uuid AND ("milestones" IS NOT NULL OR "escalation" IS NOT NULL)
    UNION ALL
    SELECT "id"::text, "milestones", "escalation" FROM "Plan"
    WHERE "workspaceId" = ${workspaceId}::uuid AND ("milestones" IS NOT NULL OR "escalation" IS NOT NULL)`
  const set = z.array(ruleRow).parse(rows)
  const [office] = set.length === 0 ? [] : await listOffices(tx, Prisma.sql`workspace."id" = ${workspaceId}::uuid`)
  if (office === undefined) return null
  const own = set.find(({ planId }) => planId === null) ?? { rule: null, escalation: null }
  return {
    workspace: { ...countingOf(own), calendar: office.calendar },
    plans: ofPlans(set, ({ rule }) => readRule(rule ?? '')),
    escalations: ofPlans(set, ({ escalation: above }) => readEscalation(above ?? '')),
  }
}

const countingOf = ({ rule, escalation: above }: Pick<z.infer<typeof ruleRow>, 'rule' | 'escalation'>) => {
  const escalation = readEscalation(above ?? '')
  return { rule: readRule(rule ?? '') ?? usualRule, ...(escalation !== null && { escalation }) }
}

/** What plans have of their own. */
const ofPlans = <T>(
  set: readonly z.infer<typeof ruleRow>[],
  read: (row: z.infer<typeof ruleRow>) => T | null,
): ReadonlyMap<string, T> =>
  new Map(
    set.flatMap((row) => {
      const found = row.planId === null ? null : read(row)
      return row.planId === null || found === null ? [] : [[row.planId, found]]
    }),
  )

/** Everything open that goes by it is looked at anew; what the ledger has is not said again. */
const lookAgain = (tx: Transaction, workspaceId: string, of: MilestonesOf, now: Date): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO "NextReminder" AS next ("assignmentId", "workspaceId", "remindAt")
    SELECT a."id", ${workspaceId}::uuid, ${now} FROM ${remindedOf(workspaceId, of, Prisma.sql`plan."escalation"`)}
      AND a."dueOn" IS NOT NULL
    ON CONFLICT ("assignmentId") DO UPDATE SET "remindAt" = least(next."remindAt", excluded."remindAt")
    WHERE next."workspaceId" = excluded."workspaceId"`

/** Open work that is not handed in, of a plan or of all plans that have nothing, or none of this, of their own. */
const remindedOf = (
  workspaceId: string,
  of: MilestonesOf,
  own: Prisma.Sql = Prisma.sql`coalesce(plan."milestones", plan."escalation")`,
): Prisma.Sql => Prisma.sql`
  "Assignment" a JOIN "Task" task ON task."id" = a."taskId" JOIN "Plan" plan ON plan."id" = task."planId"
  JOIN "Workspace" workspace ON workspace."id" = a."workspaceId"
  WHERE a."workspaceId" = ${workspaceId}::uuid AND a."state" IN ('assigned', 'acknowledged', 'in_progress')
    AND ${of === null ? Prisma.sql`${own} IS NULL` : Prisma.sql`plan."id" = ${of}::uuid`}`

/** Of the rows `decided` with the columns of a DueDay. */
const isOfDay = Prisma.sql`a."dueOn" = decided.due_on AND ${givenLate} IS NOT DISTINCT FROM decided.given_on`

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
        ${dates.map(({ dueOn }) => dueOn)}::date[], ${dates.map(({ givenOn }) => givenOn)}::date[],
        ${dates.map(({ current }) => current?.toISOString() ?? null)}::timestamptz[],
        ${dates.map(({ next }) => next?.toISOString() ?? null)}::timestamptz[]
      ) AS decided (due_on, given_on, current, next), ${remindedOf(workspaceId, of)} AND ${isOfDay}
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
        ${dates.map(({ dueOn }) => dueOn)}::date[], ${dates.map(({ givenOn }) => givenOn)}::date[],
        ${dates.map(({ current }) => current?.toISOString() ?? null)}::timestamptz[]
      ) AS decided (due_on, given_on, current), ${remindedOf(workspaceId, of)} AND ${isOfDay}
    ) ended
    WHERE next."assignmentId" = ended."id" AND next."workspaceId" = ${workspaceId}::uuid
      AND next."remindAt" IS DISTINCT FROM ended.current`

const moveRequests = (
  tx: Transaction,
  workspaceId: string,
  of: MilestonesOf,
  { next, now }: { readonly next: Date; readonly now: Date },
) =>
  tx.$executeRaw`
    INSERT INTO "NextReminder" AS next ("assignmentId", "workspaceId", "remindAt")
    SELECT a."id", ${workspaceId}::uuid, ${next}::timestamptz FROM ${remindedOf(workspaceId, of)} AND a."dueOn" IS NULL
    ON CONFLICT ("assignmentId") DO UPDATE SET "remindAt" = excluded."remindAt"
    WHERE next."workspaceId" = excluded."workspaceId" AND next."remindAt" > ${now} AND next."remindAt" <> excluded."remindAt"`

const endRequests = (tx: Transaction, workspaceId: string, of: MilestonesOf) =>
  tx.$executeRaw`
    DELETE FROM "NextReminder" next USING (
      SELECT a."id" FROM ${remindedOf(workspaceId, of)} AND a."dueOn" IS NULL
    ) undated WHERE next."assignmentId" = undated."id" AND next."workspaceId" = ${workspaceId}::uuid`
