import { z } from 'zod'
import type { UrgingLook, Urgings } from '../domain/ports/urgings.ts'
import type { Wakeups } from '../domain/ports/wakeups.ts'
import { urgingRestMs } from '../domain/urging.ts'
import { Prisma } from './generated/client.ts'
import { withRecipients } from './reminder-recipients.ts'
import { isId, requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Who pressed for which work of one workspace. */
export const createUrgings = (
  tx: Transaction,
  workspaceId: string,
  wakeups: Pick<Wakeups, 'remind'> | null,
): Urgings => ({
  look: (assignmentIds, personId, since) => lookAt(tx, workspaceId, { assignmentIds, personId, since, at: since }),

  press: async (assignmentIds, personId, now) => {
    await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
    await tx.$queryRaw`
      SELECT a."id" FROM "Assignment" a
      WHERE a."id" = ANY(${assignmentIds.filter(isId)}::uuid[]) AND a."workspaceId" = ${workspaceId}::uuid
      ORDER BY a."id" FOR NO KEY UPDATE`
    const since = new Date(now.getTime() - urgingRestMs)
    const looks = await lookAt(tx, workspaceId, { assignmentIds, personId, since, at: now })
    const pressed = looks.filter(({ people, last }) => last === null && people.length > 0)
    await save(tx, { workspaceId, personId, pressed }, now)
    const people = [...new Set(pressed.flatMap((one) => one.people))]
    await wakeups?.remind(people.map((id) => ({ workspaceId, personId: id })))
    return looks
  },
})

interface Wanted {
  readonly assignmentIds: readonly string[]
  readonly personId: string
  readonly since: Date
  /** The moment at which people may be away. */
  readonly at: Date
}

const lookAt = async (
  tx: Transaction,
  workspaceId: string,
  { assignmentIds, personId, since, at }: Wanted,
): Promise<readonly UrgingLook[]> => {
  const ids = assignmentIds.filter(isId)
  if (ids.length === 0 || !isId(personId)) return []
  const asked = Prisma.sql`"Assignment" own WHERE own."id" = ANY(${ids}::uuid[]) AND own."workspaceId" = ${workspaceId}::uuid`
  const items = Prisma.sql`SELECT own."id", own."agencyId" AS agency, own."assigneeId" AS doer, false AS heads FROM ${asked}`
  const agencies = Prisma.sql`SELECT own."agencyId" FROM ${asked}`
  const rows = await tx.$queryRaw`
    ${withRecipients({ items, agencies, at: Prisma.sql`${at}::timestamptz` })}
    SELECT item.id AS "assignmentId", last."name" AS "lastName", last."at" AS "lastAt",
      coalesce(array_agg(DISTINCT recipient."toldId"::text) FILTER (WHERE recipient."toldId" <> ${personId}::uuid), '{}') AS "people"
    FROM item LEFT JOIN recipient ON recipient.id = item.id
    LEFT JOIN LATERAL (
      SELECT urging."at", person."name" FROM "Urging" urging JOIN "Person" person ON person."id" = urging."personId"
      WHERE urging."assignmentId" = item.id AND urging."at" > ${since} ORDER BY urging."turn" DESC LIMIT 1
    ) last ON true
    GROUP BY item.id, last."name", last."at" ORDER BY item.id`
  return z
    .array(lookRow)
    .parse(rows)
    .map(({ assignmentId, people, lastName, lastAt }) => ({
      ...{ assignmentId, people },
      last: lastName === null || lastAt === null ? null : { name: lastName, at: lastAt },
    }))
}

const lookRow = z.object({
  ...{ assignmentId: z.string(), people: z.array(z.string()) },
  ...{ lastName: z.string().nullable(), lastAt: z.date().nullable() },
})

interface Pressing {
  readonly workspaceId: string
  readonly personId: string
  readonly pressed: readonly UrgingLook[]
}

/** The times are counted by assignment: the turn names the reminders of each. */
const save = async (tx: Transaction, { workspaceId, personId, pressed }: Pressing, now: Date): Promise<void> => {
  if (pressed.length === 0) return
  const told = pressed.flatMap(({ assignmentId, people }) => people.map((id) => ({ assignmentId, id })))
  await tx.$executeRaw`
    WITH pressed AS (
      INSERT INTO "Urging" ("id", "workspaceId", "assignmentId", "personId", "turn", "reached", "at")
      SELECT gen_random_uuid(), ${workspaceId}::uuid, one.id, ${personId}::uuid,
        1 + (SELECT coalesce(max(before."turn"), 0) FROM "Urging" before WHERE before."assignmentId" = one.id),
        one.reached, ${now}
      FROM unnest(${pressed.map(({ assignmentId }) => assignmentId)}::uuid[], ${pressed.map(({ people }) => people.length)}::int[])
        AS one (id, reached)
      RETURNING "assignmentId", "turn"
    )
    INSERT INTO "Reminder"
      ("workspaceId", "assignmentId", "personId", "kind", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT ${workspaceId}::uuid, a."id", told.person, 'urged', pressed."turn", a."dueVersion", ${now}, ${now}
    FROM unnest(${told.map(({ assignmentId }) => assignmentId)}::uuid[], ${told.map(({ id }) => id)}::uuid[])
      AS told (assignment, person)
    JOIN pressed ON pressed."assignmentId" = told.assignment JOIN "Assignment" a ON a."id" = told.assignment
    ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING`
}
