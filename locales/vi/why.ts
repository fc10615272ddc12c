import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'
import { milestoneRuleVi, type RuleWords } from './milestones.ts'

type TieWords =
  | { readonly kind: 'doer' | 'none' }
  | { readonly kind: 'member'; readonly roles: readonly Parameters<typeof commonVi.role>[0][] }
  | { readonly kind: 'head-of-doer'; readonly doer: string }
  | { readonly kind: 'stands-in'; readonly name: string }

type NextWords =
  | { readonly kind: 'at'; readonly day: string; readonly time: string }
  | { readonly kind: 'never'; readonly because: keyof typeof neverVi }

interface SaidWords {
  readonly day: string
  readonly milestone: number
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
  readonly rule: RuleWords
}

/** Why nothing is said of a task any more. */
export const neverVi = {
  done: 'không nhắc nữa vì việc đã hoàn thành',
  submitted: 'không nhắc nữa vì việc đã nộp, đang chờ duyệt',
  closed: 'không nhắc nữa vì việc đã trả lại hoặc hủy',
  undated: 'không nhắc vì việc không có thời hạn',
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
    case 'none':
      return `Việc giao cho ${agency}; anh/chị không thuộc đơn vị này nên không được nhắc riêng.`
  }
}

export const milestoneVi = (days: number): string => {
  if (days === 0) return 'đúng ngày hạn'
  return days > 0 ? `trước hạn ${days} ngày` : `quá hạn ${-days} ngày`
}

const due = (on: string | null): string => (on === null ? 'Không thời hạn' : `Hạn ${commonVi.date(on)}`)

const reminded = (said: SaidWords | null): string => {
  if (said === null) return 'chưa nhắc anh/chị lần nào'
  const why = `nhắc ngày ${commonVi.date(said.day)} theo mốc ${milestoneVi(said.milestone)}`
  return said.moved ? `${why}, tính theo hạn trước khi đổi` : why
}

const next = (when: NextWords): string =>
  when.kind === 'at' ? `${when.time} ngày ${commonVi.date(when.day)}, nếu việc chưa xong` : neverVi[when.because]

/** By which milestones it goes. */
export const ruleVi = (rule: RuleWords): string => `Bot nhắc ${milestoneRuleVi(rule)}; chỉ trong giờ hành chính.`

export const whyVi = {
  button: 'Vì sao?',
  one: (of: WhyWords): Rich =>
    lines([
      rich`Vì sao anh/chị được nhắc ${bold(`NV${of.number}`)} ${of.title}`,
      `• ${tied(of.tie, of.agency)}`,
      `• ${due(of.dueOn)}; ${reminded(of.said)}.`,
      `• Nhắc tiếp: ${next(of.next)}.`,
      ruleVi(of.rule),
    ]),
  /** The rule is left out where the tasks go by several. */
  several: (items: readonly WhyWords[], rule: RuleWords | null): Rich =>
    lines([
      'Vì sao anh/chị được nhắc những việc này',
      ...items.map(
        (of) =>
          rich`• ${bold(`NV${of.number}`)}: ${tied(of.tie, of.agency)} ${due(of.dueOn)}, ${reminded(of.said)}. Nhắc tiếp: ${next(of.next)}.`,
      ),
      rule !== null && ruleVi(rule),
    ]),
  nothing: (rule: RuleWords): Rich =>
    rich`Chưa có tin nhắc việc nào gửi cho anh/chị. Gõ ${code('/viec')} để xem việc của đơn vị. ${ruleVi(rule)}`,
}

export type WhyMessages = typeof whyVi
