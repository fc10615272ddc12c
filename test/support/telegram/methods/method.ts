import type { Params } from '../params.ts'
import type { World } from '../world.ts'

/** One call of a method. */
export interface Call {
  readonly params: Params
  /** Fires when the caller hangs up. */
  readonly hungUp: AbortSignal
}

/** What a method does; what it returns is the answer's `result`. Refusals are thrown as TelegramError. */
export type Method = (world: World, call: Call) => unknown

/** A result that carries words of its own, as the webhook methods do. */
export class DescribedResult {
  readonly result: unknown
  readonly description: string

  constructor(result: unknown, description: string) {
    this.result = result
    this.description = description
  }
}
