import { z } from 'zod'
import type { Departures, LeftBehind } from '../domain/ports/departures.ts'
import { isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { isReachable, tellable } from './reachable.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Who leaves a workspace, and what they leave behind. */
export const createDepartures = (tx: Transaction, workspaceId: string): Departures => ({
  lock: async () => {
    await tx.$queryRaw`SELECT 1 AS taken FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR UPDATE`
  },

  countOthers: async (personId, role) => {
    const rows = await tx.$queryRaw`
      SELECT count(DISTINCT m."personId")::int AS "count" FROM "Membership" m
      WHERE m."workspaceId" = ${workspaceId}::uuid AND m."role" = ${role}::"Role"
        AND m."personId" <> ${personId}::uuid AND ${isReachable(Prisma.sql`m."personId"`)}`
    return countOf(rows)
  },

  listEmptied: async (personId) =>
    z.array(emptiedRow).parse(
      await tx.$queryRaw`
        SELECT agency."id", agency."name", (
          SELECT count(*)::int FROM "Assignment" a WHERE a."agencyId" = agency."id" AND ${isOpen}) AS "open"
        FROM "Agency" agency
        WHERE agency."workspaceId" = ${workspaceId}::uuid AND ${isAgencyOf(personId, Prisma.sql`=`)}
          AND NOT ${isAgencyOf(personId, Prisma.sql`<>`)}
        ORDER BY agency."folded"`,
    ),

  countOwn: async (personId) =>
    countOf(
      await tx.$queryRaw`
        SELECT count(*)::int AS "count" FROM "Assignment" a
        WHERE a."workspaceId" = ${workspaceId}::uuid AND a."assigneeId" = ${personId}::uuid AND ${isOpen}`,
    ),

  leave: (personId, now) => leave(tx, workspaceId, personId, now),

  leaveAgency: async (personId, agencyId, now) => {
    const own = { workspaceId, personId, agencyId }
    const { count } = await tx.membership.deleteMany({ where: own })
    return count === 0 ? [] : free(tx, workspaceId, { personId, agencyId }, now)
  },
})

const countOf = (rows: unknown): number => z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count

const emptiedRow = z.object({ id: z.string(), name: z.string(), open: z.int() })

/** Whether this person (=), or somebody else (<>) who can be reached, is one of an "Agency" AS agency's own people. */
const isAgencyOf = (personId: string, compared: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Membership" m WHERE m."agencyId" = agency."id" AND m."role" = ANY(${tellable}::text[]::"Role"[])
    AND m."personId" ${compared} ${personId}::uuid AND ${isReachable(Prisma.sql`m."personId"`)})`

/** An open page has this long to show the farewell; nothing can be done in it any more. */
const farewellSeconds = 30

const freedRow = z.object({ id: z.string(), number: z.int(), agencyId: z.string() })

/** Open assignments that are theirs alone are the whole agency's again; of every agency unless one is named. */
const free = async (
  tx: Transaction,
  workspaceId: string,
  { personId, agencyId }: { readonly personId: string; readonly agencyId: string | null },
  now: Date,
): Promise<LeftBehind['freed']> => {
  const there = agencyId === null ? Prisma.empty : Prisma.sql`AND a."agencyId" = ${agencyId}::uuid`
  const freed = z.array(freedRow).parse(
    await tx.$queryRaw`
      UPDATE "Assignment" a SET "assigneeId" = NULL, "updatedAt" = ${now} FROM "Task" task
      WHERE a."workspaceId" = ${workspaceId}::uuid AND a."assigneeId" = ${personId}::uuid AND ${isOpen} ${there}
        AND task."id" = a."taskId"
      RETURNING a."id", task."number", a."agencyId"`,
  )
  return freed.toSorted((a, b) => a.number - b.number)
}

const leave = async (tx: Transaction, workspaceId: string, personId: string, now: Date): Promise<LeftBehind> => {
  await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId, leftAt: null } }))
  const own = { workspaceId, personId }
  const freed = await free(tx, workspaceId, { personId, agencyId: null }, now)
  const standIns = await endDelegations(tx, workspaceId, personId, now)
  await silence(tx, workspaceId, personId, now)
  await tx.membership.deleteMany({ where: own })
  const farewell = new Date(now.getTime() + farewellSeconds * 1000)
  await tx.webSession.updateMany({ where: { ...own, expiresAt: { gt: farewell } }, data: { expiresAt: farewell } })
  await tx.signInLink.deleteMany({ where: own })
  await tx.linkCode.deleteMany({ where: own })
  await tx.dialog.deleteMany({ where: own })
  await tx.person.update({
    where: { id: personId, workspaceId },
    data: { leftAt: now, summaryDueAt: null },
    select: { id: true },
  })
  return { freed, standIns }
}

const endDelegations = async (
  tx: Transaction,
  workspaceId: string,
  personId: string,
  now: Date,
): Promise<readonly string[]> => {
  const ended = await tx.delegation.updateManyAndReturn({
    where: { workspaceId, endedAt: null, OR: [{ fromPersonId: personId }, { toPersonId: personId }] },
    data: { endedAt: now },
    select: { fromPersonId: true, lastDay: true },
  })
  const lasting = ended.filter(({ lastDay }) => lastDay.getTime() + 86_400_000 > now.getTime())
  return [...new Set(lasting.map(({ fromPersonId }) => fromPersonId))].filter((id) => id !== personId)
}

/**
 * Their accounts go, and what is on its way to them with it. A messenger's chat is nobody's again: the same person may
 * come back, here or in another workspace.
 */
const silence = async (tx: Transaction, workspaceId: string, personId: string, now: Date): Promise<void> => {
  const accounts = await tx.chatAccount.findMany({ where: { workspaceId, personId }, select: { chatId: true } })
  const chats = { id: { in: accounts.map(({ chatId }) => chatId) }, workspaceId, kind: 'private' } as const
  await tx.outboundMessage.updateMany({
    where: { workspaceId, chatId: chats.id, state: 'pending' },
    data: { state: 'failed', failure: 'left', settledAt: now },
  })
  await tx.chatAccount.deleteMany({ where: { workspaceId, personId } })
  await tx.chat.updateMany({ where: { ...chats, channel: { not: 'web' } }, data: { workspaceId: null } })
}
