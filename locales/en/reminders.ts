import { bold, code, lines, rich } from '../rich-text.ts'
import type { DigestWords, ReminderMessages } from '../vi/reminders.ts'
import { commonEn } from './common.ts'
import { snoozeEn } from './snooze.ts'

const heading = (daysLeft: number | null): string => {
  if (daysLeft === null) return '🔄 No due date: please say how it stands'
  const words = commonEn.daysLeft(daysLeft)
  return `${daysLeft < 0 ? '⚠️' : '⏰'} ${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

const example = (of: DigestWords): string =>
  of.groups[0]?.daysLeft === null ? `nv${of.example} in progress, 50%` : `nv${of.example} done`

const late = (since: string): string => `This message comes late: it should have been sent on ${commonEn.date(since)}.`

export const remindersEn: ReminderMessages = {
  digest: (of) =>
    lines([
      bold(`Reminder of ${commonEn.date(of.today)}: ${of.total} ${of.total === 1 ? 'task' : 'tasks'}`),
      of.lateSince !== null && late(of.lateSince),
      ...of.groups.flatMap((group) => ['', bold(heading(group.daysLeft)), ...group.lines]),
      of.more > 0 && rich`… and ${of.more} more, type ${code('/tasks')} to see them.`,
      ...of.sections.flatMap((section) => ['', section]),
      '',
      rich`Choose a task to open it, or answer with its number, for example: ${code(example(of))}`,
    ]),
  single: (of) =>
    lines([
      bold(of.daysLeft === null ? heading(null) : `${heading(of.daysLeft)}: reminder`),
      of.insteadOf !== null && `Sent to you because you stand in for ${of.insteadOf}.`,
      of.isSnoozed && snoozeEn.asWantedAlone,
      of.lateSince !== null && late(of.lateSince),
      of.note,
      '',
    ]),
  report: (of) =>
    lines([of.title, of.lateSince !== null && late(of.lateSince), ...of.sections.flatMap((section) => ['', section])]),
  insteadOf: (name) => rich` (for ${name})`,
}
