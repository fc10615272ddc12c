import { ChangedMeanwhile } from './assignment-updates.ts'
import { isFinishing } from './deeds.ts'
import { Prisma } from './generated/client.ts'
import { updateId } from './update-ids.ts'
import type { Transaction } from './transaction.ts'

/** An assignment that ends, and the one that carries it on. */
export interface Pair {
  readonly given: string
  readonly taken: string
  readonly newState: 'assigned' | 'submitted'
}

interface Taking {
  readonly workspaceId: string
  readonly toId: string
  readonly personId: string
  readonly now: Date
}

/** The pairs as rows of a table AS pair, joined to what is given AS a. */
const pairsAndGiven = (workspaceId: string, pairs: readonly Pair[]): Prisma.Sql => Prisma.sql`
  unnest(
    ${pairs.map(({ given }) => given)}::uuid[], ${pairs.map(({ taken }) => taken)}::uuid[],
    ${pairs.map(({ newState }) => newState)}::text[]
  ) AS pair (given, taken, state)
  JOIN "Assignment" a ON a."id" = pair.given AND a."workspaceId" = ${workspaceId}::uuid`

/** Who does it goes on where they belong to the agency; else it is the whole agency's. */
const doer = ({ workspaceId, toId }: Taking): Prisma.Sql => Prisma.sql`(
  SELECT a."assigneeId" WHERE EXISTS (
    SELECT 1 FROM "Membership" m WHERE m."personId" = a."assigneeId" AND m."agencyId" = ${toId}::uuid
      AND m."workspaceId" = ${workspaceId}::uuid))`

/** What the agency has not had yet. The original due date is that of the first who had it. */
export const insertPassed = async (tx: Transaction, taking: Taking, pairs: readonly Pair[]): Promise<void> => {
  const { workspaceId, toId, now } = taking
  await tx.$executeRaw`
    INSERT INTO "Assignment" (
      "id", "workspaceId", "taskId", "occurrenceId", "agencyId", "state", "percent", "obstacle", "originalDueOn",
      "dueOn", "assigneeId", "previousId", "lastUpdateAt", "createdAt", "updatedAt")
    SELECT pair.taken, a."workspaceId", a."taskId", a."occurrenceId", ${toId}::uuid, pair.state::"AssignmentState",
      a."percent", a."obstacle", a."originalDueOn", a."dueOn", ${doer(taking)}, a."id",
      CASE WHEN pair.state = 'submitted' THEN a."lastUpdateAt" END, ${now}, ${now}
    FROM ${pairsAndGiven(workspaceId, pairs)}`
}

/** What the agency had and gave back goes on as the other had it. Throws ChangedMeanwhile when it is not so any more. */
export const reopen = async (tx: Transaction, taking: Taking, pairs: readonly Pair[]): Promise<void> => {
  const [first] = pairs
  if (first === undefined) return
  const { workspaceId, personId, now } = taking
  await tx.$executeRaw`
    INSERT INTO "StatusUpdate" (
      "id", "workspaceId", "assignmentId", "personId", "kind", "note", "stateBefore", "stateAfter", "percentBefore",
      "percentAfter", "obstacleBefore", "obstacleAfter", "dueBefore", "dueAfter", "at")
    SELECT ${updateId}, a."workspaceId", taken."id", ${personId}::uuid, 'reassign', '', taken."state",
      pair.state::"AssignmentState", taken."percent", a."percent", taken."obstacle", a."obstacle", taken."dueOn",
      a."dueOn", ${now}
    FROM ${pairsAndGiven(workspaceId, pairs)} JOIN "Assignment" taken ON taken."id" = pair.taken`
  const count = await tx.$executeRaw`
    UPDATE "Assignment" taken SET "state" = pair.state::"AssignmentState", "percent" = a."percent",
      "obstacle" = a."obstacle", "dueOn" = a."dueOn", "assigneeId" = ${doer(taking)}, "previousId" = a."id",
      "dueVersion" = taken."dueVersion" + (taken."dueOn" IS DISTINCT FROM a."dueOn")::int,
      "lastUpdateAt" = CASE WHEN pair.state = 'submitted' THEN a."lastUpdateAt" END, "updatedAt" = ${now}
    FROM ${pairsAndGiven(workspaceId, pairs)}
    WHERE taken."id" = pair.taken AND taken."workspaceId" = ${workspaceId}::uuid
      AND taken."state" IN ('returned', 'cancelled')`
  if (count !== pairs.length) throw new ChangedMeanwhile(first.taken)
}

/** Who decides on what was handed in finds by whom and when: the handing in is told of both. */
export const copySubmissions = async (
  tx: Transaction,
  { workspaceId }: Taking,
  pairs: readonly Pair[],
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO "StatusUpdate" (
      "id", "workspaceId", "assignmentId", "personId", "kind", "note", "stateBefore", "stateAfter", "percentBefore",
      "percentAfter", "obstacleBefore", "obstacleAfter", "dueBefore", "dueAfter", "at")
    SELECT ${updateId}, latest.* FROM (
      SELECT DISTINCT ON (u."assignmentId") u."workspaceId", pair.taken, u."personId", u."kind", u."note",
        u."stateBefore", u."stateAfter", u."percentBefore", u."percentAfter", u."obstacleBefore", u."obstacleAfter",
        u."dueBefore", u."dueAfter", u."at"
      FROM ${pairsAndGiven(workspaceId, pairs)} JOIN "StatusUpdate" u ON u."assignmentId" = a."id"
      WHERE ${isFinishing}
      ORDER BY u."assignmentId", u."at" DESC, u."id" DESC
    ) latest`
}

/** Evidence, requests for time and the next reminder belong to the work, not to who does it. */
export const moveBelongings = async (
  tx: Transaction,
  { workspaceId, now }: Taking,
  pairs: readonly Pair[],
): Promise<void> => {
  const taken = pairs.map((pair) => pair.taken)
  await tx.$executeRaw`
    UPDATE "ExtensionRequest" SET "state" = 'withdrawn', "decidedAt" = ${now}
    WHERE "assignmentId" = ANY(${taken}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid AND "state" = 'pending'`
  await tx.$executeRaw`
    DELETE FROM "NextReminder"
    WHERE "assignmentId" = ANY(${taken}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid`
  for (const table of ['Evidence', 'ExtensionRequest', 'NextReminder']) {
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} belonging SET "assignmentId" = pair.taken
      FROM ${pairsAndGiven(workspaceId, pairs)} WHERE belonging."assignmentId" = pair.given`
  }
}
