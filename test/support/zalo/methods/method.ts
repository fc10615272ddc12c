import type { ZaloWorld } from '../world.ts'

/** One call of a method. */
export interface Call {
  readonly params: Readonly<Record<string, unknown>>
  /** Fires when the caller hangs up. */
  readonly hungUp: AbortSignal
}

/** What a method does; what it returns is the answer's `result`. Refusals are thrown as ZaloError. */
export type Method = (world: ZaloWorld, call: Call) => unknown
