import type { BarSeriesOption } from 'echarts/charts'
import type { EChartsCoreOption } from 'echarts/core'
import { type Chart, type ChartBar, chartKinds } from '../domain/chart.ts'
import { shorten } from '../domain/shorten.ts'
import { messagesIn } from '../locales/index.ts'

/** In units of which a picture has two pixels each way. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}

const width = 960
const rowHeight = 46
const above = 122
const below = 44

/** As wide as a messenger shows a picture; as high as its rows need. */
export const chartSize = ({ bars }: Pick<Chart, 'bars'>): ChartSize => ({
  width,
  height: above + bars.length * rowHeight + below,
})

const namesWidth = 250
const tailWidth = 208
const barsWidth = width - namesWidth - tailWidth

/** Whether a number finds room in a part that is this share of its bar: else it would stand in the next one. */
const fits = (number: number, share: number): boolean => share * barsWidth >= 10 * String(number).length + 10

type Kind = (typeof chartKinds)[number]

/**
 * Told apart without colour too: dark with stripes, middle with dots, light, white with lines, dark. The numbers stand
 * on their part's own colour, not on its pattern.
 */
const looks: Record<Kind, { readonly color: string; readonly ink: string; readonly pattern?: object }> = {
  late: {
    color: '#a3211b',
    ink: '#ffffff',
    pattern: { symbol: 'rect', color: '#f6c9c5', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 },
  },
  dueSoon: {
    color: '#f0b540',
    ink: '#1a1a1a',
    pattern: {
      symbol: 'circle',
      color: '#6b4a00',
      dashArrayX: [
        [8, 8],
        [0, 8, 8, 0],
      ],
      dashArrayY: [6, 0],
      symbolSize: 0.45,
    },
  },
  inTime: { color: '#cfe2f5', ink: '#1a1a1a' },
  undated: {
    color: '#ffffff',
    ink: '#1a1a1a',
    pattern: { symbol: 'rect', color: '#9aa3ab', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 0 },
  },
  done: { color: '#2b6e49', ink: '#ffffff' },
}

const plain = { color: 'transparent' }

const font = 'DejaVu Sans'
const ink = '#1a1a1a'

/** Stacked bars, each as long as the others: what an agency has much of is seen however little it has in all. */
export const chartOptions = (chart: Chart): EChartsCoreOption => {
  const m = messagesIn(chart.locale).weekly.chart
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: font, color: ink },
    title: {
      text: chart.title,
      left: 16,
      top: 10,
      textStyle: { fontFamily: font, fontSize: 20, fontWeight: 'bold', color: ink },
      subtext: shorten(chart.workspace, 90),
      subtextStyle: { fontFamily: font, fontSize: 15, color: ink },
    },
    legend: {
      left: 14,
      top: 76,
      itemWidth: 34,
      itemHeight: 18,
      itemGap: 18,
      selectedMode: false,
      data: chartKinds.map((kind) => m.kinds[kind]),
      textStyle: { fontFamily: font, fontSize: 15, color: ink },
    },
    graphic: [
      {
        type: 'text',
        left: 16,
        bottom: 14,
        style: { text: m.explanation(chart.rows), font: `14px "${font}"`, fill: '#4a4a4a' },
      },
    ],
    grid: { left: namesWidth, right: tailWidth, top: above, bottom: below, containLabel: false },
    xAxis: { type: 'value', max: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.bars.map((bar) => nameOf(chart, bar)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#4a4a4a' } },
      axisLabel: {
        interval: 0,
        fontFamily: font,
        fontSize: 15,
        lineHeight: 18,
        color: ink,
        width: namesWidth - 26,
        overflow: 'break',
      },
    },
    series: [...chartKinds.map((kind) => partsOf(chart, kind, m.kinds[kind])), tailsOf(chart)],
  }
}

/** Two lines at most. */
const nameLength = 50

const nameOf = ({ locale, rows, others }: Chart, { name }: ChartBar): string => {
  const m = messagesIn(locale).weekly.chart
  if (name === null) return m.others(others, rows)
  return name === '' ? m.noName : inTwoLines(shorten(name, nameLength))
}

/** So many letters stand on one line. */
const lineLength = 26

/** Broken where both lines are about as long: a single word on the second looks like a mistake. */
const inTwoLines = (name: string): string => {
  if (name.length <= lineLength) return name
  const spaces = [...name.matchAll(/ /gu)].map(({ index }) => index)
  const middle = (name.length - 1) / 2
  const [at] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return at === undefined ? name : `${name.slice(0, at)}\n${name.slice(at + 1)}`
}

const partsOf = ({ bars }: Chart, kind: Kind, name: string): BarSeriesOption => {
  const { color, ink: numberInk, pattern } = looks[kind]
  const label: BarSeriesOption['label'] = {
    ...{ show: true, fontFamily: font, fontSize: 15, fontWeight: 'bold', color: numberInk },
    ...{ backgroundColor: color, padding: [3, 4] },
  }
  return {
    ...{ type: 'bar', name, stack: 'all', barWidth: 28, silent: true },
    itemStyle: { color, borderColor: '#3a3a3a', borderWidth: 1, decal: pattern ?? plain },
    data: bars.map((bar) => {
      const number = bar[kind]
      if (number === 0) return '-'
      const share = number / bar.total
      const words = { formatter: String(number) }
      return { value: share, label: fits(number, share) ? { ...label, ...words } : { show: false } }
    }),
  }
}

/** After each bar how much it stands for; its number overdue too, which may be too small to be seen in it. */
const tailsOf = ({ locale, bars }: Chart): BarSeriesOption => {
  const m = messagesIn(locale).weekly.chart
  const tails = bars.map(({ total, late }) => m.tail(total, late))
  return {
    ...{ type: 'bar', stack: 'all', data: bars.map(() => 0), silent: true },
    label: {
      show: true,
      position: 'right',
      distance: 8,
      fontFamily: font,
      fontSize: 15,
      color: ink,
      formatter: ({ dataIndex: at }) => tails[at] ?? '',
    },
  }
}
