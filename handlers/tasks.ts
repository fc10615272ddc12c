import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { ListName } from '../domain/ports/assignments.ts'
import { joinTexts } from '../domain/rich-text.ts'
import type { Handler } from './request.ts'
import { openScope } from './scope.ts'
import { showTaskNumber } from './task.ts'
import { showList } from './task-list.ts'

const filters: readonly { readonly name: ListName; readonly words: readonly string[] }[] = [
  { name: 'open', words: ['', 'tat ca', 'all', 'open'] },
  { name: 'late', words: ['tre', 'tre han', 'qua han', 'cham', 'late', 'overdue'] },
  { name: 'due-soon', words: ['sap', 'sap den han', 'sap toi han', 'gan han', 'soon', 'due soon', 'due'] },
  { name: 'done', words: ['xong', 'hoan thanh', 'da xong', 'done'] },
  { name: 'obstacles', words: ['vuong', 'vuong mac', 'obstacle', 'obstacles'] },
]

/** /viec: what my agencies still have to do, the most pressing first; "tre" and "sap" narrow it down. */
export const showTasks: Handler<'agencies' | 'assignments'> = async (request, typed, stores) => {
  const { m, person } = request
  const number = /^(?:nv)?\s*(\d{1,9})$/u.exec(fold(typed))?.[1]
  if (number !== undefined) return showTaskNumber(request, Number(number), stores)
  if (ownAgencies(person.memberships).length === 0) {
    if (may(person.memberships, 'see-workspace')) return [{ text: m.tasks.useStatus() }]
    throw new AppError('no-agency', {})
  }
  const scope = await openScope(request, 'own', stores)
  const filter = filters.find(({ words }) => words.includes(fold(typed)))
  const list = await showList(request, { scope, name: filter?.name ?? 'open', offset: 0 }, stores)
  if (filter !== undefined) return [list]
  return [{ ...list, text: joinTexts([m.tasks.filterUnknown(typed), { text: '\n\n', entities: [] }, list.text]) }]
}
