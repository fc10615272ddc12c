import { bold, code, lines, link, rich } from '../rich-text.ts'
import type { PlanDraftsMessages } from '../vi/plan-drafts.ts'
import { doubt, found, warning } from './plan-found.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

/** Where a task stands in the plan and in the file. */
const placeOf = ({ code: item, line }: { readonly code: string; readonly line: number }): string =>
  `${item === '' ? '' : ` · item ${item}`}${line > 0 ? ` · line ${line}` : ''}`

/** "Quý I: 21/03/2026, …" */
const labelled = (all: readonly { readonly day: string; readonly label: string }[]): string =>
  all.length === 0
    ? 'no deadline'
    : all.map(({ day: date, label }) => `${label === '' ? '' : `${label}: `}${day(date)}`).join(', ')

const dates = (days: readonly string[]): string => (days.length === 0 ? 'no deadline' : days.map(day).join(', '))
const names = (all: readonly string[]): string => (all.length === 0 ? 'nobody yet' : all.join('; '))

export const planDraftsEn: PlanDraftsMessages = {
  doubt,
  warning,
  found,
  nothingYet: () => rich`Nothing has been assigned yet. Confirm when it is right.`,
  onTable: (address) => link('Correct it in a table', address),
  example: {
    due: (row, date) => `${row} due ${day(date)}`,
    lead: (row, name) => `${row} lead ${name}`,
    remove: (row) => `remove ${row}`,
    number: 'number 15/KH-UBND',
  },
  buttons: {
    confirm: 'Confirm',
    list: 'See the list',
    doubts: 'Go through doubts',
    names: 'Unknown names',
    drop: 'Drop',
    summary: 'See the summary',
    undo: 'Undo',
    nextDoubt: (left) => `Doubts (${left})`,
    accept: 'Keep as it is',
    remove: 'Remove this task',
    undated: 'No deadline',
    sameLead: (name) => `Lead: ${name}`,
    update: 'Update',
    updateKeep: 'Update, keep them',
    updateCancel: (many) => `Update, cancel ${many}`,
    asNew: 'It is a new plan',
    changes: 'See the changes',
  },
  list: (page) =>
    lines([
      rich`${bold(count(page.total, 'task'))}, from ${page.from} to ${page.from + page.rows.length - 1}:`,
      ...page.rows.map(
        (row) =>
          rich`${bold(row.number)}${row.code === '' || row.code === String(row.number) ? '' : ` · ${row.code}`} · ${row.title} · ${names(row.lead)} · ${dates(row.days)}`,
      ),
      rich`Type ${code('view')} and a number to see one.`,
    ]),
  row: (row) =>
    lines([
      ...row.doubts.map((each) => rich`⚠️ ${doubt(each)}`),
      row.doubts.length > 0 && '',
      rich`${bold(row.number)}${placeOf(row)}`,
      bold(row.title),
      row.requirement !== '' && `Requirement: ${row.requirement}`,
      `Lead: ${names(row.lead)}`,
      row.support.length > 0 && `Support: ${names(row.support)}`,
      `Due: ${labelled(row.dates)}${row.deadlineText === '' ? '' : ` (“${row.deadlineText}”)`}`,
      row.output !== '' && `Output: ${row.output}`,
      row.sourceText !== '' && `In the file: “${row.sourceText}”`,
    ]),
  doubtsOf: (at, all) => bold(`Doubt ${at}/${all}`),
  aboutDocument: () => rich`About the document as a whole`,
  howToFix: (row) =>
    row === null
      ? rich`Correct it by a message, for example: ${code('number 15/KH-UBND')}, ${code('issued 26/2/2026')}, ${code('year 2026')}.`
      : rich`Answer to correct this one, for example: ${code('due 30/9')}, ${code('lead Sở Nội vụ')}. Or choose:`,
  noDoubts: () => rich`There is nothing left to look at.`,
  notImported: (doubtful) =>
    doubtful
      ? rich`Not imported: there is something to look at. Correct the file, or add --yes to import it as it is.`
      : rich`Not imported. Add --yes to import it as above.`,
  expired: ({ fileName }) =>
    rich`What was read from “${fileName}” was left for more than 14 days and no longer holds; nothing was assigned. Please send the file again.`,
  open: (drafts) =>
    lines(['', bold('Drafts, not assigned yet'), ...drafts.map(({ name, day: on }) => `• ${name} (${day(on)})`)]),
  openOne: (name) => `Open ${name}`,
}
