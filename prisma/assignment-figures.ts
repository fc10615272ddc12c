import { z } from 'zod'
import type { AgencyFigures, GroupFigures } from '../domain/figures.ts'
import type { Scope } from '../domain/ports/assignments.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Timeliness } from '../domain/timeliness.ts'
import { inScope, timelinessOn } from './assignment-conditions.ts'
import { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/**
 * The one calculation behind every number: one row an agency that has assignments, by name. Returned and cancelled
 * assignments count nowhere. Each assignment is classified once; the figures are sums of the classes, which is
 * twice as fast as asking every assignment a dozen questions.
 */
export const countFigures = async (
  tx: Transaction,
  workspaceId: string,
  scope: Scope,
  today: LocalDate,
): Promise<readonly AgencyFigures[]> => {
  const rows = await tx.$queryRaw`
    WITH classes AS (
      SELECT a."agencyId", ${classes(today)}
      FROM "Assignment" a WHERE ${inScope(workspaceId, scope)}
      GROUP BY a."agencyId", "timeliness"
    ), figures AS (
      SELECT "agencyId", ${figures} FROM classes GROUP BY "agencyId"
    )
    SELECT figures.*, agency."name" AS "agencyName"
    FROM figures JOIN "Agency" agency ON agency."id" = figures."agencyId"
    ORDER BY agency."folded"`
  return z.array(agencyRow).parse(rows)
}

/** The same calculation, one row a plan or a section, in the order of their first tasks. */
export const countFiguresBy = async (
  tx: Transaction,
  workspaceId: string,
  { division, scope, today }: { division: 'plan' | 'section'; scope: Scope; today: LocalDate },
): Promise<readonly GroupFigures[]> => {
  const key = division === 'plan' ? Prisma.sql`task."planId"` : Prisma.sql`task."section"`
  const name = division === 'plan' ? Prisma.sql`(SELECT "number" FROM "Plan" WHERE "id" = "key")` : Prisma.sql`"key"`
  const rows = await tx.$queryRaw`
    WITH classes AS (
      SELECT ${key} AS "key", min(task."number") AS "first", ${classes(today)}
      FROM "Assignment" a JOIN "Task" task ON task."id" = a."taskId"
      WHERE ${inScope(workspaceId, scope)}
      GROUP BY ${key}, "timeliness"
    )
    SELECT "key", ${name} AS "name", min("first")::int AS "task", ${figures}
    FROM classes GROUP BY "key" ORDER BY "task"`
  return z.array(groupRow).parse(rows)
}

/** What every cell, agency, plan and field is counted of; over assignments AS a, by whatever they are grouped by. */
export const classes = (today: LocalDate): Prisma.Sql => {
  const fellDue = Prisma.sql`a."dueOn" <= ${today}::date`
  return Prisma.sql`${timelinessOn(today)} AS "timeliness",
    count(*) AS "number",
    count(*) FILTER (WHERE a."lastUpdateAt" IS NULL) AS "silent",
    count(*) FILTER (WHERE a."obstacle" IS NOT NULL) AS "obstacles",
    count(*) FILTER (WHERE ${fellDue}) AS "fellDue",
    count(*) FILTER (WHERE ${fellDue} AND (a."doneOn" > a."originalDueOn") IS NOT TRUE) AS "byOriginal"`
}

const open: readonly Timeliness[] = ['late', 'due-soon', 'in-time', 'undated']
const done: readonly Timeliness[] = ['done-in-time', 'done-late']
const counted: readonly Timeliness[] = [...open, ...done]

const sum = (
  column: 'number' | 'silent' | 'obstacles' | 'fellDue' | 'byOriginal',
  classes: readonly Timeliness[],
): Prisma.Sql =>
  Prisma.sql`coalesce(sum(${Prisma.raw(`"${column}"`)}) FILTER (WHERE "timeliness" IN (${Prisma.join(classes)})), 0)::int`

/** The figures as sums of those classes. */
export const figures: Prisma.Sql = Prisma.sql`
  ${sum('number', counted)} AS "total",
  ${sum('number', done)} AS "done",
  ${sum('number', ['done-late'])} AS "doneLate",
  ${sum('number', ['late'])} AS "late",
  ${sum('number', ['due-soon'])} AS "dueSoon",
  ${sum('number', ['in-time'])} AS "inTime",
  ${sum('number', ['undated'])} AS "undated",
  ${sum('silent', open)} AS "silent",
  ${sum('obstacles', open)} AS "obstacles",
  ${sum('fellDue', counted)} AS "fellDue",
  ${sum('fellDue', ['done-in-time'])} AS "onTime",
  ${sum('byOriginal', done)} AS "onTimeOriginal"`

const figuresRow = z.object({
  total: z.int(),
  done: z.int(),
  doneLate: z.int(),
  late: z.int(),
  dueSoon: z.int(),
  inTime: z.int(),
  undated: z.int(),
  silent: z.int(),
  obstacles: z.int(),
  fellDue: z.int(),
  onTime: z.int(),
  onTimeOriginal: z.int(),
})

export const agencyRow: z.ZodType<AgencyFigures> = figuresRow.extend({ agencyId: z.string(), agencyName: z.string() })
export const groupRow: z.ZodType<GroupFigures> = figuresRow.extend({ key: z.string(), name: z.string(), task: z.int() })
