import type { Claimed, Outcome } from '../domain/ports/messages.ts'

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

const firstPause = 10
const longestPause = 600
const daySeconds = 86_400

/** So many seconds after its so manieth failure an ill service is asked again: soon at first, then every ten minutes. */
export const pauseAfter = (attempts: number): number =>
  Math.min(firstPause * 2 ** Math.max(0, attempts - 1), longestPause)

/** How many attempts fill a day: the message itself may be what the service falls ill of, and others wait behind it. */
const attemptsOfADay = (): number => {
  let attempts = 1
  for (let waited = 0; waited < daySeconds; attempts += 1) waited += pauseAfter(attempts)
  return attempts
}

/** A service that is ill says nothing about who is to be told: it is waited for, a day long. */
export const outcomeOfIllness = (failure: string, { attempts }: Pick<Claimed, 'attempts'>, now: Date): Outcome =>
  retryIn(pauseAfter(attempts), failure, now, attemptsOfADay())

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
