import { z } from 'zod'
import type { Locale } from '../domain/people.ts'
import type { Summaries, SummaryPlan, SummaryReader, SummaryTarget } from '../domain/ports/summaries.ts'
import { usualSchedule } from '../domain/summary-schedule.ts'
import { Prisma } from './generated/client.ts'
import { createPeople } from './people.ts'
import type { Transaction } from './transaction.ts'

/** To whom the weekly summaries of one workspace go, and when. */
export const createSummaries = (tx: Transaction, workspaceId: string): Summaries => ({
  findPlan: async ({ kind, id }) => {
    const where = { id, workspaceId }
    const row = kind === 'group' ? await tx.chat.findFirst({ where }) : await tx.person.findFirst({ where })
    return row === null ? nobodysPlan : toPlan(row)
  },

  savePlan: async ({ kind, id }, { dueAt, schedule, wish, namesAgencies }) => {
    const data = { summaryDueAt: dueAt, summaryDay: schedule.day, summaryTime: schedule.time }
    const query = { where: { id, workspaceId }, select: { id: true } } as const
    if (kind === 'group') await tx.chat.update({ ...query, data: { ...data, summaryNames: namesAgencies } })
    else await tx.person.update({ ...query, data: { ...data, summaryWish: wish } })
  },

  claim: async ({ kind, id }, dueAt, nextAt) => {
    const change = { where: { id, workspaceId, summaryDueAt: dueAt }, data: { summaryDueAt: nextAt } }
    const { count } = kind === 'group' ? await tx.chat.updateMany(change) : await tx.person.updateMany(change)
    return count === 1
  },

  findReader: (target) => findReader(tx, workspaceId, target),

  findLast: async (target) => {
    const rows = await tx.$queryRaw`
      SELECT max(message."createdAt") AS "writtenAt",
        max(message."createdAt") FILTER (WHERE message."state" = 'sent') AS "sentAt"
      FROM "OutboundMessage" message WHERE ${isSummaryTo(workspaceId, target)}`
    return z.tuple([z.object({ writtenAt: z.date().nullable(), sentAt: z.date().nullable() })]).parse(rows)[0]
  },

  dropWaiting: async (target, now) => {
    await tx.$executeRaw`
      UPDATE "OutboundMessage" message
      SET "state" = 'failed', "failure" = 'overtaken', "settledAt" = ${now}, "key" = "key" || '~' || "id"
      WHERE ${isSummaryTo(workspaceId, target)} AND message."state" = 'pending'`
  },
})

const nobodysPlan: SummaryPlan = { dueAt: null, schedule: usualSchedule, wish: null, namesAgencies: false }

interface PlanRow {
  readonly summaryDueAt: Date | null
  readonly summaryDay: number | null
  readonly summaryTime: string | null
  readonly summaryWish?: boolean | null
  readonly summaryNames?: boolean
}

const toPlan = ({ summaryDueAt: dueAt, summaryDay, summaryTime, summaryWish, summaryNames }: PlanRow): SummaryPlan => ({
  dueAt,
  schedule: { day: summaryDay ?? usualSchedule.day, time: summaryTime ?? usualSchedule.time },
  // A group that has a date was chosen.
  wish: summaryWish === undefined ? dueAt !== null || null : summaryWish,
  namesAgencies: summaryNames ?? true,
})

/** On whichever channel it was said to a person. */
const isSummaryTo = (workspaceId: string, { kind, id }: SummaryTarget): Prisma.Sql => {
  const chats =
    kind === 'group'
      ? Prisma.sql`= ${id}::uuid`
      : Prisma.sql`IN (
          SELECT account."chatId" FROM "ChatAccount" account
          WHERE account."personId" = ${id}::uuid AND account."workspaceId" = ${workspaceId}::uuid)`
  return Prisma.sql`message."workspaceId" = ${workspaceId}::uuid AND message."kind" = 'summary'
    AND message."chatId" ${chats}`
}

const findReader = async (
  tx: Transaction,
  workspaceId: string,
  { kind, id }: SummaryTarget,
): Promise<SummaryReader | null> => {
  if (kind === 'person') {
    const people = createPeople(tx, workspaceId)
    const [recipient] = await people.listRecipients({ personIds: [id] })
    return recipient === undefined ? null : { kind, chatId: recipient.chatId, person: await people.get(id) }
  }
  const chat = await tx.chat.findFirst({
    where: { id, workspaceId, kind: 'group', blockedAt: null },
    select: { id: true },
  })
  return chat === null ? null : { kind, chatId: chat.id, locale: await localeOf(tx, workspaceId) }
}

const localeColumn = z.enum(['vi', 'en']) satisfies z.ZodType<Locale>

const localeOf = async (tx: Transaction, workspaceId: string): Promise<Locale> =>
  localeColumn.parse((await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })).locale)
