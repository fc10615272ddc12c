import { z } from 'zod'
import type { Handovers, ManagedAgencies } from '../domain/ports/handovers.ts'
import { inScope, isOpen } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import { dayColumn, requireOwn, storableText } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { updateId } from './update-ids.ts'

/** Who hands what they do to whom in one workspace. */
export const createHandovers = (tx: Transaction, workspaceId: string): Handovers => ({
  listGone: (agencies) => listGone(tx, workspaceId, agencies),
  listHeld: (personId, agencies) => listHeld(tx, workspaceId, personId, agencies),
  hand: (handover, now) => hand(tx, workspaceId, handover, now),
})

/** What somebody had to do alone until they left, from the record, as long as nobody was named since. */
const freed = (workspaceId: string, ofPerson: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT event."subjectId", (item->>'id')::uuid AS "id", event."at"
  FROM "AuditEvent" event CROSS JOIN LATERAL jsonb_array_elements(event."after"->'freed') AS item
  WHERE event."workspaceId" = ${workspaceId}::uuid AND event."subject" = 'person'
    AND event."action" IN ('leave', 'leave-agency') AND ${ofPerson}`

const isStillFreed = Prisma.sql`(a."assigneeId" IS NULL AND NOT EXISTS (
  SELECT 1 FROM "StatusUpdate" u
  WHERE u."assignmentId" = a."id" AND u."kind" = 'assignee' AND u."at" > freed."at"))`

const goneRow = z.object({ personId: z.string(), name: z.string(), agencies: z.array(z.string()) })

const listGone = async (tx: Transaction, workspaceId: string, agencyIds: ManagedAgencies) =>
  z.array(goneRow).parse(
    await tx.$queryRaw`
      SELECT person."id" AS "personId", person."name", array_agg(DISTINCT agency."name") AS "agencies"
      FROM (${freed(workspaceId, Prisma.sql`true`)}) freed
      JOIN "Assignment" a ON a."id" = freed."id"
      JOIN "Agency" agency ON agency."id" = a."agencyId"
      JOIN "Person" person ON person."id"::text = freed."subjectId" AND person."workspaceId" = ${workspaceId}::uuid
      WHERE ${inScope(workspaceId, { agencyIds })} AND ${isOpen} AND ${isStillFreed}
      GROUP BY person."id" ORDER BY person."name", person."id"`,
  )

const heldRow = z.object({
  ...{ id: z.string(), number: z.int(), agencyId: z.string(), agencyName: z.string(), dueOn: dayColumn },
})

const listHeld = async (tx: Transaction, workspaceId: string, personId: string, agencyIds: ManagedAgencies) =>
  z.array(heldRow).parse(
    await tx.$queryRaw`
      SELECT a."id", task."number", a."agencyId", agency."name" AS "agencyName", a."dueOn"
      FROM "Assignment" a
      JOIN "Task" task ON task."id" = a."taskId"
      JOIN "Agency" agency ON agency."id" = a."agencyId"
      WHERE ${inScope(workspaceId, { agencyIds })} AND ${isOpen} AND (
        a."assigneeId" = ${personId}::uuid OR EXISTS (
          SELECT 1 FROM (${freed(workspaceId, Prisma.sql`event."subjectId" = ${personId}`)}) freed
          WHERE freed."id" = a."id" AND ${isStillFreed}))
      ORDER BY a."dueOn" NULLS LAST, task."number", a."id"`,
  )

const handedRow = z.object({ id: z.string() })

const hand = async (
  tx: Transaction,
  workspaceId: string,
  { from, to, assignmentIds, by }: Parameters<Handovers['hand']>[0],
  now: Date,
): Promise<readonly string[]> => {
  const people = [...new Set([from, by.personId, ...(to === null ? [] : [to.id])])]
  await requireOwn('person', tx.person.count({ where: { workspaceId, id: { in: people } } }), people.length)
  const rows = await tx.$queryRaw`
    UPDATE "Assignment" a SET "assigneeId" = ${to?.id ?? null}::uuid, "updatedAt" = ${now}
    WHERE a."id" = ANY(${[...assignmentIds]}::uuid[]) AND a."workspaceId" = ${workspaceId}::uuid AND ${isOpen}
      AND (a."assigneeId" = ${from}::uuid OR a."assigneeId" IS NULL)
    RETURNING a."id"`
  const handed = z
    .array(handedRow)
    .parse(rows)
    .map(({ id }) => id)
  await tx.$executeRaw`
    INSERT INTO "StatusUpdate" (
      "id", "workspaceId", "assignmentId", "personId", "kind", "note", "stateBefore", "stateAfter", "percentBefore",
      "percentAfter", "obstacleBefore", "obstacleAfter", "dueBefore", "dueAfter", "at")
    SELECT ${updateId}, a."workspaceId", a."id", ${by.personId}::uuid, 'assignee', ${storableText(to?.name ?? '')},
      a."state", a."state", a."percent", a."percent", a."obstacle", a."obstacle", a."dueOn", a."dueOn", ${now}
    FROM "Assignment" a WHERE a."id" = ANY(${handed}::uuid[]) AND a."workspaceId" = ${workspaceId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "AuditEvent" (
      "workspaceId", "at", "personId", "channel", "action", "subject", "subjectId", "before", "after")
    SELECT ${workspaceId}::uuid, ${now}, ${by.personId}::uuid, ${by.channel}::"Channel", 'assignment.assignee',
      'assignment', handed, jsonb_build_object('assigneeId', ${from}::text),
      jsonb_build_object('assigneeId', ${to?.id ?? null}::text)
    FROM unnest(${handed}::text[]) AS handed`
  return handed
}
