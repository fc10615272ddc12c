import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { chartVi } from './chart.ts'
import { commonVi } from './common.ts'

/** What the weekly summary says; the same shape as the domain's WeeklySummary. */
export interface WeeklyWords {
  readonly week: { readonly from: string; readonly to: string }
  readonly totals: {
    readonly total: number
    readonly done: number
    readonly doneLate: number
    readonly late: number
    readonly dueSoon: number
    readonly inTime: number
    readonly undated: number
    readonly silent: number
    readonly obstacles: number
    readonly fellDue: number
    readonly onTime: number
    readonly onTimeOriginal: number
  }
  readonly changes: { readonly done: number; readonly newlyLate: number; readonly updates: number } | null
  readonly agencies: {
    readonly worst: readonly { readonly agencyName: string; readonly late: number; readonly total: number }[]
    readonly silent: readonly string[]
    readonly unreached: readonly string[]
  } | null
}

const namesShown = 15

const someOf = (names: readonly string[]): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` và ${rest} đơn vị khác` : '')
}

const totals = (of: WeeklyWords['totals']): Rich =>
  lines([
    rich`Tổng số: ${bold(of.total)} việc`,
    `✅ Hoàn thành: ${of.done}${of.doneLate > 0 ? ` (quá hạn: ${of.doneLate})` : ''}`,
    `⚠️ Quá hạn: ${of.late}`,
    `⏰ Sắp đến hạn: ${of.dueSoon}`,
    `Còn trong hạn: ${of.inTime}`,
    of.undated > 0 && `Không thời hạn: ${of.undated}`,
    `Vướng mắc: ${of.obstacles} · Chưa phản hồi: ${of.silent}`,
  ])

const onTime = ({ fellDue, ...of }: WeeklyWords['totals']): string =>
  fellDue === 0
    ? 'Chưa có việc nào đến hạn để tính tỷ lệ.'
    : `Đúng hạn: ${commonVi.percent(of.onTime / fellDue)} (${of.onTime}/${fellDue} việc đã đến hạn); theo hạn gốc: ${commonVi.percent(of.onTimeOriginal / fellDue)}.`

const changes = (of: WeeklyWords['changes']): Rich =>
  of === null
    ? rich`${bold('Trong tuần')}: chưa có kỳ trước để so.`
    : rich`${bold('Trong tuần')}: thêm ${of.done} việc hoàn thành, thêm ${of.newlyLate} việc quá hạn, ${of.updates} lượt cập nhật.`

const byAgency = (of: NonNullable<WeeklyWords['agencies']>): Rich =>
  lines([
    of.worst.length > 0 && lines(['', bold('Nhiều việc quá hạn nhất')]),
    ...of.worst.map(({ agencyName, late, total }, at) => `${at + 1}. ${agencyName}: ${late}/${total} việc`),
    of.silent.length > 0 && lines(['', rich`${bold('Cả tuần không cập nhật')}: ${someOf(of.silent)}`]),
    of.unreached.length > 0 &&
      lines([
        '',
        rich`⚠️ ${bold(`${of.unreached.length} đơn vị`)} có việc mà chưa ai tham gia: ${someOf(of.unreached)}`,
      ]),
  ])

/** 0 is Sunday. */
export interface ScheduleWords {
  readonly day: number
  readonly time: string
}

const dayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

const every = ({ day }: ScheduleWords): string => `mỗi ${dayNames[day] ?? ''}`

export const weeklyVi = {
  chart: chartVi,
  about: 'Tổng hợp tuần, kèm biểu đồ, gửi định kỳ hằng tuần',
  summary: (workspace: string, summary: WeeklyWords): Rich =>
    lines([
      bold(`Tổng hợp tuần ${commonVi.date(summary.week.from)} – ${commonVi.date(summary.week.to)}`),
      workspace,
      '',
      totals(summary.totals),
      '',
      changes(summary.changes),
      onTime(summary.totals),
      summary.agencies === null
        ? rich`Chi tiết từng đơn vị: nhắn riêng cho bot ${code('/tuan')}.`
        : summary.totals.total > 0 && byAgency(summary.agencies),
    ]),
  subscribe: (at: ScheduleWords): string => `Gửi vào đây ${every(at)} ${at.time}`,
  unsubscribe: 'Thôi gửi',
  subscribed: (at: ScheduleWords, day: string): Rich =>
    lines([
      rich`✅ Tổng hợp tuần sẽ được gửi vào đây lúc ${at.time} ${every(at)}, lần tới là ${commonVi.date(day)}.`,
      rich`Đổi giờ: gõ, ví dụ, ${code('/tuan thứ Hai 8:00')}.`,
    ]),
  timeUnclear: (typed: string): Rich =>
    rich`Chưa rõ “${typed}” là lúc nào. Xin gõ ngày và giờ, ví dụ ${code('/tuan thứ Hai 8:00')}.`,
  unsubscribed: (): Rich => rich`Đã thôi gửi tổng hợp tuần vào đây. Gõ ${code('/tuan')} để xem bất cứ lúc nào.`,
}

export type WeeklyMessages = typeof weeklyVi
