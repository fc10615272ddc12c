import type { Channel } from '../incoming.ts'

interface AuditEntry {
  readonly action: string
  readonly subject: string
  readonly subjectId: string
  readonly personId?: string
  readonly channel?: Channel
  readonly before?: object
  readonly after?: object
}

/** The append-only record of who changed what. */
export interface Audit {
  append(entry: AuditEntry, now: Date): Promise<void>
}
