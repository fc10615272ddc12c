import { bold, code, lines, rich } from '../rich-text.ts'
import type { ManyWords, UrgingMessages } from '../vi/urging.ts'
import { commonEn } from './common.ts'

interface Moment {
  readonly day: string
  readonly time: string
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`
const agencies = (count: number): string => counted(count, 'agency', 'agencies')
const people = (count: number): string => counted(count, 'person', 'people')

const what = ({ what: kind, tasks }: ManyWords): string => {
  switch (kind) {
    case 'late':
      return counted(tasks, 'late task', 'late tasks')
    case 'silent':
      return counted(tasks, 'task without any update', 'tasks without any update')
    case 'task':
      return agencies(tasks)
  }
}

const namesShown = 5

const moment = ({ day, time }: Moment): string => `${time} on ${commonEn.date(day)}`

const when = (opens: Moment | null): string => (opens === null ? 'now' : `at ${moment(opens)}, when offices open`)

const left = (of: ManyWords): readonly (string | false)[] => [
  of.resting > 0 && `• ${counted(of.resting, 'task was', 'tasks were')} asked for within 24 hours: not again now.`,
  of.unreached.length > 0 &&
    `• Nobody has joined, so nobody can be asked: ${of.unreached.slice(0, namesShown).join('; ')}${of.unreached.length > namesShown ? ` and ${of.unreached.length - namesShown} more` : ''}.`,
]

export const urgingEn: UrgingMessages = {
  about: 'Press for a task, or for all that are late: /urge 12, /urge late',
  example: '/urge 12',
  button: '🔔 Press for it',
  all: (tasks) => `🔔 Press for these (${tasks})`,
  pressed: (of) =>
    rich`🔔 ${bold(`NV${of.number}`)}, ${of.agency} is pressed for: ${people(of.people)} will hear of it ${when(of.opens)}.`,
  resting: (of) =>
    lines([
      rich`${bold(`NV${of.number}`)}, ${of.agency} was pressed for by ${of.name} at ${moment(of.at)}.`,
      `It can be pressed for again from ${moment(of.again)}.`,
    ]),
  nobody: (of) =>
    rich`🚪 ${bold(`NV${of.number}`)} cannot be pressed for: nobody else of ${of.agency} has joined or can be reached. Please send them an invitation.`,
  closed: (number) => rich`${bold(`NV${number}`)} is handed in, done or returned: there is nothing to press for.`,
  which: (number) => rich`Several agencies have ${bold(`NV${number}`)}. Which one do you press?`,
  everybody: (count) => `All ${agencies(count)}`,
  unknown: (typed) =>
    rich`It is not clear what to press for: “${typed}”. For example: ${code('/urge 12')} for one task, ${code('/urge late')} for all that are late, ${code('/urge silent')} for those without any update.`,
  preview: (of) =>
    lines([
      rich`Press for ${bold(what(of))} (${of.scope}): this will reach ${bold(people(of.people))} in ${agencies(of.agencies)}, one message each.`,
      ...left(of),
      'Send it?',
    ]),
  nothing: (of) => lines([rich`There is nothing to press for (${of.scope}).`, ...left(of)]),
  changed: () => rich`The list has changed since it was shown, please look again:`,
  pressedMany: (of) =>
    lines([
      rich`🔔 ${bold(what(of))} pressed for: ${people(of.people)} in ${agencies(of.agencies)} will hear of it ${when(of.opens)}.`,
      ...left(of),
    ]),
  dropped: () => rich`Nobody was pressed.`,
}
