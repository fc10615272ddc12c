import { z } from 'zod'
import { isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { isReachable } from './reachable.ts'
import type { Transaction } from './transaction.ts'

/** What is counted for whoever watches the program: numbers of all workspaces together, no names and no contents. */
export interface WatchedFigures {
  /** Wake-ups that nobody has felt yet. */
  readonly queue: readonly { readonly name: string; readonly count: number }[]
  readonly inbound: { readonly count: number; readonly oldest: Date | null }
  /** Waiting now; settled within the last day. */
  readonly messages: readonly { readonly state: string; readonly count: number }[]
  readonly oldestPending: Date | null
  /** Of the workspaces that were named: those whose offices are open. */
  readonly oldestDue: Date | null
  readonly jobs: readonly { readonly job: string; readonly finishedAt: Date; readonly failed: boolean }[]
  readonly lastBeat: Date | null
}

const dayMs = 86_400_000
const counted = z.object({ name: z.string(), count: z.int() })

/** Reads along indexes only, however much has been sent in the past. */
export const readWatchedFigures = async (
  tx: Transaction,
  openWorkspaces: readonly string[],
  now: Date,
): Promise<WatchedFigures> => {
  const jobs = await tx.jobState.findMany({ orderBy: { job: 'asc' } })
  const beat = await tx.clockBeat.findUnique({ where: { id: 1 } })
  return {
    queue: await countQueue(tx),
    inbound: await readInbound(tx),
    messages: await countMessages(tx, now),
    oldestPending: await findOldestPending(tx, now),
    oldestDue: await findOldestDue(tx, openWorkspaces, now),
    jobs: jobs.map(({ job, finishedAt, failure }) => ({ job, finishedAt, failed: failure !== null })),
    lastBeat: beat?.at ?? null,
  }
}

const countQueue = async (tx: Transaction) =>
  z.array(counted).parse(
    await tx.$queryRaw`SELECT queue.name, count(job.id)::int AS "count" FROM pgboss.queue
      LEFT JOIN pgboss.job ON job.name = queue.name AND job.state IN ('created', 'retry', 'active')
      WHERE queue.name NOT LIKE '\\_\\_pgboss%' GROUP BY queue.name ORDER BY queue.name`,
  )

const readInbound = async (tx: Transaction) => {
  const { _count, _min } = await tx.inboundEvent.aggregate({
    where: { handledAt: null },
    _count: true,
    _min: { receivedAt: true },
  })
  return { count: _count, oldest: _min.receivedAt }
}

const settledStates = ['sent', 'unknown', 'failed'] as const

/** The settled ones by the index of each workspace: those to strangers belong to none and are not counted. */
const countMessages = async (tx: Transaction, now: Date) => {
  const waiting = await tx.outboundMessage.groupBy({ by: ['state'], where: { settledAt: null }, _count: true })
  const since = new Date(now.getTime() - dayMs)
  const settled = z.array(counted).parse(
    await tx.$queryRaw`
      SELECT state AS name, coalesce(sum(own.count), 0)::int AS "count"
      FROM unnest(${[...settledStates]}::text[]) AS state
      LEFT JOIN "Workspace" workspace ON true
      LEFT JOIN LATERAL (
        SELECT count(*) FROM "OutboundMessage" message WHERE message."workspaceId" = workspace."id"
          AND message."state" = state::"MessageState" AND message."settledAt" >= ${since}
      ) AS own ON true
      GROUP BY state ORDER BY state`,
  )
  return [
    ...(['pending', 'sending'] as const).map((state) => ({
      state,
      count: waiting.find((row) => row.state === state)?._count ?? 0,
    })),
    ...settled.map(({ name, count }) => ({ state: name, count })),
  ]
}

/** Since when the oldest message waits that could have left. */
const findOldestPending = async (tx: Transaction, now: Date): Promise<Date | null> =>
  (
    await tx.outboundMessage.aggregate({
      where: { settledAt: null, state: 'pending', notBefore: { lte: now } },
      _min: { notBefore: true },
    })
  )._min.notBefore

/**
 * Since when the oldest reminder is due that no sweep has claimed, of the office's own and of those people wanted again,
 * or is claimed and not put into words for somebody who can be reached.
 */
const findOldestDue = async (tx: Transaction, workspaceIds: readonly string[], now: Date): Promise<Date | null> => {
  if (workspaceIds.length === 0) return null
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT least((
      SELECT min(next."remindAt") FROM "NextReminder" next JOIN "Assignment" a ON a."id" = next."assignmentId"
      WHERE next."remindAt" <= ${now} AND ${isOpen} AND next."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
    ), (
      SELECT min(snooze."remindAt") FROM "Snooze" snooze
      WHERE snooze."settledAt" IS NULL AND snooze."remindAt" <= ${now}
        AND snooze."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
    ), (
      SELECT min(reminder."claimedAt") FROM "Reminder" reminder
      WHERE reminder."messageKey" IS NULL AND reminder."workspaceId" = ANY(${[...workspaceIds]}::uuid[])
        AND ${isReachable(Prisma.sql`reminder."personId"`)}
    )) AS "oldest"`)
  return z.tuple([z.object({ oldest: z.date().nullable() })]).parse(rows)[0].oldest
}
