/** A one-time code by which somebody who has joined comes in from a further channel. */
export interface LinkCode {
  readonly id: string
  readonly workspaceId: string
  readonly personId: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

export interface LinkCodes {
  /** Only the hash is kept. Codes this person was given before end with it. */
  create(personId: string, codeHash: string, expiresAt: Date, now: Date): Promise<void>
}
