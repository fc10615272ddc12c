import type { Assignment } from '../assignment.ts'
import type { Level } from '../escalation.ts'
import type { Days, Look, Silence } from '../look.ts'
import type { Office } from './calendar.ts'

/** What assignments whose time has come have in common, by which it is decided what is said about them. */
export interface DueCase extends Days {
  readonly workspaceId: string
  /** The rule of their milestones as it was set for their plan or workspace; null for the usual one. */
  readonly rule: string | null
  /** The same of whom late work is reported to. */
  readonly escalation: string | null
  readonly silence: Silence
}

/** Why somebody is reminded, as the ledger keeps it. */
export type ReminderKind = 'due' | 'silent' | 'urged' | 'escalated' | 'told' | 'unreached'

/** A reminder claimed for one person, waiting to be said in their digest. */
export interface WaitingReminder {
  /** Names it among all reminders: the same person, assignment, kind, milestone and due date are the same reminder. */
  readonly id: string
  readonly kind: ReminderKind
  /** Days before the due date, or what makes it one of its kind: of what is reported above the rank of the level. */
  readonly milestone: number
  /** When somebody last said something about the assignment. */
  readonly heardAt: Date | null
  /** Of the due date that it is about. */
  readonly dueVersion: number
  /** When it could first have been said. */
  readonly dueAt: Date
  /** Who pressed for it; null for other kinds. */
  readonly urgedBy: string | null
  readonly assignment: Assignment
}

/** A reminder that was said to somebody. */
export interface SaidReminder {
  readonly kind: ReminderKind
  readonly milestone: number
  /** Of the due date that it was about: less than the assignment's own when that was moved since. */
  readonly dueVersion: number
  readonly saidAt: Date
  readonly assignment: Assignment
}

/** Somebody whom a milestone that is still to come would reach as things stand. */
export interface ToldPerson {
  readonly milestone: number
  readonly name: string
  /** In whose place they are told; null in their own right. */
  readonly insteadOf: string | null
  /** Whether they are told because nobody of the agency can be. */
  readonly forAgency: boolean
}

/** A reminder in the ledger, with what became of the message that says it. */
export interface ClaimedReminder {
  readonly kind: ReminderKind
  readonly milestone: number
  readonly dueVersion: number
  readonly at: Date
  readonly name: string
  /** `dropped`: by the time it could be said it did not hold any more. */
  readonly outcome: 'waiting' | 'dropped' | 'sent' | 'unknown' | 'failed'
}

/** Which reminders are asked about: those of one message, or of the last one said, about these agencies' work. */
export interface SaidWanted {
  readonly messageKey: string | null
  readonly agencyIds: readonly string[]
}

/** One of `of` shares of about the same size; an assignment is always in the same one. */
export interface Share {
  readonly index: number
  readonly of: number
}

/** What one transaction of the sweep takes: up to `limit` of a share of what is due now in these workspaces. */
export interface DueWanted {
  readonly workspaceIds: readonly string[]
  readonly now: Date
  readonly share: Share
  readonly limit: number
}

/** The sweep's side: across workspaces. */
export interface ReminderSweep {
  /** Workspaces that may have something due at or before now: every one that has, and hardly any other. */
  listDueOffices(now: Date): Promise<readonly Office[]>
  /**
   * Takes due assignments, the oldest first, skipping those another process holds, and returns how many. Asks once for each case what is said, writes one reminder for each person of the assignment's
   * agency, for whoever oversees where nobody joined from it, and for those above to whom it is reported; those already
   * there stay as they are. Where nothing is reached the assignment is only put off to its next time. Once a transaction.
   */
  claimDue(wanted: DueWanted, decide: (due: DueCase) => Look): Promise<number>
  /** Takes reminders that people put off until now; returns how many. */
  claimSnoozes(wanted: DueWanted): Promise<number>
  /** Workspaces in which reminders wait to be said, but for those where another one due by now is not claimed yet. */
  listWaitingOffices(now: Date): Promise<readonly Office[]>
  /** Up to `limit` people of these workspaces who can be reached and have reminders waiting to be said. */
  listWaitingPeople(
    workspaceIds: readonly string[],
    limit: number,
  ): Promise<readonly { readonly workspaceId: string; readonly personId: string }[]>
}

/** Digests that are written and have not left yet, across workspaces. */
export interface UnsaidDigests {
  /** Workspaces that have some. */
  listOffices(): Promise<readonly Office[]>
  /**
   * Gives up to `limit` of these workspaces up, each with all its parts, and has their reminders wait again; returns how
   * many. One of which something has left or is leaving stays, and so does what waits for a quota.
   */
  takeBack(workspaceIds: readonly string[], limit: number, now: Date): Promise<number>
}

/** One person's side, within a workspace. */
export interface Reminders {
  listWaiting(personId: string): Promise<readonly WaitingReminder[]>
  /** Ties them to the digest that says them; returns how many were still free. */
  markSaid(reminderIds: readonly string[], messageKey: string): Promise<number>
  /** What one message to this person reminded of, by due date. */
  listSaid(personId: string, wanted: SaidWanted): Promise<readonly SaidReminder[]>
  /** The last one said to this person about an assignment. */
  findSaid(personId: string, assignmentId: string): Promise<SaidReminder | null>
  /** All that the last message about an assignment that was reported to this person reported, the most overdue first. */
  listReported(personId: string, assignmentId: string): Promise<readonly Assignment[]>
  /** How long its agency has been silent about an assignment; null when there is none. */
  findSilence(assignmentId: string): Promise<Silence | null>
  /** Which levels above an agency have anybody who can be told. */
  listLevels(agencyId: string): Promise<readonly Level[]>
  /** When the next milestone of an assignment is reached; null when none is left. */
  findNext(assignmentId: string): Promise<Date | null>
  /** Everybody whom an assignment's milestones would reach if each was claimed at its moment. */
  listTold(
    assignment: { readonly id: string; readonly agencyId: string },
    moments: readonly { readonly milestone: number; readonly heads: boolean; readonly at: Date }[],
  ): Promise<readonly ToldPerson[]>
  /** What was claimed about an assignment, whoever it is said to, the newest first. */
  listClaimed(assignmentId: string): Promise<readonly ClaimedReminder[]>
}
