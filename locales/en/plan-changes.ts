import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { PlanChangesMessages, ShownChange, ShownPart } from '../vi/plan-changes.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const dates = (days: readonly string[]): string => (days.length === 0 ? 'no deadline' : days.map(day).join(', '))
const names = (all: readonly string[]): string => (all.length === 0 ? 'nobody' : all.join('; '))
const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

const part = (change: ShownPart): string => {
  switch (change.part) {
    case 'due':
      return `due ${dates(change.before)} → ${dates(change.after)}`
    case 'lead':
      return `lead ${names(change.before)} → ${names(change.after)}`
    case 'support':
      return `support ${names(change.before)} → ${names(change.after)}`
    case 'title':
      return `new title “${change.after}”`
    case 'output':
      return `output “${change.after}”`
    case 'requirement':
      return 'another requirement'
  }
}

const line = (change: ShownChange): Rich => {
  switch (change.kind) {
    case 'added':
      return rich`• ${bold(change.row)} ${change.title}: ${names(change.lead)}, ${dates(change.days)}`
    case 'changed':
      return rich`• ${bold(`NV${change.number}`)} ${change.title}: ${change.parts.map(part).join('; ')}`
    case 'removed':
      return rich`• ${bold(`NV${change.number}`)} ${change.title}${change.open > 0 ? ` (${count(change.open, 'open assignment')})` : ''}`
  }
}

const headings = { added: 'Added', changed: 'Changed', removed: 'No longer there' }

const grouped = (changes: readonly ShownChange[]): readonly (Rich | string)[] =>
  (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind)
    return some.length === 0 ? [] : [bold(headings[kind]), ...some.map(line)]
  })

type AssignmentNews = Parameters<PlanChangesMessages['news']>[1]

const due = (on: string | null): string => (on === null ? 'no deadline' : `due ${day(on)}`)

const news = (event: AssignmentNews): string => {
  switch (event.kind) {
    case 'assigned':
      return `new, ${due(event.dueOn)}`
    case 'moved':
      return `${due(event.before)} → ${event.dueOn === null ? 'no deadline' : day(event.dueOn)}`
    case 'cancelled':
      return 'no longer yours to do'
  }
}

const toldTo = ({ told, concerned }: { readonly told: number; readonly concerned: boolean }): string => {
  if (told > 0) return `${count(told, 'person was', 'people were')} told.`
  return concerned ? 'Nobody could be told yet.' : 'Nobody had to be told.'
}

export const planChangesEn: PlanChangesMessages = {
  nothingNew: ({ number, tasks }) =>
    rich`Nothing new: ${bold(number)} is there already, with the same ${count(tasks, 'task')}. Nothing was changed.`,
  compared: ({ number, tasks, added, changed, removed, same }) =>
    rich`🔄 Against ${bold(number)} as it is followed up (${count(tasks, 'task')}): ${bold(`${added} added, ${changed} changed, ${removed} no longer there`)}, ${same} the same.`,
  partly: () => rich`The document only amends: what it does not name stays as it is.`,
  changes: (shown, more) => lines([...grouped(shown), more > 0 && `and ${count(more, 'more change')}.`]),
  ask: (leaving) =>
    lines([
      'The progress recorded for what stays is kept. Nothing has been changed yet.',
      leaving > 0 &&
        rich`${bold(`${count(leaving, 'assignment is', 'assignments are')} not in the new version`)}: keep or cancel?`,
    ]),
  changesFrom: (from, to, all) => rich`Changes ${from}–${to}/${all}`,
  updated: (done) =>
    lines([
      rich`✅ ${bold(done.number)} is updated: ${count(done.added, 'task')} added, ${done.changed} changed${done.cancelled > 0 ? `, ${count(done.cancelled, 'assignment')} cancelled` : ''}${done.kept > 0 ? `, ${count(done.kept, 'assignment')} kept that the new version does not have` : ''}.`,
      toldTo(done),
    ]),
  told: ({ agencies, number, total }) =>
    rich`📌 ${bold(agencies.join('; '))}: ${bold(number)} was amended, which changes ${bold(count(total, 'task'))}:`,
  news: (task, event) =>
    rich`• ${bold(`NV${task.number}`)} ${task.title}${task.agency === null ? '' : ` (${task.agency})`}: ${news(event)}`,
}
