import { setTimeout as sleep } from 'node:timers/promises'

/** Knows whether the product still has something to do, as far as the service can see. */
export class Activity {
  #inFlight = 0
  #lastMs = performance.now()
  readonly #waitingUpdates: () => number

  /** `waitingUpdates` counts what the product has not taken yet. */
  constructor(waitingUpdates: () => number) {
    this.#waitingUpdates = waitingUpdates
  }

  /** Something happened now. */
  touch(): void {
    this.#lastMs = performance.now()
  }

  /** A request came; the result marks its end. */
  begin(): () => void {
    this.#inFlight += 1
    this.touch()
    return () => {
      this.#inFlight -= 1
      this.touch()
    }
  }

  /** Waits until every update was taken and nothing has happened for `quietMs`. */
  async quiet(quietMs: number, timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs
    while (!this.#isQuiet(quietMs)) {
      if (performance.now() > deadline) {
        throw new Error(
          `not quiet after ${timeoutMs} ms: ${this.#waitingUpdates()} updates not taken, ${this.#inFlight} requests open`,
        )
      }
      await sleep(10)
    }
  }

  #isQuiet(quietMs: number): boolean {
    return this.#waitingUpdates() === 0 && this.#inFlight === 0 && performance.now() - this.#lastMs >= quietMs
  }
}
