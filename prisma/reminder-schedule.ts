import { z } from 'zod'
import type { ClaimedReminder, Reminders, ToldPerson } from '../domain/ports/reminders.ts'
import { Prisma } from './generated/client.ts'
import { lostItems, withRecipients, withStandIns } from './reminder-recipients.ts'
import { isId } from './rows.ts'
import { reminderKind } from './silences.ts'
import type { Transaction } from './transaction.ts'

/** Whom milestones that are still to come would reach: by the same rule as they are claimed by. */
export const listTold = async (
  tx: Transaction,
  workspaceId: string,
  { id, agencyId }: Parameters<Reminders['listTold']>[0],
  moments: Parameters<Reminders['listTold']>[1],
): Promise<readonly ToldPerson[]> => {
  if (!isId(id) || !isId(agencyId)) return []
  const items = Prisma.sql`
    SELECT own."id", own."agencyId" AS agency, own."assigneeId" AS doer, moment.milestone, moment.heads, moment.said_at
    FROM "Assignment" own, unnest(
      ${moments.map(({ milestone }) => milestone)}::int[], ${moments.map(({ heads }) => heads)}::boolean[],
      ${moments.map(({ at }) => at.toISOString())}::timestamptz[]
    ) AS moment (milestone, heads, said_at)
    WHERE own."id" = ${id}::uuid AND own."workspaceId" = ${workspaceId}::uuid`
  const at = Prisma.sql`told.said_at`
  const told = await tx.$queryRaw`
    ${withRecipients({ items, agencies: Prisma.sql`SELECT ${agencyId}::uuid`, at })},
    ${lostItems(Prisma.sql`SELECT ${workspaceId}::uuid`)}, reached AS (
      SELECT milestone, "toldId", "insteadOfId", false AS "forAgency" FROM recipient
      UNION ALL SELECT milestone, "toldId", "insteadOfId", true FROM (${withStandIns(Prisma.sql`lost`, at)}) instead
    )
    SELECT DISTINCT ON (reached.milestone, person."name", person."id")
      reached.milestone, person."name", absent."name" AS "insteadOf", reached."forAgency"
    FROM reached JOIN "Person" person ON person."id" = reached."toldId"
    LEFT JOIN "Person" absent ON absent."id" = reached."insteadOfId"
    ORDER BY reached.milestone DESC, person."name", person."id", absent."name" NULLS FIRST`
  return z.array(toldRow).parse(told)
}

const toldRow: z.ZodType<ToldPerson> = z.object({
  milestone: z.int(),
  name: z.string(),
  insteadOf: z.string().nullable(),
  forAgency: z.boolean(),
})

/** More than the milestones of a due date and the people of an agency make. */
const mostClaimed = 400

/** A message that was moved to another channel left its key to the one that counts. */
export const listClaimed = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
): Promise<readonly ClaimedReminder[]> => {
  if (!isId(assignmentId)) return []
  const claimed = await tx.$queryRaw`
    SELECT reminder."kind"::text AS "kind", reminder."milestone", reminder."dueVersion", reminder."claimedAt" AS "at", person."name",
      CASE WHEN reminder."messageKey" IS NULL THEN 'waiting'
        WHEN message."id" IS NULL THEN 'dropped'
        WHEN message."state" IN ('pending', 'sending') THEN 'waiting'
        ELSE message."state"::text END AS "outcome"
    FROM "Reminder" reminder JOIN "Person" person ON person."id" = reminder."personId"
    LEFT JOIN "OutboundMessage" message
      ON message."key" = reminder."messageKey" AND message."workspaceId" = reminder."workspaceId"
    WHERE reminder."assignmentId" = ${assignmentId}::uuid AND reminder."workspaceId" = ${workspaceId}::uuid
    ORDER BY reminder."claimedAt" DESC, reminder."milestone", person."name" LIMIT ${mostClaimed}`
  return z.array(claimedRow).parse(claimed)
}

const claimedRow: z.ZodType<ClaimedReminder> = z.object({
  ...{ kind: reminderKind, milestone: z.int(), dueVersion: z.int(), at: z.date(), name: z.string() },
  outcome: z.enum(['waiting', 'dropped', 'sent', 'unknown', 'failed']),
})
