import type { Assignment } from '../domain/assignment.ts'
import type { Digest } from '../domain/digest.ts'
import type { Button, RichText } from '../domain/message.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows, openTaskButton } from '../domain/task-buttons.ts'
import { lineOf } from '../domain/task-view.ts'
import { daysBetween, type LocalDate } from '../domain/time.ts'
import type { Messages } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'

/** The work of others in a digest: a text a section, and what opens it. */
export interface Sections {
  readonly texts: readonly RichText[]
  readonly rows: readonly (readonly Button[])[]
}

/** More than so many are told agency by agency. */
const linesShown = 5
const agenciesShown = 5
const tasksShown = 4
const labelLength = 28

export interface Reading {
  readonly today: LocalDate
  /** Whether the reader may open the work of an agency. */
  readonly mayOpen: (agencyId: string) => boolean
  /** Whether they may invite somebody from an agency. */
  readonly mayInvite: boolean
}

/** What is reported above, then what nobody else hears of; nothing where there is none. */
export const sectionsOf = (m: Messages, digest: Digest, reading: Reading): Sections => {
  const parts = [
    ...(digest.escalated.length > 0 ? [reported(m, digest.escalated, reading)] : []),
    ...(digest.unreached.length > 0 ? [unreached(m, digest, reading)] : []),
  ]
  return {
    texts: parts.map(({ text }) => text),
    rows: parts.flatMap(({ rows }) => rows).filter((row) => row.length > 0),
  }
}

interface Section {
  readonly text: RichText
  readonly rows: Sections['rows']
}

const reported = (m: Messages, items: readonly Assignment[], reading: Reading): Section =>
  items.length > linesShown ? reportedByAgency(m, items, reading) : reportedOneByOne(m, items, reading)

const reportedOneByOne = (m: Messages, items: readonly Assignment[], { today, mayOpen }: Reading): Section => ({
  text: lines([m.escalation.reported(items.length), ...items.map((item) => m.tasks.line(lineOf(item, today), true))]),
  rows: inRows(
    items
      .filter(({ agencyId }) => mayOpen(agencyId))
      .map((item) =>
        openTaskButton(item, shorten(`${m.tasks.open(lineOf(item, today))} ${item.agencyName}`, labelLength)),
      ),
    2,
  ),
})

/** Every number opens the list behind it, as the ledger has it for this message. */
const reportedByAgency = (m: Messages, items: readonly Assignment[], { today }: Reading): Section => {
  const groups = byAgency(items)
  const shown = groups.slice(0, agenciesShown)
  const rest = groups.slice(agenciesShown)
  const [first] = items
  return {
    text: lines([
      m.escalation.reported(items.length),
      ...shown.map(({ agency, tasks }) =>
        m.escalation.byAgency({
          ...{ agency, count: tasks.length },
          worst: Math.max(...tasks.map(({ dueOn }) => daysBetween(dueOn ?? today, today))),
        }),
      ),
      rest.length > 0 && m.escalation.moreAgencies(rest.length, rest.flatMap(({ tasks }) => tasks).length),
    ]),
    rows: inRows(
      [
        ...shown.map(({ agency, tasks }) => ({
          label: shorten(m.escalation.openAgency(agency, tasks.length), labelLength),
          action: `esc:${tasks[0]?.id ?? ''}:0`,
        })),
        { label: m.escalation.openAll(items.length), action: `esc:${first?.id ?? ''}:0:all` },
      ],
      2,
    ),
  }
}

/** The agency with most first. */
const byAgency = (items: readonly Assignment[]) =>
  [...Map.groupBy(items, ({ agencyId }) => agencyId).values()]
    .map((tasks) => ({ agency: tasks[0]?.agencyName ?? '', tasks }))
    .toSorted((a, b) => b.tasks.length - a.tasks.length)

const unreached = (m: Messages, { unreached: items, notes }: Digest, { today, mayInvite }: Reading): Section => {
  const groups = byAgency(items)
  const shown = groups.slice(0, agenciesShown)
  const rest = groups.slice(agenciesShown)
  const silent = items.filter(({ id }) => notes.has(id)).length
  return {
    text: lines([
      m.escalation.unreached({ agencies: groups.length, reached: items.length - silent, silent }),
      ...shown.map(({ agency, tasks }) =>
        m.escalation.unreachedOf(
          agency,
          tasks.slice(0, tasksShown).map(({ id, number, dueOn }) => ({
            ...{ number, daysLeft: dueOn === null ? null : daysBetween(today, dueOn) },
            silentSince: notes.get(id)?.silentSince ?? null,
          })),
          Math.max(0, tasks.length - tasksShown),
        ),
      ),
      rest.length > 0 && m.escalation.moreAgencies(rest.length, rest.flatMap(({ tasks }) => tasks).length),
    ]),
    rows: mayInvite ? [[{ label: m.escalation.openUnreached, action: 'unj:work:0' }]] : [],
  }
}
