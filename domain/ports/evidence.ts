import type { Evidence } from '../evidence.ts'

export interface EvidenceStore {
  find(evidenceId: string): Promise<Evidence | null>
  /** What was ever given for an assignment, the withdrawn included, the newest first. */
  list(assignmentId: string): Promise<readonly Evidence[]>
  /** The same, and until the transaction ends nobody else changes it. */
  listToChange(assignmentId: string): Promise<readonly Evidence[]>
  /** Keeps it in the record as withdrawn; false when it was before. */
  withdraw(evidenceId: string, now: Date): Promise<boolean>
}

/** What files are brought for: to prove an assignment, or to go out with an announcement. */
export type UploadTarget = { readonly assignmentId: string } | { readonly broadcastId: string }

/** A one-time address by which one person brings files for one thing. */
export interface UploadLinks {
  create(link: UploadTarget & { readonly personId: string; readonly tokenHash: string }, expiresAt: Date): Promise<void>
  /** Uses a link up in one conditional write; false when it was used or has expired. */
  claim(tokenHash: string, now: Date): Promise<boolean>
}
