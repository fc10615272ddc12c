import { z } from 'zod'
import { yearToMake } from '../domain/periods/missing-year.ts'
import type { MissingYear } from '../domain/ports/periods.ts'
import { localDate } from '../domain/time.ts'
import { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

const zoneRow = z.object({ zone: z.string() })

/** What is asked for at a moment in each zone where there is a workspace, as a table; null where nothing is. */
const askedAt = async (tx: Transaction, now: Date): Promise<Prisma.Sql | null> => {
  const zones = z.array(zoneRow).parse(await tx.$queryRaw`SELECT DISTINCT "zone" FROM "Workspace"`)
  const asked = zones.flatMap(({ zone }) => {
    const wanted = yearToMake(localDate(now, zone))
    return wanted === null ? [] : [{ ...wanted, zone }]
  })
  if (asked.length === 0) return null
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
    AS asked("zone" text, "year" int, "step" text, "isBegun" boolean)`
}

/**
 * The workspaces that used periods in the year before the one asked for and have none in it. What was said to anybody
 * there is said: who comes later finds it where periods are shown.
 */
const missingIn = (asked: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${asked} JOIN "Workspace" workspace ON workspace."zone" = asked."zone"
  JOIN "ReportPeriod" before ON before."workspaceId" = workspace."id" AND before."year" = asked."year" - 1
    AND NOT before."isOff"
  WHERE NOT EXISTS (
    SELECT 1 FROM "ReportPeriod" made WHERE made."workspaceId" = workspace."id" AND made."year" = asked."year")
  AND NOT EXISTS (
    SELECT 1 FROM "PeriodNotice" said WHERE said."workspaceId" = workspace."id" AND said."step" = asked."step")`

/** The ids of the workspaces where a missing year is to be told; null where it is not the time of year. */
export const selectMissingYears = async (tx: Transaction, now: Date): Promise<Prisma.Sql | null> => {
  const asked = await askedAt(tx, now)
  return asked && Prisma.sql`SELECT workspace."id" FROM ${missingIn(asked)}`
}

const missingRow: z.ZodType<MissingYear> = z.object({
  ...{ year: z.int(), step: z.string(), isBegun: z.boolean(), afterId: z.string() },
})

export const findMissingYear = async (tx: Transaction, workspaceId: string, now: Date): Promise<MissingYear | null> => {
  const asked = await askedAt(tx, now)
  if (asked === null) return null
  const rows = await tx.$queryRaw`
    SELECT asked."year", asked."step", asked."isBegun", before."id" AS "afterId" FROM ${missingIn(asked)}
    AND workspace."id" = ${workspaceId}::uuid ORDER BY before."id" DESC LIMIT 1`
  return z.array(missingRow).parse(rows)[0] ?? null
}
