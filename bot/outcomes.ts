import type { Outcome } from '../domain/ports/messages.ts'

/** A retry after some seconds; see Outcome for `giveUpAfter`. */
export const retryIn = (
  seconds: number,
  failure: string,
  now: Date,
  giveUpAfter?: number,
): Extract<Outcome, { kind: 'retry' }> => ({
  kind: 'retry',
  at: new Date(now.getTime() + seconds * 1000),
  failure,
  ...(giveUpAfter === undefined ? {} : { giveUpAfter }),
})

/** A refusal that may be the message's own fault is tried this often. */
export const fewAttempts = 8

/** What silence means: when nothing left this machine the message certainly did not arrive, else nobody knows. */
export const outcomeOfSilence = ({ reason, neverLeft }: Silence, now: Date): Outcome =>
  neverLeft ? retryIn(15, reason, now) : { kind: 'unknown', failure: reason }

/** No clear answer from a channel. The request itself is never part of it: its address holds the token. */
export class Silence extends Error {
  override readonly name = 'Silence'
  readonly reason: string
  readonly neverLeft: boolean

  constructor(method: string, reason: string) {
    super(`${method}: ${reason}`)
    this.reason = reason
    this.neverLeft = reason.startsWith(notConnected)
  }
}

/** How the reason begins when a request got no connection (connection.ts). */
export const notConnected = 'NOT_CONNECTED'
