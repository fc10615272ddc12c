import { bold, code, lines, rich } from '../rich-text.ts'
import type { ExtensionMessages, PastRequest } from '../vi/extension.ts'
import { which } from './answers.ts'
import { commonEn } from './common.ts'
import { subjectEn } from './subject.ts'

const outcome = ({ state, wantedOn, grantedOn, answer }: PastRequest): string => {
  const words = answer === '' ? '' : ` (“${answer}”)`
  switch (state) {
    case 'pending':
      return 'waiting'
    case 'granted':
      return `granted${grantedOn === null || grantedOn === wantedOn ? '' : ` until ${commonEn.date(grantedOn)}`}${words}`
    case 'refused':
      return `refused${words}`
    case 'withdrawn':
      return 'taken back'
  }
}

export const extensionEn: ExtensionMessages = {
  aboutCommand: 'Ask for more time for a task',
  example: '/extend 12 until 15/12 because the ministry has not answered',
  ask: 'Ask for more time',
  grant: 'Agree',
  otherDay: 'Another day',
  refuse: 'Refuse',
  withdraw: 'Take it back',

  askDay: (item, dueOn) =>
    rich`Until which day does ${which(item)} (due ${commonEn.date(dueOn)}) need? For example ${code('15/12')} or ${code('10 days')}.`,
  askReason: (item, wantedOn) =>
    rich`Why does ${which(item)} need until ${commonEn.date(wantedOn)}? Please write a sentence.`,
  past: (day) => rich`${commonEn.date(day)} is over, so nothing was recorded.`,
  notLater: (day, dueOn) =>
    rich`${commonEn.date(day)} is not after the present due date (${commonEn.date(dueOn)}), so nothing was recorded.`,
  dayNotUnderstood: (typed) => rich`“${typed}” was not understood as a day.`,
  undated: (item) => rich`${which(item)} has no due date, so it needs no extension.`,
  submitted: (item) => rich`${which(item)} was handed in and waits for approval, so no extension can be asked for.`,

  asked: (item, of) =>
    lines([
      rich`⏳ More time was asked for ${which(item)}: from ${commonEn.date(of.dueOn)} to ${commonEn.date(of.wantedOn)}, because “${of.reason}”.`,
      of.replaced !== null && `It replaces the request until ${commonEn.date(of.replaced)}.`,
      of.told === 0
        ? 'No coordinator could be told yet.'
        : `${of.told} ${of.told === 1 ? 'coordinator was' : 'coordinators were'} told.`,
    ]),
  askedBefore: (item, wantedOn) =>
    rich`A request for ${which(item)} until ${commonEn.date(wantedOn)} is waiting already. Nothing was added.`,
  withdrawn: (item) => rich`The request for ${which(item)} was taken back. The due date stays.`,

  requested: ({ subject, by, wantedOn, reason, turn, granted, originalDueOn }) =>
    lines([
      subjectEn('⏳ More time wanted', subject),
      rich`${by} asks for time until ${bold(commonEn.date(wantedOn))}, because “${reason}”.`,
      turn > 1 &&
        `Request number ${turn}; ${granted} granted so far${originalDueOn === null ? '' : `, originally due ${commonEn.date(originalDueOn)}`}.`,
    ]),
  askOtherDay: (item) => rich`Until which day for ${which(item)}? For example ${code('15/12')} or ${code('10 days')}.`,
  askRefusal: (item) => rich`Why is there no more time for ${which(item)}? Please write a sentence for the agency.`,
  askWhich: (item) => rich`Do you agree to more time for ${which(item)}? Nothing was recorded.`,
  granted: (item, day) => rich`✅ ${which(item)} has time until ${commonEn.date(day)}. The agency was told.`,
  refused: (item, words) => rich`More time for ${which(item)} was refused: “${words}”. Whoever asked was told.`,
  grantedTold: (subject, day, by) =>
    lines([
      subjectEn('✅ More time granted', subject),
      rich`New due date: ${bold(commonEn.date(day))}. Decided by ${by}.`,
    ]),
  refusedTold: (subject, words, by) =>
    lines([subjectEn('No more time granted', subject), rich`${by}: “${words}”`, 'The due date stays.']),

  history: ({ asked, granted, items }) =>
    lines([
      rich`${bold('Extensions')}: asked ${asked} times, granted ${granted} times`,
      ...items.map((item) => `• ${commonEn.date(item.on)}: until ${commonEn.date(item.wantedOn)}, ${outcome(item)}`),
    ]),
}
