import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { WeeklyMessages, WeeklyWords } from '../vi/weekly.ts'
import { commonEn } from './common.ts'

const namesShown = 15

const someOf = (names: readonly string[]): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` and ${rest} more` : '')
}

const share = (part: number, whole: number): string => `${commonEn.percent(part / whole)} (${part}/${whole})`

const totals = (of: WeeklyWords['totals']): Rich =>
  lines([
    rich`Total: ${bold(of.total)} ${of.total === 1 ? 'task' : 'tasks'}`,
    `✅ Done: ${of.done}${of.doneLate > 0 ? ` (${of.doneLate} late)` : ''}`,
    `⚠️ Overdue: ${of.late}`,
    `⏰ Due soon: ${of.dueSoon}`,
    `In progress, in time: ${of.inTime}`,
    of.undated > 0 && `In progress, without a due date: ${of.undated}`,
    `No answer yet: ${of.silent}`,
  ])

const onTime = ({ fellDue, ...of }: WeeklyWords['totals']): string =>
  fellDue === 0
    ? 'On time: nothing has fallen due yet.'
    : `On time: ${share(of.onTime, fellDue)}; against the original due dates: ${share(of.onTimeOriginal, fellDue)}`

const changes = (of: WeeklyWords['changes']): Rich =>
  of === null
    ? rich`${bold('This week')}: no earlier period to compare with.`
    : rich`${bold('This week')}: ${of.done} more done, ${of.newlyLate} more overdue, ${of.updates} ${of.updates === 1 ? 'update' : 'updates'} received.`

const byAgency = (of: NonNullable<WeeklyWords['agencies']>): Rich =>
  lines([
    of.worst.length > 0 && lines(['', bold('Most overdue')]),
    ...of.worst.map(({ agencyName, late, total }, at) => `${at + 1}. ${agencyName}: ${late} of ${total}`),
    of.silent.length > 0 && lines(['', rich`${bold('No update all week')}: ${someOf(of.silent)}`]),
    of.unreached.length > 0 && lines(['', rich`${bold('Nobody has joined')}: ${someOf(of.unreached)}`]),
  ])

export const weeklyEn: WeeklyMessages = {
  about: 'Weekly summary, sent here every Friday if you like',
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
  subscribe: 'Send it here every Friday 16:00',
  unsubscribe: 'Stop sending',
  subscribed: (day) => rich`✅ The weekly summary will come here every Friday at 16:00, next on ${commonEn.date(day)}.`,
  unsubscribed: () => rich`The weekly summary no longer comes here. Type ${code('/week')} to see it whenever you like.`,
}
