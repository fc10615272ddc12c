import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { TaskCardWords, TaskLineWords, TasksMessages } from '../vi/tasks.ts'
import { commonEn } from './common.ts'

const lists: Record<Parameters<TasksMessages['emptyList']>[0], string> = {
  open: 'Open tasks',
  'due-today': 'Tasks due today',
  'this-week': 'Tasks due this week',
  'this-month': 'Tasks due this month',
  late: 'Overdue tasks',
  'due-soon': 'Tasks due soon',
  'in-time': 'Tasks in time',
  undated: 'Tasks without a due date',
  done: 'Finished tasks',
  'done-late': 'Tasks finished late',
  obstacles: 'Tasks with an obstacle',
  silent: 'Tasks without any answer',
  all: 'All tasks',
}

const filters = {
  open: 'Open',
  late: 'Overdue',
  'due-soon': 'Due soon',
  'this-week': 'This week',
  obstacles: 'Obstacles',
  done: 'Done',
}

const groups = {
  late: '⚠️ Overdue',
  'due-soon': '⏰ Due soon',
  'in-time': 'In time',
  undated: 'No due date',
}

const due = ({ dueOn, daysLeft }: Pick<TaskLineWords, 'dueOn' | 'daysLeft'>): string => {
  if (dueOn === null) return 'no due date'
  return `due ${commonEn.date(dueOn)}${daysLeft === null ? '' : ` (${commonEn.daysLeft(daysLeft)})`}`
}

const turn = ({ occurrence, occurrences }: Pick<TaskLineWords, 'occurrence' | 'occurrences'>): string =>
  occurrences > 1 ? `${occurrence} of ${occurrences}` : ''

const standing = ({ state, percent, doneOn }: Pick<TaskLineWords, 'state' | 'percent' | 'doneOn'>): string => {
  if (state === 'done') return doneOn === null ? commonEn.state(state) : `done on ${commonEn.date(doneOn)}`
  return state === 'submitted' || percent === 0 ? commonEn.state(state) : `${commonEn.state(state)}, ${percent}%`
}

const taskLine = (task: TaskLineWords, withAgency: boolean): Rich => {
  const facts = [
    withAgency && task.agency,
    turn(task),
    task.state === 'done' ? standing(task) : due(task),
    task.state !== 'done' && standing(task),
    task.obstacle !== null && 'obstacle',
  ].filter((fact) => fact !== false && fact !== '')
  return rich`• ${bold(`NV${task.number}`)} ${task.title} · ${facts.join(' · ')}`
}

const named = (label: string, words: string): Rich | false => words !== '' && rich`${bold(label)}: ${words}`

const dueOfCard = (task: TaskCardWords): string =>
  [
    task.dueOn === null ? 'none' : commonEn.date(task.dueOn),
    task.daysLeft !== null && ` (${commonEn.daysLeft(task.daysLeft)})`,
    turn(task) !== '' && `, ${turn(task)}`,
    task.movedFrom !== null && `; originally ${commonEn.date(task.movedFrom)}`,
  ]
    .filter((part) => part !== false)
    .join('')

export const tasksEn: TasksMessages = {
  about: "My agency's open tasks",
  aboutTask: 'Show one task',
  buttons: { acknowledge: 'Received', progress: 'In progress', done: 'Done', obstacle: 'Obstacle' },
  open: ({ number, occurrence, occurrences }) => (occurrences > 1 ? `NV${number} (no. ${occurrence})` : `NV${number}`),
  line: taskLine,
  doneLate: 'Done late',

  card: (task) =>
    lines([
      rich`${bold(`NV${task.number}`)} ${task.title}`,
      `Document ${task.planNumber}, item ${task.code}`,
      '',
      named('Agency', task.agency),
      task.doer !== null && named('Done by', task.doer),
      named('Due', dueOfCard(task)),
      named('State', standing(task)),
      task.obstacle !== null && rich`⚠️ ${bold('Obstacle')}: ${task.obstacle}`,
      named('Requirement', task.requirement),
      named('Deadline in the document', task.deadlineText),
      named('Output', task.output),
      named('Lead', task.lead.join('; ')),
      named('Support', task.support.join('; ')),
    ]),
  evidence: (items, more) =>
    lines([
      bold(`Evidence (${items.length + Math.max(0, more)})`),
      ...items.map((item) => `• ${item}`),
      more > 0 && `… and ${more} more`,
    ]),
  otherOccurrences: (dueDates) =>
    rich`Open due dates besides this one: ${dueDates.map((day) => (day === null ? 'undated' : commonEn.date(day))).join('; ')}.`,
  moreButtons: 'More',
  otherButtons: (number) => rich`What else there is for ${bold(`NV${number}`)}:`,
  otherAgencies: (count) => `Other agencies (${count})`,
  byAgency: (of) =>
    lines([
      rich`${bold(`NV${of.number}`)} ${of.title}`,
      `${of.done} of ${of.agencies} agencies are done.${of.agencies > of.items.length ? ` Agencies ${of.from}–${of.from + of.items.length - 1}:` : ''}`,
      ...of.items.map((task) => {
        const facts = [turn(task), task.state === 'done' ? '' : due(task), standing(task)].filter((fact) => fact !== '')
        return rich`• ${bold(task.agency)}: ${facts.join(' · ')}${task.obstacle === null ? '' : ' · obstacle'}`
      }),
    ]),

  list: (of) =>
    lines([
      rich`${bold(`${lists[of.name]}: ${of.total}`)} (${of.scope})`,
      ...of.groups.flatMap(({ group, lines: items }) =>
        group === null ? ['', ...items] : ['', bold(groups[group]), ...items],
      ),
      of.total > of.shown && `${of.from} to ${of.from + of.shown - 1} of ${of.total} tasks.`,
    ]),
  emptyList: (name, scope) => {
    if (name === 'open') return rich`✅ ${scope} has no open tasks left.`
    return name === 'all'
      ? rich`${scope} has been assigned nothing yet.`
      : rich`${scope}: no ${lists[name].toLowerCase()}.`
  },
  filterUnknown: (typed) =>
    rich`“${typed}” was not understood, so all open tasks are shown. Filter with ${code('/tasks late')}, ${code('/tasks this week')} or a plan's number, such as ${code('/tasks 229')}.`,
  filter: 'Filter',
  chooseFilter: (scope) => rich`Tasks of ${scope}:`,
  filtered: (name, count) => `${filters[name]} (${count})`,
  withSubordinates: (count) => `With agencies below (${count})`,
  byPlan: 'By plan',
  useStatus: () =>
    rich`You belong to no single agency, so there are no tasks of yours here. Type ${code('/status')} to see how things stand, or ${code('/task 12')} to see one task.`,
  example: '/task 12',
}
