import type { Assignment } from '../domain/assignment.ts'
import type { Digest } from '../domain/digest.ts'
import type { Button, Outgoing, RichText } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import { joinTexts } from '../domain/rich-text.ts'
import { canSnooze } from '../domain/snooze.ts'
import { inRows, openTaskButton, taskButtons } from '../domain/task-buttons.ts'
import { cardOf, lineOf } from '../domain/task-view.ts'
import { daysBetween, type LocalDate } from '../domain/time.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import { type Reading, sectionsOf, type Sections } from './digest-sections.ts'

/** Tasks that one message lists before "and so many more", and that it offers to open. */
const tasksShown = 15
const tasksOffered = 6

type Message = Omit<Outgoing, 'key'>

/** In whose place the reader is told about an assignment; null where it is their own business. */
type InsteadOf = (assignment: Assignment) => string | null

interface Telling {
  readonly today: LocalDate
  readonly standsInFor: InsteadOf
  readonly sections: Sections
}

/**
 * What a digest says to somebody; null when nothing is left to say. One task alone is that task's own message. Below
 * one's own work stands that of others.
 */
export const composeDigest = (
  digest: Digest,
  { personId, chatId, locale }: Recipient,
  { today, standsInFor, ...rights }: About,
): Message | null => {
  const m = messagesIn(locale)
  const sections = sectionsOf(m, digest, { today, ...rights })
  const words = inWords(m, digest, { today, standsInFor, sections })
  if (words === null) return null
  const isUrgent = ({ daysLeft }: Digest['groups'][number]) => daysLeft !== null && daysLeft <= 0
  const urgent = digest.groups.some(isUrgent) || digest.escalated.length > 0
  return { chatId, personId, kind: 'reminder', urgent, choiceHint: m.common.choiceHint, ...words }
}

interface About extends Reading {
  readonly standsInFor: InsteadOf
}

type Words = Pick<Message, 'text' | 'buttons' | 'assignmentId'>

const inWords = (m: Messages, digest: Digest, telling: Telling): Words | null => {
  const [first, second] = digest.items
  const { texts, rows } = telling.sections
  if (first === undefined) return texts.length === 0 ? null : aboutOthers(m, digest, telling)
  if (second === undefined && texts.length === 0) return aboutOne(m, first, digest, telling)
  const own = aboutSeveral(m, first, digest, telling)
  return { ...own, buttons: [...(own.buttons ?? []), ...rows] }
}

const aboutOthers = (m: Messages, { lateSince }: Digest, { today, sections }: Telling): Words => ({
  text: m.reminders.report({ title: m.escalation.title(today), lateSince, sections: sections.texts }),
  buttons: [...sections.rows, [{ label: m.why.button, action: 'why:' }]],
})

const aboutOne = (
  m: Messages,
  assignment: Assignment,
  { lateSince, notes, snoozed }: Digest,
  { today, standsInFor }: Telling,
): Words => {
  const daysLeft = assignment.dueOn === null ? null : daysBetween(today, assignment.dueOn)
  const note = notes.get(assignment.id)
  return {
    text: joinTexts([
      m.reminders.single({
        ...{ daysLeft, lateSince, insteadOf: standsInFor(assignment) },
        note: note === undefined ? null : m.escalation.notes(note),
        isSnoozed: snoozed.has(assignment.id),
      }),
      m.tasks.card(cardOf(assignment, today)),
    ]),
    buttons: [...taskButtons(assignment, m.tasks.buttons), lastRow(m, assignment.id, canSnooze(assignment, today))],
    assignmentId: assignment.id,
  }
}

/** Below a reminder of one assignment, or of several where there is no id. */
const lastRow = (m: Messages, id: string, offersSnooze: boolean): readonly Button[] => [
  { label: m.why.button, action: `why:${id}` },
  ...(offersSnooze ? [{ label: m.snooze.button, action: `snz:${id}` }] : []),
]

const aboutSeveral = (
  m: Messages,
  first: Assignment,
  digest: Digest,
  { today, standsInFor, sections }: Telling,
): Pick<Message, 'text' | 'buttons'> => {
  const { items, lateSince, notes, snoozed } = digest
  const shown = new Set(items.slice(0, tasksShown))
  const ofSeveral = new Set(items.map(({ agencyId }) => agencyId)).size > 1
  const lineFor = (item: Assignment): RichText => {
    const name = standsInFor(item)
    const note = notes.get(item.id)
    return joinTexts([
      m.tasks.line(lineOf(item, today), ofSeveral),
      ...(note === undefined ? [] : [m.escalation.note(note)]),
      ...(name === null ? [] : [m.reminders.insteadOf(name)]),
      ...(snoozed.has(item.id) ? [m.snooze.asWanted()] : []),
    ])
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
      sections: sections.texts,
      example: first.number,
    }),
    buttons: [
      ...inRows(
        items.slice(0, tasksOffered).map((item) => openTaskButton(item, m.tasks.open(lineOf(item, today)))),
        3,
      ),
      lastRow(
        m,
        '',
        items.some((item) => canSnooze(item, today)),
      ),
    ],
  }
}
