import { bold, lines, rich } from '../rich-text.ts'
import type { MilestoneMessages, RuleWords } from '../vi/milestones.ts'

const beforeWords = ({ before, counted }: RuleWords): string => {
  const days = before.filter((day) => day > 0)
  const unit = counted === 'working' ? 'working days' : 'days'
  const parts = [
    ...(days.length > 0 ? [`${days.join(', ')} ${unit} before the due date`] : []),
    ...(before.includes(0) ? ['on the day itself'] : []),
  ]
  return parts.join(' and ')
}

const lateWords = ({ lateEvery, counted }: RuleWords): string => {
  if (lateEvery === null) return 'not once it is overdue'
  const unit = counted === 'working' ? 'working days' : 'days'
  const often = lateEvery === 1 ? `every one of the ${unit}` : `every ${lateEvery} ${unit}`
  return `overdue, on the next day and then ${often}, for 30 ${unit}`
}

export const milestoneRuleEn = (rule: RuleWords): string => `${beforeWords(rule)}; ${lateWords(rule)}`

export const rhythmEn = ({ rhythm }: RuleWords): string => {
  if (rhythm === null) return 'Work without a due date is not asked about'
  const period = rhythm === 'monthly' ? 'month' : 'quarter'
  return `Work without a due date is asked about once a ${period}, on its first working day`
}

export const milestonesEn: MilestoneMessages = {
  open: 'Reminder days',
  which: () => rich`Choose a plan to see and change when its tasks are reminded of:`,
  workspace: 'For every plan',
  shown: (of) =>
    lines([
      of.plan === null
        ? bold('Reminder days of every plan')
        : rich`Reminder days of ${bold(of.plan)}${of.own ? '' : ': as for every plan'}`,
      `Reminders come ${milestoneRuleEn(of.rule)}; in office hours only.`,
      `${rhythmEn(of.rule)}.`,
      'When they are changed, what was reminded of stays so and is not said again.',
    ]),
  changed: (moved) => rich`✅ Changed; the next reminder of ${moved} ${moved === 1 ? 'task' : 'tasks'} moved.`,
  before: (days) => `Before: ${days.join(', ')}`,
  late: (every) => {
    if (every === null) return 'Overdue: never'
    return every === 1 ? 'Overdue: every day' : `Overdue: every ${every} days`
  },
  rhythm: (rhythm) => {
    if (rhythm === null) return 'No date: never ask'
    return rhythm === 'monthly' ? 'No date: every month' : 'No date: every quarter'
  },
  counted: (counted) => (counted === 'working' ? 'Count working days' : 'Count all days'),
  asWorkspace: 'As for every plan',
  asUsual: 'As usual',
}
