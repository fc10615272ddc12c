import type { Logger } from 'pino'
import type { InboxTurn, Outbox, WaitingEvent } from '../domain/ports/messages.ts'
import type { Accounts } from '../domain/ports/people.ts'
import type { OpenStores, Stores, Workspace } from '../domain/ports/stores.ts'
import type { Links } from '../handlers/request.ts'
import type { FileTools } from '../handlers/route.ts'

/** What one transaction offers to the handling of one event. */
export interface HandlingTools {
  readonly turn: InboxTurn
  readonly accounts: Accounts
  readonly openStores: OpenStores
  readonly storesOf: (workspaceId: string) => Stores
  readonly outboxOf: (workspaceId: string | null) => Outbox
  readonly getWorkspace: (workspaceId: string) => Promise<Workspace>
}

/** What takes longer than this is announced, and the announcement is kept up to date this often. Milliseconds. */
export interface ProgressPace {
  readonly announceAfter: number
  readonly updateEvery: number
}

export interface HandlingOptions {
  readonly inTransaction: <T>(run: (tools: HandlingTools) => Promise<T>) => Promise<T>
  readonly peek: (chatKey: string, except: readonly bigint[]) => Promise<WaitingEvent | null>
  readonly countAttempt: (id: bigint) => Promise<number>
  /** Whether a failure is nobody's fault and passes: it is no attempt, and what failed waits for the next sweep. */
  readonly isPassing: (error: unknown) => boolean
  readonly findUnhandled: () => Promise<readonly string[]>
  readonly files: FileTools
  readonly links: () => Links
  readonly locale: 'vi' | 'en'
  readonly now: () => Date
  readonly log: Logger
  /** When long reading is announced and how often that is kept up to date; as usual unless a test says otherwise. */
  readonly progress?: ProgressPace
}
