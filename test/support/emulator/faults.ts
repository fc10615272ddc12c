import { seededRandom } from './random.ts'

/** Whether the request was carried out before its answer was spoiled: a message can be delivered and its answer lost. */
export type Effect = 'none' | 'done'

/** What goes wrong. */
export type Fault =
  /** The service's own error envelope. */
  | {
      readonly kind: 'error'
      readonly status: number
      readonly description?: string
      /** Seconds that a 429 names; null for one that names none. */
      readonly retryAfter?: number | null
      readonly effect?: Effect
    }
  /** A page from a proxy in between. */
  | { readonly kind: 'html'; readonly status?: number; readonly effect?: Effect }
  /** Status 200 without a body; carried out unless `effect` says otherwise. */
  | { readonly kind: 'empty'; readonly effect?: Effect }
  /** Status 200 and the first half of the JSON, as a complete HTTP answer. */
  | { readonly kind: 'half'; readonly effect?: Effect }
  /** Half of the promised bytes, then the connection is gone. */
  | { readonly kind: 'cut'; readonly effect?: Effect }
  /** The connection is reset instead of an answer. */
  | { readonly kind: 'reset'; readonly effect: Effect }
  /** The right answer, late; the effect happens at the end of the wait. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** No answer until the caller gives up. */
  | { readonly kind: 'hang'; readonly effect?: Effect }

/** Where and how often a fault strikes. */
export interface FaultRule {
  readonly fault: Fault
  /** Only this method; every method when absent. */
  readonly method?: string
  /** Only this chat; every chat when absent. */
  readonly chat?: string | number
  /** How often at most; forever when absent. */
  readonly times?: number
  /** Let this many matching requests through first. */
  readonly after?: number
  /** 0…1; always when absent. The numbers come from the book's seed. */
  readonly probability?: number
}

/** A rule at work. */
export interface PlacedFault {
  /** How often it has struck. */
  readonly struck: number
  remove(): void
}

interface Placed {
  readonly rule: FaultRule
  readonly random: () => number
  skipped: number
  struck: number
}

const matches = (rule: FaultRule, method: string, chat: string | null): boolean => {
  if (rule.method !== undefined && rule.method.toLowerCase() !== method.toLowerCase()) return false
  return rule.chat === undefined || String(rule.chat) === chat
}

const strikes = (placed: Placed): boolean => {
  const { after = 0, times = Infinity, probability = 1 } = placed.rule
  if (placed.struck >= times) return false
  if (placed.skipped < after) {
    placed.skipped += 1
    return false
  }
  return probability >= 1 || placed.random() < probability
}

/** The faults that a service is told to have. The first rule that strikes wins. */
export class FaultBook {
  #placed: Placed[] = []
  readonly #seed: number

  constructor(seed = 1) {
    this.#seed = seed
  }

  add(rule: FaultRule): PlacedFault {
    const placed: Placed = { rule, random: seededRandom(this.#seed + this.#placed.length), skipped: 0, struck: 0 }
    this.#placed.push(placed)
    return {
      get struck() {
        return placed.struck
      },
      remove: () => {
        this.#placed = this.#placed.filter((other) => other !== placed)
      },
    }
  }

  clear(): void {
    this.#placed = []
  }

  /** The fault that this request meets, or null. */
  take(method: string, chat: string | null): Fault | null {
    for (const placed of this.#placed) {
      if (matches(placed.rule, method, chat) && strikes(placed)) {
        placed.struck += 1
        return placed.rule.fault
      }
    }
    return null
  }
}
