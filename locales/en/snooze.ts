import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { RefusalWords, SnoozeMessages } from '../vi/snooze.ts'
import { commonEn } from './common.ts'

const plain = {
  closed: 'it has ended and is not reminded of any more',
  submitted: 'it was handed in and waits for approval',
  'due-today': 'it is due today',
  'used-up': 'it was put off twice already, which is the most for one due date',
}

const afterDue = (why: Extract<RefusalWords, { kind: 'after-due' }>): string =>
  why.last === null
    ? `there is no working day left before it is due on ${commonEn.date(why.dueOn)}`
    : `${commonEn.date(why.day)} is after the due date, ${commonEn.date(why.dueOn)}`

const reason = (why: RefusalWords): string => {
  switch (why.kind) {
    case 'late':
      return `it is overdue since ${commonEn.date(why.dueOn)}`
    case 'passed':
      return `${commonEn.date(why.day)} is not ahead`
    case 'too-far':
      return `work without a due date can be put off for ${why.days} days at most`
    case 'after-due':
      return afterDue(why)
    default:
      return plain[why.kind]
  }
}

const instead = (number: number, why: RefusalWords, isDated: boolean): Rich | false => {
  if (why.kind === 'closed' || why.kind === 'submitted') return false
  if (why.kind === 'after-due' && why.last !== null) {
    return rich`Until the due date it can, for example: ${code(`nv${number} remind me again on ${commonEn.date(why.last)}`)}`
  }
  if (why.kind === 'passed' || why.kind === 'too-far') {
    return rich`For example: ${code(`nv${number} remind me again in 2 days`)}`
  }
  return isDated
    ? rich`Please say how it stands, or ask for more time: ${code(`/extend ${number}`)}`
    : rich`Please say how it stands, for example: ${code(`nv${number} in progress, 50%`)}`
}

export const snoozeEn: SnoozeMessages = {
  about: 'Be reminded of a task again on another day: /snooze 12 2',
  example: '/snooze 12 2',
  button: 'Remind me later',
  inDays: (days) => (days === 1 ? 'Next working day' : `In ${days} days`),
  takeBack: 'Never mind',
  when: (number) => rich`When to remind you of ${bold(`NV${number}`)} again? Working days count.`,
  planned: (of) =>
    lines([
      rich`⏰ You will be reminded of ${bold(`NV${of.number}`)} again on ${commonEn.date(of.day)}. ${of.left > 0 ? `You can do so ${of.left} more time${of.left === 1 ? '' : 's'}.` : 'It cannot be put off again.'}`,
      of.milestone === of.day && 'The regular reminder of that day is the same message.',
      of.milestone !== null &&
        of.milestone < of.day &&
        `The regular reminder of ${commonEn.date(of.milestone)} comes all the same.`,
    ]),
  several: (of) =>
    lines([
      of.day !== null &&
        rich`⏰ You will be reminded again on ${commonEn.date(of.day)}: ${of.numbers.map((number) => `NV${number}`).join(', ')}.`,
      of.refused.length > 0 && 'Not of:',
      ...of.refused.map(({ number, why }) => `• NV${number}: ${reason(why)}`),
      of.day !== null && rich`Another day for one, for example: ${code(`nv${of.numbers[0] ?? 1} remind me in 2 days`)}`,
    ]),
  refused: (of) =>
    lines([
      rich`${bold(`NV${of.number}`)} cannot be put off: ${reason(of.why)}.`,
      instead(of.number, of.why, of.isDated),
    ]),
  takenBack: (number) => rich`${bold(`NV${number}`)} is not reminded of on that day; its regular reminders stay.`,
  asWanted: () => rich` (as you wanted)`,
  asWantedAlone: 'You wanted to be reminded of this again.',
  waiting: (items) => `Put off until: ${items.map(({ day, name }) => `${commonEn.date(day)} (${name})`).join('; ')}.`,
}
