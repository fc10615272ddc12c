import { Prisma } from './generated/client.ts'

/**
 * The statement that has what waiting messages say about periods said anew by the next run of the clock, in the words
 * of that day: whom they were for counts as not told. A reminder means nothing after its cut-off, the word of the
 * cut-off does; what somebody was told again since then needs no second word, and who was reminded by hand is reminded
 * as by the clock. `which` chooses the messages, by their table's name `message`.
 */
export const unsayPeriods = (which: Prisma.Sql, now: Date): Prisma.Sql => {
  const at = Prisma.sql`${now.toISOString()}::text::timestamptz`
  // The keys are "period:<workspace>:2026q1:v1:7+<period>:missing:2027:before:<person>:<when>", "period:<period>:call:2:<person>".
  return Prisma.sql`
    WITH waiting AS (
      SELECT notice."periodId", notice."personId", notice."step", notice."at", period."cutoffAt"
      FROM "OutboundMessage" message
      JOIN "ReportPeriod" period ON period."workspaceId" = message."workspaceId"
      JOIN "PeriodNotice" notice ON notice."periodId" = period."id" AND notice."personId" = message."personId"
      WHERE ${which} AND message."key" LIKE 'period:%' AND message."key" ~
        ('[:+](' || period."id" || '|' || period."year" || period."kind" || '):' || notice."step" || '[:+]')
    ), missing AS (
      DELETE FROM "PeriodNotice" notice USING waiting
      WHERE notice."periodId" = waiting."periodId" AND notice."personId" = waiting."personId"
        AND notice."step" = waiting."step" AND ${isOfMissing('notice')}
    ), unsaid AS (
      DELETE FROM "PeriodNotice" notice USING waiting
      WHERE notice."periodId" = waiting."periodId" AND notice."personId" = waiting."personId"
        AND NOT ${isOfMissing('waiting')} AND NOT ${isOfMissing('notice')}
        AND notice."at" <= waiting."at" AND (waiting."cutoffAt" > ${at} OR notice."step" LIKE '%:close')
        AND NOT EXISTS (
          SELECT 1 FROM "PeriodNotice" later
          WHERE later."periodId" = waiting."periodId" AND later."personId" = waiting."personId"
            AND later."at" > waiting."at" AND NOT ${isOfMissing('later')})
      RETURNING notice."periodId"
    )
    UPDATE "ReportPeriod" SET "nextRemindAt" = ${at}, "closeToldAt" = NULL
    WHERE "id" IN (SELECT "periodId" FROM unsaid)`
}

/** That a year has no periods is noted with the last one there is, and is no word about that one. */
const isOfMissing = (alias: 'notice' | 'waiting' | 'later'): Prisma.Sql =>
  Prisma.raw(`${alias}."step" LIKE 'missing:%'`)
