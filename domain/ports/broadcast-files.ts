import type { BroadcastFile } from '../broadcast-files.ts'

export interface BroadcastFiles {
  /** Only to what has not gone out. */
  add(
    broadcastId: string,
    file: Omit<BroadcastFile, 'id'> & { readonly addedById: string },
    now: Date,
  ): Promise<BroadcastFile>
  /** False when it was not there, or has gone out. */
  remove(broadcastId: string, fileId: string): Promise<boolean>
  /** Addresses that open the files, one for each person. */
  addLinks(
    broadcastId: string,
    links: readonly { readonly personId: string; readonly tokenHash: string }[],
    expiresAt: Date,
  ): Promise<void>
}
