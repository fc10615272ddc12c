import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'
import { escalationVi } from './escalation.ts'
import { milestoneRuleVi, rhythmVi, type RuleWords } from './milestones.ts'

type TieWords =
  | { readonly kind: 'doer' | 'none' | 'above' | 'wanted' }
  | { readonly kind: 'member'; readonly roles: readonly Parameters<typeof commonVi.role>[0][] }
  | { readonly kind: 'head-of-doer'; readonly doer: string }
  | { readonly kind: 'stands-in'; readonly name: string }

type NextWords =
  | { readonly kind: 'at'; readonly day: string; readonly time: string }
  | { readonly kind: 'never'; readonly because: keyof typeof neverVi }

/** A milestone, or what else it was said for. */
export type CauseWords =
  | { readonly kind: 'due' | 'unreached'; readonly occasion: OccasionWords }
  | { readonly kind: 'silent' | 'urged' }
  | { readonly kind: 'escalated' | 'told'; readonly level: Parameters<typeof escalationVi.level>[0] }

interface SaidWords {
  readonly day: string
  readonly cause: CauseWords
  /** Whether the due date was changed since. */
  readonly moved: boolean
}

export interface WhyWords {
  readonly number: number
  readonly title: string
  readonly agency: string
  readonly dueOn: string | null
  readonly tie: TieWords
  /** Null when this person was not reminded of it yet. */
  readonly said: SaidWords | null
  readonly next: NextWords
  /** The day on which this person wants to be reminded again; null for none. */
  readonly snoozedTo: string | null
  readonly rule: RuleWords
}

/** Why nothing is said of a task any more. */
export const neverVi = {
  done: 'không nhắc nữa vì việc đã hoàn thành',
  submitted: 'không nhắc nữa vì việc đã nộp, đang chờ duyệt',
  closed: 'không nhắc nữa vì việc đã trả lại hoặc hủy',
  undated: 'không nhắc vì việc không có thời hạn và không hỏi tình hình định kỳ',
  over: 'không nhắc nữa vì đã qua hết các mốc nhắc',
}

const tied = (tie: TieWords, agency: string): string => {
  switch (tie.kind) {
    case 'doer':
      return `Việc của ${agency}; anh/chị được giao làm việc này.`
    case 'member':
      return `Việc giao cho ${agency}; anh/chị là ${tie.roles.map(commonVi.role).join(', ')} của ${agency}.`
    case 'head-of-doer':
      return `Việc của ${agency} giao cho ${tie.doer} làm; anh/chị là thủ trưởng, được nhắc khi việc quá hạn.`
    case 'stands-in':
      return `Việc giao cho ${agency}; anh/chị đang làm thay ${tie.name}.`
    case 'above':
      return `Việc của ${agency}; anh/chị được báo cáo vì phụ trách chung.`
    case 'wanted':
      return `Việc giao cho ${agency}; anh/chị được nhắc vì đã hẹn nhắc lại.`
    case 'none':
      return `Việc giao cho ${agency}; anh/chị không thuộc đơn vị này nên không được nhắc riêng.`
  }
}

/** What a reminder was said for. */
export type OccasionWords =
  | { readonly kind: 'milestone'; readonly days: number }
  | { readonly kind: 'request' | 'snoozed' | 'silent' }

const milestoneVi = (days: number): string => {
  if (days === 0) return 'đúng ngày hạn'
  return days > 0 ? `trước hạn ${days} ngày` : `quá hạn ${-days} ngày`
}

export const occasionVi = (of: OccasionWords): string => {
  if (of.kind === 'milestone') return milestoneVi(of.days)
  return { request: 'hỏi tình hình định kỳ', snoozed: 'nhắc lại theo hẹn', silent: 'đã lâu không có cập nhật' }[of.kind]
}

const reasonVi = (of: OccasionWords): string => {
  if (of.kind === 'milestone') return `theo mốc ${milestoneVi(of.days)}`
  return {
    request: 'để hỏi tình hình định kỳ',
    snoozed: 'vì anh/chị hẹn nhắc lại',
    silent: 'vì đã lâu không có cập nhật',
  }[of.kind]
}

/** The same in a list, where "trước hạn 3 ngày" is enough. */
export const causeShortVi = (cause: CauseWords): string =>
  cause.kind === 'due' ? occasionVi(cause.occasion) : causeVi(cause)

/** "theo mốc trước hạn 3 ngày", and what else somebody is told for. */
const causeVi = (cause: CauseWords): string => {
  switch (cause.kind) {
    case 'due':
      return reasonVi(cause.occasion)
    case 'unreached':
      return `${reasonVi(cause.occasion)}, thay cho đơn vị chưa ai tham gia`
    case 'silent':
      return 'vì đã lâu không có cập nhật'
    case 'urged':
      return 'vì có người đôn đốc'
    case 'escalated':
      return `vì việc quá hạn được báo cáo ${escalationVi.level(cause.level)}`
    case 'told':
      return `để biết việc quá hạn đã báo cáo ${escalationVi.level(cause.level)}`
  }
}

const due = (on: string | null): string => (on === null ? 'Không thời hạn' : `Hạn ${commonVi.date(on)}`)

const reminded = (said: SaidWords | null): string => {
  if (said === null) return 'chưa nhắc anh/chị lần nào'
  const why = `nhắc ngày ${commonVi.date(said.day)} ${causeVi(said.cause)}`
  return said.moved ? `${why}, tính theo hạn trước khi đổi` : why
}

const next = (when: NextWords): string =>
  when.kind === 'at' ? `${when.time} ngày ${commonVi.date(when.day)}, nếu việc chưa xong` : neverVi[when.because]

/** By which milestones it goes, or by which rhythm where there is no due date. */
export const ruleVi = (rule: RuleWords, dueOn: string | null): string =>
  dueOn === null ? `${rhythmVi(rule)}.` : `Bot nhắc ${milestoneRuleVi(rule)}; chỉ trong giờ hành chính.`

/** One rule for what is due some day, and one for what is not, each where there is such a task. */
const rulesVi = (rule: RuleWords, items: readonly WhyWords[]): readonly string[] =>
  [items.find(({ dueOn }) => dueOn !== null), items.find(({ dueOn }) => dueOn === null)].flatMap((item) =>
    item === undefined ? [] : [ruleVi(rule, item.dueOn)],
  )

export const whyVi = {
  button: 'Vì sao?',
  one: (of: WhyWords): Rich =>
    lines([
      rich`Vì sao anh/chị được nhắc ${bold(`NV${of.number}`)} ${of.title}`,
      `• ${tied(of.tie, of.agency)}`,
      `• ${due(of.dueOn)}; ${reminded(of.said)}.`,
      `• Nhắc tiếp: ${next(of.next)}.`,
      of.snoozedTo !== null && `• Anh/chị đã hẹn nhắc lại ngày ${commonVi.date(of.snoozedTo)}.`,
      ruleVi(of.rule, of.dueOn),
    ]),
  /** The rule is left out where the tasks go by several. */
  several: (items: readonly WhyWords[], rule: RuleWords | null): Rich =>
    lines([
      'Vì sao anh/chị được nhắc những việc này',
      ...items.map(
        (of) =>
          rich`• ${bold(`NV${of.number}`)}: ${tied(of.tie, of.agency)} ${due(of.dueOn)}, ${reminded(of.said)}. Nhắc tiếp: ${next(of.next)}.`,
      ),
      ...(rule === null ? [] : rulesVi(rule, items)),
    ]),
  nothing: (rule: RuleWords): Rich =>
    rich`Chưa có tin nhắc việc nào gửi cho anh/chị. Gõ ${code('/viec')} để xem việc của đơn vị. Bot nhắc ${milestoneRuleVi(rule)}; chỉ trong giờ hành chính.`,
}

export type WhyMessages = typeof whyVi
