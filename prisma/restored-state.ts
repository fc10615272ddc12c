import { z } from 'zod'
import { Prisma } from './generated/client.ts'
import type { SqlSession } from './sql-session.ts'
import { unsayPeriods } from './unsaid-periods.ts'

/** Messages of a workspace that waited to be sent when the backup was taken. */
export interface Held {
  readonly workspaceId: string | null
  readonly kind: string
  readonly count: number
}

/** Messages that people of a workspace had sent and that were not handled yet when the backup was taken. */
export interface Unheard {
  readonly workspaceId: string | null
  readonly count: number
}

/** What of a backup is not acted on any more. */
export interface Unfinished {
  readonly held: readonly Held[]
  readonly unheard: readonly Unheard[]
}

/**
 * What was true when a backup was taken and must not be acted on later. Messages that waited are not sent: most of them
 * were, after the backup. Their reminders wait again and are said anew, in one digest, as things are then, and so is
 * what they said about periods. What had been received and not yet handled was answered after the backup, and is not
 * done a second time out of the blue: it may be "send" under an announcement of last week. Sessions, links and codes
 * open nothing any more, and nobody is asked to go on with what they were about to say.
 */
export const closeAndHold = async (session: SqlSession, now: Date): Promise<Unfinished> => {
  const at = [now.toISOString()]
  const held = heldRows.parse(
    await session.query(
      `SELECT "workspaceId", "kind", count(*)::int AS "count" FROM "OutboundMessage"
       WHERE "settledAt" IS NULL GROUP BY "workspaceId", "kind" ORDER BY 1, 2`,
    ),
  )
  await session.run(`
    UPDATE "Reminder" reminder SET "messageKey" = NULL FROM "OutboundMessage" message
    WHERE message."settledAt" IS NULL AND message."state" = 'pending' AND message."key" = reminder."messageKey"`)
  if (await isThere(session, '"PeriodNotice"')) await unsay(session, now)
  await session.query(
    `UPDATE "OutboundMessage" SET "failure" = 'restored', "settledAt" = $1::text::timestamptz, "claimedUntil" = NULL,
       "state" = CASE WHEN "state" = 'sending' THEN 'unknown' ELSE 'failed' END::"MessageState",
       "key" = CASE WHEN "kind" = 'reminder' THEN "key" || '~' || "id" ELSE "key" END
     WHERE "settledAt" IS NULL`,
    at,
  )
  const unheard = unheardRows.parse(await session.query(countUnheard))
  await session.query(
    `UPDATE "InboundEvent" SET "failure" = 'restored', "handledAt" = $1::text::timestamptz WHERE "handledAt" IS NULL`,
    at,
  )
  for (const table of ['WebSession', 'SignInLink', 'Dialog', 'SendSlot']) await emptyIfThere(session, table)
  for (const table of ['ClockBeat', 'JobState']) await emptyIfThere(session, table)
  for (const table of ['Invite', 'LinkCode', 'UploadLink', 'BroadcastLink']) await expireIfThere(session, table, now)
  if (await isThere(session, 'pgboss.job')) await session.run('DELETE FROM pgboss.job')
  return { held, unheard }
}

const unsay = async (session: SqlSession, now: Date): Promise<void> => {
  const waiting = Prisma.sql`message."settledAt" IS NULL AND message."state" = 'pending'`
  const { text, values } = unsayPeriods(waiting, now)
  await session.query(text, values)
}

/** Of no workspace until it is handled: whose chat it came from tells. */
const countUnheard = `
  SELECT chat."workspaceId", count(*)::int AS "count" FROM "InboundEvent" event
  LEFT JOIN "Chat" chat ON chat."channel" || ':' || chat."externalId" = event."chatKey"
  WHERE event."handledAt" IS NULL GROUP BY 1 ORDER BY 1`

const unheardRows = z.array(z.object({ workspaceId: z.string().nullable(), count: z.int() }))

const heldRows = z.array(z.object({ workspaceId: z.string().nullable(), kind: z.string(), count: z.int() }))

/** An older backup does not have all of today's tables. */
const isThere = async (session: SqlSession, table: string): Promise<boolean> => {
  const rows = await session.query('SELECT to_regclass($1::text) IS NOT NULL AS there', [table])
  return z.tuple([z.object({ there: z.boolean() })]).parse(rows)[0].there
}

const emptyIfThere = async (session: SqlSession, table: string): Promise<void> => {
  if (await isThere(session, `"${table}"`)) await session.run(`DELETE FROM "${table}"`)
}

const expireIfThere = async (session: SqlSession, table: string, now: Date): Promise<void> => {
  if (!(await isThere(session, `"${table}"`))) return
  await session.query(`UPDATE "${table}" SET "expiresAt" = least("expiresAt", $1::text::timestamptz)`, [
    now.toISOString(),
  ])
}
