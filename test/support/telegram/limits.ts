/** How fast a bot may send. A rate of Infinity switches one limit off. */
export interface TelegramLimits {
  /** Messages a second over all chats. */
  readonly perSecond: number
  /** Messages a second into one private chat. */
  readonly perChatPerSecond: number
  /** Messages a minute into one group. */
  readonly perGroupPerMinute: number
  /** Further messages that a private chat takes at once before the rate counts: what the real service tolerates. */
  readonly chatBurst: number
  /** Whether editing a message counts like sending one. */
  readonly countEdits: boolean
}

export const strictLimits: TelegramLimits = {
  perSecond: 30,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
  chatBurst: 0,
  countEdits: false,
}

export const noLimits: TelegramLimits = {
  perSecond: Infinity,
  perChatPerSecond: Infinity,
  perGroupPerMinute: Infinity,
  chatBurst: 0,
  countEdits: false,
}

/** The last sends within a stretch of time. */
class SlidingWindow {
  readonly #most: number
  readonly #spanMs: number
  #sends: number[] = []

  constructor(most: number, spanMs: number) {
    this.#most = most
    this.#spanMs = spanMs
  }

  /** Milliseconds until one more fits; 0 when it fits now. */
  wait(nowMs: number): number {
    this.#sends = this.#sends.filter((at) => nowMs - at < this.#spanMs)
    if (this.#sends.length < this.#most) return 0
    const leaves = this.#sends[this.#sends.length - this.#most]
    return leaves === undefined ? 0 : leaves + this.#spanMs - nowMs
  }

  add(nowMs: number): void {
    if (this.#most !== Infinity) this.#sends.push(nowMs)
  }
}

/** Counts sends in real time. Refused sends do not count. */
export class FloodControl {
  readonly limits: TelegramLimits
  readonly #overall: SlidingWindow
  readonly #chats = new Map<number, SlidingWindow>()

  constructor(limits: TelegramLimits) {
    this.limits = limits
    this.#overall = new SlidingWindow(limits.perSecond, 1_000)
  }

  /** Takes one send; the result is the seconds to wait when it is too soon, else 0. */
  take(chatId: number, isGroup: boolean): number {
    const now = performance.now()
    const chat = this.#chat(chatId, isGroup)
    const waitMs = Math.max(this.#overall.wait(now), chat.wait(now))
    if (waitMs > 0) return Math.max(1, Math.ceil(waitMs / 1_000))
    this.#overall.add(now)
    chat.add(now)
    return 0
  }

  #chat(chatId: number, isGroup: boolean): SlidingWindow {
    const known = this.#chats.get(chatId)
    if (known !== undefined) return known
    const { perChatPerSecond, perGroupPerMinute, chatBurst } = this.limits
    const most = perChatPerSecond + chatBurst
    // With a burst the span grows along, so that the rate over time stays the same.
    const span = perChatPerSecond === Infinity ? 1_000 : (most / perChatPerSecond) * 1_000
    const window = isGroup ? new SlidingWindow(perGroupPerMinute, 60_000) : new SlidingWindow(most, span)
    this.#chats.set(chatId, window)
    return window
  }
}
