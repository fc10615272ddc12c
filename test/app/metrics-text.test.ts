import { expect, test } from 'vitest'
import { Counter, Histogram, metricsText } from '../../app/metrics-text.ts'

test('a family is its help, its type and a line a value, as Prometheus reads them', () => {
  const text = metricsText([
    {
      ...{ name: 'dondoc_sends_total', help: 'Two\nlines \\ one', type: 'counter' },
      samples: [{ labels: { channel: 'zalo', state: 'a "b" \\ c\nd' }, value: 2 }],
    },
    { name: 'dondoc_inbound_waiting', help: 'Waiting.', type: 'gauge', samples: [{ value: 0.5 }] },
  ])
  expect(text).toBe(
    [
      '# HELP dondoc_sends_total Two\\nlines \\\\ one',
      '# TYPE dondoc_sends_total counter',
      'dondoc_sends_total{channel="zalo",state="a \\"b\\" \\\\ c\\nd"} 2',
      '# HELP dondoc_inbound_waiting Waiting.',
      '# TYPE dondoc_inbound_waiting gauge',
      'dondoc_inbound_waiting 0.5',
      '',
    ].join('\n'),
  )
})

test('a counter adds up by its labels', () => {
  const counter = new Counter()
  counter.add({ channel: 'web' })
  counter.add({ channel: 'web' }, 2)
  counter.add({ channel: 'zalo' })
  expect(counter.samples()).toEqual([
    { labels: { channel: 'web' }, value: 3 },
    { labels: { channel: 'zalo' }, value: 1 },
  ])
})

test('a histogram counts in every bucket that a value fits into', () => {
  const histogram = new Histogram('job', [0.1, 1])
  histogram.observe('sweep', 0.1)
  histogram.observe('sweep', 0.5)
  histogram.observe('sweep', 5)
  expect(metricsText([{ name: 'took', help: 'h', type: 'histogram', samples: histogram.samples() }])).toContain(
    [
      'took_bucket{job="sweep",le="0.1"} 1',
      'took_bucket{job="sweep",le="1"} 2',
      'took_bucket{job="sweep",le="+Inf"} 3',
      'took_sum{job="sweep"} 5.6',
      'took_count{job="sweep"} 3',
    ].join('\n'),
  )
})
