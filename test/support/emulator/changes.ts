interface Waiting {
  /** True when what was waited for is there and the waiter has been told. */
  readonly look: () => boolean
}

/** Lets tests wait for something to become true, without asking again and again. */
export class Changes {
  readonly #waiting = new Set<Waiting>()

  /** Something changed: everybody looks again. */
  notify(): void {
    for (const waiting of this.#waiting) if (waiting.look()) this.#waiting.delete(waiting)
  }

  /** Waits until `find` gives a value. After the timeout it fails with what `explain` says then. */
  until<T>(find: () => T | undefined, timeoutMs: number, explain: () => string): Promise<T> {
    const now = find()
    if (now !== undefined) return Promise.resolve(now)
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = {
        look: () => {
          const found = find()
          if (found === undefined) return false
          clearTimeout(timer)
          resolve(found)
          return true
        },
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting)
        reject(new Error(explain()))
      }, timeoutMs)
      this.#waiting.add(waiting)
    })
  }
}
