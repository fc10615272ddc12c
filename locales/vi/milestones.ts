import { bold, lines, type Rich, rich } from '../rich-text.ts'

export interface RuleWords {
  readonly before: readonly number[]
  readonly lateEvery: number | null
  readonly counted: 'calendar' | 'working'
  readonly rhythm: 'monthly' | 'quarterly' | null
}

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} và ${items.at(-1) ?? ''}`

const beforeWords = ({ before, counted }: RuleWords): string => {
  const days = before.filter((day) => day > 0)
  const unit = counted === 'working' ? 'ngày làm việc' : 'ngày'
  const parts = [
    ...(days.length > 0 ? [`trước hạn ${days.join(', ')} ${unit}`] : []),
    ...(before.includes(0) ? ['đúng ngày hạn'] : []),
  ]
  return list(parts)
}

const lateWords = ({ lateEvery, counted }: RuleWords): string => {
  if (lateEvery === null) return 'quá hạn thì không nhắc nữa'
  const unit = counted === 'working' ? 'ngày làm việc' : 'ngày'
  const often = lateEvery === 1 ? `mỗi ${unit} một lần` : `${lateEvery} ${unit} một lần`
  return `quá hạn thì hôm sau rồi ${often}, trong 30 ${unit}`
}

/** "trước hạn 7, 3, 1 ngày và đúng ngày hạn; quá hạn thì hôm sau rồi 3 ngày một lần, trong 30 ngày" */
export const milestoneRuleVi = (rule: RuleWords): string => `${beforeWords(rule)}; ${lateWords(rule)}`

/** "Việc không thời hạn: hỏi tình hình mỗi tháng một lần, vào ngày làm việc đầu tháng" */
export const rhythmVi = ({ rhythm }: RuleWords): string => {
  if (rhythm === null) return 'Việc không thời hạn: không hỏi tình hình định kỳ'
  const period = rhythm === 'monthly' ? 'tháng' : 'quý'
  return `Việc không thời hạn: hỏi tình hình mỗi ${period} một lần, vào ngày làm việc đầu ${period}`
}

export const milestonesVi = {
  open: 'Mốc nhắc',
  which: (): Rich => rich`Chọn kế hoạch để xem và đổi mốc nhắc việc:`,
  workspace: 'Chung cho mọi kế hoạch',
  shown: (of: { readonly plan: string | null; readonly own: boolean; readonly rule: RuleWords }): Rich =>
    lines([
      of.plan === null
        ? bold('Mốc nhắc chung')
        : rich`Mốc nhắc của ${bold(of.plan)}${of.own ? '' : ': theo mốc chung'}`,
      `Nhắc ${milestoneRuleVi(of.rule)}; chỉ trong giờ làm việc.`,
      `${rhythmVi(of.rule)}.`,
      'Đổi mốc: lần đã nhắc giữ nguyên, không nhắc lại.',
    ]),
  changed: (moved: number): Rich =>
    moved === 0
      ? rich`✅ Đã đổi mốc nhắc; không việc nào dời lần nhắc kế tiếp.`
      : rich`✅ Đã đổi mốc nhắc; ${moved} việc dời lần nhắc kế tiếp.`,
  before: (days: readonly number[]): string => `Trước hạn ${days.join(', ')}`,
  late: (every: number | null): string => {
    if (every === null) return 'Quá hạn: không nhắc'
    return every === 1 ? 'Quá hạn: mỗi ngày' : `Quá hạn: ${every} ngày/lần`
  },
  rhythm: (rhythm: RuleWords['rhythm']): string => {
    if (rhythm === null) return 'Không hạn: không hỏi'
    return rhythm === 'monthly' ? 'Không hạn: mỗi tháng' : 'Không hạn: mỗi quý'
  },
  counted: (counted: RuleWords['counted']): string => (counted === 'working' ? 'Tính ngày làm việc' : 'Tính mọi ngày'),
  asWorkspace: 'Theo mốc chung',
  asUsual: 'Về mặc định',
}

export type MilestoneMessages = typeof milestonesVi
