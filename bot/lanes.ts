/** Runs work per key: one at a time in each lane, a limited number of lanes at once, nothing asked for is missed. */
export interface Lanes {
  /** Has the lane's work run once more, from a moment after this call; `first` before the others that wait. */
  wake(key: string, first?: boolean): void
  /** Whether more lanes than these run or wait. */
  isBusierThan(count: number): boolean
  /** Resolves when nothing is running or waiting. */
  quiet(): Promise<void>
  /** Takes nothing new; resolves when what is in hand is finished. */
  stop(): Promise<void>
}

/**
 * `work` drains one lane, told whether somebody hurries it, and must not reject: a rejection is a bug and goes to `onError`.
 * A wake that comes while the lane is running makes it run again, so work stored meanwhile is seen.
 */
export const createLanes = (
  work: (key: string, signal: AbortSignal, first: boolean) => Promise<void>,
  { atOnce, onError }: { readonly atOnce: number; readonly onError: (key: string, error: unknown) => void },
): Lanes => {
  const waiting = new Set<string>()
  const hurrying = new Set<string>()
  const running = new Set<string>()
  const stopping = new AbortController()
  let idle: (() => void)[] = []

  const next = () => {
    if (stopping.signal.aborted) for (const keys of [hurrying, waiting]) keys.clear()
    for (const keys of [hurrying, waiting]) begin(keys)
    if (running.size > 0 || waiting.size > 0 || hurrying.size > 0) return
    for (const resolve of idle) resolve()
    idle = []
  }

  const begin = (keys: Set<string>) => {
    for (const key of keys) {
      if (running.size >= atOnce) break
      if (running.has(key)) continue
      const first = hurrying.delete(key)
      waiting.delete(key)
      // Marked first: work may wake its own lane before it waits for anything.
      running.add(key)
      void run(key, first)
    }
  }

  const run = async (key: string, first: boolean): Promise<void> => {
    try {
      await work(key, stopping.signal, first)
    } catch (error) {
      onError(key, error)
    }
    running.delete(key)
    next()
  }

  const quiet = () =>
    new Promise<void>((resolve) => {
      idle.push(resolve)
      next()
    })

  return {
    wake: (key, first = false) => {
      if (stopping.signal.aborted) return
      ;(first ? hurrying : waiting).add(key)
      next()
    },
    isBusierThan: (count) => waiting.size > count || new Set([...running, ...hurrying, ...waiting]).size > count,
    quiet,
    stop: () => {
      stopping.abort()
      return quiet()
    },
  }
}
