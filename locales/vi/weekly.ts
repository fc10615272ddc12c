import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { chartVi } from './chart.ts'
import { commonVi } from './common.ts'
import { numberNames } from './status.ts'

/** What the weekly summary says; the same shape as the domain's WeeklySummary. */
export interface WeeklyWords {
  readonly week: { readonly from: string; readonly to: string }
  readonly isWeek: boolean
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
    readonly silent: readonly { readonly agencyName: string }[]
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

const changes = ({ changes: of, isWeek, week }: WeeklyWords): Rich =>
  of === null
    ? rich`${bold('Trong tuần')}: chưa có kỳ trước để so.`
    : rich`${bold(isWeek ? 'Trong tuần' : `Từ ${commonVi.date(week.from)}`)}: thêm ${of.done} việc hoàn thành, thêm ${of.newlyLate} việc quá hạn, ${of.updates} lượt cập nhật.`

const byAgency = (of: NonNullable<WeeklyWords['agencies']>, { isWeek, week }: WeeklyWords): Rich =>
  lines([
    of.worst.length > 0 && lines(['', bold('Nhiều việc quá hạn nhất')]),
    ...of.worst.map(({ agencyName, late, total }, at) => `${at + 1}. ${agencyName}: ${late}/${total} việc`),
    of.silent.length > 0 &&
      lines([
        '',
        rich`${bold(isWeek ? 'Cả tuần không cập nhật' : `Từ ${commonVi.date(week.from)} chưa cập nhật`)}: ${someOf(of.silent.map(({ agencyName }) => agencyName))}`,
      ]),
    of.unreached.length > 0 &&
      lines([
        '',
        rich`⚠️ ${bold(`${of.unreached.length} đơn vị`)} có việc mà chưa ai tham gia: ${someOf(of.unreached)}`,
      ]),
  ])

type NumberName = keyof typeof numberNames

/** The kind of chat: a group, or somebody alone. */
type SentTo = 'group' | 'private'

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
      changes(summary),
      onTime(summary.totals),
      summary.agencies === null
        ? rich`Chi tiết từng đơn vị: nhắn riêng cho bot ${code('/tuan')}.`
        : summary.totals.total > 0 && byAgency(summary.agencies, summary),
    ]),
  subscribe: (at: ScheduleWords, to: SentTo): string =>
    to === 'group' ? `Gửi vào đây ${every(at)} ${at.time}` : `Gửi cho tôi ${every(at)} ${at.time}`,
  unsubscribe: 'Thôi gửi',
  subscribed: (at: ScheduleWords, day: string, to: SentTo): Rich =>
    lines([
      rich`✅ Tổng hợp tuần sẽ được gửi ${to === 'group' ? 'vào đây' : 'cho anh/chị'} lúc ${at.time} ${every(at)}, lần tới là ${commonVi.date(day)}.`,
      rich`Đổi giờ: gõ, ví dụ, ${code('/tuan thứ Hai 8:00')}. Thôi nhận: ${code('/tuan tắt')}.`,
    ]),
  timeUnclear: (typed: string): Rich =>
    rich`Chưa rõ “${typed}” là lúc nào. Xin gõ ngày và giờ, ví dụ ${code('/tuan thứ Hai 8:00')}; thôi nhận thì gõ ${code('/tuan tắt')}.`,
  unsubscribed: (to: SentTo): Rich =>
    rich`Đã thôi gửi tổng hợp tuần ${to === 'group' ? 'vào đây' : 'cho anh/chị'}. Gõ ${code('/tuan')} để xem bất cứ lúc nào.`,
  showNames: 'Nêu tên đơn vị trong nhóm này',
  hideNames: 'Thôi nêu tên đơn vị',
  naming: (named: boolean): Rich =>
    named
      ? lines([
          '✅ Từ nay tổng hợp tuần trong nhóm này nêu tên đơn vị: năm đơn vị nhiều việc quá hạn nhất, đơn vị cả tuần không cập nhật, biểu đồ theo từng đơn vị.',
          rich`Ai ở trong nhóm cũng đọc được, kể cả người của đơn vị khác. Thôi nêu tên: ${code('/tuan giấu tên')}.`,
        ])
      : rich`Từ nay tổng hợp tuần trong nhóm này không nêu tên đơn vị nào. Nêu lại: ${code('/tuan nêu tên')}.`,
  namingIsForGroups: rich`Nêu tên đơn vị hay không là lựa chọn của từng nhóm: xin gõ ${code('/tuan nêu tên')} hoặc ${code('/tuan giấu tên')} trong nhóm ấy. Bản gửi riêng luôn nêu tên các đơn vị anh/chị theo dõi.`,
  comesByItself: (at: ScheduleWords): Rich =>
    lines([
      '',
      rich`Bản này tự gửi cho lãnh đạo, thủ trưởng ${every(at)} lúc ${at.time}. Đổi giờ: ${code('/tuan thứ Hai 8:00')}; thôi nhận: ${code('/tuan tắt')}.`,
    ]),
  buttons: {
    number: (name: NumberName, count: number): string => `${numberNames[name]} (${count})`,
    silentAgencies: (count: number): string => `Im lặng (${count} đơn vị)`,
    agency: (name: string, late: number): string => `${name} (${late})`,
  },
  /** Above a list that was opened from a summary, where it is not what the summary said. */
  nowInstead: (of: {
    readonly day: string
    readonly then: number
    readonly today: string
    readonly now: number
  }): Rich =>
    rich`Lúc này, ${commonVi.date(of.today)}: ${of.now} việc (bản tổng hợp ngày ${commonVi.date(of.day)}: ${of.then} việc).`,
  silentAgencies: (of: {
    readonly since: string
    readonly total: number
    readonly from: number
    readonly items: readonly { readonly agencyName: string; readonly open: number; readonly late: number }[]
  }): Rich =>
    lines([
      bold(
        of.total === 0
          ? `Từ ${commonVi.date(of.since)} đến lúc này, đơn vị nào còn việc cũng đã cập nhật.`
          : `Im lặng từ ${commonVi.date(of.since)} đến lúc này: ${of.total} đơn vị`,
      ),
      ...of.items.map(
        ({ agencyName, open, late }) =>
          rich`• ${bold(agencyName)}: ${open} việc chưa xong${late > 0 ? `, ${late} quá hạn` : ''}`,
      ),
      of.total > of.items.length && `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} đơn vị.`,
    ]),
  plans: (of: {
    readonly name: NumberName
    readonly count: number
    readonly total: number
    readonly from: number
    readonly items: readonly { readonly plan: string; readonly count: number }[]
  }): Rich =>
    lines([
      bold(`${numberNames[of.name]}: ${of.count} việc, theo kế hoạch`),
      ...of.items.map(({ plan, count }) => `• ${plan === '' ? 'Không ghi số' : plan}: ${count} việc`),
      of.total > of.items.length && `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} kế hoạch.`,
      rich`Từng việc: nhắn riêng cho bot ${code('/tuan')}.`,
    ]),
}

export type WeeklyMessages = typeof weeklyVi
