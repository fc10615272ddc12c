import type { Figures } from '../domain/figures.ts'
import type { Button, Outgoing, RichText } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { YearToMake } from '../domain/periods/missing-year.ts'
import type { Period } from '../domain/periods/period.ts'
import {
  agenciesNamed,
  countSent,
  cutoffOf,
  type latenessOf,
  overviewButtons,
  owesOf,
  owingOf,
  ownButtons,
  ownOf,
} from '../domain/periods/period-view.ts'
import type { AgencyInPeriod, Lacking, ToldOfAgency } from '../domain/ports/periods.ts'
import { lineOf } from '../domain/task-view.ts'
import type { LocalDate } from '../domain/time.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'

/** What is to be said about one period, and to whom. */
export interface PeriodNews {
  readonly period: Period
  /** "v1:7" seven days before the cut-off, "v1:close" once it is frozen. */
  readonly step: string
  readonly agencies: readonly AgencyInPeriod[]
  readonly lacking: Lacking
  readonly told: readonly ToldOfAgency[]
  /** The people who are told this step for the first time. */
  readonly fresh: ReadonlySet<string>
  /** The day it should have been said, where that was more than a day ago. */
  readonly lateSince: LocalDate | null
  /** What was frozen, and why that is not of the cut-off where it is not; null before the cut-off. */
  readonly closed: { readonly totals: Figures; readonly late: ReturnType<typeof latenessOf> } | null
}

interface Part {
  readonly text: RichText
  readonly buttons: readonly (readonly Button[])[]
}

interface Telling {
  /** Who is told of every agency. */
  readonly overseers: ReadonlySet<string>
  readonly today: LocalDate
  /** A year that has no periods, and who is told so. */
  readonly year: (YearToMake & { readonly fresh: ReadonlySet<string> }) | null
}

/** Everything that one person is told about periods at once; null when there is nothing. */
export const composePeriods = (
  { personId, chatId, locale }: Recipient,
  news: readonly PeriodNews[],
  { overseers, today, year }: Telling,
): Omit<Outgoing, 'key'> | null => {
  const m = messagesIn(locale)
  const theirs = news.filter(({ fresh }) => fresh.has(personId))
  const said = theirs.flatMap((one) => [
    ...ownPart(m, one, personId, today),
    ...(overseers.has(personId) ? [overview(m, one, today)] : []),
  ])
  const parts = [...said, ...(year?.fresh.has(personId) ? [missingPart(m, year)] : [])]
  if (parts.length === 0) return null
  return {
    ...{ personId, chatId, kind: 'reminder', choiceHint: m.common.choiceHint },
    // That figures are frozen, and without whose data, is said once and by nothing else.
    urgent: theirs.some(({ closed }) => closed !== null),
    text: lines(parts.flatMap(({ text }, at) => (at === 0 ? [text] : ['', text]))),
    buttons: parts.flatMap(({ buttons }) => buttons),
  }
}

const missingPart = (m: Messages, { year, isBegun }: YearToMake): Part => ({
  text: m.periods.missing({ year, isBegun }),
  buttons: [[{ label: m.periods.make(year), action: `prd-new:${year}` }]],
})

const ownPart = (m: Messages, news: PeriodNews, personId: string, today: LocalDate): readonly Part[] => {
  const { period, lacking, lateSince } = news
  const theirs = new Set(news.told.filter((one) => one.personId === personId).map(({ agencyId }) => agencyId))
  const agencies = owingOf(news.agencies).filter(({ agencyId }) => theirs.has(agencyId))
  if (agencies.length === 0) return []
  const own = agencies.map((agency) => ownOf(agency, lacking, (task) => m.tasks.line(lineOf(task, today), false)))
  const labels = { open: m.tasks.open, sent: m.periodData.sentButton }
  return [
    {
      text: m.periodData.remind({ period: cutoffOf(period, today), agencies: own, again: false, lateSince }),
      buttons: ownButtons(period, agencies, lacking, { labels, today }),
    },
  ]
}

const overview = (m: Messages, { period, agencies, closed }: PeriodNews, today: LocalDate): Part => {
  const owing = owingOf(agencies)
  const said = {
    ...{ period: cutoffOf(period, today), ...countSent(agencies) },
    owing: owing.slice(0, agenciesNamed).map(owesOf),
    more: Math.max(0, owing.length - agenciesNamed),
  }
  const labels = { remindAgain: m.periodData.remindAgain, who: m.periods.who, figures: m.periods.figures }
  return {
    text:
      closed === null
        ? m.periodData.before(said)
        : m.periodData.close({ ...said, figures: closed.totals, late: closed.late }),
    buttons: overviewButtons(period, owing, labels),
  }
}
