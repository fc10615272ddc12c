import { z } from 'zod'
import { isCutoffLost } from '../domain/periods/period.ts'
import type { Frozen, FrozenFigures } from '../domain/ports/periods.ts'
import { localDate } from '../domain/time.ts'
import { inScope } from './assignment-conditions.ts'
import { agencyRow, classes, figures, groupRow } from './assignment-figures.ts'
import { assignmentsAt, findGap } from './assignments-at.ts'
import { Prisma } from './generated/client.ts'
import { toDate, toLocalDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The figures of one workspace as they were frozen; the database itself refuses to change them. */
export const createFrozen = (tx: Transaction, workspaceId: string): Frozen => ({
  freeze: (period, zone, now) => freeze(tx, workspaceId, period, { zone, now }),
  read: (periodId, agencyIds) => readFrozen(tx, workspaceId, periodId, agencyIds),
})

/**
 * Counts by the one calculation what stood at the cut-off, whenever this runs: the history tells it. Where it has a gap,
 * or a restore lost that time and what was entered again bears later moments, the figures are those of now and say so.
 * A period is frozen once: a second time fails on its key.
 */
const freeze = async (
  tx: Transaction,
  workspaceId: string,
  period: Parameters<Frozen['freeze']>[0],
  { zone, now }: { readonly zone: string; readonly now: Date },
): ReturnType<Frozen['freeze']> => {
  const { id: periodId, cutoffAt } = period
  const lateBecause = isCutoffLost(period) ? 'restored' : await findGap(tx, { workspaceId, at: cutoffAt, zone })
  const asOf = lateBecause === null ? cutoffAt : now
  const asOfDay = localDate(asOf, zone)
  const { id } = await tx.frozenFigures.create({
    data: { workspaceId, periodId, cutoffAt, asOf, frozenAt: now, lateBecause, asOfDay: toDate(asOfDay) ?? asOf },
    select: { id: true },
  })
  await tx.$executeRaw`
    INSERT INTO "FrozenCell" ("workspaceId", "frozenId", "position", "agencyId", "agencyName", "planId", "planNumber",
      "section", "task", ${columns})
    WITH classes AS (
      SELECT a."agencyId", task."planId", task."section", min(task."number") AS "first", ${classes(asOfDay)}
      FROM ${assignmentsAt({ workspaceId, at: asOf, zone })} AS a JOIN "Task" task ON task."id" = a."taskId"
      WHERE ${inScope(workspaceId, { agencyIds: 'all' })}
      GROUP BY a."agencyId", task."planId", task."section", "timeliness"
    ), cell AS (
      SELECT "agencyId", "planId", "section", min("first") AS "task", ${figures}
      FROM classes GROUP BY "agencyId", "planId", "section"
    )
    SELECT ${workspaceId}::uuid, ${id}::uuid, row_number() OVER (ORDER BY agency."folded", cell."task", cell."planId"),
      cell."agencyId", agency."name", cell."planId", plan."number", cell."section", cell."task", ${columns}
    FROM cell JOIN "Agency" agency ON agency."id" = cell."agencyId" JOIN "Plan" plan ON plan."id" = cell."planId"`
  return { asOf, lateBecause }
}

const names = [
  ...['total', 'done', 'doneLate', 'late', 'dueSoon', 'inTime', 'undated', 'silent', 'obstacles', 'fellDue', 'onTime'],
  'onTimeOriginal',
] as const

const columns = Prisma.raw(names.map((name) => `"${name}"`).join(', '))
const sums = Prisma.raw(names.map((name) => `sum("${name}")::int AS "${name}"`).join(', '))

const readFrozen = async (
  tx: Transaction,
  workspaceId: string,
  periodId: string,
  agencyIds: readonly string[] | 'all',
): Promise<FrozenFigures | null> => {
  const found = await tx.frozenFigures.findFirst({ where: { workspaceId, periodId } })
  if (found === null) return null
  const { id, asOf, asOfDay, frozenAt, cutoffAt } = found
  const some = agencyIds === 'all' ? Prisma.empty : Prisma.sql`AND "agencyId" = ANY(${[...agencyIds]}::uuid[])`
  const cells = Prisma.sql`"FrozenCell" WHERE "frozenId" = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid ${some}`
  const agencies = await tx.$queryRaw`
    SELECT "agencyId", "agencyName", ${sums} FROM ${cells} GROUP BY "agencyId", "agencyName" ORDER BY min("position")`
  const by = (key: Prisma.Sql, name: Prisma.Sql): Promise<unknown> => tx.$queryRaw`
    SELECT ${key} AS "key", ${name} AS "name", min("task")::int AS "task", ${sums}
    FROM ${cells} GROUP BY ${key}, ${name} ORDER BY "task"`
  return {
    ...{ asOf, frozenAt, cutoffAt, asOfDay: toLocalDate(asOfDay) ?? '' },
    lateBecause: lateColumn.parse(found.lateBecause),
    agencies: z.array(agencyRow).parse(agencies),
    plans: z.array(groupRow).parse(await by(Prisma.sql`"planId"`, Prisma.sql`"planNumber"`)),
    sections: z.array(groupRow).parse(await by(Prisma.sql`"section"`, Prisma.sql`"section"`)),
  }
}

const lateColumn = z.enum(['amended', 'history', 'restored']).nullable()
