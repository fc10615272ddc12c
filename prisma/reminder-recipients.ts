import { levels, rankOfLevel } from '../domain/escalation.ts'
import { overseers } from '../domain/people.ts'
import { Prisma } from './generated/client.ts'
import { isReachable, tellable } from './reachable.ts'

/** Milestones of assignments, and the moment of each. */
interface Reached {
  /** Rows (id, agency, doer, heads, …): who was named to do it, and whether heads hear of it besides. */
  readonly items: Prisma.Sql
  /** A query for the ids of their agencies. */
  readonly agencies: Prisma.Sql
  readonly at: Prisma.Sql
  /** What comes first and is used by the items, with a comma after it. */
  readonly first?: Prisma.Sql
}

/**
 * WITH … recipient: everybody whom these milestones reach, "toldId", in their own right or (as "insteadOfId" says) in
 * the place of somebody who is away. Whoever is both is there twice.
 */
export const withRecipients = ({ items, agencies, at, first = Prisma.empty }: Reached): Prisma.Sql => Prisma.sql`
  WITH ${first} item AS (${items}
  ), member AS (
    SELECT m."workspaceId", m."agencyId", m."personId", bool_or(m."role" = 'head') AS "isHead" FROM "Membership" m
    JOIN "Agency" agency ON agency."id" = m."agencyId" AND agency."workspaceId" = m."workspaceId"
    WHERE m."agencyId" IN (${agencies}) AND m."role" = ANY(${tellable}::text[]::"Role"[])
      AND ${isReachable(Prisma.sql`m."personId"`)}
    GROUP BY m."workspaceId", m."agencyId", m."personId"
  ), told AS (
    SELECT member."workspaceId", member."personId", item.* FROM item
    LEFT JOIN member doer ON doer."agencyId" = item.agency AND doer."personId" = item.doer
    JOIN member ON member."agencyId" = item.agency
    WHERE ${isToldOf}
  ), recipient AS (${withStandIns(Prisma.sql`told`, at)})`

/** These people ("personId" of `who`) as "toldId", and whoever stands in for them at that moment. */
export const withStandIns = (who: Prisma.Sql, at: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT told.*, told."personId" AS "toldId", NULL::uuid AS "insteadOfId" FROM ${who} told
  UNION ALL
  SELECT told.*, away."toPersonId", told."personId"
  FROM ${who} told JOIN "Workspace" workspace ON workspace."id" = told."workspaceId"
  JOIN "Delegation" away ON away."fromPersonId" = told."personId" AND away."workspaceId" = told."workspaceId"
  WHERE away."endedAt" IS NULL AND ${isReachable(Prisma.sql`away."toPersonId"`)}
    AND (${at} AT TIME ZONE workspace."zone")::date BETWEEN away."firstDay" AND away."lastDay"`

/**
 * Everybody of the agency, or who was named to do it: then the heads only once it is late. Who was named and cannot
 * be told any more, or left the agency, is as good as nobody: no assignment is without anybody who hears of it.
 */
const isToldOf = Prisma.sql`(
  doer."personId" IS NULL OR member."personId" = doer."personId" OR (member."isHead" AND item.heads))`

/** Whoever can be told at each level of the workspaces of a query: "personId" with the rank, of heads with their agency. */
export const above = (workspaces: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT m."workspaceId", m."personId", position.rank,
    CASE WHEN position.rank = ${rankOfLevel('head')}::int THEN m."agencyId" END AS "agencyId"
  FROM "Membership" m
  JOIN unnest(${[...levels]}::text[], ${levels.map(rankOfLevel)}::int[]) AS position (name, rank)
    ON position.name = m."role"::text
  WHERE m."workspaceId" IN (${workspaces}) AND ${isReachable(Prisma.sql`m."personId"`)}`

/**
 * WITH …, lost: after withRecipients, the items of which nobody of their agency can be told, for whoever oversees the
 * workspace ("personId"): the coordinators, or where none can be told whoever is next.
 */
export const lostItems = (workspaces: Prisma.Sql): Prisma.Sql => Prisma.sql`
  lost AS (
    SELECT item.*, overseer."workspaceId", overseer."personId" FROM item
    JOIN "Agency" agency ON agency."id" = item.agency
    JOIN (
      SELECT m."workspaceId", m."personId", rank() OVER (
        PARTITION BY m."workspaceId" ORDER BY array_position(${[...overseers]}::text[], m."role"::text)) AS place
      FROM "Membership" m WHERE m."workspaceId" IN (${workspaces}) AND m."role" = ANY(${[...overseers]}::text[]::"Role"[])
        AND ${isReachable(Prisma.sql`m."personId"`)}
    ) overseer ON overseer."workspaceId" = agency."workspaceId" AND overseer.place = 1
    WHERE item.agency NOT IN (SELECT member."agencyId" FROM member)
  )`
