import { bold, lines, rich } from '../rich-text.ts'
import type { EscalationMessages, LadderWords, UnreachedWords } from '../vi/escalation.ts'
import { commonEn } from './common.ts'

const level: EscalationMessages['level'] = (name) => commonEn.role(name)

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`
const tasks = (count: number): string => `${count} ${count === 1 ? 'task' : 'tasks'}`
const agencies = (count: number): string => `${count} ${count === 1 ? 'agency' : 'agencies'}`

const ladder = (of: LadderWords): string => {
  const steps = (['head', 'coordinator', 'leader'] as const).flatMap((name) => {
    const late = of.ladder[name]
    return late === null ? [] : [`after ${days(late)} to the ${level(name)}`]
  })
  return steps.length === 0 ? 'Late work is reported to nobody' : `Late work is reported ${steps.join('; ')}`
}

const silence = (after: number | null): string =>
  after === null
    ? 'Silence is never spoken of'
    : `After ${days(after)} without an update the agency is asked once, unless a reminder did or soon will`

const unreachedBecause = ({ daysLeft, silentSince }: UnreachedWords): string => {
  if (silentSince !== null) return `no news since ${commonEn.date(silentSince)}`
  return daysLeft === null ? 'no due date' : commonEn.daysLeft(daysLeft)
}

export const escalationEn: EscalationMessages = {
  level,
  note: (of) =>
    rich`${[
      ...(of.urgedBy === undefined ? [] : [` · 🔔 ${of.urgedBy} asks for it`]),
      ...(of.silentSince === undefined ? [] : [` · no update since ${commonEn.date(of.silentSince)}`]),
      ...(of.reportedTo === undefined ? [] : [` · reported to the ${level(of.reportedTo)}`]),
    ].join('')}`,
  notes: (of) =>
    lines([
      of.urgedBy !== undefined && `🔔 ${of.urgedBy} asks for this task. Please give its result, progress or obstacle.`,
      of.silentSince !== undefined &&
        `There has been no update since ${commonEn.date(of.silentSince)}. Please give its progress or obstacle.`,
      of.reportedTo !== undefined && `This late task was reported to the ${level(of.reportedTo)}.`,
    ]),
  title: (day) => bold(`Report of ${commonEn.date(day)}`),
  reported: (total) => bold(`📣 Reported to you: ${tasks(total)} late`),
  byAgency: (of) => rich`• ${bold(of.agency)}: ${tasks(of.count)}, the oldest ${days(of.worst)} late`,
  moreAgencies: (count, total) => `… and ${agencies(count)} more: ${tasks(total)}`,
  openAgency: (agency, count) => `${agency} (${count})`,
  openAll: (count) => `All (${count})`,
  unreached: (of) =>
    bold(
      [
        `🚪 Nobody has joined: ${agencies(of.agencies)}`,
        ...(of.reached > 0 ? [`${tasks(of.reached)} to be reminded of`] : []),
        ...(of.silent > 0 ? [`${tasks(of.silent)} without news for long`] : []),
      ].join(', '),
    ),
  unreachedOf: (agency, items, more) =>
    rich`• ${bold(agency)}: ${items
      .map((task) => `NV${task.number} (${unreachedBecause(task)})`)
      .join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
  openUnreached: 'Agencies without anybody',

  list: (of) =>
    lines([
      bold(`Reported to you${of.agency === null ? '' : `, ${of.agency}`}: ${tasks(of.total)}`),
      ...of.lines,
      of.total > of.lines.length && `${of.from} to ${of.from + of.lines.length - 1} of ${of.total}.`,
    ]),

  open: 'Escalation',
  shown: (of) =>
    lines([
      of.plan === null
        ? bold('Escalation and silence, for every plan')
        : rich`Escalation and silence of ${bold(of.plan)}${of.own ? '' : ': as for every plan'}`,
      `${ladder(of.rule)}.`,
      `${silence(of.rule.silentAfter)}.`,
      'Each level once for one due date; more time or done ends it. Work given late is counted from the day it was given.',
    ]),
  changed: (open) => rich`✅ Changed; ${tasks(open)} that are open go by it.`,
  rung: (name, late) => {
    const whom = { head: 'Head', coordinator: 'Coordinator', leader: 'Leader' }[name]
    return late === null ? `${whom}: off` : `${whom}: ${days(late)}`
  },
  silence: (after) => (after === null ? 'Silence: off' : `Silence: ${days(after)}`),
  asWorkspace: 'As for every plan',
  asUsual: 'As usual',
}
