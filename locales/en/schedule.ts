import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { PlannedWords, ScheduleMessages, ScheduleWords, ToldWords } from '../vi/schedule.ts'
import { commonEn } from './common.ts'
import { escalationEn } from './escalation.ts'
import { snoozeEn } from './snooze.ts'
import { causeEn, neverEn, occasionEn, ruleEn } from './why.ts'

const outcomes = {
  sent: '',
  waiting: ' (waiting to be sent)',
  dropped: ' (not needed any more)',
  unknown: ' (perhaps not delivered)',
  failed: ' (could not be sent)',
}

const moment = ({ time, day }: Pick<PlannedWords, 'time' | 'day'>): string => `${time} on ${commonEn.date(day)}`

const plannedLine = (of: PlannedWords): string =>
  `• ${moment(of)}: ${occasionEn(of.occasion)}${of.movedFrom === null ? '' : ` (moved from ${commonEn.date(of.movedFrom)})`}`

const people = (told: readonly ToldWords[]): string =>
  told.map(({ name, insteadOf }) => (insteadOf === null ? name : `${name} (for ${insteadOf})`)).join('; ')

const isUnreached = (told: readonly ToldWords[]): boolean => told.some(({ forAgency }) => forAgency)

const toldLine = (told: readonly ToldWords[], agency: string): string => {
  const nobody = `nobody of ${agency} has joined, or nobody there can be reached`
  if (told.length === 0) return `⚠️ To nobody yet: ${nobody}.`
  return isUnreached(told) ? `⚠️ To ${people(told)}, as ${nobody}.` : `To: ${people(told)}.`
}

const nextLines = (of: ScheduleWords): readonly (string | Rich | false)[] => {
  const { next } = of
  if (next.kind === 'never') return [`Reminders to come: ${neverEn[next.because]}.`]
  return [
    bold('Reminders to come, unless it is done'),
    ...next.items.map(plannedLine),
    next.last !== null && `… and ${next.more} more, the last at ${moment(next.last)}.`,
    next.items.length > 0 && toldLine(next.told, of.agency),
    next.alsoLate.length > 0 && `Once it is overdue also: ${people(next.alsoLate)}.`,
    next.steps.length > 0 &&
      `Once it is late it is reported: ${next.steps.map((step) => `to the ${escalationEn.level(step.level)} at ${moment(step)}`).join('; ')}.`,
    next.silence !== null &&
      `Without an update its agency is asked at ${moment(next.silence)}${isUnreached(next.told) ? ', if anybody has joined' : ''}.`,
  ]
}

const saidLine = (said: ScheduleWords['said'][number]): string => {
  const names = said.people.map(({ name, outcome }) => `${name}${outcomes[outcome]}`)
  const more = said.morePeople > 0 ? `; and ${said.morePeople} others` : ''
  const moved = said.moved ? ', by the due date before it was changed' : ''
  return `• ${commonEn.date(said.day)}, ${causeEn(said.cause)}${moved}: ${names.join('; ')}${more}`
}

export const scheduleEn: ScheduleMessages = {
  about: 'Whom a task will remind, and when: /reminders 12',
  example: '/reminders 12',
  button: 'Reminders',
  shown: (of) =>
    lines([
      rich`Reminders of ${bold(`NV${of.number}`)} ${of.title}`,
      `${of.agency}, ${of.dueOn === null ? 'no due date' : `due ${commonEn.date(of.dueOn)}`}`,
      '',
      ...nextLines(of),
      of.snoozed.length > 0 && snoozeEn.waiting(of.snoozed),
      '',
      of.said.length === 0 ? 'Nobody was reminded yet.' : bold('Already sent'),
      ...of.said.map(saidLine),
      of.moreSaid > 0 && `… and ${of.moreSaid} times before.`,
      ruleEn(of.rule, of.dueOn),
    ]),
  which: (number) => rich`Several agencies do ${bold(`NV${number}`)}. Whose reminders?`,
}
