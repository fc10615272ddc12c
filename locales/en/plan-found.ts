import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { Found, ShownDoubt } from '../vi/plan-found.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const month = (key: string): string => key.split('-').reverse().join('/')
const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`
const agencies = (many: number): string => count(many, 'agency', 'agencies')

const warnings: Record<ShownDoubt['code'], string> = {
  'no-number': 'no document number',
  'no-issue-date': 'no date of issue',
  'no-plan-year': 'the year of the plan is not clear',
  'no-lead': 'no lead agency, assigned to nobody',
  'no-deadline': 'no deadline',
  'deadline-not-understood': 'deadline not understood',
  'impossible-date': 'no such date',
  'date-before-issue': 'due before the document was issued',
  'row-not-understood': 'line not understood',
}

const standsFor = ({ name, members }: { readonly name: string; readonly members: number }): string =>
  members > 1 ? `${name} = ${agencies(members)}` : name

const others = (groups: Found['otherGroups']): string =>
  groups.length === 0 ? '' : `, among them ${groups.map(standsFor).join('; ')}`

const dueDates = ({ months, undated }: Pick<Found, 'months' | 'undated'>): string =>
  [
    ...months.map(({ month: key, count: many }) => `${month(key)}: ${many}`),
    ...(undated > 0 ? [`undated: ${undated}`] : []),
  ].join(' · ')

export const warning = ({ code: what, detail }: Pick<ShownDoubt, 'code' | 'detail'>): string =>
  `${warnings[what]}${detail === '' ? '' : ` (“${detail}”)`}`

/** "12 · dòng 57 · không có thời hạn (“theo chỉ đạo”)" */
export const doubt = ({ row, line, ...about }: ShownDoubt): Rich => {
  const words = `${line > 0 ? `line ${line} · ` : ''}${warning(about)}`
  return row === null ? rich`• ${words}` : rich`${bold(row)} · ${words}`
}

const doubtful = ({ doubts, firstDoubt, allDoubts }: Found): readonly (Rich | string | false)[] => {
  if (allDoubts === 0) return []
  const last = firstDoubt + doubts.length - 1
  const where = doubts.length < allDoubts ? ` (${firstDoubt}–${last})` : ''
  return ['', rich`⚠️ ${bold(`${count(allDoubts, 'place')} to look at`)}${where}`, ...doubts.map(doubt)]
}

const rowsShown = 8

const rowsOf = (rows: readonly number[]): string =>
  `${rows.slice(0, rowsShown).join(', ')}${rows.length > rowsShown ? ', …' : ''}`

const unknownNames = ({ unknown, moreUnknown }: Found): readonly (Rich | string | false)[] =>
  unknown.length === 0
    ? []
    : [
        '',
        rich`❓ ${bold(`${count(unknown.length + moreUnknown, 'name')} not in the directory`)}; their tasks wait until it is clear who is meant:`,
        ...unknown.map(({ name, rows }) => `• ${name}: ${count(rows.length, 'task')} (${rowsOf(rows)})`),
        moreUnknown > 0 && `and ${count(moreUnknown, 'more name')}.`,
        rich`Type ${code('/names')} to say who is meant, before or after confirming.`,
      ]

const spread = (found: Found): readonly (Rich | string | false)[] =>
  found.amended
    ? []
    : [
        '',
        found.leads.length > 0 && bold('Tasks by lead agency'),
        ...found.leads.map((lead) => `• ${standsFor(lead)}: ${lead.tasks}`),
        found.moreLeads > 0 && `and ${found.moreLeads} more${others(found.otherGroups)}.`,
        '',
        rich`${bold('Due dates by month')}: ${dueDates(found)}.`,
        found.past > 0 && `⚠️ ${count(found.past, 'due date has', 'due dates have')} passed already.`,
      ]

const typing = ({ examples, allDoubts }: Found): readonly (Rich | string)[] =>
  examples.length === 0
    ? []
    : [
        '',
        allDoubts > 0
          ? 'Correct it by a message, one thing a line, for example:'
          : 'To change anything send a message, one thing a line, for example:',
        ...examples.map((example) => code(example)),
      ]

/** The findings of a file on one screen. */
export const found = (found: Found): Rich =>
  lines([
    rich`${bold(found.number)} ${found.title}`,
    `${found.issuer === '' ? '' : `${found.issuer}, `}issued ${found.issuedOn === null ? '(date not clear)' : day(found.issuedOn)}, plan year ${found.planYear}.`,
    '',
    rich`${bold(count(found.tasks, 'task'))}, making ${bold(count(found.assignments, 'assignment'))} for ${agencies(found.agencies)}.`,
    ...spread(found),
    ...doubtful(found),
    ...unknownNames(found),
    ...typing(found),
  ])
