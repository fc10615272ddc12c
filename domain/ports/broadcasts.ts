import type { BroadcastFile } from '../broadcast-files.ts'
import type { MessageCopy } from '../broadcast-withdrawal.ts'
import type { Role } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { Page } from './assignments.ts'

/** Whom a broadcast goes to; no agencies mean everybody of the workspace. */
export interface Audience {
  readonly agencyIds: readonly string[]
  /** Only people who have one of these roles; any role when absent, nobody when empty. */
  readonly roles?: readonly Role[]
}

export interface Broadcast {
  readonly id: string
  readonly authorId: string
  readonly authorName: string
  readonly text: string
  readonly audience: Audience
  /** The day until which people are asked to do what it says. */
  readonly deadline: LocalDate | null
  /** In the order in which they were added. */
  readonly files: readonly BroadcastFile[]
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** How often those who have not confirmed were called, and when last. */
  readonly calls: number
  readonly calledAt: Date | null
  readonly withdrawnAt: Date | null
}

/** What became of one person's copy: 'stopped' was withdrawn before it left. */
export type CopyState = 'sent' | 'waiting' | 'unknown' | 'stopped' | 'failed'

/** How many people, by what is known of their copies. */
export interface ReceiptCounts extends Readonly<Record<CopyState, number>> {
  readonly total: number
  /** Of whom it is known that it was shown to them: only the web chat tells. */
  readonly seen: number
  readonly acknowledged: number
}

/** Somebody who has not confirmed. */
export interface SilentPerson {
  readonly personId: string
  readonly personName: string
  /** Null for somebody who is of no agency. */
  readonly agencyName: string | null
  readonly state: CopyState
  readonly seen: boolean
}

/** A broadcast in a list. */
export interface BroadcastSummary extends Pick<Broadcast, 'id' | 'text' | 'deadline' | 'withdrawnAt'> {
  readonly sentAt: Date
  readonly total: number
  readonly acknowledged: number
}

interface Window {
  readonly offset: number
  readonly limit: number
}

export interface Broadcasts {
  saveDraft(
    draft: Pick<Broadcast, 'authorId' | 'text' | 'audience'> & Partial<Pick<Broadcast, 'deadline'>>,
    now: Date,
  ): Promise<string>
  /** Changes what is not sent yet. */
  changeDraft(
    broadcastId: string,
    draft: Pick<Broadcast, 'audience' | 'deadline'> & Partial<Pick<Broadcast, 'text'>>,
  ): Promise<void>
  find(broadcastId: string): Promise<Broadcast | null>
  /** The same, and until the transaction ends nobody else changes or sends it. */
  findToChange(broadcastId: string): Promise<Broadcast | null>
  /** What was sent, the newest first. */
  listSent(window: Window): Promise<Page<BroadcastSummary>>
  /** Marks it as sent in one conditional write; false when it had gone out before. */
  claim(broadcastId: string, now: Date): Promise<boolean>
  /** Takes the turn to call once more: false when somebody else was faster, or it was withdrawn. `call` counts from 1. */
  claimCall(broadcastId: string, call: number, now: Date): Promise<boolean>
  /** False when it had been withdrawn before. Whoever calls at this moment is waited for. */
  withdraw(broadcastId: string, now: Date): Promise<boolean>
  /** Copies that have not left yet never will; returns how many people get none at all. */
  stopWaiting(broadcastId: string, now: Date): Promise<number>
  addReceipts(
    broadcastId: string,
    receipts: readonly { readonly personId: string; readonly messageKey: string }[],
  ): Promise<void>
  /** False when this person had acknowledged before or was not addressed, or when it was withdrawn. */
  acknowledge(broadcastId: string, personId: string, now: Date): Promise<boolean>
  isAddressed(broadcastId: string, personId: string): Promise<boolean>
  countReceipts(broadcastId: string): Promise<ReceiptCounts>
  /** By agency, then by name; who belongs to several is listed under one that was addressed. */
  listSilent(broadcastId: string, window: Window): Promise<Page<SilentPerson>>
  /** Those who have not confirmed and whose copies are not still waiting to leave. */
  listCallable(broadcastId: string): Promise<readonly { readonly personId: string; readonly messageKey: string }[]>
  /** The copies that may have arrived, call by call. */
  listCopies(broadcastId: string): Promise<readonly MessageCopy[]>
}
