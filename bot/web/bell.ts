/** Somebody waits, somebody else rings. A ring that comes while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring (true), or when the time is over (false). */
  wait(ms: number): Promise<boolean>
}

export const createBell = (): Bell => {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    wait: async (ms) => {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<undefined>()
        const timer = setTimeout(() => resolve(undefined), ms)
        wake = () => resolve(undefined)
        await promise
        clearTimeout(timer)
        wake = null
      }
      const heard = rung
      rung = false
      return heard
    },
  }
}
