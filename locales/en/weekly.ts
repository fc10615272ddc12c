import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { WeeklyMessages, WeeklyWords } from '../vi/weekly.ts'
import { chartEn } from './chart.ts'
import { commonEn } from './common.ts'

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

const changes = (of: WeeklyWords['changes']): Rich =>
  of === null
    ? rich`${bold('This week')}: no earlier period to compare with.`
    : rich`${bold('This week')}: ${of.done} more done, ${of.newlyLate} more overdue, ${of.updates} ${of.updates === 1 ? 'update' : 'updates'} received.`

const byAgency = (of: NonNullable<WeeklyWords['agencies']>): Rich =>
  lines([
    of.worst.length > 0 && lines(['', bold('Most overdue')]),
    ...of.worst.map(({ agencyName, late, total }, at) => `${at + 1}. ${agencyName}: ${late} of ${total}`),
    of.silent.length > 0 && lines(['', rich`${bold('No update all week')}: ${someOf(of.silent)}`]),
    of.unreached.length > 0 &&
      lines([
        '',
        rich`⚠️ ${bold(of.unreached.length === 1 ? '1 agency has' : `${of.unreached.length} agencies have`)} work to do and nobody who has joined: ${someOf(of.unreached)}`,
      ]),
  ])

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

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
      changes(summary.changes),
      onTime(summary.totals),
      summary.agencies === null
        ? rich`For each agency: send the bot ${code('/week')} privately.`
        : summary.totals.total > 0 && byAgency(summary.agencies),
    ]),
  subscribe: (at) => `Send it here every ${dayNames[at.day] ?? ''} ${at.time}`,
  unsubscribe: 'Stop sending',
  subscribed: (at, day) =>
    lines([
      rich`✅ The weekly summary will come here every ${dayNames[at.day] ?? ''} at ${at.time}, next on ${commonEn.date(day)}.`,
      rich`Another time: type, for example, ${code('/week Monday 8:00')}.`,
    ]),
  timeUnclear: (typed) =>
    rich`It is not clear when “${typed}” is. Please type a day and a time, for example ${code('/week Monday 8:00')}.`,
  unsubscribed: () => rich`The weekly summary no longer comes here. Type ${code('/week')} to see it whenever you like.`,
}
