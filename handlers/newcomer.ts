import type { Channel } from '../domain/incoming.ts'
import type { Locale } from '../domain/people.ts'
import type { Chat } from '../domain/ports/messages.ts'
import type { OpenStores, Stores, Workspace } from '../domain/ports/stores.ts'
import type { Messages } from '../locales/index.ts'
import type { Links, Reply } from './request.ts'

/** Somebody whom no workspace knows, with a code in hand. */
export interface Newcomer {
  readonly now: Date
  /** Where they write from; null when the channel gives them their chat only after they have joined. */
  readonly chat: Chat | null
  readonly sender: { readonly id: string; readonly name: string }
  readonly channel: Channel
  readonly m: Messages
  readonly locale: Locale
  readonly key: string
  readonly links: Links
  /** What wrong codes are counted by, where it is not the sender. */
  readonly countedBy?: string
}

export interface JoinStores extends OpenStores {
  inWorkspace(workspaceId: string): Stores
  getWorkspace(workspaceId: string): Promise<Workspace>
}

export interface Joined {
  readonly workspaceId: string
  readonly personId: string
  readonly replies: readonly Reply[]
}
