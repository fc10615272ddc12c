import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from './broadcast-sent.ts'
import { commonVi } from './common.ts'
import { type ComparedFigures, type Lateness, lateWordsVi, periodFrozenVi } from './period-frozen.ts'
import { type PeriodName, periodNameVi } from './periods.ts'

/** What an agency owes for a period. */
export interface AgencyOwes {
  readonly name: string
  readonly open: number
  readonly silent: number
  readonly unproven: number
  readonly isReached: boolean
}

/** The same for its own people, with the tasks as lines. */
export interface OwnOwes {
  readonly name: string
  readonly open: number
  readonly silent: readonly Rich[]
  readonly moreSilent: number
  readonly unproven: readonly Rich[]
  readonly moreUnproven: number
}

export interface PeriodCutoff extends PeriodName {
  readonly cutoff: Clock
  /** From today to the cut-off. */
  readonly daysLeft: number
}

const clock = ({ day, time }: Clock): string => `${time} ngày ${commonVi.date(day)}`

const left = (days: number): string => (days === 0 ? 'hôm nay' : `còn ${days} ngày`)

const owes = ({ name, open, silent, unproven, isReached }: AgencyOwes): Rich => {
  const facts = [
    open > 0 && `${open} việc chưa xong`,
    silent > 0 && `${silent} chưa cập nhật`,
    unproven > 0 && `${unproven} chưa có minh chứng`,
    !isReached && 'chưa ai tham gia',
  ].filter((fact) => fact !== false)
  return rich`• ${bold(name)}: ${facts.join(', ')}`
}

const own = ({ name, open, silent, moreSilent, unproven, moreUnproven }: OwnOwes): Rich =>
  lines([
    rich`${bold(name)}: ${open} việc trong kỳ chưa xong.`,
    silent.length > 0 && `Chưa có cập nhật trong kỳ (${silent.length + moreSilent}):`,
    ...silent,
    moreSilent > 0 && `… và ${moreSilent} việc khác.`,
    unproven.length > 0 && `Chưa có minh chứng (${unproven.length + moreUnproven}):`,
    ...unproven,
    moreUnproven > 0 && `… và ${moreUnproven} việc khác.`,
    silent.length + unproven.length === 0 && 'Việc nào cũng đã có cập nhật và minh chứng.',
  ])

export const periodDataVi = {
  /** To the people of agencies that have not sent their data. */
  remind: (of: {
    readonly period: PeriodCutoff
    readonly agencies: readonly OwnOwes[]
    readonly again: boolean
    readonly lateSince: string | null
  }): Rich =>
    lines([
      rich`📋 ${of.again ? 'Nhắc lại: ' : ''}${bold(`Số liệu kỳ báo cáo ${periodNameVi(of.period)}`)} chốt lúc ${clock(of.period.cutoff)}, ${left(of.period.daysLeft)}.`,
      of.lateSince !== null && `Tin này gửi muộn: lẽ ra gửi ngày ${commonVi.date(of.lateSince)}.`,
      ...of.agencies.map(own),
      'Cập nhật từng việc; khi số liệu đã đủ thì bấm “Đã gửi số liệu”.',
    ]),
  sentButton: (agency: string | null): string => (agency === null ? 'Đã gửi số liệu' : `Đã gửi số liệu: ${agency}`),
  sent: (of: {
    readonly agency: string
    readonly period: PeriodName
    /** Null where it has passed, and data that a restore lost is entered again. */
    readonly cutoff: Clock | null
    readonly lacking: number
  }): Rich =>
    lines([
      rich`✅ Đã ghi: ${bold(of.agency)} đã gửi số liệu kỳ ${periodNameVi(of.period)}.`,
      of.lacking > 0 &&
        `Còn ${of.lacking} việc chưa có cập nhật hoặc minh chứng; cập nhật được đến ${of.cutoff === null ? 'khi số liệu được chốt' : clock(of.cutoff)}.`,
    ]),
  sentBefore: (of: { readonly agency: string; readonly at: Clock }): Rich =>
    rich`${bold(of.agency)} đã xác nhận gửi số liệu lúc ${clock(of.at)}.`,
  takeBack: 'Rút lại xác nhận',
  takenBack: (of: { readonly agency: string; readonly period: PeriodName }): Rich =>
    rich`Đã rút lại: ${bold(of.agency)} chưa gửi số liệu kỳ ${periodNameVi(of.period)}.`,
  closed: (of: { readonly period: PeriodName; readonly cutoff: Clock }): Rich =>
    rich`Kỳ ${bold(periodNameVi(of.period))} đã chốt số liệu lúc ${clock(of.cutoff)} nên không ghi thêm được.`,
  notOpen: (period: PeriodName): Rich =>
    rich`Kỳ ${bold(periodNameVi(period))} đang tắt hoặc không chốt nên không cần gửi.`,

  /** To the coordinators: before the cut-off. */
  before: (of: {
    readonly period: PeriodCutoff
    readonly sent: number
    readonly expected: number
    readonly owing: readonly AgencyOwes[]
    readonly more: number
  }): Rich =>
    lines([
      rich`📋 ${bold(`Kỳ báo cáo ${periodNameVi(of.period)}`)}: chốt số liệu ${clock(of.period.cutoff)}, ${left(of.period.daysLeft)}.`,
      of.owing.length === 0
        ? 'Đơn vị nào cũng đã gửi số liệu.'
        : `${of.expected - of.sent}/${of.expected} đơn vị chưa gửi số liệu:`,
      ...of.owing.map(owes),
      of.more > 0 && `… và ${of.more} đơn vị khác.`,
    ]),
  /** To the coordinators: when the figures are frozen. */
  close: (of: {
    readonly period: PeriodCutoff
    readonly figures: ComparedFigures
    readonly late: Lateness | null
    readonly sent: number
    readonly expected: number
    readonly owing: readonly AgencyOwes[]
    readonly more: number
  }): Rich =>
    lines([
      of.late === null
        ? rich`✅ ${bold(`Đã chốt số liệu kỳ ${periodNameVi(of.period)}`)} tại thời điểm ${clock(of.period.cutoff)}.`
        : lines([rich`✅ ${bold(`Đã chốt số liệu kỳ ${periodNameVi(of.period)}`)}.`, lateWordsVi(of.late)]),
      `Hoàn thành ${of.figures.done}/${of.figures.total} việc, quá hạn ${of.figures.late}.`,
      of.owing.length > 0
        ? `${of.expected - of.sent}/${of.expected} đơn vị chưa xác nhận gửi số liệu:`
        : of.expected > 0 && 'Đơn vị nào cũng đã gửi số liệu.',
      ...of.owing.map(owes),
      of.more > 0 && `… và ${of.more} đơn vị khác.`,
    ]),
  who: (of: {
    readonly period: PeriodName
    readonly expected: number
    readonly from: number
    readonly owing: readonly AgencyOwes[]
    readonly total: number
  }): Rich =>
    lines([
      bold(`Chưa gửi số liệu kỳ ${periodNameVi(of.period)}: ${of.total}/${of.expected} đơn vị`),
      ...of.owing.map(owes),
      of.total > of.owing.length && `Từ ${of.from} đến ${of.from + of.owing.length - 1} trong ${of.total} đơn vị.`,
    ]),
  nobodyOwes: (period: PeriodName): Rich =>
    rich`Không đơn vị nào còn phải gửi số liệu kỳ ${bold(periodNameVi(period))}.`,
  remindAgain: (agencies: number): string => `Nhắc lại ${agencies} đơn vị`,
  reminded: (of: {
    readonly period: PeriodName
    readonly agencies: number
    readonly people: number
    readonly at: Clock | null
  }): Rich =>
    of.at === null
      ? rich`✅ Đã nhắc lại ${of.agencies} đơn vị (${of.people} người) về kỳ ${bold(periodNameVi(of.period))}.`
      : rich`✅ Ngoài giờ làm việc: ${of.agencies} đơn vị (${of.people} người) sẽ được nhắc lúc ${clock(of.at)}.`,
  tooSoon: (of: { readonly last: Clock; readonly next: Clock }): Rich =>
    rich`Vừa nhắc lúc ${clock(of.last)}; nhắc lại được từ ${clock(of.next)}.`,
  tooLate: (cutoff: Clock): Rich =>
    rich`Không còn nhắc lại được trong giờ làm việc trước giờ chốt ${clock(cutoff)}; xin gọi điện cho đơn vị còn thiếu.`,
  enough: (calls: number): Rich => rich`Kỳ này đã nhắc tay ${calls} lần; xin gọi điện cho đơn vị còn thiếu.`,

  ...periodFrozenVi,
  byAgency: 'Từng đơn vị',
  byPlan: 'Từng kế hoạch',
  byField: 'Từng lĩnh vực',
  total: 'Tổng hợp kỳ',
  page: 'Kỳ báo cáo',
}

export type PeriodDataMessages = typeof periodDataVi
