import { type DeadlineContext, readDeadline } from '../domain/deadline.ts'
import { fold } from '../domain/fold.ts'
import type { ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { deadlineInSentence } from './deadline-in-words.ts'
import { subjectOf } from './subject.ts'
import type { Line } from './task-tables.ts'

const chapter = /^([IVX]{1,5})\s*[.\-–:]\s*(.+)$/u
const numbered = /^(\d{1,2})\s*[.)]\s*(?=\p{L})(.+)$/su
const ending = /^(?:tren day la|noi nhan|phu luc|tm uy ban|kt chu tich)\b/

interface Item {
  readonly code: string
  readonly section: string
  text: string
  readonly line: number
}

/** What a line is to the items around it. */
type Place =
  | { readonly kind: 'chapter'; readonly number: string; readonly title: string }
  | { readonly kind: 'item'; readonly number: string; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'text' }

const placeOf = (text: string): Place => {
  const heading = chapter.exec(text)
  if (heading !== null) return { kind: 'chapter', number: heading[1] ?? '', title: heading[2] ?? '' }
  if (ending.test(fold(text))) return { kind: 'end' }
  const item = numbered.exec(text)
  return item === null ? { kind: 'text' } : { kind: 'item', number: item[1] ?? '', text: item[2] ?? '' }
}

const isOrganising = (title: string): boolean => fold(title).startsWith('to chuc thuc hien')

/** The numbered items under "TỔ CHỨC THỰC HIỆN"; a line in lower case or with a dash goes on with its item. */
const itemsOf = (lines: readonly Line[]): Item[] => {
  const items: Item[] = []
  let open: { readonly number: string; readonly title: string } | null = null
  for (const { text, line } of lines) {
    const place = placeOf(text)
    if (place.kind === 'chapter') open = isOrganising(place.title) ? place : null
    else if (place.kind === 'end') open = null
    else if (open === null) continue
    else if (place.kind === 'item') {
      items.push({ code: `${open.number}.${place.number}`, section: open.title, text: place.text, line })
    } else addTo(items.at(-1), text)
  }
  return items
}

const addTo = (item: Item | undefined, text: string): void => {
  if (item !== undefined && /^[\p{Ll}(\-–+•]/u.test(text)) item.text += ` ${text}`
}

const taskOf = (item: Item, context: DeadlineContext): ParsedTask | PlanWarning => {
  const subject = subjectOf(item.text)
  if (subject === null) return { code: 'row-not-understood', detail: item.text, line: item.line }
  const stated = deadlineInSentence(item.text)
  const deadlineText = stated === '' && subject.predicate.startsWith('thường xuyên') ? 'thường xuyên' : stated
  const reading = readDeadline(deadlineText, context)
  return {
    code: item.code,
    section: item.section,
    title: item.text,
    requirement: '',
    lead: subject.agencies,
    support: [],
    deadlineText,
    occurrences: reading.occurrences,
    cadence: reading.cadence,
    output: '',
    sourceText: item.text,
    line: item.line,
    warnings: reading.warnings.map((code) => ({ code, detail: deadlineText, line: item.line })),
  }
}

/** Tasks that a plan gives in sentences at its end; an item that addresses nobody is a warning, not a task. */
export const extractProse = (
  lines: readonly Line[],
  context: DeadlineContext,
): { readonly tasks: ParsedTask[]; readonly warnings: PlanWarning[] } => {
  const results = itemsOf(lines).map((item) => taskOf(item, context))
  return {
    tasks: results.filter((result): result is ParsedTask => 'title' in result),
    warnings: results.filter((result): result is PlanWarning => !('title' in result)),
  }
}
