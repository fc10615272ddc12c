import type { GroupFigures } from './figures.ts'
import type { Button, Picture, RichText } from './message.ts'
import type { Membership } from './people.ts'
import type { WeekFacts } from './ports/weekly.ts'
import { unreachedRows } from './unreached.ts'
import { readersOfWeek, type WeekButtonLabels, weekButtons } from './weekly-buttons.ts'
import { type ChartWords, pictureOfWeek } from './weekly-chart.ts'
import { summarizeWeek, type Week, type WeeklySummary } from './weekly.ts'

/** A week as it was read, and who reads it. */
export interface ReadWeek {
  readonly workspace: string
  readonly week: Week
  readonly facts: WeekFacts
  /** The work by plan where no agency is named, else null. */
  readonly plans: readonly GroupFigures[] | null
  readonly inGroup: boolean
  readonly scope: 'all' | readonly string[]
  readonly memberships: readonly Membership[]
}

/** The words of a weekly summary, in one language. */
export interface WeekWords<Text extends RichText> {
  summary(workspace: string, summary: WeeklySummary): Text
  readonly chart: ChartWords
  readonly buttons: WeekButtonLabels
  /** Opens the agencies nobody has joined from. */
  readonly unreached: (count: number) => string
}

/** What is said of a week, whether somebody asked for it or it comes by itself. */
export const postWeek = <Text extends RichText>(read: ReadWeek, words: WeekWords<Text>) => {
  const { workspace, week, facts, plans, inGroup, scope, memberships } = read
  const summary = summarizeWeek({ ...facts, week, namesAgencies: plans === null })
  const unreached = inGroup ? 0 : (summary.agencies?.unreached.length ?? 0)
  const charted = { workspace, week, figures: facts.figures, plans }
  const picture: { readonly picture?: Picture } = pictureOfWeek(charted, words.chart)
  const buttons: readonly (readonly Button[])[] = [
    ...weekButtons(summary, readersOfWeek(inGroup, scope), words.buttons),
    ...unreachedRows(memberships, unreached, words.unreached),
  ]
  return { text: words.summary(workspace, summary), ...picture, buttons }
}
