import type { AppError } from '../errors.ts'
import type { Incoming } from '../incoming.ts'
import type { Rendered, RichText } from '../message.ts'
import type { Locale } from '../people.ts'
import type { FixCommand } from '../plan-draft-command.ts'
import type { CorrectedTable, ShownTable } from '../plan-draft-table.ts'

/** Who is signed in to the web chat, with what a page needs to know of them. */
export interface WebVisitor {
  readonly personId: string
  readonly name: string
  readonly locale: Locale
  readonly workspaceId: string
  readonly workspaceName: string
  readonly zone: string
}

/** The one chat that a person has in the browser. */
export type WebChat = Pick<WebVisitor, 'workspaceId' | 'personId'>

/** What is stored of a browser session: never its token, only the token's SHA-256. */
export interface NewWebSession {
  readonly tokenHash: string
  readonly expiresAt: Date
}

export interface WebSessions {
  /** What a one-time link still does; null when there never was such a link. */
  findLink(tokenHash: string, now: Date): Promise<'open' | 'used' | 'expired' | null>
  /**
   * Uses a link up and opens a session with a chat to it, all or nothing. The link is taken in one conditional
   * write: of two browsers one gets false.
   */
  openFromLink(linkHash: string, session: NewWebSession, now: Date): Promise<boolean>
  find(tokenHash: string, now: Date): Promise<WebVisitor | null>
  end(tokenHash: string): Promise<void>
}

/** One thing said in a web chat. */
export type WebEntry =
  | {
      readonly from: 'person'
      /** As it came in. */
      readonly incoming: Incoming
      readonly at: Date
    }
  | {
      readonly from: 'bot'
      /** The outbox row. */
      readonly row: bigint
      /** The message that this one replaces in place. */
      readonly edits: string | null
      readonly content: Rendered
      /** The announcement that it is somebody's copy of. */
      readonly broadcastId?: string
      readonly at: Date
    }

export interface WebHistory {
  /** The newest entries of both sides, oldest first; those before a moment where one is given. */
  listRecent(chat: WebChat, limit: number, before?: Date): Promise<readonly WebEntry[]>
  /**
   * What was said since an outbox row left, oldest first, together with the minute before: rows do not always
   * leave in the order of their ids, so a reader has to drop what it has. An unknown row counts as the beginning.
   */
  listSince(chat: WebChat, row: bigint, limit: number): Promise<readonly WebEntry[]>
  /** Notes that somebody's copies of these announcements were shown to them; the first time counts. */
  markSeen(chat: WebChat, broadcastIds: readonly string[], now: Date): Promise<void>
  /** A mark per person, by id, that changes whenever something is said in their chat. */
  findMarks(chats: readonly WebChat[]): Promise<ReadonlyMap<string, string>>
}

/** The bytes of files that people sent, by reference. */
export interface UploadedFiles {
  /** Resolves once the bytes cannot be lost. */
  save(bytes: Uint8Array): Promise<string>
  /** Null when there is no such file. */
  read(reference: string): Promise<Uint8Array | null>
}

/** Turns an invitation code into a signed-in person. */
export interface WebJoining {
  /** `visitor` is where the request came from: what wrong codes are counted by. Resolves with a session's token. */
  join(request: {
    readonly code: string
    readonly name: string
    readonly visitor: string
  }): Promise<{ readonly sessionToken: string } | AppError>
  /** Where a code can be used: the address of the web chat, and of the bot where it runs. */
  ways(): { readonly web: string; readonly telegram: string | null; readonly zalo: boolean }
}

/** Somebody's drafts of plans as tables. What is gone, too old or somebody else's comes back as words to say. */
export interface WebDrafts {
  open(visitor: WebVisitor, draftId: string): Promise<ShownTable | { readonly gone: RichText }>
  /** Makes one correction, or takes the last one back. */
  correct(
    visitor: WebVisitor,
    draftId: string,
    command: FixCommand | { readonly kind: 'undo' },
  ): Promise<CorrectedTable | { readonly gone: RichText }>
}
