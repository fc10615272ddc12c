import { bold, code, rich } from '../rich-text.ts'
import type { AwayMessages } from '../vi/away.ts'
import { commonEn } from './common.ts'

const period = ({ firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string }): string =>
  firstDay === lastDay
    ? `on ${commonEn.date(firstDay)}`
    : `from ${commonEn.date(firstDay)} to ${commonEn.date(lastDay)}`

export const awayEn: AwayMessages = {
  about: 'Say that you are away, and who stands in',
  askDays: () => rich`From which day to which day are you away? For example: ${code('from 5/3 to 12/3')}`,
  wrongDays: (longest) =>
    rich`The days are not clear, so nothing was recorded: they must not be over, and ${longest} days are the most. For example: ${code('from 5/3 to 12/3')}`,
  askStandIn: (days) => rich`Who stands in ${period(days)}? Choose or type a name.`,
  unknown: (typed, days) =>
    rich`There is no “${typed}” among the people of your agency. Who stands in ${period(days)}?`,
  nobody: () =>
    rich`Nobody else of your agency has joined who could stand in, so nothing was recorded. Please ask a coordinator to invite somebody.`,
  saved: (days, name, approves) =>
    rich`✅ ${bold(name)} gets your reminders${approves ? ', answers and approves' : ' and answers'} for you ${period(days)}. They were told. You still get your reminders.`,
  end: 'Cancel',
  current: (days, name) => rich`Recorded at present: away ${period(days)}, ${bold(name)} stands in.`,
  ended: (days, name) => rich`✅ You are not away ${period(days)} after all. ${name} was told.`,
  nothing: () => rich`You are not recorded as away.`,
  asked: (name, days, open, approves) =>
    rich`🔁 ${bold(name)} is away ${period(days)} and asks you to take their reminders${approves ? ', answer and approve' : ' and answer'} for them. The agency has ${open} open ${open === 1 ? 'task' : 'tasks'} at present. ${code('/tasks')} lists them${approves ? rich`, ${code('/approve')} what waits for approval on those days` : ''}.`,
  released: (name, days) => rich`${name} is not away ${period(days)} after all: you need not stand in any more.`,
}
