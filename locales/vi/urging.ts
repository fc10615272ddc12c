import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface Moment {
  readonly day: string
  /** "09:15" */
  readonly time: string
}

export interface UrgedWords {
  readonly number: number
  readonly agency: string
  readonly people: number
  /** When they hear of it; null for at once. */
  readonly opens: Moment | null
}

export interface ManyWords {
  readonly what: keyof typeof whats
  readonly scope: string
  readonly tasks: number
  readonly people: number
  readonly agencies: number
  readonly resting: number
  /** Names of agencies nobody has joined from. */
  readonly unreached: readonly string[]
}

const whats = { late: 'việc quá hạn', silent: 'việc chưa có cập nhật nào', task: 'đơn vị' }

const namesShown = 5

const moment = ({ day, time }: Moment): string => `${time} ngày ${commonVi.date(day)}`

const when = (opens: Moment | null): string => (opens === null ? 'ngay bây giờ' : `lúc ${moment(opens)}, khi mở cửa`)

const left = (of: ManyWords): readonly (string | false)[] => [
  of.resting > 0 && `• ${of.resting} việc đã được đôn đốc trong 24 giờ qua: lần này không nhắc lại.`,
  of.unreached.length > 0 &&
    `• Chưa ai tham gia nên không có ai để đôn đốc: ${of.unreached.slice(0, namesShown).join('; ')}${of.unreached.length > namesShown ? ` và ${of.unreached.length - namesShown} đơn vị khác` : ''}.`,
]

export const urgingVi = {
  about: 'Đôn đốc một việc, hoặc mọi việc quá hạn: /dondoc 12, /dondoc quá hạn',
  example: '/dondoc 12',
  button: '🔔 Đôn đốc',
  all: (tasks: number): string => `🔔 Đôn đốc (${tasks})`,
  pressed: (of: UrgedWords): Rich =>
    rich`🔔 Đã đôn đốc ${bold(`NV${of.number}`)}, ${of.agency}: ${of.people} người nhận ${when(of.opens)}.`,
  resting: (of: { number: number; agency: string; name: string; at: Moment; again: Moment }): Rich =>
    lines([
      rich`${bold(`NV${of.number}`)}, ${of.agency} đã được ${of.name} đôn đốc lúc ${moment(of.at)}.`,
      `Đôn đốc lại được từ ${moment(of.again)}.`,
    ]),
  nobody: (of: { number: number; agency: string }): Rich =>
    rich`🚪 Chưa đôn đốc được ${bold(`NV${of.number}`)}: ${of.agency} chưa có ai khác tham gia hoặc không ai nhận được tin. Hãy gửi mã mời cho đơn vị.`,
  closed: (number: number): Rich =>
    rich`${bold(`NV${number}`)} đã nộp, đã xong hoặc đã trả lại: không còn gì để đôn đốc.`,
  which: (number: number): Rich => rich`Nhiều đơn vị làm ${bold(`NV${number}`)}. Đôn đốc đơn vị nào?`,
  everybody: (agencies: number): string => `Cả ${agencies} đơn vị`,
  unknown: (typed: string): Rich =>
    rich`Chưa rõ đôn đốc gì: “${typed}”. Ví dụ: ${code('/dondoc 12')} cho một việc, ${code('/dondoc quá hạn')} cho mọi việc quá hạn, ${code('/dondoc im lặng')} cho việc chưa có cập nhật nào.`,
  preview: (of: ManyWords): Rich =>
    lines([
      rich`Đôn đốc ${bold(`${of.tasks} ${whats[of.what]}`)} (${of.scope}): tin sẽ đến ${bold(`${of.people} người`)} ở ${of.agencies} đơn vị, mỗi người một tin.`,
      ...left(of),
      'Gửi không?',
    ]),
  nothing: (of: ManyWords): Rich =>
    lines([rich`Không có ${whats[of.what]} nào để đôn đốc (${of.scope}).`, ...left(of)]),
  changed: (): Rich => rich`Danh sách đã đổi so với lúc xem, xin xem lại:`,
  pressedMany: (of: ManyWords & { readonly opens: Moment | null }): Rich =>
    lines([
      rich`🔔 Đã đôn đốc ${bold(`${of.tasks} ${whats[of.what]}`)}: ${of.people} người ở ${of.agencies} đơn vị nhận ${when(of.opens)}.`,
      ...left(of),
    ]),
  dropped: (): Rich => rich`Thôi, chưa đôn đốc ai.`,
}

export type UrgingMessages = typeof urgingVi
