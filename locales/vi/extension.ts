import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { type Which, which } from './answers.ts'
import { commonVi } from './common.ts'
import { type Subject, subjectVi } from './subject.ts'

/** A request for more time, as whoever decides sees it. */
export interface Requested {
  readonly subject: Subject
  readonly by: string
  readonly wantedOn: string
  readonly reason: string
  /** Which request of this assignment it is, counted from 1. */
  readonly turn: number
  readonly granted: number
  /** The due date of the plan, where it was moved since. */
  readonly originalDueOn: string | null
}

/** One line of what was asked for and what became of it. */
export interface PastRequest {
  readonly on: string
  readonly wantedOn: string
  readonly state: 'pending' | 'granted' | 'refused' | 'withdrawn'
  readonly grantedOn: string | null
  readonly answer: string
}

const outcome = ({ state, wantedOn, grantedOn, answer }: PastRequest): string => {
  const words = answer === '' ? '' : ` (“${answer}”)`
  switch (state) {
    case 'pending':
      return 'đang chờ'
    case 'granted':
      return `đồng ý${grantedOn === null || grantedOn === wantedOn ? '' : ` đến ${commonVi.date(grantedOn)}`}${words}`
    case 'refused':
      return `không đồng ý${words}`
    case 'withdrawn':
      return 'đã rút'
  }
}

export const extensionVi = {
  aboutCommand: 'Xin gia hạn một nhiệm vụ',
  example: '/giahan 12 đến 15/12 vì chờ văn bản của Bộ',
  ask: 'Xin gia hạn',
  grant: 'Đồng ý',
  otherDay: 'Ngày khác',
  refuse: 'Từ chối',
  withdraw: 'Rút đề nghị',

  askDay: (item: Which, dueOn: string): Rich =>
    rich`${which(item)} (hạn ${commonVi.date(dueOn)}) xin gia hạn đến ngày nào? Ví dụ ${code('15/12')} hoặc ${code('thêm 10 ngày')}.`,
  askReason: (item: Which, wantedOn: string): Rich =>
    rich`${which(item)} xin gia hạn đến ${commonVi.date(wantedOn)} vì lý do gì? Xin viết một câu.`,
  past: (day: string): Rich => rich`Ngày ${commonVi.date(day)} đã qua nên chưa ghi gì.`,
  notLater: (day: string, dueOn: string): Rich =>
    rich`Ngày ${commonVi.date(day)} không sau hạn hiện nay (${commonVi.date(dueOn)}) nên chưa ghi gì.`,
  dayNotUnderstood: (typed: string): Rich => rich`Chưa hiểu “${typed}” là ngày nào.`,
  undated: (item: Which): Rich => rich`${which(item)} không thời hạn nên không cần gia hạn.`,
  submitted: (item: Which): Rich => rich`${which(item)} đã nộp, đang chờ duyệt nên không xin gia hạn được.`,

  asked: (
    item: Which,
    of: {
      readonly dueOn: string
      readonly wantedOn: string
      readonly reason: string
      readonly told: number
      /** The day of the request that this one replaces. */
      readonly replaced: string | null
    },
  ): Rich =>
    lines([
      rich`⏳ Đã gửi đề nghị gia hạn ${which(item)}: từ ${commonVi.date(of.dueOn)} đến ${commonVi.date(of.wantedOn)}, lý do “${of.reason}”.`,
      of.replaced !== null && `Thay cho đề nghị đến ${commonVi.date(of.replaced)} trước đó.`,
      of.told === 0 ? 'Chưa có cán bộ tổng hợp nào nhận được tin.' : `Đã báo ${of.told} cán bộ tổng hợp.`,
    ]),
  askedBefore: (item: Which, wantedOn: string): Rich =>
    rich`Đã có đề nghị gia hạn ${which(item)} đến ${commonVi.date(wantedOn)} đang chờ. Không ghi thêm.`,
  withdrawn: (item: Which): Rich => rich`Đã rút đề nghị gia hạn ${which(item)}. Hạn giữ nguyên.`,

  requested: ({ subject, by, wantedOn, reason, turn, granted, originalDueOn }: Requested): Rich =>
    lines([
      subjectVi('⏳ Xin gia hạn', subject),
      rich`${by} xin đến ${bold(commonVi.date(wantedOn))}, lý do “${reason}”.`,
      turn > 1 &&
        `Lần đề nghị thứ ${turn}; đã gia hạn ${granted} lần${originalDueOn === null ? '' : `, hạn gốc ${commonVi.date(originalDueOn)}`}.`,
    ]),
  askOtherDay: (item: Which): Rich =>
    rich`${which(item)} gia hạn đến ngày nào? Ví dụ ${code('15/12')} hoặc ${code('thêm 10 ngày')}.`,
  askRefusal: (item: Which): Rich =>
    rich`Không đồng ý gia hạn ${which(item)} vì lý do gì? Xin viết một câu để báo lại đơn vị.`,
  askWhich: (item: Which): Rich => rich`Anh/chị có đồng ý gia hạn ${which(item)} không? Chưa ghi gì.`,
  granted: (item: Which, day: string): Rich =>
    rich`✅ Đã gia hạn ${which(item)} đến ${commonVi.date(day)}. Đã báo đơn vị.`,
  refused: (item: Which, words: string): Rich =>
    rich`Đã trả lời không gia hạn ${which(item)}: “${words}”. Đã báo người xin.`,
  grantedTold: (subject: Subject, day: string, by: string): Rich =>
    lines([
      subjectVi('✅ Được gia hạn', subject),
      rich`Hạn mới: ${bold(commonVi.date(day))}. Người quyết định: ${by}.`,
    ]),
  refusedTold: (subject: Subject, words: string, by: string): Rich =>
    lines([subjectVi('Không được gia hạn', subject), rich`${by}: “${words}”`, 'Hạn giữ nguyên.']),

  history: (of: { readonly asked: number; readonly granted: number; readonly items: readonly PastRequest[] }): Rich =>
    lines([
      rich`${bold('Gia hạn')}: ${of.asked} lần đề nghị, ${of.granted} lần được đồng ý`,
      ...of.items.map(
        (item) => `• ${commonVi.date(item.on)}: xin đến ${commonVi.date(item.wantedOn)}, ${outcome(item)}`,
      ),
    ]),
}

export type ExtensionMessages = typeof extensionVi
