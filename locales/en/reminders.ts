import { bold, code, lines, rich } from '../rich-text.ts'
import type { ReminderMessages } from '../vi/reminders.ts'
import { commonEn } from './common.ts'

const heading = (daysLeft: number): string => {
  const words = commonEn.daysLeft(daysLeft)
  return `${daysLeft < 0 ? '⚠️' : '⏰'} ${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

const late = (since: string): string => `This message comes late: it should have been sent on ${commonEn.date(since)}.`

export const remindersEn: ReminderMessages = {
  digest: (of) =>
    lines([
      bold(`Reminder of ${commonEn.date(of.today)}: ${of.total} ${of.total === 1 ? 'task' : 'tasks'}`),
      of.lateSince !== null && late(of.lateSince),
      ...of.groups.flatMap((group) => ['', bold(heading(group.daysLeft)), ...group.lines]),
      of.more > 0 && rich`… and ${of.more} more, type ${code('/tasks')} to see them.`,
      '',
      rich`Choose a task to open it, or answer with its number, for example: ${code(`nv${of.example} done`)}`,
    ]),
  single: (of) =>
    lines([
      bold(`${heading(of.daysLeft)}: reminder`),
      of.insteadOf !== null && `Sent to you because you stand in for ${of.insteadOf}.`,
      of.lateSince !== null && late(of.lateSince),
      '',
    ]),
  insteadOf: (name) => rich` (for ${name})`,
}
