import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

export type RefusalWords =
  | { readonly kind: 'closed' | 'submitted' | 'due-today' | 'used-up' }
  | { readonly kind: 'late'; readonly dueOn: string }
  | { readonly kind: 'passed'; readonly day: string }
  | { readonly kind: 'too-far'; readonly days: number }
  | { readonly kind: 'after-due'; readonly day: string; readonly dueOn: string; readonly last: string | null }

const plain = {
  closed: 'việc đã kết thúc nên không nhắc nữa',
  submitted: 'việc đã nộp, đang chờ duyệt nên không nhắc nữa',
  'due-today': 'hôm nay là hạn của việc',
  'used-up': 'đã hẹn 2 lần, mỗi hạn chỉ hẹn được 2 lần',
}

const afterDue = (why: Extract<RefusalWords, { kind: 'after-due' }>): string =>
  why.last === null
    ? `không còn ngày làm việc nào trước hạn ${commonVi.date(why.dueOn)}`
    : `ngày ${commonVi.date(why.day)} sau hạn ${commonVi.date(why.dueOn)}`

const reason = (why: RefusalWords): string => {
  switch (why.kind) {
    case 'late':
      return `việc đã quá hạn từ ${commonVi.date(why.dueOn)}`
    case 'passed':
      return `ngày ${commonVi.date(why.day)} đã qua hoặc là hôm nay`
    case 'too-far':
      return `việc không thời hạn chỉ hẹn được trong ${why.days} ngày`
    case 'after-due':
      return afterDue(why)
    default:
      return plain[why.kind]
  }
}

/** What can be said instead, by an example that works. */
const instead = (number: number, why: RefusalWords, isDated: boolean): Rich | false => {
  if (why.kind === 'closed' || why.kind === 'submitted') return false
  if (why.kind === 'after-due' && why.last !== null) {
    return rich`Hẹn được đến hết hạn, ví dụ: ${code(`nv${number} nhắc lại ngày ${commonVi.date(why.last)}`)}`
  }
  if (why.kind === 'passed' || why.kind === 'too-far') return rich`Ví dụ: ${code(`nv${number} nhắc lại sau 2 ngày`)}`
  return isDated
    ? rich`Xin cho biết tình hình, hoặc xin thêm thời gian: ${code(`/giahan ${number}`)}`
    : rich`Xin cho biết tình hình, ví dụ: ${code(`nv${number} đang làm, được 50%`)}`
}

export const snoozeVi = {
  about: 'Hẹn nhắc lại một việc vào ngày khác: /nhaclai 12 mai',
  example: '/nhaclai 12 mai',
  button: 'Nhắc lại sau',
  inDays: (days: number): string => (days === 1 ? 'Ngày làm việc tới' : `Sau ${days} ngày`),
  takeBack: 'Bỏ hẹn',
  when: (number: number): Rich => rich`Nhắc lại ${bold(`NV${number}`)} khi nào? Tính ngày làm việc.`,
  /** `milestone` is the day of a milestone that comes first or at the same time. */
  planned: (of: {
    readonly number: number
    readonly day: string
    readonly left: number
    readonly milestone: string | null
  }): Rich =>
    lines([
      rich`⏰ Sẽ nhắc lại anh/chị ${bold(`NV${of.number}`)} ngày ${commonVi.date(of.day)}. ${of.left > 0 ? `Còn hẹn được ${of.left} lần nữa.` : 'Không hẹn thêm được nữa.'}`,
      of.milestone === of.day && 'Cùng ngày với mốc nhắc: chỉ một tin.',
      of.milestone !== null &&
        of.milestone < of.day &&
        `Mốc nhắc ngày ${commonVi.date(of.milestone)} vẫn giữ, không bị hoãn.`,
    ]),
  several: (of: {
    readonly day: string | null
    readonly numbers: readonly number[]
    readonly refused: readonly { readonly number: number; readonly why: RefusalWords }[]
  }): Rich =>
    lines([
      of.day !== null &&
        rich`⏰ Sẽ nhắc lại anh/chị ngày ${commonVi.date(of.day)}: ${of.numbers.map((number) => `NV${number}`).join(', ')}.`,
      of.refused.length > 0 && 'Không hẹn được:',
      ...of.refused.map(({ number, why }) => `• NV${number}: ${reason(why)}`),
      of.day !== null && rich`Đổi ngày từng việc, ví dụ: ${code(`nv${of.numbers[0] ?? 1} nhắc lại sau 2 ngày`)}`,
    ]),
  refused: (of: { readonly number: number; readonly why: RefusalWords; readonly isDated: boolean }): Rich =>
    lines([
      rich`Không hẹn nhắc lại ${bold(`NV${of.number}`)} được: ${reason(of.why)}.`,
      instead(of.number, of.why, of.isDated),
    ]),
  takenBack: (number: number): Rich => rich`Đã bỏ hẹn nhắc lại ${bold(`NV${number}`)}; các mốc nhắc vẫn giữ.`,
  /** After the line of a task that somebody wanted to be reminded of again. */
  asWanted: (): Rich => rich` (anh/chị hẹn nhắc lại)`,
  /** Above the one task that somebody wanted to be reminded of again. */
  asWantedAlone: 'Anh/chị đã hẹn nhắc lại việc này.',
  waiting: (items: readonly { readonly day: string; readonly name: string }[]): string =>
    `Hẹn nhắc lại: ${items.map(({ day, name }) => `${commonVi.date(day)} (${name})`).join('; ')}.`,
}

export type SnoozeMessages = typeof snoozeVi
