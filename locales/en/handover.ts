import { bold, lines, rich } from '../rich-text.ts'
import type { HandoverMessages } from '../vi/handover.ts'
import { commonEn } from './common.ts'

const days = ({ firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string }): string =>
  `${commonEn.date(firstDay)} – ${commonEn.date(lastDay)}`
const tasks = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`)
const whole = 'the whole agency'

export const handoverEn: HandoverMessages = {
  of: (name, agencies) => `${name} (${agencies.join(', ')})`,
  askWhose: () => rich`Whose own tasks are to be moved? Choose, or type a name.`,
  severalOf: (typed) => rich`Several people are called “${typed}”. Whose tasks are meant?`,
  unknown: (typed, near) =>
    near === 0
      ? rich`Nobody of your agencies is called “${typed}”. Nothing has changed.`
      : rich`Nobody is called “${typed}”. Did you mean:`,
  nothing: (name) => rich`${bold(name)} has no open tasks of their own.`,
  askWhom: ({ name, tasks: count, typed }) =>
    lines([
      typed !== '' && `Nobody of the agencies of these tasks is called “${typed}”.`,
      rich`Who takes ${tasks(count)} of ${bold(name)}? Choose, or type a name.`,
    ]),
  samePerson: (name) => rich`Both names are the same person: ${bold(name)}. There is nothing to move.`,
  preview: ({ from, to, total, late, agencies, staying, standIns }) =>
    lines([
      rich`Moving tasks: ${bold(from)} → ${bold(to ?? whole)}`,
      total === 0 ? 'No open task can be moved.' : `${total} open${late > 0 ? `, ${late} late` : ''}`,
      ...agencies.map((item) => `• ${item.agency}: ${tasks(item.total)}`),
      ...staying.map((item) => `${tasks(item.total)} of ${item.agency} stay: ${to ?? ''} does not belong to it.`),
      ...standIns.map((absence) => `Standing in goes along: ${absence.name}, ${days(absence)}.`),
      total + standIns.length > 0 && 'Each gets one message.',
    ]),
  done: ({ from, to, total, standIns }) =>
    lines([
      rich`✅ Moved ${bold(tasks(total))} of ${from} to ${bold(to ?? whole)}.`,
      standIns > 0 && `${to ?? ''} stands in for ${standIns} absent ${standIns === 1 ? 'person' : 'people'} as well.`,
    ]),
  toTaker: ({ from, total, by }) => rich`👉 ${by} gave you ${bold(tasks(total))} that were for ${from} to do.`,
  standsIn: (name, period) => rich`You stand in for ${bold(name)}: ${days(period)}.`,
  toGiver: ({ to, numbers, more }) =>
    rich`📤 Your own tasks are ${to === null ? "the whole agency's" : `for ${to} to do`} now: ${numbers.map((number) => `NV${number}`).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  toAbsent: (to, from) => rich`${bold(to)} stands in for you from now on, in place of ${from}.`,
  handOn: 'Give to somebody else',
}
