import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { FixNote, PlanFixesMessages } from '../vi/plan-fixes.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const dates = (days: readonly string[]): string => (days.length === 0 ? 'no deadline' : days.map(day).join(', '))
const names = (all: readonly string[]): string => (all.length === 0 ? 'nobody' : all.join('; '))
const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

type NoteOfDocument = Exclude<FixNote, { readonly row: number }>
type NoteOfRow = Extract<FixNote, { readonly row: number }>

const documentNotes: {
  readonly [Kind in NoteOfDocument['kind']]: (note: Extract<NoteOfDocument, { readonly kind: Kind }>) => string
} = {
  number: ({ after }) => `Document number: ${after}`,
  issuer: ({ after }) => `Issued by: ${after}`,
  'plan-title': ({ after }) => `Title of the plan: ${after}`,
  'issued-on': ({ after }) => `Issued on: ${day(after)}`,
  year: ({ after, moved }) => `Plan year: ${after}${moved > 0 ? `, which moves ${count(moved, 'task')}` : ''}`,
  amends: ({ number, partial }) => (partial ? `Amends ${number}` : `Replaces ${number}`),
  'new-plan': () => 'A new plan that replaces none',
}

const rowNotes: {
  readonly [Kind in NoteOfRow['kind']]: (note: Extract<NoteOfRow, { readonly kind: Kind }>) => string
} = {
  due: ({ before, after }) => `due: ${dates(before)} → ${dates(after)}`,
  lead: ({ before, after }) => `lead: ${names(before)} → ${names(after)}`,
  support: ({ before, after }) => `support: ${names(before)} → ${names(after)}`,
  title: ({ after }) => `title: ${after}`,
  output: ({ after }) => `output: ${after === '' ? 'none' : after}`,
  removed: ({ title }) => `removed: ${title}`,
  accepted: ({ title }) => `kept as it is: ${title}`,
  merged: ({ from, title }) => `${from.join(', ')} merged into it: ${title}`,
  split: ({ into }) => `split into ${into.join(', ')}`,
}

/** The table has the right words for every kind; that they fit together the compiler cannot see. */
const wordsOf = <Note extends { readonly kind: string }>(
  table: { readonly [Kind in Note['kind']]: (note: Extract<Note, { readonly kind: Kind }>) => string },
  note: Note,
): string => (table[note.kind as Note['kind']] as (note: Note) => string)(note)

const changed = (note: FixNote): Rich =>
  'row' in note ? rich`${bold(note.row)} · ${wordsOf(rowNotes, note)}` : rich`${wordsOf(documentNotes, note)}`

const nothingDone = 'Nothing was changed.'

const nearestOf = (nearest: readonly string[]): string =>
  nearest.length === 0 ? '' : ` The nearest: ${nearest.join('; ')}.`

export const planFixesEn: PlanFixesMessages = {
  done: (notes, more) => lines(['✅ Changed:', ...notes.map(changed), more > 0 && `and ${more} more.`]),
  undone: (notes) => rich`It is as it was before (${count(notes, 'correction')}).`,
  nothingToUndo: () => rich`There is no correction to take back.`,
  undoneBefore: () => rich`This correction was taken back already, or there is a newer one. Nothing was changed.`,
  standing: ({ tasks, assignments, doubts }) =>
    `${count(tasks, 'task')}, ${count(assignments, 'assignment')}. ${doubts === 0 ? 'There is nothing left to look at.' : `${count(doubts, 'place')} left to look at.`}`,
  notUnderstood: ({ typed, example }) =>
    rich`${nothingDone} “${typed}” was not understood; you could type: ${code(example)}`,
  problem: {
    noRow: ({ typed, rows }) =>
      rich`${nothingDone} There is no task ${typed} in this draft; the numbers go from 1 to ${rows}. Type ${code('list')} to see them.`,
    severalRows: ({ typed, numbers }) =>
      rich`${nothingDone} “${typed}” may be ${numbers.join(', ')}. Please type one of these numbers, for example ${code(`view ${numbers[0] ?? 1}`)}.`,
    whichRow: () =>
      rich`${nothingDone} Which task? Please add its number, for example ${code('12 due 30/9')} or ${code('remove 12')}.`,
    deadline: ({ typed, impossible }) =>
      impossible
        ? rich`${nothingDone} There is no such day as “${typed}”. For example: ${code('12 due 30/9')}`
        : rich`${nothingDone} The deadline “${typed}” was not understood. For example: ${code('12 due 30/9')}, ${code('12 due quý IV')}, ${code('12 no due')}`,
    agency: ({ typed, nearest, row }) =>
      rich`${nothingDone} “${typed}” is not in the directory.${nearestOf(nearest)} If it is a new agency, put its name in quotes: ${code(`${row} lead "${typed}"`)}`,
    notItsAgency: ({ typed, row }) =>
      rich`${nothingDone} Task ${row} does not have “${typed}”. Type ${code(`view ${row}`)} to see it.`,
    plan: ({ typed }) =>
      rich`${nothingDone} No plan ${typed} is followed up here. Type ${code('/plans')} to see the plans.`,
    mergeNeedsTwo: () => rich`${nothingDone} Merging takes at least two numbers, for example ${code('merge 7 8')}.`,
    nothingLeft: () => rich`${nothingDone} No task would be left; press “Drop” to drop the whole draft.`,
    nothingToSplit: ({ row }) =>
      rich`${nothingDone} The title of task ${row} has no semicolon or dash to split it at. Set it first: ${code(`${row} title One thing; another`)}`,
  },
  verbs: [
    'due',
    'no due',
    'lead',
    'no lead',
    'support',
    'no support',
    'title',
    'output',
    'remove',
    'merge',
    'split',
    'right',
    'view',
  ],
  exampleWith: (about, verb, rest) => `${about} ${verb} ${rest}`.trim(),
}
