import type { Workspace } from '../domain/ports/stores.ts'
import type { Database } from '../prisma/database.ts'
import { createWorkspace } from '../prisma/workspaces.ts'

/** A workspace as large as a city's. */
export interface FilledWorkspace extends Workspace {
  readonly headId: string
  readonly leaderId: string
  /** Officials on the web chat, one an agency. */
  readonly officials: readonly string[]
}

const agencyCount = 100
/** Days from the due date to a usual milestone. */
export const milestonesBefore = [7, 3, 1, 0]
/** The ladder has a step at the last two. */
export const usualMilestones = [...milestonesBefore, -4, -1, -7]

/** What is due in a workspace. */
interface Due {
  /** One assignment in so many. */
  readonly every: number
  /** The milestones that these have reached, in turn. */
  readonly milestones: readonly number[]
}

/**
 * A workspace of 100 agencies with one official each and this many assignments, spread evenly: what is due has
 * reached one of its milestones two hours before `now`, the rest is due later or done. All of it was given ten
 * days ago. Written by the database itself.
 */
export const fillWorkspace = async (
  { client }: Pick<Database, 'client'>,
  assignments: number,
  now: Date,
  due: Due = { every: 10, milestones: usualMilestones },
): Promise<FilledWorkspace> => {
  const agencies = Array.from({ length: agencyCount }, (_, i) => ({ name: `Đơn vị số ${i}`, kind: 'so', aliases: [] }))
  const workspace = await createWorkspace(
    client,
    { name: `UBND ${assignments}`, zone: 'Asia/Ho_Chi_Minh', locale: 'vi', directory: { agencies, groups: [] } },
    now,
  )
  const id = workspace.id
  await client.$executeRaw`
    WITH agency AS (SELECT "id", row_number() OVER (ORDER BY "name") AS n FROM "Agency" WHERE "workspaceId" = ${id}::uuid),
    person AS (
      INSERT INTO "Person" ("id", "workspaceId", "name", "locale", "createdAt")
      SELECT gen_random_uuid(), ${id}::uuid, 'Chuyên viên ' || n, 'vi', ${now} FROM agency RETURNING "id", "name"),
    chat AS (
      INSERT INTO "Chat" ("id", "workspaceId", "channel", "externalId", "kind")
      SELECT gen_random_uuid(), ${id}::uuid, 'web', person."id"::text, 'private' FROM person RETURNING "id", "externalId"),
    account AS (
      INSERT INTO "ChatAccount" ("id", "workspaceId", "personId", "channel", "externalId", "chatId")
      SELECT gen_random_uuid(), ${id}::uuid, chat."externalId"::uuid, 'web', chat."externalId", chat."id" FROM chat)
    INSERT INTO "Membership" ("id", "workspaceId", "personId", "agencyId", "role")
    SELECT gen_random_uuid(), ${id}::uuid, person."id", agency."id", 'official'
    FROM person JOIN agency ON person."name" = 'Chuyên viên ' || agency.n`
  const officials = await client.membership.findMany({
    where: { workspaceId: id, role: 'official' },
    select: { personId: true, agencyId: true },
  })
  const [first] = officials
  if (first === undefined) throw new Error('nobody was filled in')
  await fillTasks(client, id, first.personId, { assignments, due }, now)
  const headId = await addRole(client, id, { role: 'head', agencyId: first.agencyId }, now)
  const leaderId = await addRole(client, id, { role: 'leader', agencyId: null }, now)
  return { ...workspace, headId, leaderId, officials: officials.map(({ personId }) => personId) }
}

const addRole = async (
  client: Database['client'],
  workspaceId: string,
  membership: { readonly role: 'head' | 'leader'; readonly agencyId: string | null },
  now: Date,
): Promise<string> => {
  const person = await client.person.create({ data: { workspaceId, name: membership.role, createdAt: now } })
  await client.membership.create({ data: { workspaceId, personId: person.id, ...membership } })
  const chat = await client.chat.create({
    data: { workspaceId, channel: 'web', externalId: person.id, kind: 'private' },
  })
  await client.chatAccount.create({
    data: { workspaceId, personId: person.id, channel: 'web', externalId: person.id, chatId: chat.id },
  })
  return person.id
}

const fillTasks = async (
  client: Database['client'],
  workspaceId: string,
  personId: string,
  { assignments, due }: { readonly assignments: number; readonly due: Due },
  now: Date,
): Promise<void> => {
  const plan = await client.plan.create({
    data: {
      workspaceId,
      number: '1/KH-UBND',
      kind: 'KẾ HOẠCH',
      title: 'Đo tốc độ',
      issuer: 'UBND',
      planYear: now.getUTCFullYear(),
      contentHash: `bench-${assignments}`,
      createdById: personId,
      createdAt: now,
    },
  })
  await client.$executeRaw`
    INSERT INTO "Task" ("id", "workspaceId", "planId", "number", "code", "section", "title", "requirement",
      "deadlineText", "output", "cadence", "sourceText", "line")
    SELECT gen_random_uuid(), ${workspaceId}::uuid, ${plan.id}::uuid, n, n::text, 'Mục', 'Nhiệm vụ số ' || n, '', '', '',
      'once', '', n
    FROM generate_series(1, ${Math.ceil(assignments / agencyCount)}::int) AS n`
  await client.$executeRaw`
    INSERT INTO "Occurrence" ("id", "workspaceId", "taskId", "position", "dueOn")
    SELECT gen_random_uuid(), ${workspaceId}::uuid, "id", 1, (${now}::timestamptz)::date + ("number" % 60) - 20
    FROM "Task" WHERE "planId" = ${plan.id}::uuid`
  await client.$executeRaw`
    WITH given AS (
      SELECT gen_random_uuid() AS assignment, occurrence.*, agency."id" AS agency, task."number" % 10 AS digit,
        (${agencyCount + 1}::int * task."number" + agency.n) % ${due.every}::int = 0 AS "isDue",
        (${now}::timestamptz)::date + (${due.milestones}::int[])[1 + task."number" % ${due.milestones.length}::int] AS "milestoneOn"
      FROM "Occurrence" occurrence JOIN "Task" task ON task."id" = occurrence."taskId", (
        SELECT "id", row_number() OVER (ORDER BY "id") - 1 AS n FROM "Agency" WHERE "workspaceId" = ${workspaceId}::uuid
      ) agency
      WHERE task."planId" = ${plan.id}::uuid
    ), filled AS (
      INSERT INTO "Assignment" ("id", "workspaceId", "taskId", "occurrenceId", "agencyId", "state", "percent",
        "originalDueOn", "dueOn", "createdAt", "updatedAt", "doneOn", "doneAt")
      SELECT given.assignment, ${workspaceId}::uuid, given."taskId", given."id", given.agency,
        (CASE WHEN NOT "isDue" AND digit = 1 THEN 'done' WHEN digit = 2 THEN 'in_progress' ELSE 'assigned' END)::"AssignmentState",
        0, given."dueOn", CASE WHEN "isDue" THEN "milestoneOn" ELSE given."dueOn" END,
        ${now}::timestamptz - interval '10 days', ${now}::timestamptz - interval '10 days',
        CASE WHEN NOT "isDue" AND digit = 1 THEN given."dueOn" - 1 END,
        CASE WHEN NOT "isDue" AND digit = 1 THEN ${now}::timestamptz END
      FROM given
    )
    INSERT INTO "NextReminder" ("assignmentId", "workspaceId", "remindAt")
    SELECT given.assignment, ${workspaceId}::uuid,
      ${now}::timestamptz + CASE WHEN "isDue" THEN interval '-2 hours' ELSE interval '10 days' END
    FROM given WHERE "isDue" OR digit <> 1`
  await client.$executeRawUnsafe('ANALYZE')
}
