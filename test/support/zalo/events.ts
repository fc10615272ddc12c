/** A message as the service tells of it. */
export interface ZaloMessage {
  readonly message_id: string
  readonly date: number
  readonly from: { readonly id: string; readonly display_name?: string; readonly is_bot: boolean }
  readonly chat: { readonly id: string; readonly chat_type: 'PRIVATE' | 'GROUP' }
  readonly text?: string
  readonly caption?: string
  readonly photo?: string
  readonly photo_url?: string
  readonly sticker?: string
  readonly url?: string
  readonly voice_url?: string
}

/** What happened, as the product is told: the message may be missing. */
export interface ZaloEvent {
  readonly event_name: string
  readonly message?: ZaloMessage
}

interface Waiting {
  give(event: ZaloEvent | null): void
}

/** The events that nobody has taken. One that was handed out is gone: there is no offset and no second chance. */
export class ZaloEvents {
  #waiting: Waiting[] = []
  #pending: ZaloEvent[] = []
  readonly #given = new Map<string, ZaloEvent>()
  #listener: (() => void) | null = null

  get pending(): readonly ZaloEvent[] {
    return this.#pending
  }

  push(event: ZaloEvent): void {
    if (event.message !== undefined) this.#given.set(event.message.message_id, event)
    const first = this.#waiting.shift()
    if (first === undefined) this.#pending.push(event)
    else first.give(event)
    this.#listener?.()
  }

  /** Tells of a message a second time. */
  redeliver(messageId: string): void {
    const event = this.#given.get(messageId)
    if (event === undefined) throw new Error(`nobody ever sent message ${messageId}`)
    this.push(event)
  }

  /** Takes the oldest event out. */
  take(): ZaloEvent | undefined {
    return this.#pending.shift()
  }

  /** The oldest event, or the next one within the time; null when there is none or the caller hangs up first. */
  next(timeoutSeconds: number, hungUp: AbortSignal): Promise<ZaloEvent | null> {
    const now = this.take()
    if (now !== undefined || timeoutSeconds <= 0) return Promise.resolve(now ?? null)
    return this.wait(timeoutSeconds, hungUp, true)
  }

  /** Waits without looking at what is there; with `isServed` false nothing will ever come. */
  wait(timeoutSeconds: number, hungUp: AbortSignal, isServed: boolean): Promise<ZaloEvent | null> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        give: (event) => {
          clearTimeout(timer)
          this.#waiting = this.#waiting.filter((other) => other !== waiting)
          resolve(event)
        },
      }
      const timer = setTimeout(() => waiting.give(null), timeoutSeconds * 1_000)
      hungUp.addEventListener('abort', () => waiting.give(null), { once: true })
      if (isServed) this.#waiting.push(waiting)
    })
  }

  /** Calls back on every new event. */
  onNew(listener: () => void): void {
    this.#listener = listener
  }
}
