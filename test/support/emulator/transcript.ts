import { patienceMs } from '../patience.ts'
import type { Activity } from './activity.ts'
import type { Changes } from './changes.ts'

/** What a person saw happen in a chat. */
export interface Shown<M> {
  readonly kind: 'new' | 'edited'
  readonly message: M
}

/** What every channel's message has. */
export interface TranscriptMessage {
  readonly id: string | number
  readonly text: string
}

/** What one chat needs from its service. */
export interface TranscriptOptions {
  readonly chat: string
  readonly changes: Changes
  readonly activity: Activity
  /** How long nothing must happen to count as quiet. */
  readonly quietMs: number
}

/** What the bot has put into one chat, in order, as a person sees it. */
export class Transcript<M extends TranscriptMessage> {
  readonly #messages = new Map<string | number, M>()
  readonly #shown: Shown<M>[] = []
  readonly #options: TranscriptOptions
  #next = 0

  constructor(options: TranscriptOptions) {
    this.#options = options
  }

  /** Every message that is there now, with edits applied and without deleted ones. */
  get messages(): readonly M[] {
    return [...this.#messages.values()]
  }

  /** The newest message; throws when there is none. */
  get last(): M {
    const message = this.messages.at(-1)
    if (message === undefined) throw new Error(`the bot has said nothing in ${this.#options.chat}`)
    return message
  }

  /** Everything that was shown, edits as events of their own. */
  get history(): readonly Shown<M>[] {
    return this.#shown
  }

  /** The bot put a message here. */
  add(message: M): void {
    this.#messages.set(message.id, message)
    this.#show({ kind: 'new', message })
  }

  /** The bot changed a message; only a change of words is an event that people notice. */
  replace(message: M): void {
    const before = this.#messages.get(message.id)
    this.#messages.set(message.id, message)
    if (before?.text === message.text) this.#options.changes.notify()
    else this.#show({ kind: 'edited', message })
  }

  remove(id: string | number): void {
    this.#messages.delete(id)
    this.#options.changes.notify()
  }

  /** The next message that was not taken yet; edits on the way to it are passed over. */
  nextMessage(timeoutMs = patienceMs): Promise<M> {
    return this.#take((shown) => shown.kind === 'new', timeoutMs)
  }

  /** The next message or edited message that was not taken yet. */
  nextShown(timeoutMs = patienceMs): Promise<M> {
    return this.#take(() => true, timeoutMs)
  }

  /** A message that is there, or will be, for which `isWanted` holds. Takes nothing. */
  waitFor(isWanted: (message: M) => boolean, timeoutMs = patienceMs): Promise<M> {
    return this.#options.changes.until(
      () => this.messages.find(isWanted),
      timeoutMs,
      () => this.#nothing(timeoutMs),
    )
  }

  /** Waits until the product has nothing more to say, and takes what it said meanwhile. */
  async waitUntilQuiet(quietMs = this.#options.quietMs, timeoutMs = 15_000): Promise<readonly M[]> {
    await this.#options.activity.quiet(quietMs, timeoutMs)
    const rest = this.#shown.slice(this.#next).map((shown) => shown.message)
    this.#next = this.#shown.length
    return rest
  }

  #show(shown: Shown<M>): void {
    this.#shown.push(shown)
    this.#options.changes.notify()
  }

  #take(isWanted: (shown: Shown<M>) => boolean, timeoutMs: number): Promise<M> {
    const find = (): M | undefined => {
      const index = this.#shown.findIndex((shown, at) => at >= this.#next && isWanted(shown))
      if (index < 0) return undefined
      this.#next = index + 1
      return this.#shown[index]?.message
    }
    return this.#options.changes.until(find, timeoutMs, () => this.#nothing(timeoutMs))
  }

  #nothing(timeoutMs: number): string {
    const recent = this.messages.slice(-3).map((message) => JSON.stringify(message.text))
    return `nothing came in ${this.#options.chat} within ${timeoutMs} ms; last messages: ${recent.join(' | ') || 'none'}`
  }
}
