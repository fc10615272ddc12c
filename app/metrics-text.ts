/** What Prometheus calls a family: one name, one meaning, a value for each set of labels. */
export interface MetricFamily {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly MetricSample[]
}

export interface MetricSample {
  /** "_bucket", "_sum", "_count" of a histogram. */
  readonly suffix?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

/** What the answer is declared as. */
export const metricsContentType = 'text/plain; version=0.0.4; charset=utf-8'

/** The text exposition format of Prometheus, version 0.0.4. */
export const metricsText = (families: readonly MetricFamily[]): string =>
  families
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(
          ({ suffix = '', labels = {}, value }) => `${name}${suffix}${labelsText(labels)} ${number(value)}`,
        ),
        '',
      ].join('\n'),
    )
    .join('')

const labelsText = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const number = (value: number): string => (value === Number.POSITIVE_INFINITY ? '+Inf' : String(value))

/** Counts by sets of labels. */
export class Counter {
  readonly #values = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>()

  add(labels: Readonly<Record<string, string>>, by = 1): void {
    const key = labelsText(labels)
    const known = this.#values.get(key)
    if (known === undefined) this.#values.set(key, { labels, value: by })
    else known.value += by
  }

  samples(): readonly MetricSample[] {
    return [...this.#values.values()].map(({ labels, value }) => ({ labels, value }))
  }
}

/** How long something took, by one label. */
export class Histogram {
  readonly #label: string
  readonly #bounds: readonly number[]
  readonly #seen = new Map<string, { readonly buckets: number[]; sum: number; count: number }>()

  constructor(label: string, bounds: readonly number[]) {
    this.#label = label
    this.#bounds = [...bounds, Number.POSITIVE_INFINITY]
  }

  observe(of: string, value: number): void {
    const own = this.#seen.get(of) ?? { buckets: this.#bounds.map(() => 0), sum: 0, count: 0 }
    this.#seen.set(of, own)
    own.sum += value
    own.count += 1
    for (const [at, bound] of this.#bounds.entries()) if (value <= bound) own.buckets[at] = (own.buckets[at] ?? 0) + 1
  }

  samples(): readonly MetricSample[] {
    return [...this.#seen].flatMap(([of, { buckets, sum, count }]) => {
      const labels = { [this.#label]: of }
      return [
        ...buckets.map((value, at) => ({
          ...{ suffix: '_bucket', value },
          labels: { ...labels, le: number(this.#bounds[at] ?? 0) },
        })),
        { suffix: '_sum', labels, value: sum },
        { suffix: '_count', labels, value: count },
      ]
    })
  }
}
