/** One measured quantity. */
export interface Row {
  readonly what: string
  readonly database: string
  /** All samples, in the unit. */
  readonly samples: readonly number[]
  readonly unit: string
  /** What it should be, in words; '' where nothing was promised. */
  readonly aim: string
  /** Which sample statistic the row is about. */
  readonly statistic?: 'median' | 'p95'
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN

const format = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** Prints the rows; the spread is half the range from the 10th to the 90th percentile. */
export const printTable = (rows: readonly Row[]): void => {
  console.table(
    rows.map(({ what, database, samples, unit, aim, statistic = 'median' }) => {
      const sorted = [...samples].sort((a, b) => a - b)
      const spread = (quantile(sorted, 0.9) - quantile(sorted, 0.1)) / 2
      return {
        what,
        database,
        value: `${format(quantile(sorted, statistic === 'p95' ? 0.95 : 0.5))} ${unit}`,
        of: statistic,
        spread: samples.length > 1 ? `±${format(spread)}` : '',
        samples: samples.length,
        aim,
      }
    }),
  )
}

/** How unsteady the machine is: the same arithmetic again and again, as the spread in percent of the median. */
export const measureNoise = (): string => {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now()
    let sum = 0
    for (let i = 0; i < 4_000_000; i += 1) sum += Math.sqrt(i)
    return sum > 0 ? performance.now() - start : 0
  }).sort((a, b) => a - b)
  const median = quantile(times, 0.5)
  return `${(((quantile(times, 0.9) - quantile(times, 0.1)) / 2 / median) * 100).toFixed(1)} %`
}

/** Runs something several times and returns the milliseconds each took. */
export const timeEach = async (times: number, run: (round: number) => Promise<unknown>): Promise<readonly number[]> => {
  const samples: number[] = []
  for (let round = 0; round < times; round += 1) {
    const start = performance.now()
    await run(round)
    samples.push(performance.now() - start)
  }
  return samples
}
