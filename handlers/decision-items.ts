import { findAgenciesIn } from '../domain/agency-mentions.ts'
import type { Assignment } from '../domain/assignment.ts'
import { countExtensions } from '../domain/extension.ts'
import type { Button } from '../domain/message.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Deed } from '../domain/ports/decisions.ts'
import type { ExtensionRequest } from '../domain/ports/extensions.ts'
import { shorten } from '../domain/shorten.ts'
import { openTaskButton } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import { type LocalDate, localDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import type { Reply } from './request.ts'

/** In whose words, as of which day and where. `queue`: it is one of a queue, which goes on after it. */
export interface ItemReader {
  readonly m: Messages
  readonly today: LocalDate
  readonly zone: string
  readonly queue: boolean
}

type Rows = readonly (readonly Button[])[]

const wordsShown = 300
const evidenceShown = 5
const labelLength = 40

/** What a button names: the deed or request, and whether the queue goes on afterwards. */
export const readItem = (input: string): { readonly id: string; readonly rest: string; readonly queue: boolean } => {
  const [id = '', ...more] = input.split(':')
  return { id, rest: more.filter((part) => part !== 'q').join(':'), queue: more.includes('q') }
}

const actionOf = (prefix: string, id: string, queue: boolean): string => `${prefix}:${id}${queue ? ':q' : ''}`

/** An action holds 64 bytes: the end of an id, which is its random part, is enough inside one workspace. */
const idEnd = 12
export const endOf = (id: string): string => id.slice(-idEnd)

const below = ({ m, queue }: ItemReader, assignment: Assignment, id: string): readonly Button[] => [
  ...(queue ? [{ label: m.approval.skip, action: `dq:${id}` }] : []),
  openTaskButton(assignment, m.approval.open),
]

export const verdictButtons = ({ m, queue }: Pick<ItemReader, 'm' | 'queue'>, id: string): readonly Button[] => [
  { label: m.approval.approve, action: actionOf('apv', id, queue) },
  { label: m.approval.reject, action: actionOf('rej', id, queue) },
]

/** What was handed in, with the buttons that decide on it. */
export const submissionItem = (
  reader: ItemReader,
  assignment: Assignment,
  { deed, evidence }: { readonly deed: Deed; readonly evidence: readonly string[] },
): Reply => ({
  assignmentId: assignment.id,
  text: reader.m.approval.submitted({
    subject: lineOf(assignment, reader.today),
    ...{ by: deed.personName, on: localDate(deed.at, reader.zone), note: shorten(deed.note, wordsShown) },
    evidence: evidence.slice(-evidenceShown),
    moreEvidence: evidence.length - evidenceShown,
  }),
  buttons: [verdictButtons(reader, deed.id), below(reader, assignment, deed.id)],
})

export const extensionButtons = ({ m, queue }: Pick<ItemReader, 'm' | 'queue'>, id: string): readonly Button[] => [
  { label: m.extension.grant, action: actionOf('exg', id, queue) },
  { label: m.extension.otherDay, action: actionOf('exd', id, queue) },
  { label: m.extension.refuse, action: actionOf('exr', id, queue) },
]

/** A request for more time; `all` are the requests of the same assignment. */
export const extensionItem = (
  reader: ItemReader,
  assignment: Assignment,
  { asked, all }: { readonly asked: ExtensionRequest; readonly all: readonly ExtensionRequest[] },
): Reply => ({
  assignmentId: assignment.id,
  text: reader.m.extension.requested({
    subject: lineOf(assignment, reader.today),
    ...{ by: asked.personName, wantedOn: asked.wantedOn, reason: shorten(asked.reason, wordsShown) },
    ...{ turn: countExtensions(all).asked, granted: countExtensions(all).granted },
    originalDueOn: assignment.originalDueOn === assignment.dueOn ? null : assignment.originalDueOn,
  }),
  buttons: [extensionButtons(reader, asked.id), below(reader, assignment, asked.id)],
})

export const reassignButtons = ({ m, queue }: Pick<ItemReader, 'm' | 'queue'>, id: string): readonly Button[] => [
  { label: m.returning.assignOther, action: actionOf('rea', id, queue) },
  { label: m.returning.giveBack, action: actionOf('rea-bk', id, queue) },
]

/** One agency to give a returned task to. */
export const agencyButton = (
  queue: boolean,
  id: string,
  agencyId: string,
  label: string,
  prefix: 'rea-to' | 'rea-end' = 'rea-to',
): Button => ({
  label: shorten(label, labelLength),
  action: actionOf(prefix, `${id}:${endOf(agencyId)}`, queue),
})

/** A returned task; an agency that its words name becomes a button. */
export const returnItem = (
  reader: ItemReader,
  assignment: Assignment,
  { deed, agencies }: { readonly deed: Deed; readonly agencies: readonly Agency[] },
): Reply => {
  const { m, today, queue } = reader
  const others = agencies.filter(({ id }) => id !== assignment.agencyId)
  const named: Rows = findAgenciesIn(deed.note, others, today).map(({ id, name }) => [
    agencyButton(queue, deed.id, id, m.returning.assignTo(name)),
  ])
  return {
    assignmentId: assignment.id,
    text: m.returning.waiting(lineOf(assignment, today), deed.personName, shorten(deed.note, wordsShown)),
    buttons: [...named, reassignButtons(reader, deed.id), below(reader, assignment, deed.id)],
  }
}
