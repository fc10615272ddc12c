import { bold, code, lines, rich } from '../rich-text.ts'
import type { PlansMessages } from '../vi/plans.ts'

const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

const list = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join('; ')} and ${more} more` : names.join('; ')

const secondsPerPage = 5

const aboutMinutes = (seconds: number): string => (seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`)

export const plansEn: PlansMessages = {
  alreadyImported: ({ number, tasks }) =>
    rich`This file has been imported before: ${bold(number)}, ${count(tasks, 'task')}. Nothing has changed.`,
  noNumber: 'number not known',
  reading: ({ name, page, pages }) =>
    pages === null
      ? rich`⏳ Reading “${name}”. Go on with other things; you will be told.`
      : rich`⏳ Reading “${name}”: page ${page}/${pages}${pages > page ? `, about ${aboutMinutes((pages - page) * secondsPerPage)} left` : ''}. Go on with other things; you will be told.`,
  readThrough: ({ name }) => rich`✔ “${name}” is read.`,
  working: ({ tasks }) =>
    rich`⏳ Assigning ${count(tasks, 'task')}, which may take up to half a minute. You will be told.`,
  confirmed: ({ number, tasks, assignments, told }) =>
    lines([
      rich`✅ ${bold(number)} is assigned: ${count(tasks, 'task')}, ${count(assignments, 'assignment')}.`,
      told === 0 ? 'There was nobody to tell yet.' : `${count(told, 'person', 'people')} told.`,
    ]),
  waitingNames: (names, more) =>
    rich`❓ Not assigned yet, because nobody knows which agency is meant: ${list(names, more)}. Type ${code('/names')} to say.`,
  dropped: () => rich`Dropped; nothing was assigned. Send the file again once it is corrected.`,
  draftGone: () =>
    rich`This has been confirmed or dropped, or was left too long, so nothing has changed. Type ${code('/plans')} to see the plans.`,
  assigned: ({ agencies: names, total, number }) =>
    rich`📌 ${bold(names.join('; '))}: ${bold(count(total, 'task'))} from ${bold(number)}:`,
  moreTasks: (more) => rich`and ${more} more. Type ${code('/tasks')} to see them all.`,
  allTasks: () => rich`Type ${code('/tasks')} to see and accept them.`,

  about: 'The plans being followed',
  listed: (plans, more) =>
    lines([
      bold('Plans being followed'),
      ...plans.map(({ number, title, tasks }) => rich`• ${bold(number)} ${title}: ${count(tasks, 'task')}`),
      more > 0 && `and ${more} more.`,
    ]),
  none: () => rich`There is no plan yet. A coordinator sends one (.docx, .xlsx, .pdf) here to begin.`,
}
