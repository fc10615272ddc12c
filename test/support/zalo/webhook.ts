import { setTimeout as sleep } from 'node:timers/promises'
import type { ZaloEvent, ZaloEvents } from './events.ts'
import type { ZaloHabits } from './habits.ts'

export interface WebhookOrder {
  readonly url: string
  readonly secret: string
  readonly updatedAt: number
}

/** Delivers events by real POST requests, one after the other. */
export class ZaloWebhook {
  #order: WebhookOrder | null = null
  #isBusy = false
  #over = new AbortController()
  /** Events that the product refused for good: lost. */
  readonly lost: { readonly event: ZaloEvent; readonly problem: string }[] = []
  readonly #events: ZaloEvents
  readonly #habits: ZaloHabits

  constructor(events: ZaloEvents, habits: ZaloHabits) {
    this.#events = events
    this.#habits = habits
    events.onNew(() => void this.#deliver())
  }

  get order(): WebhookOrder | null {
    return this.#order
  }

  /** Whether a delivery is under way. */
  get isBusy(): boolean {
    return this.#isBusy
  }

  /** Tries the address with `webhook.test`; the result is what is wrong with it. */
  probe(order: WebhookOrder): Promise<string | null> {
    return this.#post(order, { event_name: 'webhook.test' })
  }

  set(order: WebhookOrder | null): void {
    this.#over.abort()
    this.#over = new AbortController()
    this.#order = order
    void this.#deliver()
  }

  async #deliver(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    for (let order = this.#order; order !== null; order = this.#order) {
      const event = this.#events.take()
      if (event === undefined) break
      const problem = await this.#tryHard(order, event)
      if (problem !== null) this.lost.push({ event, problem })
    }
    this.#isBusy = false
  }

  async #tryHard(order: WebhookOrder, event: ZaloEvent): Promise<string | null> {
    let problem = await this.#post(order, event)
    for (let retry = 0; problem !== null && retry < this.#habits.webhookRetries; retry += 1) {
      await sleep(this.#habits.webhookRetryMs)
      problem = await this.#post(order, event)
    }
    return problem
  }

  /** Null when the product answered 200, else what went wrong. */
  async #post(order: WebhookOrder, event: ZaloEvent): Promise<string | null> {
    const body = this.#habits.webhookBody === 'flat' ? event : { ok: true, result: event }
    try {
      const response = await fetch(order.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': order.secret },
        body: JSON.stringify(body),
        signal: AbortSignal.any([this.#over.signal, AbortSignal.timeout(10_000)]),
      })
      await response.arrayBuffer()
      return response.ok ? null : `HTTP ${response.status}`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}
