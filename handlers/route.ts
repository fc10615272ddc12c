import type { Channel, IncomingFile } from '../domain/incoming.ts'
import type { DirectorySheet } from '../domain/agency-sheet.ts'
import type { CalendarSheet } from '../domain/calendar/calendar-sheet.ts'
import type { KeptFile } from '../domain/evidence.ts'
import type { FilePurpose } from '../domain/file-purpose.ts'
import type { Action } from '../domain/permissions.ts'
import type { ParsedPlan, PlanFile, ReadingProgress } from '../domain/plan-document.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Messages } from '../locales/index.ts'
import type { Handler } from './request.ts'

/** Something a person can type after a slash. */
export interface Command {
  /** Vietnamese name first, then the English one and others. */
  readonly names: readonly [string, ...string[]]
  /** What is typed for it without a slash, folded, when it is the whole message in private. */
  readonly spoken?: readonly string[]
  /** Whether a name of it and the number of a task are it too, without a slash: "gia hạn 2". */
  readonly ofTask?: boolean
  /** One line for /help and the channel's menu. */
  readonly about: (m: Messages) => string
  /** Who sees and may use it: anybody who joined, or those with the right anywhere or in their agency. */
  readonly needs: Action | 'joined'
  /** Whether it is about the person themself rather than about work: /help lists it apart. */
  readonly personal?: boolean
  /** The right with which it is answered where a whole group reads along; everybody else is answered in private. */
  readonly inGroups?: Action
  readonly run: Handler<keyof Stores>
}

/** Something a person can press: the action is the prefix, a colon and the rest, which is the input. */
export interface ButtonRoute {
  readonly prefix: string
  readonly inGroups?: boolean
  readonly run: Handler<keyof Stores>
}

/** What is done with the next words of somebody whom the bot asked something. */
export interface DialogRoute {
  readonly kind: string
  /** It waits for words about a task, so that a reply to a task's message may be what it waits for. */
  readonly aboutTask?: boolean
  readonly run: Handler<keyof Stores, { readonly text: string; readonly data: unknown }>
}

/** What is done outside of any transaction before a file is handled: fetching and reading take long. */
export interface FileTools {
  fetch(channel: Channel, file: IncomingFile): Promise<PlanFile>
  /** Null when the file is no directory of agencies. */
  readDirectory(file: PlanFile): Promise<DirectorySheet | null>
  /** Null when the file is no calendar of work. */
  readCalendar(file: PlanFile): Promise<CalendarSheet | null>
  /** Keeps the bytes of a file for a workspace, by what it is for. */
  keep(
    workspaceId: string,
    file: PlanFile & { readonly photo: boolean },
    shelf: Exclude<FilePurpose, 'import'>,
  ): Promise<KeptFile>
  readPlan(file: PlanFile, onProgress?: (progress: ReadingProgress) => void): Promise<ParsedPlan>
}

/** A file about a task: kept already, or null where the channel does not let the bot fetch it. */
export interface SentEvidence {
  readonly evidence: KeptFile | null
  readonly caption: string
  /** Its caption is somebody else's: it may name the task, and is never an answer. */
  readonly forwarded?: true
}

/** A file for an announcement, in the same way. */
export interface SentAttachment {
  readonly attachment: KeptFile | null
  readonly caption: string
}

/** A directory of agencies that was fetched and read. */
export interface SentDirectory {
  readonly name: string
  readonly sheet: DirectorySheet
}

/** A calendar of work; null when the file is none, or was not read because its sender may change none. */
export interface SentCalendar {
  readonly name: string
  readonly calendar: CalendarSheet | null
}

/** What became of a file before it is handled. */
export type SentFile = ReadFile | SentDirectory | SentCalendar | SentEvidence | SentAttachment

/** A file that was fetched and read. */
export interface ReadFile {
  readonly name: string
  /** SHA-256 in hex. */
  readonly contentHash: string
  readonly parsed: ParsedPlan
}
