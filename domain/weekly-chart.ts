import { worstFirst } from './agency-ranking.ts'
import { barsOf, type Chart, type ChartBar, type ChartCounts, chartKinds } from './chart.ts'
import type { AgencyFigures, GroupFigures } from './figures.ts'
import type { Picture } from './message.ts'
import { shorten } from './shorten.ts'
import type { LocalDate } from './time.ts'
import type { Week } from './weekly.ts'

/** The words of a picture, in one language. */
export interface ChartWords {
  readonly locale: Chart['locale']
  readonly kinds: Record<keyof ChartCounts, string>
  readonly noName: string
  others(count: number, rows: Chart['rows']): string
  title(from: string, to: string): string
  bar(name: string, total: number, parts: readonly string[]): string
  alternative(title: string, rows: readonly string[]): string
  date(day: LocalDate): string
}

export interface ChartedWeek {
  readonly workspace: string
  readonly week: Pick<Week, 'from' | 'to'>
  readonly figures: readonly AgencyFigures[]
  /** Set where no agency is named: then the work is seen by plan. */
  readonly plans: readonly GroupFigures[] | null
}

/** Longest alternative: one message of any channel. */
const alternativeLength = 1900

/** The picture beside a weekly summary, from the very figures of its words; none where there is nothing to draw. */
export const pictureOfWeek = (charted: ChartedWeek, words: ChartWords): { readonly picture?: Picture } => {
  const picture = drawWeek(charted, words)
  return picture === null ? {} : { picture }
}

const drawWeek = ({ workspace, week, figures, plans }: ChartedWeek, words: ChartWords): Picture | null => {
  const rows = plans === null ? 'agency' : 'plan'
  const named = plans ?? worstFirst(figures).map((of) => ({ ...of, name: of.agencyName }))
  const { bars, others } = barsOf(named)
  if (bars.length === 0) return null
  const title = words.title(words.date(week.from), words.date(week.to))
  const nameOf = ({ name }: ChartBar) => (name === null ? words.others(others, rows) : name || words.noName)
  const said = bars.map((bar) => words.bar(shorten(nameOf(bar), 60), bar.total, partsOf(bar, words)))
  return {
    chart: { locale: words.locale, rows, title, workspace, bars, others },
    alt: shorten(words.alternative(title, said), alternativeLength),
  }
}

const partsOf = (bar: ChartBar, { kinds }: ChartWords): readonly string[] =>
  chartKinds.filter((kind) => bar[kind] > 0).map((kind) => `${kinds[kind].toLowerCase()} ${bar[kind]}`)
