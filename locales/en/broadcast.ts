import { bold, code, concat, italic, lines, rich } from '../rich-text.ts'
import type { BroadcastMessages } from '../vi/broadcast.ts'

const namesShown = 10

const someOf = (names: readonly string[]): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` and ${rest} more` : '')
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
const people = (number: number): string => count(number, 'person', 'people')
const agencies = (number: number): string => count(number, 'agency', 'agencies')

export const broadcastEn: BroadcastMessages = {
  about: 'Announce something to many people',
  askText: () =>
    rich`What would you like to announce? Please type it in one message; it goes out exactly as typed, after you have seen a preview and agreed.`,
  askAudience: () => rich`Who should get this announcement?`,
  everybody: 'Everybody',
  someAgencies: 'Choose agencies',
  lateAgencies: 'Agencies with overdue work',
  send: 'Send',
  cancel: 'Cancel',
  askAgencies: () =>
    rich`Please type the names of the agencies, separated by semicolons. A group's name works too, for example: ${code('Sở Nội vụ; UBND cấp huyện')}`,
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
  nobodyLate: () => rich`No agency has overdue work now. Who should get this announcement?`,

  message: ({ workspace, text, author }) =>
    concat([bold(`📢 Announcement by ${workspace}`), '\n\n', text, '\n\n', italic(`From: ${author}`)]),
  preview: ({ message, unreached, ...reach }) =>
    lines([
      'Preview: each person will get exactly this message.',
      '──────────',
      message,
      '──────────',
      rich`It goes to ${bold(people(reach.people))} in ${bold(agencies(reach.agencies))}.`,
      unreached.length > 0 && `⚠️ Nobody to receive it: ${someOf(unreached)}.`,
      'Send it?',
    ]),
  sent: ({ excerpt, ...reach }) =>
    rich`✅ The announcement “${excerpt}” is on its way to ${people(reach.people)} in ${agencies(reach.agencies)}.`,
  sentBefore: ({ excerpt, day, time }) =>
    rich`The announcement “${excerpt}” went out at ${time} on ${day}. It is not sent again.`,
  cancelled: () => rich`Dropped. Nobody was told.`,

  acknowledge: 'Received',
  acknowledged: () => rich`✅ Noted that you have received the announcement.`,
  acknowledgedBefore: () => rich`Already noted: you have received this announcement.`,
  who: 'Who has received it',
  refresh: 'Refresh',
  receipts: (seen) =>
    lines([
      rich`${bold('Announcement')} “${seen.excerpt}”`,
      `Delivered: ${seen.sent}/${seen.total}`,
      seen.waiting > 0 && `Waiting to be sent: ${seen.waiting}`,
      seen.unknown.length > 0 && `Delivery uncertain: ${seen.unknown.length} (${someOf(seen.unknown)})`,
      seen.failed.length > 0 && `⚠️ Not delivered: ${seen.failed.length} (${someOf(seen.failed)})`,
      `Confirmed: ${seen.acknowledged.length}/${seen.total}`,
      seen.acknowledged.length > 0 && `✅ ${someOf(seen.acknowledged)}`,
      seen.silent.length > 0 && `Not confirmed: ${someOf(seen.silent)}`,
      italic(`As of ${seen.time}`),
    ]),
}
