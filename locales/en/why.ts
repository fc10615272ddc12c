import { bold, code, lines, rich } from '../rich-text.ts'
import type { RuleWords } from '../vi/milestones.ts'
import type { CauseWords, OccasionWords, WhyMessages, WhyWords } from '../vi/why.ts'
import { commonEn } from './common.ts'
import { escalationEn } from './escalation.ts'
import { milestoneRuleEn, rhythmEn } from './milestones.ts'

/** Why nothing is said of a task any more. */
export const neverEn = {
  done: 'none, it is done',
  submitted: 'none, it was handed in and waits for approval',
  closed: 'none, it was returned or cancelled',
  undated: 'none, it has no due date and is not asked about',
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
    case 'above':
      return `It is a task of ${agency}; you oversee it.`
    case 'wanted':
      return `It is a task of ${agency}; you asked to be reminded of it again.`
    case 'none':
      return `It was assigned to ${agency}; you do not belong there, so you are not reminded of it yourself.`
  }
}

const milestoneEn = (days: number): string => {
  if (days === 0) return 'on the due date'
  return days > 0 ? `${days} days before the due date` : `${-days} days overdue`
}

export const occasionEn = (of: OccasionWords): string => {
  if (of.kind === 'milestone') return milestoneEn(of.days)
  return {
    request: 'a regular question how it stands',
    snoozed: 'put off until then',
    silent: 'no update for a long time',
  }[of.kind]
}

/** "3 days before the due date", and what else somebody is told for. */
export const causeEn = (cause: CauseWords): string => {
  switch (cause.kind) {
    case 'due':
      return occasionEn(cause.occasion)
    case 'unreached':
      return `${occasionEn(cause.occasion)}, as nobody of the agency has joined`
    case 'silent':
      return 'there was no update for a long time'
    case 'urged':
      return 'somebody pressed for it'
    case 'escalated':
      return `it is late and reported to the ${escalationEn.level(cause.level)}`
    case 'told':
      return `so that you know it was reported to the ${escalationEn.level(cause.level)}`
  }
}

const due = ({ dueOn }: WhyWords): string => (dueOn === null ? 'No due date' : `Due ${commonEn.date(dueOn)}`)

const reminded = ({ said }: WhyWords): string => {
  if (said === null) return 'you were not reminded of it yet'
  const why = `you were reminded on ${commonEn.date(said.day)}: ${causeEn(said.cause)}`
  return said.moved ? `${why}, by the due date before it was changed` : why
}

const next = ({ next: when }: WhyWords): string =>
  when.kind === 'at' ? `${when.time} on ${commonEn.date(when.day)}, unless it is done` : neverEn[when.because]

export const ruleEn = (rule: RuleWords, dueOn: string | null): string =>
  dueOn === null ? `${rhythmEn(rule)}.` : `Reminders come ${milestoneRuleEn(rule)}; in office hours only.`

const rulesEn = (rule: RuleWords, items: readonly WhyWords[]): readonly string[] =>
  [items.find(({ dueOn }) => dueOn !== null), items.find(({ dueOn }) => dueOn === null)].flatMap((item) =>
    item === undefined ? [] : [ruleEn(rule, item.dueOn)],
  )

export const whyEn: WhyMessages = {
  button: 'Why?',
  one: (of) =>
    lines([
      rich`Why you were reminded of ${bold(`NV${of.number}`)} ${of.title}`,
      `• ${tied(of)}`,
      `• ${due(of)}; ${reminded(of)}.`,
      `• Next reminder: ${next(of)}.`,
      of.snoozedTo !== null && `• You wanted to be reminded again on ${commonEn.date(of.snoozedTo)}.`,
      ruleEn(of.rule, of.dueOn),
    ]),
  several: (items, rule) =>
    lines([
      'Why you were reminded of these tasks',
      ...items.map(
        (of) => rich`• ${bold(`NV${of.number}`)}: ${tied(of)} ${due(of)}, ${reminded(of)}. Next reminder: ${next(of)}.`,
      ),
      ...(rule === null ? [] : rulesEn(rule, items)),
    ]),
  nothing: (rule) =>
    rich`You have not been reminded of anything yet. Type ${code('/tasks')} to see your tasks. Reminders come ${milestoneRuleEn(rule)}; in office hours only.`,
}
