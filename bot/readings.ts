/** Work that goes on beside the lanes, one piece an event: what comes after it in its chat need not wait. */
export interface Readings<T> {
  /** Events whose work is not finished; lanes leave them alone. */
  pending(): readonly bigint[]
  /**
   * The result of an event's work, once, or what it failed with (thrown); 'pending' while it goes on. The first time
   * it is asked for, it begins, and the chat is woken when it is finished.
   */
  take(eventId: bigint, chatKey: string, work: () => Promise<T>): T | 'pending'
  /** Resolves when nothing is going on. */
  quiet(): Promise<void>
}

type Finished<T> = { readonly value: T } | { readonly error: unknown }

export const createReadings = <T>(wake: (chatKey: string) => void): Readings<T> => {
  const running = new Map<bigint, Promise<void>>()
  const finished = new Map<bigint, Finished<T>>()

  const begin = async (eventId: bigint, chatKey: string, work: () => Promise<T>): Promise<void> => {
    try {
      finished.set(eventId, { value: await work() })
    } catch (error) {
      finished.set(eventId, { error })
    }
    running.delete(eventId)
    wake(chatKey)
  }

  return {
    pending: () => [...running.keys()],
    take: (eventId, chatKey, work) => {
      const done = finished.get(eventId)
      if (done === undefined) {
        if (!running.has(eventId)) running.set(eventId, begin(eventId, chatKey, work))
        return 'pending'
      }
      finished.delete(eventId)
      if ('error' in done) throw done.error
      return done.value
    },
    quiet: async () => {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
