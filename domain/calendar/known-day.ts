import type { LocalDate } from '../time.ts'

/** What the law gives off; locales/ has the words. */
export type Holiday =
  | 'new-year'
  | 'tet'
  | 'hung-kings'
  | 'victory'
  | 'labour'
  | 'national'
  | 'culture'
  /** For a holiday that fell on a weekly day of rest. */
  | 'in-lieu'
  /** A day of work that was swapped for a day of rest, and the other way round. */
  | 'swap'

/**
 * Where it comes from that a day is off or worked: the law names the day; a notice of the year decided it; nothing is
 * decided yet and it is what the law's number of days would usually be; the workspace itself says so.
 */
export type Basis = 'law' | 'notice' | 'forecast' | 'own'

/** A day that is not what its weekday says, or is so for a reason. */
export interface KnownDay {
  readonly date: LocalDate
  readonly kind: 'off' | 'working'
  /** A holiday, or the workspace's own words. */
  readonly name: Holiday | { readonly words: string }
  /** The document that says so, in its own language; empty when the workspace named none. */
  readonly source: string
  readonly basis: Basis
}
