import fc from 'fast-check'
import type { Fate } from './office.ts'

/** Something that happens. Numbers choose among whatever there is then; what is not possible then does not happen. */
export type Command =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'days'; readonly count: number; readonly minute: number; readonly dies: boolean }
  | { readonly kind: 'run'; readonly dies: boolean; readonly twice: boolean; readonly cuts: number }
  | { readonly kind: 'answer'; readonly which: number; readonly who: number; readonly done: boolean }
  | { readonly kind: 'extend'; readonly which: number; readonly days: number; readonly granted: boolean }
  | { readonly kind: 'judge'; readonly which: number; readonly good: boolean }
  | { readonly kind: 'reopen' | 'cancel'; readonly which: number }
  | { readonly kind: 'return'; readonly which: number; readonly to: number | null }
  | { readonly kind: 'doer'; readonly which: number; readonly who: number | null }
  | { readonly kind: 'away'; readonly from: number; readonly to: number; readonly in: number; readonly days: number }
  | { readonly kind: 'home'; readonly which: number }
  | { readonly kind: 'snooze'; readonly which: number; readonly who: number; readonly days: number }
  | { readonly kind: 'unsnooze'; readonly which: number; readonly who: number }
  | { readonly kind: 'block'; readonly who: number; readonly blocked: boolean }
  | { readonly kind: 'fate'; readonly fates: readonly Fate[] }

const pick = fc.nat(99)
const minutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 3, arbitrary: fc.integer({ min: 300, max: 3 * 1440 }) },
  { weight: 1, arbitrary: fc.integer({ min: 3 * 1440, max: 21 * 1440 }) },
  // Somebody sets the clock right.
  { weight: 1, arbitrary: fc.integer({ min: -60, max: -1 }) },
)

const any = (weight: number, arbitrary: fc.Arbitrary<Command>) => ({ weight, arbitrary })
const is = <Kind extends string>(kind: Kind) => fc.constant(kind)
/** Before and at the opening, later in the morning, at noon, before and at the closing. */
const minute = fc.constantFrom(449, 450, 450, 480, 480, 720, 1019, 1020)
const maybe = (number: fc.Arbitrary<number>): fc.Arbitrary<number | null> => fc.option(number, { freq: 3 })
const rarely = fc.nat(5).map((side) => side === 0)
const often = fc.nat(2).map((side) => side === 0)

export const commands: fc.Arbitrary<readonly Command[]> = fc.array(
  fc.oneof(
    any(3, fc.record({ kind: is('pass'), minutes })),
    any(8, fc.record({ kind: is('days'), count: fc.integer({ min: 1, max: 4 }), minute, dies: often })),
    any(4, fc.record({ kind: is('run'), dies: rarely, twice: fc.boolean(), cuts: fc.nat(2) })),
    any(4, fc.record({ kind: is('answer'), which: pick, who: pick, done: rarely })),
    any(2, fc.record({ kind: is('answer'), which: pick, who: pick, done: fc.constant(true) })),
    any(
      3,
      fc.record({ kind: is('extend'), which: pick, days: fc.integer({ min: 1, max: 40 }), granted: fc.boolean() }),
    ),
    any(2, fc.record({ kind: is('judge'), which: pick, good: fc.boolean() })),
    any(2, fc.record({ kind: fc.constantFrom('reopen', 'cancel'), which: pick })),
    any(2, fc.record({ kind: is('return'), which: pick, to: maybe(fc.nat(2)) })),
    any(4, fc.record({ kind: is('doer'), which: pick, who: maybe(pick) })),
    any(
      3,
      fc.record({
        ...{ kind: is('away'), from: pick, to: pick },
        ...{ in: fc.integer({ min: 0, max: 5 }), days: fc.integer({ min: 1, max: 14 }) },
      }),
    ),
    any(1, fc.record({ kind: is('home'), which: pick })),
    any(4, fc.record({ kind: is('snooze'), which: pick, who: pick, days: fc.integer({ min: 1, max: 9 }) })),
    any(1, fc.record({ kind: is('unsnooze'), which: pick, who: pick })),
    any(2, fc.record({ kind: is('block'), who: pick, blocked: fc.boolean() })),
    any(
      2,
      fc.record({
        kind: is('fate'),
        fates: fc.array(fc.constantFrom<Fate>('unknown', 'retry', 'dies', 'sent'), { minLength: 1, maxLength: 4 }),
      }),
    ),
  ),
  { minLength: 4, maxLength: 30, size: 'max' },
)
