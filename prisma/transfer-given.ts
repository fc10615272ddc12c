import type { Transfer } from '../domain/ports/transfers.ts'
import { storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'
import type { Pair } from './transfer-taken.ts'
import { updateId } from './update-ids.ts'

interface Ending {
  readonly workspaceId: string
  readonly given: readonly string[]
  readonly now: Date
}

/** History and record of everything that is given: by whom and to whom, as a single reassignment tells it. */
export const noteEnding = async (
  tx: Transaction,
  {
    workspaceId,
    given,
    pairs,
    transfer,
    now,
  }: Ending & { readonly pairs: readonly Pair[]; readonly transfer: Transfer },
): Promise<void> => {
  const { by, toName, wish } = transfer
  const name = storableText(toName)
  await tx.$executeRaw`
    INSERT INTO "StatusUpdate" (
      "id", "workspaceId", "assignmentId", "personId", "kind", "note", "stateBefore", "stateAfter", "percentBefore",
      "percentAfter", "obstacleBefore", "obstacleAfter", "dueBefore", "dueAfter", "at")
    SELECT ${updateId}, a."workspaceId", a."id", ${by.personId}::uuid, 'reassign', ${name}, a."state", 'returned',
      a."percent", a."percent", a."obstacle", a."obstacle", a."dueOn", a."dueOn", ${now}
    FROM "Assignment" a WHERE a."id" = ANY(${given}::uuid[]) AND a."workspaceId" = ${workspaceId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "AuditEvent" (
      "workspaceId", "at", "personId", "channel", "action", "subject", "subjectId", "before", "after")
    SELECT a."workspaceId", ${now}, ${by.personId}::uuid, ${by.channel}::"Channel", 'assignment.reassign',
      'assignment', a."id"::text,
      jsonb_build_object('state', a."state", 'percent', a."percent", 'obstacle', a."obstacle", 'dueOn', a."dueOn"),
      jsonb_build_object('state', 'returned', 'agency', ${name}::text, 'agencyId', ${wish.toId}::text,
        'carriedOnBy', pair.taken)
    FROM "Assignment" a
    LEFT JOIN unnest(
      ${pairs.map((pair) => pair.given)}::uuid[], ${pairs.map(({ taken }) => taken)}::uuid[]
    ) AS pair (given, taken) ON pair.given = a."id"
    WHERE a."id" = ANY(${given}::uuid[]) AND a."workspaceId" = ${workspaceId}::uuid`
}

/** What is left of it waits for nothing: no reminder, and nobody decides on more time for it. */
export const endGiven = async (tx: Transaction, { workspaceId, given, now }: Ending): Promise<void> => {
  await tx.$executeRaw`
    UPDATE "Assignment" SET "state" = 'returned', "updatedAt" = ${now}
    WHERE "id" = ANY(${given}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid`
  await tx.$executeRaw`
    DELETE FROM "NextReminder"
    WHERE "assignmentId" = ANY(${given}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid`
  await tx.$executeRaw`
    UPDATE "ExtensionRequest" SET "state" = 'withdrawn', "decidedAt" = ${now}
    WHERE "assignmentId" = ANY(${given}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid AND "state" = 'pending'`
}
