import type { Assignment } from '../domain/assignment.ts'
import type { Digest } from '../domain/digest.ts'
import type { Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import { joinTexts } from '../domain/rich-text.ts'
import { inRows, openTaskButton, taskButtons } from '../domain/task-buttons.ts'
import { cardOf, lineOf } from '../domain/task-view.ts'
import { daysBetween, type LocalDate } from '../domain/time.ts'
import { type Messages, messagesIn } from '../locales/index.ts'

/** Tasks that one message lists before "and so many more", and that it offers to open. */
const tasksShown = 15
const tasksOffered = 6

type Message = Omit<Outgoing, 'key'>

/** In whose place the reader is told about an assignment; null where it is their own business. */
type InsteadOf = (assignment: Assignment) => string | null

interface Telling {
  readonly today: LocalDate
  readonly standsInFor: InsteadOf
}

const nobody: InsteadOf = () => null

/** What a digest says to somebody; null when nothing is left to say. One task alone is that task's own message. */
export const composeDigest = (
  digest: Digest,
  { personId, chatId, locale }: Recipient,
  today: LocalDate,
  standsInFor: InsteadOf = nobody,
): Message | null => {
  const [first, second] = digest.items
  if (first === undefined) return null
  const m = messagesIn(locale)
  const about = { today, standsInFor }
  const words = second === undefined ? aboutOne(m, first, digest, about) : aboutSeveral(m, first, digest, about)
  const urgent = digest.groups.some(({ daysLeft }) => daysLeft <= 0)
  return { chatId, personId, kind: 'reminder', urgent, choiceHint: m.common.choiceHint, ...words }
}

const aboutOne = (
  m: Messages,
  assignment: Assignment,
  { lateSince }: Digest,
  { today, standsInFor }: Telling,
): Pick<Message, 'text' | 'buttons' | 'assignmentId'> => {
  const daysLeft = daysBetween(today, assignment.dueOn ?? today)
  return {
    text: joinTexts([
      m.reminders.single({ daysLeft, lateSince, insteadOf: standsInFor(assignment) }),
      m.tasks.card(cardOf(assignment, today)),
    ]),
    buttons: [...taskButtons(assignment, m.tasks.buttons), [{ label: m.why.button, action: `why:${assignment.id}` }]],
    assignmentId: assignment.id,
  }
}

const aboutSeveral = (
  m: Messages,
  first: Assignment,
  digest: Digest,
  { today, standsInFor }: Telling,
): Pick<Message, 'text' | 'buttons'> => {
  const { items, lateSince } = digest
  const shown = new Set(items.slice(0, tasksShown))
  const ofSeveral = new Set(items.map(({ agencyId }) => agencyId)).size > 1
  const lineFor = (item: Assignment) => {
    const line = m.tasks.line(lineOf(item, today), ofSeveral)
    const name = standsInFor(item)
    return name === null ? line : joinTexts([line, m.reminders.insteadOf(name)])
  }
  const groups = digest.groups.map((group) => ({
    daysLeft: group.daysLeft,
    lines: group.items.filter((item) => shown.has(item)).map((item) => lineFor(item)),
  }))
  return {
    text: m.reminders.digest({
      today,
      total: items.length,
      lateSince,
      groups: groups.filter(({ lines }) => lines.length > 0),
      more: items.length - shown.size,
      example: first.number,
    }),
    buttons: [
      ...inRows(
        items.slice(0, tasksOffered).map((item) => openTaskButton(item, m.tasks.open(lineOf(item, today)))),
        3,
      ),
      [{ label: m.why.button, action: 'why:' }],
    ],
  }
}
