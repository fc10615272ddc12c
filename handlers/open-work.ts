import type { Assignment } from '../domain/assignment.ts'
import type { Button } from '../domain/message.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Page } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows, openTaskButton } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import type { Reply } from './request.ts'

/** In whose words, and as of which day. */
interface Reader {
  readonly m: Messages
  readonly today: LocalDate
}

/** Tasks that one message lists before "and so many more". */
export const listedTasks = 10
/** More choices than this are hard to read where they are numbered. */
const offeredTasks = 6

/** One line a task, then how many more there are. `several`: each line says of which agency. */
export const taskLines = ({ m, today }: Reader, page: Page<Assignment>, several: boolean): Rich =>
  lines([
    ...page.items.map((item) => m.tasks.line(lineOf(item, today), several)),
    page.total > page.items.length ? m.plans.moreTasks(page.total - page.items.length) : m.plans.allTasks(),
  ])

/** The buttons that open the first of these tasks. */
export const openButtons = ({ m, today }: Reader, items: readonly Assignment[]): readonly (readonly Button[])[] =>
  inRows(
    items.slice(0, offeredTasks).map((item) => openTaskButton(item, m.tasks.open(lineOf(item, today)))),
    3,
  )

/** What an agency has to do at present, for somebody who has just come to it. */
export const showOpenWork = async (
  { m, today }: Reader,
  agency: Agency,
  stores: Pick<Stores, 'assignments'>,
): Promise<Reply> => {
  const scope = { agencyIds: [agency.id] }
  const page = await stores.assignments.list(scope, 'open', today, { offset: 0, limit: listedTasks })
  if (page.total === 0) return { text: m.join.noOpenWork({ agency: agency.name }) }
  return {
    text: lines([m.join.openWork({ agency: agency.name, total: page.total }), taskLines({ m, today }, page, false)]),
    buttons: openButtons({ m, today }, page.items),
  }
}
