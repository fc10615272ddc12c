import { patienceMs } from '../patience.ts'
import type { Changes } from './changes.ts'

/** One request that the product made. */
export interface LoggedRequest {
  /** Counted from 1. */
  readonly number: number
  readonly method: string
  readonly chat: string | null
  /** Files as `{ name, size }`; the token never appears. */
  readonly params: Readonly<Record<string, unknown>>
  readonly at: Date
  /** Milliseconds on a clock that never jumps: for measuring gaps. */
  readonly startedMs: number
  /** Null while unanswered, and for good when the connection was reset or hung up. */
  readonly status: number | null
  /** The service's words when it refused. */
  readonly description: string | null
  readonly fault: string | null
  /** Null while unanswered. */
  readonly tookMs: number | null
}

/** What became of a request. */
export interface RequestOutcome {
  readonly status: number | null
  readonly description: string | null
  readonly fault: string | null
}

/** Every request, in the order of arrival. */
export class RequestLog {
  #entries: LoggedRequest[] = []
  #count = 0
  readonly #token: string
  readonly #changes: Changes

  constructor(token: string, changes: Changes) {
    this.#token = token
    this.#changes = changes
  }

  get all(): readonly LoggedRequest[] {
    return this.#entries
  }

  /** The requests for one method. */
  of(method: string): readonly LoggedRequest[] {
    return this.#entries.filter((entry) => entry.method.toLowerCase() === method.toLowerCase())
  }

  /** Waits for the first request, past or to come, for which `isWanted` holds. */
  waitFor(isWanted: (entry: LoggedRequest) => boolean, timeoutMs = patienceMs): Promise<LoggedRequest> {
    const explain = () => `no such request within ${timeoutMs} ms; methods seen: ${this.#methods()}`
    return this.#changes.until(() => this.#entries.find(isWanted), timeoutMs, explain)
  }

  clear(): void {
    this.#entries = []
  }

  /** Writes a request down; the result notes what became of it. */
  begin(method: string, chat: string | null, params: Record<string, unknown>): (outcome: RequestOutcome) => void {
    this.#count += 1
    const startedMs = performance.now()
    const entry = {
      number: this.#count,
      method,
      chat,
      params: this.#scrubRecord(params),
      at: new Date(),
      startedMs,
      status: null,
      description: null,
      fault: null,
      tookMs: null,
    }
    this.#entries.push(entry)
    this.#changes.notify()
    return (outcome) => {
      Object.assign(entry, outcome, { tookMs: performance.now() - startedMs })
      this.#changes.notify()
    }
  }

  #methods(): string {
    return [...new Set(this.#entries.map((entry) => entry.method))].join(', ') || 'none'
  }

  #scrubRecord(record: object): Record<string, unknown> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, this.#scrub(value)]))
  }

  // A webhook address often carries the token; a log that shows it would hide that the product leaks it.
  #scrub(value: unknown): unknown {
    if (typeof value === 'string') {
      return value.replaceAll(this.#token, '<token>').replaceAll(encodeURIComponent(this.#token), '<token>')
    }
    if (Array.isArray(value)) return value.map((item) => this.#scrub(item))
    return typeof value === 'object' && value !== null ? this.#scrubRecord(value) : value
  }
}
