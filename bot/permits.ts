import { setTimeout as sleep } from 'node:timers/promises'
import type { Dispatch, PermitLimit } from '../domain/ports/messages.ts'
import { createDistantClock } from './distant-clock.ts'

/** The right to send one message now. */
export interface Permit {
  /** Milliseconds until it may be used. */
  earlyMs(): number
  /** Which permit it is and from when on it is free again, by the database's clock; `leftMs` is null when unused. */
  back(leftMs: number | null): { readonly permit: string; readonly freeAt: number }
}

export interface Permits {
  /** Waits for its turn; milliseconds when that is further away than `longestMs`, null when the program stops. */
  take(limit: PermitLimit, longestMs: number, stopping: AbortSignal): Promise<Permit | number | null>
  /** So far away is the next turn at least, as far as is known without asking. */
  knownFarMs(limit: PermitLimit): number
}

/**
 * The service counts a message somewhere between its leaving and its answer, and only the service knows when. So a
 * permit is free again a whole stretch after the *answer*, less the quickest there-and-back that was ever seen: two
 * messages under one permit can then never be counted within one stretch, however late or early either of them is.
 */
export const createPermits = (dispatch: Pick<Dispatch, 'takePermit'>): Permits => {
  const database = createDistantClock()
  const answers = new Map<string, Answers>()
  const queues = new Map<string, Promise<unknown>>()
  const lastTaken = new Map<string, number>()
  const farUntil = new Map<string, number>()

  /** Not all at once after a pause: what arrives together is answered late. */
  const spread = async ({ key, most, perMs }: PermitLimit, stopping: AbortSignal): Promise<void> => {
    if (most === 1) return
    const early = (lastTaken.get(key) ?? -Infinity) + (evenly * perMs) / most - performance.now()
    if (early > 0) await pauseFor(early, stopping)
    lastTaken.set(key, performance.now())
  }

  const takeInTurn = async (limit: PermitLimit, longestMs: number, stopping: AbortSignal) => {
    await spread(limit, stopping)
    for (const deadline = performance.now() + longestMs; !stopping.aborted; ) {
      const asked = performance.now()
      const { permit, freeAt, clock } = await dispatch.takePermit(limit)
      database.observe(asked, clock, performance.now())
      if (permit !== null) return createPermit(limit, permit, database.toLocal(Math.max(freeAt, clock)))
      const far = farMs(limit, freeAt - clock)
      if (far > longestMs || performance.now() > deadline) return Math.max(far, limit.perMs)
      await pauseFor(far, stopping)
    }
    return null
  }

  /** The one permit of a chat that is not free may be in somebody's hand, who gives it back in a moment. */
  const farMs = ({ key, most, perMs }: PermitLimit, ms: number): number => {
    if (most === 1) return ms > holdMs ? ms : Math.max(shortestWaitMs, Math.min(ms, perMs))
    const far = Math.max(shortestWaitMs, ms - aheadMs)
    if (far > perMs) farUntil.set(key, performance.now() + far)
    return far
  }

  const createPermit = (limit: PermitLimit, permit: string, freeAtMs: number): Permit => ({
    earlyMs: () => freeAtMs - performance.now(),
    back: (leftMs) => {
      const answeredMs = performance.now()
      const freeMs = leftMs === null ? freeAtMs : answeredMs + limit.perMs - credit(limit, answeredMs - leftMs)
      return { permit, freeAt: database.fromLocal(freeMs) }
    },
  })

  /** What is known of the way there and back to this service, so far; nothing until enough was seen. */
  const credit = ({ key }: PermitLimit, tookMs: number): number => {
    const service = key.replace(/:.*$/, '')
    const { quickestMs, seen } = answers.get(service) ?? { quickestMs: Infinity, seen: 0 }
    const now = { quickestMs: Math.min(quickestMs, tookMs), seen: seen + 1 }
    answers.set(service, now)
    return now.seen < enoughSeen ? 0 : Math.max(0, now.quickestMs * trusted - marginMs)
  }

  return {
    take: (limit, longestMs, stopping) => {
      const before = queues.get(limit.key) ?? Promise.resolve()
      const turn = before.catch(() => undefined).then(() => takeInTurn(limit, longestMs, stopping))
      const after = turn
        .catch(() => undefined)
        .then(() => {
          if (queues.get(limit.key) === after) queues.delete(limit.key)
        })
      queues.set(limit.key, after)
      return turn
    },
    knownFarMs: ({ key }) => Math.max(0, (farUntil.get(key) ?? 0) - performance.now()),
  }
}

interface Answers {
  readonly quickestMs: number
  readonly seen: number
}

/** No longer than this is a permit in a hand that is alive (send-slots). */
const holdMs = 30_000
/** One of several that will be free in a moment is to be had already. */
const aheadMs = 35
/** One that seemed free and was not to be had was taken by somebody else at that very moment. */
const shortestWaitMs = 1
/** A part of the even distance, so that what a busy moment delays can be made up for. */
const evenly = 0.85
/** The first answers of a process are slow ones, and the quickest of all may not have been seen yet. */
const enoughSeen = 200
const trusted = 0.9
const marginMs = 2

const pauseFor = (ms: number, stopping: AbortSignal): Promise<unknown> =>
  sleep(ms, undefined, { signal: stopping }).catch(() => undefined)
