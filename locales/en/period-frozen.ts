import { bold, concat, lines, rich } from '../rich-text.ts'
import type { Clock } from '../vi/broadcast-sent.ts'
import type { Lateness, PeriodFrozenMessages } from '../vi/period-frozen.ts'
import { commonEn } from './common.ts'
import { periodNameEn } from './periods.ts'

const clock = ({ day, time }: Clock): string => `${time} on ${commonEn.date(day)}`
const share = (part: number, whole: number): string =>
  whole === 0 ? 'nothing to count' : commonEn.percent(part / whole)

const lateReason = (late: Lateness): string => {
  switch (late.because) {
    case 'amended':
      return 'because a plan was amended after the cut-off'
    case 'history':
      return 'because the history does not tell them any more'
    case 'restored':
      return `because what was recorded from ${clock(late.lost.from)} to ${clock(late.lost.until)} was lost in a restore and entered again`
  }
}

/** Said wherever such figures are shown. */
export const lateWordsEn = (late: Lateness): string =>
  `⚠️ Frozen late: the figures of ${clock(late.asOf)}, not of ${clock(late.cutoff)}, ${lateReason(late)}.`

export const periodFrozenEn: PeriodFrozenMessages = {
  frozen: ({ period, asOf, rebuiltAt, late }) =>
    lines([
      bold(`Frozen figures of ${periodNameEn(period)}`),
      late === null
        ? `As of ${clock(asOf)}${rebuiltAt === null ? '' : `; rebuilt from the history at ${clock(rebuiltAt)}, because the program was not running then`}.`
        : lateWordsEn(late),
    ]),
  late: lateWordsEn,
  compared: ({ before, late, was, is }) =>
    lines([
      '',
      bold(`Compared with ${periodNameEn(before)}`),
      late !== null && lateWordsEn(late),
      `Done: ${was.done}/${was.total} (${share(was.done, was.total)}) → ${is.done}/${is.total} (${share(is.done, is.total)})`,
      `Overdue: ${was.late} → ${is.late}`,
      `On time: ${share(was.onTime, was.fellDue)} → ${share(is.onTime, is.fellDue)}`,
    ]),
  notCompared: () => concat(['\n', 'Compared with the same period before: there is none yet.']),
  notFrozen: ({ period, cutoff, standing }) =>
    standing === 'open' || standing === 'lost'
      ? rich`${bold(periodNameEn(period))} is not frozen yet; ${standing === 'open' ? `its cut-off is ${clock(cutoff)}` : 'what a restore lost is being entered again'}. Figures of today: /status`
      : rich`${bold(periodNameEn(period))} is not frozen (${standing === 'off' ? 'switched off' : 'its cut-off had passed when it was made'}).`,
  entered: 'All entered again',
  askEntered: ({ period, lost, sent, expected }) =>
    lines([
      rich`Freeze the figures of ${bold(periodNameEn(period))} as they are now? That cannot be undone.`,
      `What was recorded from ${clock(lost.from)} to ${clock(lost.until)} has to be entered again first.`,
      expected > 0 && `Agencies that have sent their data: ${sent}/${expected}`,
    ]),
  freeze: 'Freeze the figures',
}
