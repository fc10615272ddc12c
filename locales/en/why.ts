import { bold, code, lines, rich } from '../rich-text.ts'
import type { RuleWords } from '../vi/milestones.ts'
import type { WhyMessages, WhyWords } from '../vi/why.ts'
import { commonEn } from './common.ts'
import { milestoneRuleEn } from './milestones.ts'

/** Why nothing is said of a task any more. */
export const neverEn = {
  done: 'none, it is done',
  submitted: 'none, it was handed in and waits for approval',
  closed: 'none, it was returned or cancelled',
  undated: 'none, it has no due date',
  over: 'none, all milestones have passed',
}

const tied = ({ tie, agency }: WhyWords): string => {
  switch (tie.kind) {
    case 'doer':
      return `It is a task of ${agency}; you were named to do it.`
    case 'member':
      return `It was assigned to ${agency}; you are its ${tie.roles.map(commonEn.role).join(', ')}.`
    case 'head-of-doer':
      return `It is a task of ${agency} given to ${tie.doer}; you are the head and hear of it once it is overdue.`
    case 'stands-in':
      return `It was assigned to ${agency}; you stand in for ${tie.name}.`
    case 'none':
      return `It was assigned to ${agency}; you do not belong there, so you are not reminded of it yourself.`
  }
}

export const milestoneEn = (days: number): string => {
  if (days === 0) return 'on the due date'
  return days > 0 ? `${days} days before the due date` : `${-days} days overdue`
}

const due = ({ dueOn }: WhyWords): string => (dueOn === null ? 'No due date' : `Due ${commonEn.date(dueOn)}`)

const reminded = ({ said }: WhyWords): string => {
  if (said === null) return 'you were not reminded of it yet'
  const why = `you were reminded on ${commonEn.date(said.day)}: ${milestoneEn(said.milestone)}`
  return said.moved ? `${why}, by the due date before it was changed` : why
}

const next = ({ next: when }: WhyWords): string =>
  when.kind === 'at' ? `${when.time} on ${commonEn.date(when.day)}, unless it is done` : neverEn[when.because]

export const ruleEn = (rule: RuleWords): string => `Reminders come ${milestoneRuleEn(rule)}; in office hours only.`

export const whyEn: WhyMessages = {
  button: 'Why?',
  one: (of) =>
    lines([
      rich`Why you were reminded of ${bold(`NV${of.number}`)} ${of.title}`,
      `• ${tied(of)}`,
      `• ${due(of)}; ${reminded(of)}.`,
      `• Next reminder: ${next(of)}.`,
      ruleEn(of.rule),
    ]),
  several: (items, rule) =>
    lines([
      'Why you were reminded of these tasks',
      ...items.map(
        (of) => rich`• ${bold(`NV${of.number}`)}: ${tied(of)} ${due(of)}, ${reminded(of)}. Next reminder: ${next(of)}.`,
      ),
      rule !== null && ruleEn(rule),
    ]),
  nothing: (rule) =>
    rich`You have not been reminded of anything yet. Type ${code('/tasks')} to see your tasks. ${ruleEn(rule)}`,
}
