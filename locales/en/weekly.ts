import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { WeeklyMessages, WeeklyWords } from '../vi/weekly.ts'
import { chartEn } from './chart.ts'
import { commonEn } from './common.ts'
import { numberNames } from './status.ts'

const namesShown = 15

const someOf = (names: readonly string[]): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` and ${rest} more` : '')
}

const totals = (of: WeeklyWords['totals']): Rich =>
  lines([
    rich`Total: ${bold(of.total)} ${of.total === 1 ? 'task' : 'tasks'}`,
    `✅ Done: ${of.done}${of.doneLate > 0 ? ` (late: ${of.doneLate})` : ''}`,
    `⚠️ Overdue: ${of.late}`,
    `⏰ Due soon: ${of.dueSoon}`,
    `In time: ${of.inTime}`,
    of.undated > 0 && `No due date: ${of.undated}`,
    `Obstacles: ${of.obstacles} · Silent: ${of.silent}`,
  ])

const onTime = ({ fellDue, ...of }: WeeklyWords['totals']): string =>
  fellDue === 0
    ? 'On time: nothing has fallen due yet.'
    : `On time: ${commonEn.percent(of.onTime / fellDue)} (${of.onTime}/${fellDue} that fell due); by the original due dates: ${commonEn.percent(of.onTimeOriginal / fellDue)}.`

const changes = ({ changes: of, isWeek, week }: WeeklyWords): Rich =>
  of === null
    ? rich`${bold('This week')}: no earlier period to compare with.`
    : rich`${bold(isWeek ? 'This week' : `Since ${commonEn.date(week.from)}`)}: ${of.done} more done, ${of.newlyLate} more overdue, ${of.updates} ${of.updates === 1 ? 'update' : 'updates'} received.`

const byAgency = (of: NonNullable<WeeklyWords['agencies']>, { isWeek, week }: WeeklyWords): Rich =>
  lines([
    of.worst.length > 0 && lines(['', bold('Most overdue')]),
    ...of.worst.map(({ agencyName, late, total }, at) => `${at + 1}. ${agencyName}: ${late} of ${total}`),
    of.silent.length > 0 &&
      lines([
        '',
        rich`${bold(isWeek ? 'No update all week' : `No update since ${commonEn.date(week.from)}`)}: ${someOf(of.silent.map(({ agencyName }) => agencyName))}`,
      ]),
    of.unreached.length > 0 &&
      lines([
        '',
        rich`⚠️ ${bold(of.unreached.length === 1 ? '1 agency has' : `${of.unreached.length} agencies have`)} work to do and nobody who has joined: ${someOf(of.unreached)}`,
      ]),
  ])

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const tasks = (count: number): string => (count === 1 ? 'task' : 'tasks')
const agencies = (count: number): string => (count === 1 ? 'agency' : 'agencies')

export const weeklyEn: WeeklyMessages = {
  chart: chartEn,
  about: 'Weekly summary, with a chart, sent every week if you like',
  summary: (workspace, summary) =>
    lines([
      bold(`Week ${commonEn.date(summary.week.from)} – ${commonEn.date(summary.week.to)}`),
      workspace,
      '',
      totals(summary.totals),
      '',
      changes(summary),
      onTime(summary.totals),
      summary.agencies === null
        ? rich`For each agency: send the bot ${code('/week')} privately.`
        : summary.totals.total > 0 && byAgency(summary.agencies, summary),
    ]),
  subscribe: (at, to) => `Send it ${to === 'group' ? 'here' : 'to me'} every ${dayNames[at.day] ?? ''} ${at.time}`,
  unsubscribe: 'Stop sending',
  subscribed: (at, day, to) =>
    lines([
      rich`✅ The weekly summary will come ${to === 'group' ? 'here' : 'to you'} every ${dayNames[at.day] ?? ''} at ${at.time}, next on ${commonEn.date(day)}.`,
      rich`Another time: type, for example, ${code('/week Monday 8:00')}. To stop it: ${code('/week off')}.`,
    ]),
  timeUnclear: (typed) =>
    rich`It is not clear when “${typed}” is. Please type a day and a time, for example ${code('/week Monday 8:00')}; to stop it type ${code('/week off')}.`,
  unsubscribed: (to) =>
    rich`The weekly summary no longer comes ${to === 'group' ? 'here' : 'to you'}. Type ${code('/week')} to see it whenever you like.`,
  showNames: 'Name agencies in this group',
  hideNames: 'No longer name agencies',
  naming: (named) =>
    named
      ? lines([
          '✅ From now on the weekly summary in this group names agencies: the five with most overdue tasks, those without an update all week, and the chart agency by agency.',
          rich`Everybody in the group can read it, also people of other agencies. No names: ${code('/week hide names')}.`,
        ])
      : rich`From now on the weekly summary in this group names no agency. To name them again: ${code('/week show names')}.`,
  namingIsForGroups: rich`Whether agencies are named is chosen for each group: please type ${code('/week show names')} or ${code('/week hide names')} in that group. What comes to you privately always names the agencies you follow.`,
  comesByItself: (at) =>
    lines([
      '',
      rich`This comes to leaders and heads by itself every ${dayNames[at.day] ?? ''} at ${at.time}. Another time: ${code('/week Monday 8:00')}; to stop it: ${code('/week off')}.`,
    ]),
  buttons: {
    number: (name, count) => `${numberNames[name]} (${count})`,
    silentAgencies: (count) => `Silent (${count} ${agencies(count)})`,
    agency: (name, late) => `${name} (${late})`,
  },
  nowInstead: (of) =>
    rich`Now, ${commonEn.date(of.today)}: ${of.now} ${tasks(of.now)} (the summary of ${commonEn.date(of.day)}: ${of.then} ${tasks(of.then)}).`,
  silentAgencies: (of) =>
    lines([
      bold(
        of.total === 0
          ? `Since ${commonEn.date(of.since)} every agency with open tasks has sent an update.`
          : `Silent since ${commonEn.date(of.since)}: ${of.total} ${agencies(of.total)}`,
      ),
      ...of.items.map(
        ({ agencyName, open, late }) =>
          rich`• ${bold(agencyName)}: ${open} open ${tasks(open)}${late > 0 ? `, ${late} overdue` : ''}`,
      ),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} agencies.`,
    ]),
  plans: (of) =>
    lines([
      bold(`${numberNames[of.name]}: ${of.count} ${tasks(of.count)}, plan by plan`),
      ...of.items.map(({ plan, count }) => `• ${plan === '' ? 'No number' : plan}: ${count} ${tasks(count)}`),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} plans.`,
      rich`Task by task: send the bot ${code('/week')} privately.`,
    ]),
}
