import { Prisma } from './generated/client.ts'
import { isReachable, tellable } from './reachable.ts'

/** Milestones of assignments as rows (id, agency, milestone, …), their agencies, and the moment of each. */
interface Reached {
  readonly items: Prisma.Sql
  readonly agencyIds: readonly string[]
  readonly at: Prisma.Sql
}

/**
 * WITH … recipient: everybody whom these milestones reach, "toldId", in their own right or (as "insteadOfId" says) in
 * the place of somebody who is away. Whoever is both is there twice.
 */
export const withRecipients = ({ items, agencyIds, at }: Reached): Prisma.Sql => Prisma.sql`
  WITH item AS (
    SELECT given.*, a."assigneeId" AS doer FROM (${items}) given JOIN "Assignment" a ON a."id" = given.id
  ), member AS (
    SELECT m."workspaceId", m."agencyId", m."personId", bool_or(m."role" = 'head') AS "isHead" FROM "Membership" m
    JOIN "Agency" agency ON agency."id" = m."agencyId" AND agency."workspaceId" = m."workspaceId"
    WHERE m."agencyId" = ANY(${[...agencyIds]}::uuid[]) AND m."role" = ANY(${tellable}::text[]::"Role"[])
      AND ${isReachable(Prisma.sql`m."personId"`)}
    GROUP BY m."workspaceId", m."agencyId", m."personId"
  ), told AS (
    SELECT member."workspaceId", member."personId", item.* FROM item
    LEFT JOIN member doer ON doer."agencyId" = item.agency AND doer."personId" = item.doer
    JOIN member ON member."agencyId" = item.agency
    WHERE ${isToldOf}
  ), recipient AS (
    SELECT told.*, told."personId" AS "toldId", NULL::uuid AS "insteadOfId" FROM told
    UNION ALL
    SELECT told.*, away."toPersonId", told."personId"
    FROM told JOIN "Workspace" workspace ON workspace."id" = told."workspaceId"
    JOIN "Delegation" away ON away."fromPersonId" = told."personId" AND away."workspaceId" = told."workspaceId"
    WHERE away."endedAt" IS NULL AND ${isReachable(Prisma.sql`away."toPersonId"`)}
      AND (${at} AT TIME ZONE workspace."zone")::date BETWEEN away."firstDay" AND away."lastDay"
  )`

/**
 * Everybody of the agency, or who was named to do it: then the heads only once it is late. Who was named and cannot
 * be told any more, or left the agency, is as good as nobody: no assignment is without anybody who hears of it.
 */
const isToldOf = Prisma.sql`(
  doer."personId" IS NULL OR member."personId" = doer."personId" OR (member."isHead" AND item.milestone < 0))`
