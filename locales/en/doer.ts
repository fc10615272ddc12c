import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { DoerMessages } from '../vi/doer.ts'
import { commonEn } from './common.ts'

const task = ({ number, title }: { readonly number: number; readonly title: string }): Rich =>
  rich`${bold(`NV${number}`)} ${title}`

export const doerEn: DoerMessages = {
  about: 'Name who does a task',
  example: '/assign 12',
  name: 'Name who does it',
  ask: (item, current) =>
    lines([
      rich`Who does ${task(item)}?`,
      `${item.agency}, ${item.dueOn === null ? 'no due date' : `due ${commonEn.date(item.dueOn)}`}. At present: ${current ?? 'the whole agency'}.`,
    ]),
  everybody: 'The whole agency',
  noPeople: (agency) =>
    rich`Nobody of ${bold(agency)} has joined, so it can be nobody's yet. Invite somebody with ${code('/invite')}.`,
  named: (number, name, told) =>
    rich`✅ ${bold(`NV${number}`)} is for ${bold(name)} to do.${told ? ' They were told.' : ''}`,
  cleared: (number) => rich`✅ ${bold(`NV${number}`)} is the whole agency's.`,
  already: (number, name) =>
    rich`${bold(`NV${number}`)} at present: ${name ?? 'the whole agency'}. Nothing has changed.`,
  notThere: () => rich`They are not in the agency any more, so nothing was changed. Choose somebody else:`,
  toDoer: (by) => lines([rich`👉 ${by} gave you this to do:`, '']),
  toFormer: (item, name) =>
    name === null
      ? rich`${task(item)} is the whole agency's now and no longer yours alone.`
      : rich`${task(item)} is for ${name} to do now and no longer yours alone.`,
}
