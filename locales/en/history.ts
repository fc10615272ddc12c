import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { EntryWords, HistoryMessages, UpdateWords } from '../vi/history.ts'
import { commonEn } from './common.ts'

const quoted = (before: string, words: string): string => (words === '' ? '' : `${before}“${words}”`)
const day = (on: string | null): string => (on === null ? 'no due date' : commonEn.date(on))

const progress = ({ before, after, note }: UpdateWords): string => {
  const share = after.percent > 0 ? `reported ${after.percent}%` : 'reported work in progress'
  const what = after.state === 'in_progress' ? share : 'reported that it has not begun'
  const unblocked = before.obstacle !== null && after.obstacle === null ? ', the obstacle is gone' : ''
  return `${what}${unblocked}${quoted(', noting ', note)}`
}

const obstacle = ({ before, after, note }: UpdateWords): string => {
  const share = after.percent === before.percent ? '' : `, ${after.percent}%`
  return `named an obstacle “${after.obstacle ?? note}”${share}`
}

const told: Record<UpdateWords['kind'], (update: UpdateWords) => string> = {
  acknowledge: ({ note }) => `received it${quoted(', noting ', note)}`,
  progress,
  done: ({ after, note }) =>
    `${after.state === 'submitted' ? 'handed it in for approval' : 'reported it done'}${quoted(', noting ', note)}`,
  obstacle,
  evidence: ({ note, evidence }) =>
    `gave evidence${evidence.some(({ words }) => note.includes(words)) ? '' : quoted(', noting ', note)}`,
  approve: ({ note }) => `approved it: done${quoted(', saying ', note)}`,
  reject: ({ note }) => `sent it back${quoted(', because ', note)}`,
  reopen: ({ note }) => `opened it again${quoted(', because ', note)}`,
  return: ({ note }) => `returned it as another agency's${quoted(', saying ', note)}`,
  reassign: ({ after, note }) =>
    after.state === 'returned' ? `passed it on to ${note}` : `assigned it again${quoted(', saying ', note)}`,
  extend: ({ before, after, note }) =>
    `granted more time: from ${day(before.dueOn)} to ${day(after.dueOn)}${quoted(', saying ', note)}`,
  assignee: ({ note }) => (note === '' ? 'gave it to the whole agency' : `named ${note} to do it`),
  contribute: ({ note }) => `contributed in support${quoted(': ', note)}`,
}

const evidenceOf = ({ kind, evidence }: UpdateWords): string => {
  if (evidence.length === 0) return ''
  const items = evidence.map(({ words, withdrawn }) => (withdrawn ? `${words} (withdrawn)` : words)).join(' ; ')
  return kind === 'evidence' ? ` ${items}` : `, evidence ${items}`
}

const assigned = (entry: Extract<EntryWords, { what: 'assigned' }>): string =>
  `Assigned to ${entry.agency}, ${entry.dueOn === null ? 'no due date' : `due ${day(entry.dueOn)}`}`

const updated = (update: UpdateWords): string =>
  `${told[update.kind](update)}${evidenceOf(update)}${update.undone ? ' (undone)' : ''}`

const urged = (people: number): string => `pressed for it, ${people} ${people === 1 ? 'person' : 'people'} told`

type OfRequest = Extract<EntryWords, { what: 'asked-for-time' | 'refused-time' | 'withdrew-request' }>

const requested = (entry: OfRequest): string => {
  switch (entry.what) {
    case 'asked-for-time':
      return `asked for time until ${day(entry.wantedOn)}${quoted(', because ', entry.reason)}`
    case 'refused-time':
      return `refused more time${quoted(', saying ', entry.answer)}`
    case 'withdrew-request':
      return 'withdrew the request for time'
  }
}

const said = (entry: EntryWords): string => {
  switch (entry.what) {
    case 'assigned':
      return assigned(entry)
    case 'update':
      return updated(entry.update)
    case 'urged':
      return urged(entry.people)
    case 'plan-amended':
      return 'updated the plan from an amended document'
    case 'snoozed':
      return `wanted to be reminded again on ${day(entry.until)}`
    default:
      return requested(entry)
  }
}

const line = (entry: EntryWords): Rich => {
  const date = commonEn.date(entry.day)
  const name = entry.person ?? (entry.what === 'assigned' ? '' : 'The system')
  const who = entry.insteadOf === undefined ? name : `${name} (for ${entry.insteadOf})`
  return rich`${bold(`${entry.otherYear ? date : date.slice(0, 5)} ${entry.time}`)} ${[who, said(entry)].filter((part) => part !== '').join(' ')}`
}

type Waiting = Parameters<HistoryMessages['waiting']>[0]

const approving = ({ agency, people, standIns }: Extract<Waiting, { kind: 'approval' }>['by']): string => {
  if (people === 0) return 'somebody who could approve it: no head has joined yet'
  if (agency === null) return 'a coordinator to approve it'
  return `the head of ${agency}${standIns.length > 0 ? ` (${standIns.join(', ')} standing in)` : ''} to approve it`
}

const awaited = (whom: Waiting): string => {
  switch (whom.kind) {
    case 'doing':
      return `${whom.who} to ${whom.state === 'assigned' ? 'acknowledge it' : 'do it and report'}${whom.nobodyThere ? '; nobody has joined from it' : ''}`
    case 'approval':
      return approving(whom.by)
    case 'time':
      return `a coordinator to decide on more time until ${commonEn.date(whom.wantedOn)}`
    case 'reassigning':
      return 'a coordinator to assign it to another agency'
  }
}

export const historyEn: HistoryMessages = {
  open: 'History',
  story: (of) =>
    lines([
      bold(`History of NV${of.number}, ${of.agency}`),
      ...of.items.map(line),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} entries.`,
    ]),
  older: 'Older',
  newer: 'Newer',
  openTask: 'Open the task',

  waiting: (whom) => rich`${bold('Waiting for')}: ${awaited(whom)}`,
}
