/** Whom a broadcast goes to; empty lists mean everybody of the workspace. */
export interface Audience {
  readonly agencyIds: readonly string[]
}

export interface Broadcast {
  readonly id: string
  readonly authorId: string
  readonly text: string
  readonly audience: Audience
  readonly createdAt: Date
  readonly sentAt: Date | null
}

/** What is known of one person's copy. */
export interface BroadcastReceipt {
  readonly personId: string
  readonly personName: string
  readonly state: 'pending' | 'sending' | 'sent' | 'unknown' | 'failed'
  readonly acknowledgedAt: Date | null
}

export interface Broadcasts {
  saveDraft(
    broadcast: { readonly authorId: string; readonly text: string; readonly audience: Audience },
    now: Date,
  ): Promise<string>
  find(broadcastId: string): Promise<Broadcast | null>
  /** Marks it as sent in one conditional write; false when it had gone out before. */
  claim(broadcastId: string, now: Date): Promise<boolean>
  addReceipts(
    broadcastId: string,
    receipts: readonly { readonly personId: string; readonly messageKey: string }[],
  ): Promise<void>
  /** False when this person had acknowledged before or was not addressed. */
  acknowledge(broadcastId: string, personId: string, now: Date): Promise<boolean>
  listReceipts(broadcastId: string): Promise<readonly BroadcastReceipt[]>
}
