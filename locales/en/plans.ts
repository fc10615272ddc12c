import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { PlansMessages } from '../vi/plans.ts'

type Found = Parameters<PlansMessages['found']>[0]
type Doubt = Found['doubts'][number]

const day = (date: string): string => date.split('-').reverse().join('/')
const month = (key: string): string => key.split('-').reverse().join('/')
const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`
const agencies = (many: number): string => count(many, 'agency', 'agencies')

const warnings: Record<Doubt['code'], string> = {
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

const list = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join('; ')} and ${more} more` : names.join('; ')

const standsFor = ({ name, members }: { readonly name: string; readonly members: number }): string =>
  members > 1 ? `${name} = ${agencies(members)}` : name

const others = (groups: Found['otherGroups']): string =>
  groups.length === 0 ? '' : `, among them ${groups.map(standsFor).join('; ')}`

const dueDates = ({ months, undated }: Found): string =>
  [
    ...months.map((each) => `${month(each.month)}: ${each.count}`),
    ...(undated > 0 ? [`no due date: ${undated}`] : []),
  ].join(' · ')

const doubt = ({ code: what, detail, line }: Doubt): string =>
  `• ${line > 0 ? `line ${line}: ` : ''}${warnings[what]}${detail === '' ? '' : ` (“${detail}”)`}`

const doubtful = ({ doubts, moreDoubts }: Found): readonly (Rich | string | false)[] =>
  doubts.length === 0
    ? []
    : [
        '',
        rich`⚠️ ${bold(`${count(doubts.length + moreDoubts, 'place')} to look at`)}`,
        ...doubts.map(doubt),
        moreDoubts > 0 && `and ${moreDoubts} more.`,
      ]

export const plansEn: PlansMessages = {
  evidenceAsLink: () =>
    rich`For now the bot takes evidence as a link: put the file into your shared storage and send its link here. The file was not kept.`,
  alreadyImported: ({ number, tasks }) =>
    rich`This file has been imported before: ${bold(number)}, ${count(tasks, 'task')}. Nothing has changed.`,
  noNumber: 'number not known',
  found: (found) =>
    lines([
      rich`${bold(found.number)} ${found.title}`,
      `${found.issuer === '' ? '' : `${found.issuer}, `}issued ${found.issuedOn === null ? '(date not known)' : day(found.issuedOn)}, plan year ${found.planYear}.`,
      found.sameNumber &&
        '⚠️ There is a plan of this number already. If you confirm, these tasks are assigned once more.',
      '',
      rich`${bold(count(found.tasks, 'task'))}, making ${bold(count(found.assignments, 'assignment'))} for ${agencies(found.agencies)}.`,
      '',
      found.leads.length > 0 && bold('Tasks by lead agency'),
      ...found.leads.map((lead) => `• ${standsFor(lead)}: ${lead.tasks}`),
      found.moreLeads > 0 && `and ${found.moreLeads} more${others(found.otherGroups)}.`,
      '',
      rich`${bold('Due dates by month')}: ${dueDates(found)}.`,
      found.past > 0 && `⚠️ Already past: ${count(found.past, 'due date')}.`,
      ...doubtful(found),
      ...(found.newAgencies.length === 0
        ? []
        : ['', `Will be added to the directory of agencies: ${list(found.newAgencies, found.moreNewAgencies)}.`]),
      '',
      'Nothing has been assigned yet. If this is right, confirm it.',
    ]),
  confirm: 'Confirm',
  drop: 'Drop',
  confirmed: ({ number, tasks, assignments, told }) =>
    lines([
      rich`✅ ${bold(number)} is assigned: ${count(tasks, 'task')}, ${count(assignments, 'assignment')}.`,
      told === 0 ? 'There was nobody to tell yet.' : `${count(told, 'person', 'people')} told.`,
    ]),
  nobodyYet: (names, more) =>
    rich`Nobody has joined from: ${list(names, more)}. Type ${code('/invite')} to invite them.`,
  dropped: () => rich`Dropped; nothing was assigned. Send the file again once it is corrected.`,
  draftGone: () =>
    rich`This has been confirmed or dropped already, so nothing has changed. Type ${code('/plans')} to see the plans.`,
  assigned: ({ agencies: names, total, number }) =>
    rich`📌 ${bold(names.join('; '))}: ${bold(count(total, 'task'))} from ${bold(number)}:`,
  moreTasks: (more) => rich`and ${more} more. Type ${code('/tasks')} to see them all.`,
  allTasks: () => rich`Type ${code('/tasks')} to see and accept them.`,

  about: 'The plans being followed',
  listed: (plans, more) =>
    lines([
      bold('Plans being followed'),
      ...plans.map(({ number, title, tasks }) => rich`• ${bold(number)} ${title}: ${count(tasks, 'task')}`),
      more > 0 && `and ${more} more.`,
    ]),
  none: () => rich`There is no plan yet. A coordinator sends one (.docx, .xlsx, .txt) here to begin.`,
}
