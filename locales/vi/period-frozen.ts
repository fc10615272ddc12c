import { bold, concat, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from './broadcast-sent.ts'
import { commonVi } from './common.ts'
import { type PeriodName, periodNameVi } from './periods.ts'

export interface ComparedFigures {
  readonly total: number
  readonly done: number
  readonly late: number
  readonly fellDue: number
  readonly onTime: number
}

/** Between these moments everything that was written is gone. */
export interface LostSpan {
  readonly from: Clock
  readonly until: Clock
}

/** Why figures are not those of the cut-off. */
export type Lateness = { readonly asOf: Clock; readonly cutoff: Clock } & (
  | { readonly because: 'amended' | 'history' }
  | { readonly because: 'restored'; readonly lost: LostSpan }
)

const clock = ({ day, time }: Clock): string => `${time} ngày ${commonVi.date(day)}`

const lateReason = (late: Lateness): string => {
  switch (late.because) {
    case 'amended':
      return 'vì kế hoạch đã được sửa đổi sau ngày chốt'
    case 'history':
      return 'vì lịch sử không đủ để lập lại'
    case 'restored':
      return `vì dữ liệu ghi từ ${clock(late.lost.from)} đến ${clock(late.lost.until)} đã mất khi khôi phục và được nhập lại`
  }
}

/** Said wherever such figures are shown. */
export const lateWordsVi = (late: Lateness): string =>
  `⚠️ Chốt muộn: số liệu của ${clock(late.asOf)}, không phải của ${clock(late.cutoff)}, ${lateReason(late)}.`

const share = (part: number, whole: number): string =>
  whole === 0 ? 'chưa có việc để tính' : commonVi.percent(part / whole)

/** What was frozen, and what is to be. */
export const periodFrozenVi = {
  /** Above the figures, in the words of every other screen. */
  frozen: (of: {
    readonly period: PeriodName
    readonly asOf: Clock
    /** Told by the history at a later moment; null where they were counted at once. */
    readonly rebuiltAt: Clock | null
    readonly late: Lateness | null
  }): Rich =>
    lines([
      bold(`Số liệu đã chốt kỳ ${periodNameVi(of.period)}`),
      of.late === null
        ? `Tại thời điểm ${clock(of.asOf)}${of.rebuiltAt === null ? '' : `; lập lại từ lịch sử lúc ${clock(of.rebuiltAt)} vì khi đó chương trình không chạy`}.`
        : lateWordsVi(of.late),
    ]),
  late: lateWordsVi,
  compared: (of: {
    readonly before: PeriodName
    readonly late: Lateness | null
    readonly was: ComparedFigures
    readonly is: ComparedFigures
  }): Rich =>
    lines([
      '',
      bold(`So với ${periodNameVi(of.before)}`),
      of.late !== null && lateWordsVi(of.late),
      `Hoàn thành: ${of.was.done}/${of.was.total} (${share(of.was.done, of.was.total)}) → ${of.is.done}/${of.is.total} (${share(of.is.done, of.is.total)})`,
      `Quá hạn: ${of.was.late} → ${of.is.late}`,
      `Đúng hạn: ${share(of.was.onTime, of.was.fellDue)} → ${share(of.is.onTime, of.is.fellDue)}`,
    ]),
  notCompared: (): Rich => concat(['\n', 'So với cùng kỳ: chưa có kỳ trước để so.']),
  notFrozen: (of: {
    readonly period: PeriodName
    readonly cutoff: Clock
    readonly standing: 'off' | 'missed' | 'lost' | 'open'
  }): Rich =>
    of.standing === 'open' || of.standing === 'lost'
      ? rich`Kỳ ${bold(periodNameVi(of.period))} chưa chốt số liệu; ${of.standing === 'open' ? `chốt lúc ${clock(of.cutoff)}` : 'chờ nhập lại phần đã mất khi khôi phục'}. Số liệu hôm nay: /tinhhinh`
      : rich`Kỳ ${bold(periodNameVi(of.period))} không chốt số liệu (${of.standing === 'off' ? 'đang tắt' : 'ngày chốt đã qua trước khi lập'}).`,
  entered: 'Đã nhập lại đủ',
  /** Before figures of which a restore lost a part are frozen: nothing undoes it. */
  askEntered: (of: {
    readonly period: PeriodName
    readonly lost: LostSpan
    readonly sent: number
    readonly expected: number
  }): Rich =>
    lines([
      rich`Chốt số liệu kỳ ${bold(periodNameVi(of.period))} theo dữ liệu lúc này? Chốt rồi không sửa được.`,
      `Phần ghi từ ${clock(of.lost.from)} đến ${clock(of.lost.until)} phải được nhập lại đủ trước.`,
      of.expected > 0 && `Đơn vị đã gửi số liệu: ${of.sent}/${of.expected}`,
    ]),
  freeze: 'Chốt số liệu',
}

export type PeriodFrozenMessages = typeof periodFrozenVi
