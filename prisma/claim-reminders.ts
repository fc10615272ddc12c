import type { Look } from '../domain/look.ts'
import type { DueCase, DueWanted } from '../domain/ports/reminders.ts'
import { claimEscalations } from './claim-escalations.ts'
import { Prisma } from './generated/client.ts'
import { lostItems, withRecipients, withStandIns } from './reminder-recipients.ts'
import { type Decided, decidedRows, takeDue } from './taken-reminders.ts'
import type { Transaction } from './transaction.ts'

/**
 * At most six statements whatever the number: what is due and its cases, a reminder per person and for those who stand
 * in, what is reported above, and the next time of each assignment or none. Returns how many assignments were due.
 */
export const claimDue = async (tx: Transaction, wanted: DueWanted, decide: (due: DueCase) => Look): Promise<number> => {
  const cases = await takeDue(tx, wanted)
  if (cases.length === 0) return 0
  // Nobody waits for the disk: a power cut that took these claims would take whatever says them too, and they are due again.
  await tx.$executeRaw`SET LOCAL synchronous_commit TO off`
  const decided = cases.map(({ number, due }) => ({ number, look: decide(due) }))
  await claimMilestones(tx, decided, wanted.now)
  await claimEscalations(tx, decided, wanted.now)
  await moveOn(tx, decided)
  return cases.reduce((sum, { count }) => sum + count, 0)
}

/** Where nobody has joined from an agency its milestones and silences reach whoever oversees; see domain/silence.ts for their numbers. */
const claimMilestones = async (tx: Transaction, decided: readonly Decided[], now: Date): Promise<void> => {
  const saying = decided.filter(({ look }) => look.milestone !== null || look.silent)
  if (saying.length === 0) return
  const silent = saying.filter(({ look }) => look.silent)
  const columns = Prisma.sql`taken.version, greatest(taken.planned_at, taken.changed_at) AS due_at`
  const items = Prisma.sql`
    SELECT taken.id, taken.agency, taken.doer, 'due'::"ReminderKind" AS kind, decided.milestone, decided.heads, ${columns}
    FROM taken JOIN (${decidedRows(saying)}) decided USING (number)
    WHERE decided.milestone IS NOT NULL AND ${isSaid}
    UNION ALL
    SELECT taken.id, taken.agency, taken.doer, 'silent'::"ReminderKind", taken.since - date '1970-01-01', false, ${columns}
    FROM taken WHERE taken.number = ANY(${silent.map(({ number }) => number)}::int[])`
  const at = Prisma.sql`${now}::timestamptz`
  await tx.$executeRaw`
    ${withRecipients({ items, agencies: Prisma.sql`SELECT taken.agency FROM taken`, at })},
    ${lostItems(Prisma.sql`SELECT taken.workspace FROM taken`)}, reached AS (
      SELECT "workspaceId", id, "toldId", kind, milestone, version, due_at FROM recipient
      UNION ALL
      SELECT "workspaceId", id, "toldId", 'unreached'::"ReminderKind", CASE WHEN kind = 'silent' THEN -milestone ELSE milestone END,
        version, due_at
      FROM (${withStandIns(Prisma.sql`lost`, at)}) instead
    )
    INSERT INTO "Reminder"
      ("workspaceId", "assignmentId", "personId", "kind", "milestone", "dueVersion", "dueAt", "claimedAt")
    SELECT "workspaceId", id, "toldId", kind, milestone, version, due_at, ${at} FROM reached
    ON CONFLICT ("assignmentId", "personId", "kind", "milestone", "dueVersion") DO NOTHING`
}

/** What SaidMilestone in domain/look.ts says of `taken` in a case `decided`. */
const isSaid = Prisma.sql`
  (decided.lapses_after IS NULL OR taken.planned_at <= decided.lapses_after OR taken.changed_at <= decided.lapses_after)
  AND (decided.answered_from IS NULL OR taken.heard_at IS NULL OR taken.heard_at < decided.answered_from)`

const moveOn = async (tx: Transaction, decided: readonly Decided[]): Promise<void> => {
  const going = decided.filter(({ look }) => look.following !== null)
  const ended = decided.filter(({ look }) => look.following === null)
  if (going.length > 0) {
    await tx.$executeRaw`
      UPDATE "NextReminder" next SET "remindAt" = decided.following
      FROM taken JOIN (${decidedRows(going)}) decided USING (number) WHERE next."assignmentId" = taken.id`
  }
  if (ended.length > 0) {
    await tx.$executeRaw`
      DELETE FROM "NextReminder" next USING taken
      WHERE next."assignmentId" = taken.id AND taken.number = ANY(${ended.map(({ number }) => number)}::int[])`
  }
}
