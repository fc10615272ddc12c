import type { BroadcastFile } from '../broadcast-files.ts'
import type { Locale } from '../people.ts'
import type { WebChat } from './web.ts'

/** An announcement whose files somebody may have. */
export interface SharedFiles {
  readonly broadcastId: string
  readonly locale: Locale
  readonly workspace: string
  readonly author: string
  readonly excerpt: string
  readonly files: readonly Pick<BroadcastFile, 'id' | 'name' | 'size'>[]
}

/** What an address for the files of an announcement still does; `expired` opens only to whoever is signed in. */
export type SharedState =
  | { readonly kind: 'open'; readonly shared: SharedFiles }
  | { readonly kind: 'expired'; readonly broadcastId: string }
  | { readonly kind: 'withdrawn' | 'unknown' }

/** How files are asked for: by a recipient's own address, or by somebody who is signed in. */
export type Asking = { readonly token: string } | { readonly visitor: WebChat; readonly broadcastId: string }

/** The files of announcements on web pages. */
export interface WebBroadcasts {
  look(asking: Asking): Promise<SharedState>
  /** The bytes of one of the files; a state where there are none for whoever asks. */
  open(
    asking: Asking,
    fileId: string,
  ): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | SharedState>
}
