/** How many of each kind, in the order in which they stand in a bar. */
export interface ChartCounts {
  readonly late: number
  readonly dueSoon: number
  readonly inTime: number
  readonly undated: number
  readonly done: number
}

export const chartKinds = [
  'late',
  'dueSoon',
  'inTime',
  'undated',
  'done',
] as const satisfies readonly (keyof ChartCounts)[]

/** One row of a chart. Null is all that have no row of their own, together. */
export interface ChartBar extends ChartCounts {
  readonly name: string | null
  readonly total: number
}

/** The figures behind a picture, as they were when the message was written: drawn from them, it equals the words. */
export interface Chart {
  readonly locale: 'vi' | 'en'
  /** What a row stands for. */
  readonly rows: 'agency' | 'plan'
  readonly title: string
  readonly workspace: string
  readonly bars: readonly ChartBar[]
  /** How many have no row of their own. */
  readonly others: number
}

/** A PNG of a chart. Rejects when it cannot be drawn, or not in time. */
export type DrawChart = (chart: Chart) => Promise<Uint8Array>

const rowsShown = 12

/** A row for each of the first that have anything, in their order, and one for all the others; none for nothing. */
export const barsOf = (
  figures: readonly (ChartCounts & { readonly name: string; readonly total: number })[],
): Pick<Chart, 'bars' | 'others'> => {
  const some = figures.filter(({ total }) => total > 0)
  // A single other one needs no more room than the row that would stand for it.
  const shown = some.length > rowsShown + 1 ? some.slice(0, rowsShown) : some
  const others = some.slice(shown.length)
  const bars = shown.map((one) => ({ name: one.name, ...countsOf([one]) }))
  return { bars: others.length === 0 ? bars : [...bars, { name: null, ...countsOf(others) }], others: others.length }
}

const countsOf = (all: readonly (ChartCounts & { readonly total: number })[]) => {
  const sum = (kind: keyof ChartCounts | 'total') => all.reduce((count, one) => count + one[kind], 0)
  const counts = { late: sum('late'), dueSoon: sum('dueSoon'), inTime: sum('inTime'), undated: sum('undated') }
  return { total: sum('total'), ...counts, done: sum('done') }
}
