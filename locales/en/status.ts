import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { AgencyWords, StatusMessages, StatusWords } from '../vi/status.ts'
import { commonEn } from './common.ts'

const rates = ({ fellDue, onTime, onTimeOriginal }: StatusWords): string =>
  fellDue === 0
    ? 'Nothing has fallen due yet, so there is no rate.'
    : `On time: ${commonEn.percent(onTime / fellDue)} (${onTime} of ${fellDue} that fell due); by the original due date: ${commonEn.percent(onTimeOriginal / fellDue)}.`

const agency = ({ agencyName, ...figures }: AgencyWords): Rich => counted(agencyName, figures)

const counted = (name: string, { total, done, late, dueSoon, silent }: Omit<AgencyWords, 'agencyName'>): Rich => {
  const facts = [
    `${done} of ${total} done`,
    late > 0 && `${late} overdue`,
    dueSoon > 0 && `${dueSoon} due soon`,
    silent > 0 && `${silent} silent`,
  ].filter((fact) => fact !== false)
  return rich`• ${bold(name)}: ${facts.join(', ')}`
}

/** What each list of a number is called on its button. */
export const numberNames = {
  late: 'Overdue',
  'due-soon': 'Due soon',
  'in-time': 'In time',
  undated: 'No due date',
  done: 'Done',
  'done-late': 'Done late',
  obstacles: 'Obstacles',
  silent: 'Silent',
  all: 'All',
}

export const statusEn: StatusMessages = {
  about: 'How your agency stands, or a plan or field',
  figures: (status) =>
    lines([
      bold(`${status.scope} on ${commonEn.date(status.today)}`),
      `Tasks: ${status.total}`,
      `✅ Done: ${status.done}${status.doneLate > 0 ? ` (late: ${status.doneLate})` : ''}`,
      `⚠️ Overdue: ${status.late}`,
      `⏰ Due soon: ${status.dueSoon}`,
      `In time: ${status.inTime}`,
      status.undated > 0 && `No due date: ${status.undated}`,
      `Obstacles: ${status.obstacles} · Silent: ${status.silent}`,
      rates(status),
    ]),
  nothing: (scope) => rich`${bold(scope)} has been assigned nothing yet.`,
  lateTasks: (items, more) => lines(['', bold('Overdue now'), ...items, more > 0 && `… and ${more} more.`]),
  silentAgencies: (agencies, more) =>
    lines([
      '',
      rich`${bold('Silent')}: ${agencies.map(({ name, silent }) => `${name} (${silent})`).join('; ')}${more > 0 ? ` and ${more} more` : ''}.`,
    ]),
  worst: (agencies) => lines(['', bold('Most overdue'), ...agencies.map(agency)]),
  agencies: (of) =>
    lines([
      bold(`Agency by agency: ${of.scope}`),
      ...of.items.map(agency),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} agencies.`,
    ]),
  list: (name, count) => `${numberNames[name]} (${count})`,
  byAgency: (count) => `By agency (${count})`,
  allTasks: 'All tasks',
  back: 'Status',
  plan: (number) => (number === '' ? 'a plan without a number' : `plan ${number}`),
  field: (name, plan) =>
    [name === '' ? 'no field named' : `field ${name}`, plan !== null && plan !== '' && `plan ${plan}`]
      .filter((part) => part !== false)
      .join(', '),
  within: (part, whose) => (whose === null ? part : `${part}, ${whose}`),
  byPlan: 'By plan',
  byField: 'By field',
  groups: (of) =>
    lines([
      bold(`${of.division === 'plan' ? 'Plan by plan' : 'Field by field'}: ${of.scope}`),
      ...of.items.map((item) => counted(item.name === '' ? 'None named' : item.name, item)),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} ${of.division}s.`,
    ]),
  noName: 'None named',
  several: (division, typed) => rich`Several ${division}s fit “${typed}”. Choose one:`,
  none: (division, typed, known) =>
    rich`There is no ${division} “${typed}” within what you can see.${known === 0 ? '' : ' There are:'}`,
  withSubordinates: (names, subordinates) =>
    subordinates === 0 ? names.join('; ') : `${names.join('; ')} and ${subordinates} below it`,
}
