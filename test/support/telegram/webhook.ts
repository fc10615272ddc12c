import type { WebhookInfo } from 'grammy/types'
import { z } from 'zod'
import type { QueuedUpdate, Updates } from './updates.ts'

/** What the bot asked for with setWebhook. */
export interface WebhookOrder {
  readonly url: string
  readonly secret: string
  readonly maxConnections: number
}

/** A call that the bot put into its answer to a delivery. */
export type AnsweredCall = (method: string, values: Record<string, unknown>) => void

export interface WebhookOptions {
  /** The wait after the second failure; it doubles. The first retry comes at once, as with the real service. */
  readonly retryMs: number
  /** How long the bot may take to answer. */
  readonly answerMs: number
}

interface Delivery {
  failures: number
  isOpen: boolean
}

const longestWaitMs = 60_000
const answeredCall = z.looseObject({ method: z.string() })

const readCall = (body: string): z.infer<typeof answeredCall> | null => {
  try {
    return answeredCall.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

const explain = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

/** Delivers updates by real POST requests: in order within a lane, lanes side by side, again until it gets a 2xx. */
export class Webhook {
  #order: WebhookOrder | null = null
  #lastError: { readonly at: number; readonly words: string } | null = null
  readonly #deliveries = new Map<QueuedUpdate, Delivery>()
  readonly #updates: Updates
  readonly #options: WebhookOptions
  readonly #call: AnsweredCall
  #generation = new AbortController()

  constructor(updates: Updates, options: WebhookOptions, call: AnsweredCall) {
    this.#updates = updates
    this.#options = options
    this.#call = call
    updates.onNew(() => this.#deliver())
  }

  get isSet(): boolean {
    return this.#order !== null
  }

  /** Starts, changes or (with null) ends the delivery. */
  set(order: WebhookOrder | null): void {
    this.#generation.abort()
    this.#generation = new AbortController()
    this.#deliveries.clear()
    this.#order = order
    this.#lastError = null
    this.#deliver()
  }

  info(): WebhookInfo {
    const order = this.#order
    return {
      url: order?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#updates.pending.length,
      ...(order === null ? {} : { max_connections: order.maxConnections }),
      ...(this.#lastError === null
        ? {}
        : { last_error_date: this.#lastError.at, last_error_message: this.#lastError.words }),
    }
  }

  #deliver(): void {
    const order = this.#order
    if (order === null) return
    const lanes = new Set<string>()
    for (const queued of this.#updates.pending) {
      if (lanes.has(queued.lane)) continue
      lanes.add(queued.lane)
      if (this.#openCount() < order.maxConnections) this.#start(order, queued)
    }
  }

  #openCount(): number {
    return [...this.#deliveries.values()].filter((delivery) => delivery.isOpen).length
  }

  #start(order: WebhookOrder, queued: QueuedUpdate): void {
    if (this.#deliveries.has(queued)) return
    const delivery: Delivery = { failures: 0, isOpen: true }
    this.#deliveries.set(queued, delivery)
    void this.#tryOnce(order, queued, delivery, this.#generation.signal)
  }

  async #tryOnce(order: WebhookOrder, queued: QueuedUpdate, delivery: Delivery, over: AbortSignal): Promise<void> {
    delivery.isOpen = true
    const problem = await this.#post(order, queued, over)
    if (over.aborted) return
    delivery.isOpen = false
    if (problem === null) {
      this.#updates.confirm(queued)
      this.#deliveries.delete(queued)
      this.#deliver()
      return
    }
    this.#lastError = { at: Math.floor(Date.now() / 1_000), words: problem }
    const waitMs = delivery.failures === 0 ? 0 : this.#options.retryMs * 2 ** (delivery.failures - 1)
    delivery.failures += 1
    const timer = setTimeout(() => void this.#tryOnce(order, queued, delivery, over), Math.min(waitMs, longestWaitMs))
    over.addEventListener('abort', () => clearTimeout(timer), { once: true })
    this.#deliver()
  }

  /** Null when the bot took it, else what went wrong. */
  async #post(order: WebhookOrder, queued: QueuedUpdate, over: AbortSignal): Promise<string | null> {
    try {
      const response = await fetch(order.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(order.secret === '' ? {} : { 'x-telegram-bot-api-secret-token': order.secret }),
        },
        body: JSON.stringify(queued.update),
        signal: AbortSignal.any([over, AbortSignal.timeout(this.#options.answerMs)]),
      })
      const body = await response.text()
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`
      this.#obey(body)
      return null
    } catch (error) {
      return explain(error)
    }
  }

  #obey(body: string): void {
    const call = readCall(body)
    if (call === null) return
    const { method, ...values } = call
    if (!/^(get|setwebhook|deletewebhook|close|logout)/i.test(method)) this.#call(method, values)
  }
}
