import { TelegramError } from './errors.ts'
import type { Updates, WireUpdate } from './updates.ts'

interface Poll {
  fail(error: TelegramError): void
}

/** Long polling: one caller at a time. */
export class Polling {
  #open: Poll | null = null
  readonly #updates: Updates

  constructor(updates: Updates) {
    this.#updates = updates
  }

  /** Ends the open poll with a conflict. */
  interrupt(by: 'getUpdates' | 'setWebhook'): void {
    const words =
      by === 'setWebhook'
        ? 'Conflict: terminated by setWebhook request'
        : 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
    this.#open?.fail(new TelegramError(409, words))
  }

  /** Answers at once when there is something, else when something comes or the time is up. */
  poll(offset: number, limit: number, timeoutSeconds: number, hungUp: AbortSignal): Promise<readonly WireUpdate[]> {
    this.interrupt('getUpdates')
    const now = this.#updates.read(offset, limit)
    if (now.length > 0 || timeoutSeconds === 0) return Promise.resolve(now)
    return this.#wait(offset, limit, timeoutSeconds, hungUp)
  }

  #wait(offset: number, limit: number, timeoutSeconds: number, hungUp: AbortSignal): Promise<readonly WireUpdate[]> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer)
        stopListening()
        if (this.#open === poll) this.#open = null
      }
      const answer = (read: () => readonly WireUpdate[]): void => {
        end()
        resolve(read())
      }
      const poll: Poll = {
        fail: (error) => {
          end()
          reject(error)
        },
      }
      this.#open = poll
      const timer = setTimeout(() => answer(() => []), timeoutSeconds * 1_000)
      const stopListening = this.#updates.onNew(() => answer(() => this.#updates.read(offset, limit)))
      hungUp.addEventListener('abort', () => answer(() => []), { once: true })
    })
  }
}
