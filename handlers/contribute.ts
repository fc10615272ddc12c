import { z } from 'zod'
import { type Assignment, isOpen } from '../domain/assignment.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import type { Recipient } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { openTaskButton } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import type { Handler, Reply, Request } from './request.ts'
import { getSupported, type SupportNeeds } from './support.ts'
import { findAgencyPeople, tellPeople } from './told.ts'

type Needs = SupportNeeds | 'audit' | 'dialogs' | 'outbox' | 'people'
type ContributeStores = Pick<Stores, Needs>

export const contributionDialog = 'contribution'

const waitMinutes = 15

/** con:<assignment>: what is contributed comes as the next message. */
export const pressContribute: Handler<Needs> = async (request, id, stores) => {
  const { now, m, chat, person } = request
  const { assignment } = await getSupported(request, id, stores)
  requireOpen(assignment)
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  await stores.dialogs.save(chat.id, person.id, { kind: contributionDialog, data: { id } }, expiresAt)
  return [{ text: m.support.ask(assignment.number) }]
}

const waiting = z.object({ id: z.string() })

export const receiveContribution: Handler<Needs, { readonly text: string; readonly data: unknown }> = async (
  request,
  { text, data },
  stores,
) => {
  const { m, chat, person } = request
  await stores.dialogs.remove(chat.id, person.id)
  if (m.answers.dropWords.includes(fold(text))) return [{ text: m.answers.dropped() }]
  const supported = await getSupported(request, waiting.parse(data).id, stores)
  requireOpen(supported.assignment)
  return [await save(request, { ...supported, note: text }, stores)]
}

const requireOpen = ({ state, number }: Assignment): void => {
  if (!isOpen(state)) throw new AppError('task-closed', { number })
}

const noteShown = 500

const save = async (
  request: Request,
  {
    assignment,
    agencies,
    note,
  }: { readonly assignment: Assignment; readonly agencies: readonly string[]; readonly note: string },
  stores: ContributeStores,
): Promise<Reply> => {
  const { now, m, today, person, chat } = request
  const { id, number, agencyName } = assignment
  const update = await stores.contributions.add({ assignment, personId: person.id, note }, now)
  await stores.audit.append(
    {
      ...{ action: 'assignment.contribute', subject: 'assignment', subjectId: id },
      ...{ personId: person.id, channel: chat.channel, after: { update, note, agencies } },
    },
    now,
  )
  const told = await tellPeople(
    request,
    await findLeading(assignment, stores),
    {
      ...{ key: `contribution:${update}`, assignmentId: id },
      write: (words) => ({
        text: words.support.received({
          ...{ task: lineOf(assignment, today), agencies, name: person.name },
          note: shorten(note, noteShown),
        }),
        buttons: [[openTaskButton(assignment, words.support.open)]],
      }),
    },
    stores,
  )
  return { text: m.support.sent(number, agencyName, told) }
}

/** Who does it, where somebody was named and can be told; else everybody of the leading agency. */
const findLeading = async (
  { agencyId, assigneeId }: Assignment,
  stores: ContributeStores,
): Promise<readonly Recipient[]> => {
  const people = await findAgencyPeople(agencyId, stores)
  const doer = people.filter(({ personId }) => personId === assigneeId)
  return doer.length > 0 ? doer : people
}
