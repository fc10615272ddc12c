import type { Assignment } from '../assignment.ts'
import type { LocalDate } from '../time.ts'
import type { Office } from './calendar.ts'

/** An assignment whose reminder time has come. */
export interface DueAssignment {
  readonly id: string
  readonly workspaceId: string
  readonly agencyId: string
  readonly dueOn: LocalDate
  readonly dueVersion: number
  /** The rule of its milestones as it was set for its plan or workspace; null for the usual one. */
  readonly rule: string | null
  /** When it could first be said: the milestone's moment, or the last change of the assignment when that is later. */
  readonly remindAt: Date
}

/** A reminder claimed for one person, waiting to be said in their digest. */
export interface WaitingReminder {
  /** Names it among all reminders: the same person, assignment, milestone and due date are the same reminder. */
  readonly id: string
  readonly milestone: number
  /** Of the due date that it is about. */
  readonly dueVersion: number
  /** When it could first have been said. */
  readonly dueAt: Date
  readonly assignment: Assignment
}

/** A reminder that was said to somebody. */
export interface SaidReminder {
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
}

/** A reminder in the ledger, with what became of the message that says it. */
export interface ClaimedReminder {
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

/** The sweep's side: across workspaces. */
export interface ReminderSweep {
  /** Workspaces that have something due at or before now. */
  listDueOffices(now: Date): Promise<readonly Office[]>
  /** Takes up to `limit` due assignments of these workspaces, skipping those another process holds. */
  takeDue(workspaceIds: readonly string[], now: Date, limit: number): Promise<readonly DueAssignment[]>
  /**
   * Writes one reminder for each person of the assignment's agency; those already there stay as they are. Without
   * a milestone the assignment is only put off to its next one.
   */
  claim(
    items: readonly { readonly due: DueAssignment; readonly milestone: number | null; readonly next: Date | null }[],
    now: Date,
  ): Promise<void>
  /** Workspaces in which reminders wait to be said. */
  listWaitingOffices(): Promise<readonly Office[]>
  /** Up to `limit` people of these workspaces who can be reached and have reminders waiting to be said. */
  listWaitingPeople(
    workspaceIds: readonly string[],
    limit: number,
  ): Promise<readonly { readonly workspaceId: string; readonly personId: string }[]>
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
  /** When the next milestone of an assignment is reached; null when none is left. */
  findNext(assignmentId: string): Promise<Date | null>
  /** Everybody whom an assignment's milestones would reach if each was claimed at its moment. */
  listTold(
    assignment: { readonly id: string; readonly agencyId: string },
    moments: readonly { readonly milestone: number; readonly at: Date }[],
  ): Promise<readonly ToldPerson[]>
  /** What was claimed about an assignment, whoever it is said to, the newest first. */
  listClaimed(assignmentId: string): Promise<readonly ClaimedReminder[]>
}
