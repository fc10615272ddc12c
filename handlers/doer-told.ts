import type { Assignment } from '../domain/assignment.ts'
import type { Recipient } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { taskButtons } from '../domain/task-buttons.ts'
import { cardOf, lineOf } from '../domain/task-view.ts'
import { lines } from '../locales/rich-text.ts'
import type { Request } from './request.ts'
import { tellPeople } from './told.ts'

/** Tells who is to do an assignment, and whose it was alone until now. */
export const tellDoers = async (
  request: Request,
  {
    assignment,
    doer,
    update,
  }: { readonly assignment: Assignment; readonly doer: Recipient | null; readonly update: string },
  stores: Pick<Stores, 'outbox' | 'people'>,
): Promise<void> => {
  const { today, person } = request
  const { id: assignmentId, assigneeId } = assignment
  if (doer !== null) {
    const card = cardOf({ ...assignment, assigneeId: doer.personId, assigneeName: doer.name }, today)
    const news = {
      ...{ key: `doer:${update}`, assignmentId },
      write: (m: Request['m']) => ({
        text: lines([m.doer.toDoer(person.name), m.tasks.card(card)]),
        buttons: taskButtons(assignment, m.tasks.buttons),
      }),
    }
    await tellPeople(request, [doer], news, stores)
  }
  if (assigneeId === null) return
  const former = await stores.people.listRecipients({ personIds: [assigneeId] })
  const write = (m: Request['m']) => ({ text: m.doer.toFormer(lineOf(assignment, today), doer?.name ?? null) })
  await tellPeople(request, former, { key: `doer-former:${update}`, assignmentId, write }, stores)
}
