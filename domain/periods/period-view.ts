import type { Assignment } from '../assignment.ts'
import type { Button, RichText } from '../message.ts'
import type { AgencyInPeriod, FrozenFigures, Lacking } from '../ports/periods.ts'
import { shorten } from '../shorten.ts'
import { inRows, openTaskButton } from '../task-buttons.ts'
import { lineOf, type TaskLine } from '../task-view.ts'
import { daysBetween, type LocalDate, localDate, localTime } from '../time.ts'
import { type LostTime, type Period, periodKey } from './period.ts'

/** A moment on the clock of a zone, to the minute. */
export const clockOf = (at: Date, zone: string) => ({ day: localDate(at, zone), time: localTime(at, zone).slice(0, 5) })

/** When a period is frozen, seen from a day. */
export const cutoffOf = ({ year, kind, cutoffOn, cutoffTime }: Period, today: LocalDate) => ({
  ...{ year, kind, cutoff: { day: cutoffOn, time: cutoffTime } },
  daysLeft: daysBetween(today, cutoffOn),
})

/** That frozen figures are not those of the cut-off, and why; null where they are. It is said wherever they are shown. */
export const latenessOf = (
  { lost }: Pick<Period, 'lost'>,
  { asOf, cutoffAt, lateBecause }: Pick<FrozenFigures, 'asOf' | 'cutoffAt' | 'lateBecause'>,
  zone: string,
) => {
  if (lateBecause === null) return null
  const moments = { asOf: clockOf(asOf, zone), cutoff: clockOf(cutoffAt, zone) }
  if (lateBecause !== 'restored') return { ...moments, because: lateBecause }
  return { ...moments, because: lateBecause, lost: lostOf(lost ?? { from: cutoffAt, until: asOf }, zone) }
}

/** The time that a restore lost, on the clock of a zone. */
export const lostOf = ({ from, until }: LostTime, zone: string) => ({
  ...{ from: clockOf(from, zone), until: clockOf(until, zone) },
})

/** The agencies whose data is still waited for. */
export const owingOf = (agencies: readonly AgencyInPeriod[]): readonly AgencyInPeriod[] =>
  agencies.filter(({ sentAt }) => sentAt === null)

/** How many have sent, of those that sent or owe something. */
export const countSent = (agencies: readonly AgencyInPeriod[]) => ({
  sent: agencies.length - owingOf(agencies).length,
  expected: agencies.length,
})

export const owesOf = ({ agencyName, open, silent, unproven, isReached }: AgencyInPeriod) => ({
  ...{ name: agencyName, open, silent, unproven, isReached },
})

/** Tasks that one message lists of an agency, of either kind. */
const tasksShown = 5
const tasksOffered = 6
const agenciesOffered = 5
const labelLength = 40

/** What an agency owes, for its own people. */
export const ownOf = (
  { agencyId, agencyName, open }: AgencyInPeriod,
  { silent, unproven }: Lacking,
  write: (task: Assignment) => RichText,
) => {
  const isTheirs = (task: Assignment): boolean => task.agencyId === agencyId
  const [quiet, bare] = [silent.filter(isTheirs), unproven.filter(isTheirs)]
  return {
    ...{ name: agencyName, open },
    silent: quiet.slice(0, tasksShown).map(write),
    moreSilent: Math.max(0, quiet.length - tasksShown),
    unproven: bare.slice(0, tasksShown).map(write),
    moreUnproven: Math.max(0, bare.length - tasksShown),
  }
}

interface OwnLabels {
  readonly open: (line: TaskLine) => string
  readonly sent: (agency: string | null) => string
}

/** What the people of these agencies can press: the tasks that lack something, and that the data is sent. */
export const ownButtons = (
  period: Pick<Period, 'year' | 'kind'>,
  agencies: readonly AgencyInPeriod[],
  { silent, unproven }: Lacking,
  { labels, today }: { readonly labels: OwnLabels; readonly today: LocalDate },
): readonly (readonly Button[])[] => {
  const theirs = new Set(agencies.map(({ agencyId }) => agencyId))
  const tasks = [...new Map([...silent, ...unproven].map((task) => [task.id, task])).values()]
    .filter(({ agencyId }) => theirs.has(agencyId))
    .slice(0, tasksOffered)
  const sent = agencies.slice(0, agenciesOffered).map(({ agencyId, agencyName }) => ({
    label: labels.sent(agencies.length === 1 ? null : shorten(agencyName, labelLength)),
    action: `prd-ok:${periodKey(period)}:${agencyId}`,
  }))
  return [
    ...inRows(
      tasks.map((task) => openTaskButton(task, labels.open(lineOf(task, today)))),
      3,
    ),
    ...inRows(sent, 1),
  ]
}

/** How many agencies one message to a coordinator names. */
export const agenciesNamed = 10

interface OverviewLabels {
  readonly remindAgain: (agencies: number) => string
  readonly who: string
  readonly figures: string
}

/** What a coordinator can press: each agency opens to its tasks, and all are reminded again. */
export const overviewButtons = (
  period: Period,
  owing: readonly AgencyInPeriod[],
  labels: OverviewLabels,
): readonly (readonly Button[])[] => {
  const key = periodKey(period)
  const reached = owing.filter(({ isReached }) => isReached).length
  const below: readonly Button[] = [
    ...(period.frozenAt === null ? [] : [{ label: labels.figures, action: `prd-fig:${key}` }]),
    ...(owing.length > agenciesOffered ? [{ label: labels.who, action: `prd-who:${key}:0` }] : []),
  ]
  return [
    ...inRows(owing.slice(0, agenciesOffered).map(agencyButton), 2),
    ...(reached > 0 && period.frozenAt === null
      ? [[{ label: labels.remindAgain(reached), action: `prd-call:${key}` }]]
      : []),
    ...inRows(below, 2),
  ]
}

/** Opens an agency's open tasks. */
export const agencyButton = ({ agencyId, agencyName }: AgencyInPeriod): Button => ({
  label: shorten(agencyName, labelLength),
  action: `list:${agencyId}:open:0`,
})
