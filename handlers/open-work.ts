import type { Assignment } from '../domain/assignment.ts'
import type { Button } from '../domain/message.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows, openTaskButton } from '../domain/task-buttons.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import type { Reply } from './request.ts'

/** Tasks that one message lists before "and so many more". */
export const listedTasks = 10
/** More choices than this are hard to read where they are numbered. */
const offeredTasks = 8
const titleLength = 110

/** One line a task, then how many more there are. */
export const taskLines = (m: Messages, page: { readonly items: readonly Assignment[]; readonly total: number }): Rich =>
  lines([
    ...page.items.map(({ number, task, dueOn }) =>
      m.plans.task({ number, title: shorten(task.title, titleLength), dueOn }),
    ),
    page.total > page.items.length ? m.plans.moreTasks(page.total - page.items.length) : m.plans.allTasks(),
  ])

/** The buttons that open the first of these tasks. */
export const openButtons = (m: Messages, items: readonly Assignment[]): readonly (readonly Button[])[] => {
  const buttons = items
    .slice(0, offeredTasks)
    .map((item) => openTaskButton(item, m.plans.openTask(item.number, item.dueOn)))
  return inRows(buttons, 2)
}

/** What an agency has to do at present, for somebody who has just come to it. */
export const showOpenWork = async (
  { m, today }: { readonly m: Messages; readonly today: LocalDate },
  agency: Agency,
  stores: Pick<Stores, 'assignments'>,
): Promise<Reply> => {
  const scope = { agencyIds: [agency.id] }
  const page = await stores.assignments.list(scope, 'open', today, { offset: 0, limit: listedTasks })
  if (page.total === 0) return { text: m.join.noOpenWork({ agency: agency.name }) }
  return {
    text: lines([m.join.openWork({ agency: agency.name, total: page.total }), taskLines(m, page)]),
    buttons: openButtons(m, page.items),
  }
}
