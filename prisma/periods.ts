import { z } from 'zod'
import type { Period } from '../domain/periods/period.ts'
import type { Periods, PeriodSweep } from '../domain/ports/periods.ts'
import { Prisma } from './generated/client.ts'
import { findMissingYear, selectMissingYears } from './missing-years.ts'
import { listOffices } from './offices.ts'
import { listAgenciesIn, listLacking, listToldOf } from './period-work.ts'
import { settingsColumns, toPeriod } from './period-rows.ts'
import { isId, requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The reporting periods of one workspace. */
export const createPeriods = (tx: Transaction, workspaceId: string): Periods => ({
  list: async () =>
    (await tx.reportPeriod.findMany({ where: { workspaceId }, orderBy: [{ cutoffAt: 'asc' }, { id: 'asc' }] })).map(
      toPeriod,
    ),

  lock: async ({ year, kind }) => {
    const [period] = await takePeriods(
      tx,
      Prisma.sql`"workspaceId" = ${workspaceId}::uuid AND "year" = ${year}::int
        AND "kind" = ${kind}::"ReportPeriodKind"`,
    )
    return period ?? null
  },

  add: async (periods, now) => {
    const data = periods.map(({ year, kind, cutoffAt, armedFrom, nextRemindAt, ...settings }) => ({
      ...{ workspaceId, year, kind, cutoffAt, armedFrom, nextRemindAt, createdAt: now, ...settingsColumns(settings) },
    }))
    return (await tx.reportPeriod.createMany({ data, skipDuplicates: true })).count
  },

  save: async (id, { cutoffAt, armedFrom, nextRemindAt, cutoffVersion, ...settings }) => {
    const data = { cutoffAt, armedFrom, nextRemindAt, cutoffVersion, ...settingsColumns(settings) }
    await tx.reportPeriod.update({ where: { id, workspaceId }, data, select: { id: true } })
  },

  listAgencies: (period) => listAgenciesIn(tx, workspaceId, period),
  listLacking: (period, agencyIds) => listLacking(tx, workspaceId, period, agencyIds),
  listTold: (agencyIds, day) => listToldOf(tx, workspaceId, agencyIds, day),

  markSent: async (periodId, { agencyId, personId }, now) => {
    await requireOwn('period', tx.reportPeriod.count({ where: { id: periodId, workspaceId } }))
    await requireOwn('agency', tx.agency.count({ where: { id: agencyId, workspaceId } }))
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    const data = [{ workspaceId, periodId, agencyId, personId, at: now }]
    return (await tx.periodSent.createMany({ data, skipDuplicates: true })).count === 1
  },

  takeBackSent: async (periodId, agencyId) =>
    isId(agencyId) && (await tx.periodSent.deleteMany({ where: { workspaceId, periodId, agencyId } })).count === 1,

  noteTold: async (periodId, step, personIds, now) => {
    await requireOwn('period', tx.reportPeriod.count({ where: { id: periodId, workspaceId } }))
    const rows = await tx.$queryRaw`
      INSERT INTO "PeriodNotice" ("workspaceId", "periodId", "personId", "step", "at")
      SELECT ${workspaceId}::uuid, ${periodId}::uuid, told, ${step}, ${now}::timestamptz
      FROM unnest(${[...personIds]}::uuid[]) AS told
      ON CONFLICT DO NOTHING RETURNING "personId"`
    return z
      .array(z.object({ personId: z.string() }))
      .parse(rows)
      .map(({ personId }) => personId)
  },

  noteCall: async (id, call, now) => {
    await tx.reportPeriod.update({
      where: { id, workspaceId },
      data: { calls: call, calledAt: now },
      select: { id: true },
    })
  },

  noteReminded: async (id, { at, next }) => {
    const data = { nextRemindAt: next, ...(at !== null && { remindedAt: at }) }
    await tx.reportPeriod.update({ where: { id, workspaceId }, data, select: { id: true } })
  },

  noteLost: async ({ from, until }) => {
    const lost = await takePeriods(
      tx,
      Prisma.sql`"workspaceId" = ${workspaceId}::uuid AND ${toFreeze(until)} AND "cutoffAt" > ${from}`,
    )
    const which = { workspaceId, id: { in: lost.map(({ id }) => id) } }
    await tx.reportPeriod.updateMany({ where: which, data: { lostFrom: from, lostUntil: until } })
    return lost
  },

  noteFrozen: async (id, now) => {
    await tx.reportPeriod.update({ where: { id, workspaceId }, data: { frozenAt: now }, select: { id: true } })
  },

  noteCloseTold: async (id, now) => {
    await tx.reportPeriod.update({ where: { id, workspaceId }, data: { closeToldAt: now }, select: { id: true } })
  },
})

/** Holds the rows that a condition names; whoever waited for them sees them as they have become. */
const takePeriods = async (tx: Transaction, which: Prisma.Sql): Promise<readonly Period[]> => {
  const rows = await tx.$queryRaw`SELECT "id" FROM "ReportPeriod" WHERE ${which} ORDER BY "id" FOR UPDATE`
  const ids = z.array(z.object({ id: z.string() })).parse(rows)
  const found = await tx.reportPeriod.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ cutoffAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(toPeriod)
}

const toFreeze = (now: Date): Prisma.Sql => Prisma.sql`(
  "frozenAt" IS NULL AND NOT "isOff" AND "cutoffAt" <= ${now} AND "cutoffAt" > "armedFrom")`

/** By itself only what nothing of was lost. */
const toFreezeAlone = (now: Date): Prisma.Sql =>
  Prisma.sql`(${toFreeze(now)} AND ("lostUntil" IS NULL OR "cutoffAt" > "lostUntil"))`

/** A reminder that the cut-off overtook is said no more; then its close is told. */
const toTell = (now: Date): Prisma.Sql => Prisma.sql`(NOT "isOff" AND (
  ("nextRemindAt" <= ${now} AND "cutoffAt" > ${now}) OR ("frozenAt" IS NOT NULL AND "closeToldAt" IS NULL)))`

/** The clock's side: whatever is due, in every workspace. */
export const createPeriodSweep = (tx: Transaction): PeriodSweep => ({
  listToFreeze: async (now) =>
    z
      .array(z.object({ id: z.string(), workspaceId: z.string() }))
      .parse(
        await tx.$queryRaw`SELECT "id", "workspaceId" FROM "ReportPeriod" WHERE ${toFreezeAlone(now)} ORDER BY "cutoffAt"`,
      ),

  takeToFreeze: async (id, now) => {
    const [period] = await takePeriods(tx, Prisma.sql`"id" = ${id}::uuid AND ${toFreezeAlone(now)}`)
    if (period === undefined) return null
    await tx.reportPeriod.update({ where: { id }, data: { frozenAt: now }, select: { id: true } })
    return period
  },

  listToTell: async (now) => {
    const missing = await selectMissingYears(tx, now)
    return listOffices(
      tx,
      Prisma.sql`workspace."id" IN (SELECT period."workspaceId" FROM "ReportPeriod" period WHERE ${toTell(now)}
        ${missing === null ? Prisma.empty : Prisma.sql`UNION ALL ${missing}`})`,
    )
  },

  findMissingYear: (workspaceId, now) => findMissingYear(tx, workspaceId, now),

  takeToTell: (workspaceId, now) =>
    takePeriods(tx, Prisma.sql`"workspaceId" = ${workspaceId}::uuid AND ${toTell(now)}`),
})
