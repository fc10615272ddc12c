import type { Dispatch, PermitLimit, PermitTaken } from '../domain/ports/messages.ts'

type SendPermits = Pick<Dispatch, 'takePermit' | 'returnPermits' | 'pausePermits'>

/** One of several may be taken so much before it is free: what has to be done before the sending takes about that long. */
const aheadMs = 40
/** Longer than a send may take. */
const holdMs = 30_000
/** More than these are looked through for those that are free anyway. */
const manyKept = 10_000

/**
 * The permits of a program that is alone with its database: they need not be written down. What was sent just before it
 * started nobody remembers, so that nothing is free until a whole stretch after that.
 */
export const createMemoryPermits = (clock: () => number = shownNow): SendPermits => {
  const begun = clock()
  const moments = new Map<string, number>()

  const momentOf = (permit: string, perMs: number): number => moments.get(permit) ?? begun + perMs

  const take = ({ key, most, perMs }: PermitLimit): PermitTaken => {
    const now = clock()
    const keys = most === 1 ? [key] : Array.from({ length: most }, (_, index) => `${key}#${index + 1}`)
    const pausedUntil = moments.get(`${key}!`) ?? 0
    if (pausedUntil > now) return { permit: null, freeAt: pausedUntil, clock: now }
    const freeAt = Math.min(...keys.map((permit) => momentOf(permit, perMs)))
    const permit = keys.find((one) => momentOf(one, perMs) === freeAt) ?? null
    if (permit === null || freeAt > now + (most === 1 ? 0 : aheadMs)) return { permit: null, freeAt, clock: now }
    moments.set(permit, now + holdMs)
    return { permit, freeAt, clock: now }
  }

  const forgetFree = (): void => {
    if (moments.size < manyKept) return
    for (const [key, freeAt] of moments) if (freeAt < clock()) moments.delete(key)
  }

  return {
    takePermit: (limit) => Promise.resolve(take(limit)),
    returnPermits: (permits) => {
      for (const { permit, freeAt } of permits) moments.set(permit, freeAt)
      forgetFree()
      return Promise.resolve()
    },
    pausePermits: ({ key }, ms) => {
      moments.set(`${key}!`, Math.max(moments.get(`${key}!`) ?? 0, clock() + ms))
      return Promise.resolve()
    },
  }
}

/** Never set back, unlike the clock on the wall. */
const shownNow = (): number => performance.timeOrigin + performance.now()
