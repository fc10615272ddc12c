import { z } from 'zod'
import type { Dispatch, PermitLimit, PermitTaken } from '../domain/ports/messages.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'

type SendSlots = Pick<Dispatch, 'takePermit' | 'returnPermits' | 'pausePermits'>

/**
 * Who may send when, shared by all processes and told by the database's own clock. A row for each permit says from when
 * on it is free: one permit for a chat ("telegram:123"), several for a channel ("telegram#7"). Two more rows say until
 * when the channel or the group wants silence ("telegram!") and when it asked for it ("telegram!since").
 */
export const createSendSlots = (client: PrismaClient): SendSlots => {
  const prepared = new Set<string>()
  return {
    takePermit: async (limit) => {
      if (limit.most === 1) return takeOnly(client, limit)
      if (!prepared.has(limit.key)) await prepare(client, limit)
      prepared.add(limit.key)
      return takeOne(client, limit)
    },

    returnPermits: async (permits) => {
      if (permits.length === 0) return
      const keys = permits.map(({ permit }) => permit)
      const moments = permits.map(({ freeAt }) => freeAt / 1000)
      await client.$executeRaw`UPDATE "SendSlot" slot SET "nextAt" = to_timestamp(back.moment)
        FROM unnest(${keys}::text[], ${moments}::float8[]) AS back (permit, moment) WHERE slot."key" = back.permit`
    },

    pausePermits: async (limit, ms) => {
      await client.$executeRaw`
        INSERT INTO "SendSlot" AS slot ("key", "nextAt")
        VALUES (${pauseOf(limit)}, ${after(Math.ceil(ms))}), (${sinceOf(limit)}, clock_timestamp())
        ON CONFLICT ("key") DO UPDATE SET "nextAt" = CASE
          WHEN slot."key" = ${pauseOf(limit)} AND ${isOfThisClock(limit)} THEN greatest(slot."nextAt", excluded."nextAt")
          ELSE excluded."nextAt" END`
    },
  }
}

/** A sender that holds a permit longer is dead: longer than a send may take. */
const holdMs = 30_000
/** No permit is kept for longer, in a hand or until it is free again: that was taken before the clock was set back. */
const longestKeptMs = 660_000
/** A pause that began later than so long from now began before the clock was set back. */
const clockSlackMs = 60_000
/** A permit may be taken so much before it is free: what has to be done before the sending takes about that long. */
const aheadMs = 40

const after = (ms: number): Prisma.Sql => Prisma.sql`clock_timestamp() + ${ms}::int * interval '1 millisecond'`

const permitsOf = ({ key, most }: PermitLimit): string[] =>
  Array.from({ length: most }, (_, index) => `${key}#${index + 1}`)

const pauseOf = ({ key }: PermitLimit): string => `${key}!`

const sinceOf = ({ key }: PermitLimit): string => `${key}!since`

/** How long a pause is does not tell whether the clock was set back since: a channel may ask for hours. */
const isOfThisClock = (limit: PermitLimit): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM "SendSlot" since WHERE since."key" = ${sinceOf(limit)} AND since."nextAt" <= ${after(clockSlackMs)})`

const pauseNow = (limit: PermitLimit): Prisma.Sql => Prisma.sql`
  SELECT "nextAt" FROM "SendSlot"
  WHERE "key" = ${pauseOf(limit)} AND "nextAt" > clock_timestamp() AND ${isOfThisClock(limit)}`

const prepare = async (client: PrismaClient, limit: PermitLimit): Promise<void> => {
  await client.$executeRaw`
    INSERT INTO "SendSlot" ("key", "nextAt")
    SELECT permit, clock_timestamp() FROM unnest(${permitsOf(limit)}::text[]) AS permit
    ON CONFLICT ("key") DO NOTHING`
}

const epochMs = (moment: Prisma.Sql): Prisma.Sql => Prisma.sql`(extract(epoch FROM ${moment}) * 1000)::float8`

const takenRow = z.tuple([
  z.object({
    ...{ permit: z.string().nullable(), clock: z.number() },
    ...{ freeAt: z.number().nullable(), pausedUntil: z.number().nullable() },
  }),
])

const toTaken = (rows: unknown): PermitTaken => {
  const [{ permit, freeAt, pausedUntil, clock }] = takenRow.parse(rows)
  if (pausedUntil !== null) return { permit, clock, freeAt: pausedUntil }
  return { permit, clock, freeAt: freeAt === null || freeAt > clock + longestKeptMs ? clock : freeAt }
}

/** The one permit of a chat; its row is made when it is first asked for. */
const takeOnly = async (client: PrismaClient, limit: PermitLimit): Promise<PermitTaken> =>
  toTaken(
    await client.$queryRaw`
      WITH pause AS (${pauseNow(limit)}),
      taken AS (
        INSERT INTO "SendSlot" ("key", "nextAt")
        SELECT ${limit.key}, ${after(holdMs)} WHERE NOT EXISTS (SELECT 1 FROM pause)
        ON CONFLICT ("key") DO UPDATE SET "nextAt" = excluded."nextAt"
          WHERE "SendSlot"."nextAt" <= clock_timestamp() OR "SendSlot"."nextAt" > ${after(longestKeptMs)}
        RETURNING "key"
      )
      SELECT (SELECT "key" FROM taken) AS "permit",
        ${epochMs(Prisma.sql`(SELECT "nextAt" FROM pause)`)} AS "pausedUntil",
        ${epochMs(Prisma.sql`(SELECT "nextAt" FROM "SendSlot" WHERE "key" = ${limit.key})`)} AS "freeAt",
        ${epochMs(Prisma.sql`clock_timestamp()`)} AS "clock"`,
  )

/** One statement: of two senders that reach for the same permit, each gets another one or none. */
const takeOne = async (client: PrismaClient, limit: PermitLimit): Promise<PermitTaken> => {
  const keys = permitsOf(limit)
  return toTaken(
    await client.$queryRaw`
      WITH pause AS (${pauseNow(limit)}),
      free AS (
        SELECT "key", "nextAt" FROM "SendSlot"
        WHERE "key" = ANY(${keys}::text[]) AND ("nextAt" <= ${after(aheadMs)} OR "nextAt" > ${after(longestKeptMs)})
          AND NOT EXISTS (SELECT 1 FROM pause)
        ORDER BY "nextAt" LIMIT 1 FOR UPDATE SKIP LOCKED
      ), taken AS (
        UPDATE "SendSlot" slot SET "nextAt" = ${after(holdMs)}
        FROM free WHERE slot."key" = free."key" RETURNING slot."key"
      )
      SELECT (SELECT "key" FROM taken) AS "permit",
        ${epochMs(Prisma.sql`(SELECT "nextAt" FROM pause)`)} AS "pausedUntil",
        ${epochMs(Prisma.sql`coalesce((SELECT "nextAt" FROM free), (
          SELECT min("nextAt") FROM "SendSlot" WHERE "key" = ANY(${keys}::text[])
        ))`)} AS "freeAt",
        ${epochMs(Prisma.sql`clock_timestamp()`)} AS "clock"`,
  )
}
