import type { RichText } from '../message.ts'
import type { Locale } from '../people.ts'
import type { TaskCard } from '../task-view.ts'
import type { WebChat } from './web.ts'

/** What files are brought for. */
export type UploadPurpose =
  /** To prove a task. */
  | ({ readonly kind: 'evidence' } & Pick<TaskCard, 'number' | 'title' | 'agency' | 'dueOn'>)
  /** To go out with an announcement, called by its first words; '' while it has none. */
  | { readonly kind: 'broadcast'; readonly excerpt: string }

/** What an address for uploads still does. */
export type UploadState =
  | {
      readonly kind: 'open'
      readonly locale: Locale
      readonly purpose: UploadPurpose
    }
  | { readonly kind: 'used' | 'expired' | 'unknown' }

export interface WebUpload {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly caption: string
}

export interface WebEvidence {
  findUpload(token: string): Promise<UploadState>
  /**
   * Takes the files and uses the address up, all or nothing. `said` is what the bot says about it in the chat,
   * `problem` why the files were not taken: then the address stays open.
   */
  upload(
    token: string,
    upload: WebUpload,
  ): Promise<
    { readonly said: readonly RichText[] } | { readonly refused: UploadState } | { readonly problem: RichText }
  >
  /** A file of evidence, for somebody who may see its agency; null when there is none for them. */
  open(
    visitor: WebChat,
    evidenceId: string,
  ): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | null>
}
