import { agencyKey } from '../domain/agency-names.ts'
import { readDeadline } from '../domain/deadline.ts'
import { findLike, likeText } from '../domain/likeness.ts'
import type { ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { deadlineInSentence } from './deadline-in-words.ts'
import { type ListContext, saidOf, type Scope } from './extract-list-scope.ts'
import { namesAgency, splitNames, withoutOrder } from './outline-agencies.ts'
import { type Label, takeLabels } from './outline-labels.ts'
import { predicateAt } from './outline-predicates.ts'
import { anySubjectOf, directSubject, type Subject, subjectOf } from './subject.ts'
import { leadingIn, supportIn } from './subject-support.ts'

/** The words of one task, as they stand. */
export interface Words {
  readonly text: string
  /** Paragraphs and details under it that belong to it. */
  readonly more: readonly string[]
  readonly labels: readonly Label[]
  readonly line: number
}

interface Assigned {
  readonly lead: readonly string[]
  readonly support: readonly string[]
}

const nobody: Assigned = { lead: [], support: [] }

/** "(Phòng Tư pháp chủ trì, Công an phường phối hợp)" at the end of an item, and the item without it. */
interface Note extends Assigned {
  readonly text: string
  /** What else it says: when. */
  readonly rest: string
}

const notePattern = /\s*\(([^()]{3,240})\)\s*[.;,]?\s*$/u
const helpers = /(?:^|[,;]\s*)([^,;]+?)\s+(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*(?=$|[,;])/iu

const leadIn = (named: string, scanned: boolean): string[] => {
  const end = predicateAt(named, scanned)
  const list = (end > 0 ? named.slice(0, end) : named).split(/,\s+(?=[^,]*\d)/u)[0] ?? ''
  return splitNames(list, scanned)
}

const assignedIn = (named: string, scanned: boolean): Assigned => {
  const helper = helpers.exec(named)?.[1] ?? ''
  const others = helper === '' ? named : named.replace(helpers, '')
  return {
    lead: subjectOf(others, scanned)?.agencies ?? leadIn(others, scanned),
    support: [...supportIn(others, scanned), ...(helper === '' ? [] : splitNames(helper, scanned))],
  }
}

/** In scanned text a name may be past knowing; what it is told to do may not. */
const isNote = (inside: string, scanned: boolean): boolean =>
  namesAgency(inside, scanned) || (scanned && /^\p{Lu}\p{L}/u.test(inside) && predicateAt(inside, true) > 0)

const noteOf = (text: string, scanned: boolean): Note => {
  const found = notePattern.exec(text)
  const inside = found === null ? '' : withoutOrder((found[1] ?? '').replace(/^do\s+/u, ''), scanned)
  if (found === null || !isNote(inside, scanned)) return { text, ...nobody, rest: '' }
  const [first = '', ...parts] = inside.split(/;\s*/u)
  const named = [first, ...parts.filter((part) => namesAgency(part, scanned))]
  const rest = parts.filter((part) => !named.includes(part)).join('; ')
  return { text: text.slice(0, found.index).trim(), ...assignedIn(named.join('; '), scanned), rest }
}

/** A meeting's conclusion says what was found first, and whose it is then. */
const laterSentencesAddress = (scope: Scope, kind: string): boolean =>
  scope.role === 'organising' || scope.role === 'request' || kind === 'THÔNG BÁO'

/** Whom an item's own sentence addresses; where somebody already leads, only who stands at its very beginning. */
const addressed = (text: string, scope: Scope, { kind, scanned }: ListContext): Subject | null => {
  if (scope.lead.length > 0) return directSubject(text, scanned)
  return laterSentencesAddress(scope, kind) ? anySubjectOf(text, scanned) : subjectOf(text, scanned)
}

const firstOf = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.find((list) => list.length > 0) ?? []

const union = (...lists: readonly (readonly string[])[]): string[] => [
  ...new Map(lists.flat().map((name) => [agencyKey(name), name])).values(),
]

/** Who does it and with whom: by its own labels, its note, its sentence, and then by what stands above it. */
const assignedOf = (
  words: Words,
  note: Note,
  subject: Subject | null,
  scope: Scope,
  context: ListContext,
): Assigned => {
  const labelled = splitNames(saidOf(words.labels, 'lead'), context.scanned)
  const told = note.text.includes(';') ? union(leadingIn(note.text, context.scanned)) : []
  const own = firstOf(labelled, note.lead, told, subject?.agencies ?? [])
  const lead = firstOf(
    own,
    scope.lead,
    scope.role === 'direction' ? [context.issuer].filter((name) => name !== '') : [],
  )
  const named = union(
    splitNames(saidOf(words.labels, 'support'), context.scanned),
    note.support,
    supportIn(note.text, context.scanned),
  )
  const support = own.length > 0 ? named : union(scope.support, named)
  const leads = new Set(lead.map(agencyKey))
  return { lead, support: support.filter((name) => !leads.has(agencyKey(name))) }
}

interface Due {
  readonly text: string
  readonly reads: string
  readonly ongoing: boolean
}

/** "Thường xuyên kiểm tra", "…; duy trì thường xuyên": what is to go on all along says so at once, in one of its clauses. */
const soonest = 30

const allAlong = (predicate: string, scanned: boolean): string => {
  for (const clause of predicate.split(/[.;]\s+/u)) {
    const found = findLike(likeText(clause.slice(0, soonest), scanned), 'thường xuyên', 0.85)
    if (found !== null) return clause.slice(found.start, found.end)
  }
  return ''
}

/** "(…; quý III/2026)": the rest of a note where it is nothing but a time. */
const timeIn = (rest: string, context: ListContext): string => {
  const { occurrences, cadence } = readDeadline(rest, context)
  return occurrences.length > 0 || cadence === 'ongoing' ? rest : ''
}

const dueOf = (words: Words, whole: string, rest: string, predicate: string, scope: Scope, scanned: boolean): Due => {
  const own = [saidOf(words.labels, 'time'), deadlineInSentence(whole), rest].find((text) => text !== '') ?? ''
  const along = own === '' && scope.role !== 'request' && scope.deadline === null ? allAlong(predicate, scanned) : ''
  if (along !== '') return { text: along, reads: 'thường xuyên', ongoing: false }
  if (own !== '') return { text: own.replaceAll('\n', '; '), reads: own, ongoing: false }
  return scope.deadline ?? { text: '', reads: '', ongoing: false }
}

const withStem = (stem: string, text: string): string => (stem === '' ? text : `${stem} ${text}`)

/** One task from its words and from what holds around it. */
export const taskOf = (words: Words, code: string, scope: Scope, context: ListContext): ParsedTask => {
  const whole = [words.text, ...words.more].join(' ')
  const { text, labels } = takeLabels(words.text, context.scanned)
  const mine: Words = { ...words, labels: [...words.labels, ...labels] }
  const note = noteOf(text, context.scanned)
  const sentence = [note.text, ...words.more].join(' ')
  const subject = addressed(sentence, scope, context)
  const { lead, support } = assignedOf(mine, { ...note, text: sentence }, subject, scope, context)
  const due = dueOf(mine, whole, timeIn(note.rest, context), subject?.predicate ?? sentence, scope, context.scanned)
  const reading = readDeadline(due.reads, context)
  const title = withStem(scope.stem, note.text === '' ? whole : note.text)
  const warn = (problem: PlanWarning['code'], detail: string): PlanWarning => ({
    code: problem,
    detail,
    line: words.line,
  })
  return {
    code,
    section: scope.section,
    title,
    requirement: saidOf(mine.labels, 'requirement').replaceAll('\n', ' '),
    lead: [...lead],
    support,
    deadlineText: due.text,
    occurrences: reading.occurrences,
    occurrenceLabels: reading.labels,
    cadence: due.ongoing && reading.occurrences.length > 0 ? 'ongoing' : reading.cadence,
    output: firstWords(saidOf(mine.labels, 'output'), scope.output).replaceAll('\n', ' '),
    sourceText: whole,
    line: words.line,
    warnings: [
      ...(lead.length === 0 ? [warn('no-lead', title)] : []),
      ...reading.warnings.map((problem) => warn(problem, due.text)),
    ],
  }
}

const firstWords = (one: string, other: string): string => (one === '' ? other : one)
