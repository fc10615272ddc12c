import { code, lines, rich } from '../rich-text.ts'
import type { ReturningMessages } from '../vi/returning.ts'
import { which } from './answers.ts'
import { commonEn } from './common.ts'
import { subjectEn } from './subject.ts'

export const returningEn: ReturningMessages = {
  notOurs: 'Not our task',
  assignOther: 'Give to another agency',
  giveBack: 'Give back to the agency',
  assignTo: (agency) => `Give to: ${agency}`,
  letThem: 'Leave it to them',

  askWords: (item) =>
    rich`${which(item)} is not your agency's? Please write a sentence: why, and whose it is. Type ${code('cancel')} to drop it.`,
  returned: (item, words, told) =>
    lines([
      rich`↩️ Returned ${which(item)} with “${words}”.`,
      told === 0
        ? 'No coordinator could be told yet.'
        : `${told} ${told === 1 ? 'coordinator was' : 'coordinators were'} told.`,
    ]),
  returnedBefore: (item) => rich`${which(item)} was returned before. Nothing was added.`,
  waiting: (subject, by, words) => lines([subjectEn('↩️ Returned', subject), rich`${by}: “${words}”`]),

  askAgency: (item) => rich`Which agency gets ${which(item)}? Type its name, for example ${code('Phòng Tư pháp')}.`,
  notFound: (typed, nearest) =>
    nearest.length === 0
      ? rich`There is no agency “${typed}”. Please type its full name.`
      : rich`There is no agency “${typed}”. Choose one that is like it, or type the name again:`,
  oneAgencyOnly: (name) => rich`“${name}” is a group of agencies. Please type the name of one.`,
  sameAgency: (name) => rich`${name} is who returned it. Type another agency's name, or give it back to them.`,
  there: (item, agency, state) =>
    rich`${agency} has ${which(item)} already, ${commonEn.state(state)}: not given again.`,
  reassigned: (item, agency, told) =>
    lines([
      rich`✅ ${which(item)} was given to ${agency}.`,
      told === 0
        ? rich`Nobody could be told. Type ${code('/invite')} to invite them.`
        : `${told} ${told === 1 ? 'person was' : 'people were'} told.`,
    ]),
  leftTo: (item, agency) => rich`✅ ${which(item)} is left to ${agency}. The return is settled.`,
  reassignedTold: (subject, agency) =>
    lines([subjectEn('✅ Passed on', subject), rich`The task you returned was given to ${agency}.`]),

  askGiveBackReason: (item) => rich`Why does ${which(item)} go back to the agency? Please write a sentence for them.`,
  givenBack: (item, words) => rich`${which(item)} went back to the agency: “${words}”. They were told.`,
  givenBackTold: (subject, by, words) =>
    lines([subjectEn('📌 Given back', subject), rich`${by}: “${words}”`, 'It is your agency’s task after all.']),
}
