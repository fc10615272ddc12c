import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from '../vi/broadcast-sent.ts'
import type { AgencyOwes, OwnOwes, PeriodDataMessages } from '../vi/period-data.ts'
import { commonEn } from './common.ts'
import { lateWordsEn, periodFrozenEn } from './period-frozen.ts'
import { periodNameEn } from './periods.ts'

const clock = ({ day, time }: Clock): string => `${time} on ${commonEn.date(day)}`
const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
const left = (days: number): string => (days === 0 ? 'today' : `${counted(days, 'day')} left`)
const agencies = (count: number): string => counted(count, 'agency', 'agencies')
const people = (count: number): string => counted(count, 'person', 'people')
const others = (count: number, one: string, many?: string): string => `… and ${counted(count, `more ${one}`, many)}.`

const owes = ({ name, open, silent, unproven, isReached }: AgencyOwes): Rich => {
  const facts = [
    open > 0 && `${open} open`,
    silent > 0 && `${silent} without an update`,
    unproven > 0 && `${unproven} without evidence`,
    !isReached && 'nobody has joined',
  ].filter((fact) => fact !== false)
  return rich`• ${bold(name)}: ${facts.join(', ')}`
}

const own = ({ name, open, silent, moreSilent, unproven, moreUnproven }: OwnOwes): Rich =>
  lines([
    rich`${bold(name)}: ${counted(open, 'task')} of the period open.`,
    silent.length > 0 && `No update in the period (${silent.length + moreSilent}):`,
    ...silent,
    moreSilent > 0 && others(moreSilent, 'task'),
    unproven.length > 0 && `No evidence (${unproven.length + moreUnproven}):`,
    ...unproven,
    moreUnproven > 0 && others(moreUnproven, 'task'),
    silent.length + unproven.length === 0 && 'Every task has an update and evidence.',
  ])

export const periodDataEn: PeriodDataMessages = {
  remind: ({ period, agencies: told, again, lateSince }) =>
    lines([
      rich`📋 ${again ? 'Again: ' : ''}${bold(`Data for ${periodNameEn(period)}`)}: cut-off ${clock(period.cutoff)}, ${left(period.daysLeft)}.`,
      lateSince !== null && `This comes late: it was due on ${commonEn.date(lateSince)}.`,
      ...told.map(own),
      'Update each task; once the data is complete, press “Data sent”.',
    ]),
  sentButton: (agency) => (agency === null ? 'Data sent' : `Data sent: ${agency}`),
  sent: ({ agency, period, cutoff, lacking }) =>
    lines([
      rich`✅ Noted: ${bold(agency)} has sent its data for ${periodNameEn(period)}.`,
      lacking > 0 &&
        `${counted(lacking, 'task')} still without an update or evidence; they can be updated until ${cutoff === null ? 'the figures are frozen' : clock(cutoff)}.`,
    ]),
  sentBefore: ({ agency, at }) => rich`${bold(agency)} confirmed at ${clock(at)} that its data was sent.`,
  takeBack: 'Take it back',
  takenBack: ({ agency, period }) =>
    rich`Taken back: ${bold(agency)} has not sent its data for ${periodNameEn(period)}.`,
  closed: ({ period, cutoff }) =>
    rich`${bold(periodNameEn(period))} was frozen at ${clock(cutoff)}; nothing more is noted.`,
  notOpen: (period) => rich`${bold(periodNameEn(period))} is switched off or not frozen, so no data is needed.`,

  before: ({ period, sent, expected, owing, more }) =>
    lines([
      rich`📋 ${bold(`Reporting period ${periodNameEn(period)}`)}: cut-off ${clock(period.cutoff)}, ${left(period.daysLeft)}.`,
      owing.length === 0
        ? 'Every agency has sent its data.'
        : `${expected - sent} of ${agencies(expected)} ${expected - sent === 1 ? 'has' : 'have'} not sent their data:`,
      ...owing.map(owes),
      more > 0 && others(more, 'agency', 'more agencies'),
    ]),
  close: ({ period, figures, late, sent, expected, owing, more }) =>
    lines([
      late === null
        ? rich`✅ ${bold(`Figures of ${periodNameEn(period)} are frozen`)} as of ${clock(period.cutoff)}.`
        : lines([rich`✅ ${bold(`Figures of ${periodNameEn(period)} are frozen`)}.`, lateWordsEn(late)]),
      `Done ${figures.done}/${figures.total}, overdue ${figures.late}.`,
      owing.length > 0
        ? `${expected - sent} of ${agencies(expected)} did not confirm:`
        : expected > 0 && 'Every agency has sent its data.',
      ...owing.map(owes),
      more > 0 && others(more, 'agency', 'more agencies'),
    ]),
  who: ({ period, expected, from, owing, total }) =>
    lines([
      bold(`Not sent for ${periodNameEn(period)}: ${total} of ${agencies(expected)}`),
      ...owing.map(owes),
      total > owing.length && `${from} to ${from + owing.length - 1} of ${agencies(total)}.`,
    ]),
  nobodyOwes: (period) => rich`No agency owes data for ${bold(periodNameEn(period))}.`,
  remindAgain: (count) => `Remind ${agencies(count)} again`,
  reminded: ({ period, agencies: count, people: told, at }) =>
    at === null
      ? rich`✅ Reminded ${agencies(count)} (${people(told)}) of ${bold(periodNameEn(period))} again.`
      : rich`✅ Out of office hours: ${agencies(count)} (${people(told)}) will be reminded at ${clock(at)}.`,
  tooSoon: ({ last, next }) =>
    rich`They were reminded at ${clock(last)}; they can be reminded again from ${clock(next)}.`,
  tooLate: (cutoff) =>
    rich`They can no longer be reminded in office hours before the cut-off at ${clock(cutoff)}; please call those who are missing.`,
  enough: (calls) =>
    rich`They were reminded by hand ${calls === 1 ? 'once' : `${calls} times`}; please call those who are missing.`,

  ...periodFrozenEn,
  byAgency: 'By agency',
  byPlan: 'By plan',
  byField: 'By field',
  total: 'In total',
  page: 'The period',
}
