/** What is known of another machine's clock: the moment it shows, in milliseconds, is between `local` + low and + high. */
export interface DistantClock {
  /** It showed `shown` at some moment between `askedMs` and `answeredMs` of the local clock. */
  observe(askedMs: number, shown: number, answeredMs: number): void
  /** The latest local moment at which it can show this. */
  toLocal(shown: number): number
  /** The latest that it can show at a local moment. */
  fromLocal(localMs: number): number
}

/** Each observation narrows what is known; one that contradicts it says that the clock was set, and counts alone. */
export const createDistantClock = (): DistantClock => {
  let low = -Infinity
  let high = Infinity
  return {
    observe: (askedMs, shown, answeredMs) => {
      // Clocks drift apart by some millionths: what was known becomes a little less sure each time.
      low = Math.max(low - driftMs, shown - answeredMs)
      high = Math.min(high + driftMs, shown - askedMs)
      if (low <= high) return
      low = shown - answeredMs
      high = shown - askedMs
    },
    toLocal: (shown) => shown - low,
    fromLocal: (localMs) => localMs + high,
  }
}

const driftMs = 0.01
