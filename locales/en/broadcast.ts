import { bold, code, concat, italic, lines, rich } from '../rich-text.ts'
import type { BroadcastMessages } from '../vi/broadcast.ts'
import { commonEn } from './common.ts'

const namesShown = 10

const someOf = (names: readonly string[]): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` and ${rest} more` : '')
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
const people = (number: number): string => count(number, 'person', 'people')
const agencies = (number: number): string => count(number, 'agency', 'agencies')

const deadlineExamples = rich`${code('15/3')} or ${code('end of April')}`

export const broadcastEn: BroadcastMessages = {
  about: 'Announce something to many people',
  askText: () =>
    rich`What would you like to announce? Please type it in one message; it goes out exactly as typed, after you have seen a preview and agreed.`,
  askAudience: () => rich`Who should get this announcement?`,
  everybody: 'Everybody',
  someAgencies: 'Choose agencies',
  byRole: 'By role',
  lateAgencies: 'Agencies with overdue work',
  send: 'Send',
  cancel: 'Cancel',
  group: (name, members) => `${name} (${members})`,
  askAgencies: (hasGroups) =>
    rich`${hasGroups ? 'Choose a group, or type' : 'Please type'} the names of agencies, separated by semicolons, for example: ${code('Sở Nội vụ; UBND cấp huyện')}`,
  unknownAgencies: ({ found, unknown }) =>
    lines([
      `${agencies(found)} understood. Not understood:`,
      ...unknown.map(({ typed, nearest }) =>
        nearest.length === 0 ? `• “${typed}”` : `• “${typed}”: closest are ${nearest.join('; ')}`,
      ),
      found === 0
        ? 'Please type the name again.'
        : rich`Please type those names again, or type ${code('skip')} to send only to the agencies understood.`,
    ]),
  skip: 'skip',
  askRole: () => rich`Who should get it?`,
  role: (role) => ({ head: 'Heads of agencies', official: 'Officials', leader: 'Leaders' })[role],
  nobodyLate: () => rich`No agency has overdue work now. Who should get this announcement?`,
  askLatePlan: () => rich`Agencies with overdue work of which plan?`,
  anyPlan: (late) => `Any plan (${agencies(late)})`,
  latePlan: (number, late) => `${number} (${agencies(late)})`,

  message: ({ workspace, text, files, deadline, author, again }) =>
    concat([
      bold(again ? `🔔 Reminder of an announcement by ${workspace}` : `📢 Announcement by ${workspace}`),
      rich`\n\n${text}\n\n`,
      files === null ? '' : rich`${files}\n\n`,
      deadline === null ? '' : rich`${bold(`Due: ${commonEn.date(deadline)}`)}\n`,
      italic(`From: ${author}`),
    ]),
  preview: ({ message, hasFiles, unreached, roles, recognised, ...reach }) =>
    lines([
      'Preview: each person will get exactly this message.',
      '──────────',
      message,
      '──────────',
      hasFiles && 'Each person has a download address of their own.',
      recognised !== null && `The date ${commonEn.date(recognised.day)} was read from “${recognised.words}”.`,
      roles.length > 0 && `Only to: ${roles.map((role) => commonEn.role(role)).join(', ')}.`,
      rich`It goes to ${bold(people(reach.people))}${reach.agencies === 0 ? '' : rich` in ${bold(agencies(reach.agencies))}`}.`,
      unreached.length > 0 && `⚠️ ${agencies(unreached.length)} with nobody to receive it: ${someOf(unreached)}.`,
      'Send it?',
    ]),
  changedSince: () => rich`Nothing was sent: the announcement changed after that preview. This is the latest.`,
  changeAudience: 'Change recipients',
  addDeadline: 'Add a due date',
  otherDeadline: 'Other date',
  noDeadline: 'No due date',
  askDeadline: () => rich`Due on which day? For example: ${deadlineExamples}`,
  unknownDeadline: (typed) =>
    rich`Which day is “${typed}”? Please type a day from today on, for example: ${deadlineExamples}`,
  sent: ({ excerpt, ...reach }) =>
    rich`✅ The announcement “${excerpt}” is on its way to ${people(reach.people)}${reach.agencies === 0 ? '' : ` in ${agencies(reach.agencies)}`}.`,
  sentBefore: ({ excerpt, day, time }) =>
    rich`The announcement “${excerpt}” went out at ${time} on ${commonEn.date(day)}. It is not sent again.`,
  cancelled: () => rich`Dropped. Nobody was told.`,

  acknowledge: 'Received',
  acknowledged: () => rich`✅ Noted that you have received the announcement.`,
  acknowledgedBefore: () => rich`Already noted: you have received this announcement.`,
}
