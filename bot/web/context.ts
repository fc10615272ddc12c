import type { Logger } from 'pino'
import type { Locale } from '../../domain/people.ts'
import type { Inbox } from '../../domain/ports/messages.ts'
import type {
  UploadedFiles,
  WebDrafts,
  WebHistory,
  WebJoining,
  WebSessions,
  WebVisitor,
} from '../../domain/ports/web.ts'
import type { WebBroadcasts } from '../../domain/ports/web-broadcasts.ts'
import type { WebEvidence } from '../../domain/ports/web-evidence.ts'
import { webEn } from '../../locales/en/web.ts'
import { type WebMessages, webVi } from '../../locales/vi/web.ts'
import type { WebDelivery } from './delivery-port.ts'
import type { WebJobs } from './jobs-port.ts'

/** What the web chat is wired to. */
export interface WebDeps {
  readonly inbox: Inbox
  readonly sessions: WebSessions
  readonly history: WebHistory
  readonly files: UploadedFiles
  readonly joining: WebJoining
  readonly drafts: WebDrafts
  readonly evidence: WebEvidence
  readonly broadcasts: WebBroadcasts
  readonly pictures: {
    /** The PNG of a message by the secret in its address; null when there is none. */
    find(token: string): Promise<Uint8Array | null>
  }
  readonly delivery: WebDelivery
  readonly jobs: WebJobs
  readonly now: () => Date
  readonly log: Pick<Logger, 'error' | 'warn'>
  /** The address under which browsers reach it. With https the session cookie is only sent over https. */
  readonly publicUrl: string
  /** How often what other processes sent is looked for; 1,000 ms unless told. */
  readonly pollMs?: number
}

/** What every request carries. */
export interface WebEnv {
  Variables: {
    /** Null for a browser that nobody is signed in to. */
    readonly visitor: WebVisitor | null
    /** The words of the page, in the visitor's language. */
    readonly m: WebMessages
  }
}

export const webWords: Record<Locale, WebMessages> = { vi: webVi, en: webEn }
