import { splitAgencies } from '../domain/agency-lists.ts'
import type { DeadlineContext } from '../domain/deadline.ts'
import { looksScanned } from '../domain/likeness.ts'
import type { ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import { walkOutline } from './extract-list.ts'
import type { ListContext } from './extract-list-scope.ts'
import { outlineOf } from './outline.ts'
import { namesAgency } from './outline-agencies.ts'
import { splitInline } from './outline-inline.ts'
import { type Segment, segmentsOf } from './outline-segments.ts'
import { reflow } from './reflow.ts'
import { directSubject } from './subject.ts'
import type { Line } from './task-tables.ts'

/** What the heading says that tasks outside the tables are read against. */
export interface ProseContext extends DeadlineContext {
  readonly issuer: string
}

export interface ExtractedProse {
  readonly tasks: readonly ParsedTask[]
  readonly warnings: readonly PlanWarning[]
}

/** A letter is for those it is sent to; a report only goes to them. */
const addresseesOf = ({ kind, addressees }: Segment, scanned: boolean): string[] =>
  kind === '' && namesAgency(addressees, scanned) ? splitAgencies(addressees) : []

const extractSegment = (segment: Segment, scanned: boolean, context: ProseContext): ExtractedProse => {
  const list: ListContext = {
    ...context,
    scanned,
    kind: segment.kind,
    addressees: addresseesOf(segment, scanned),
    prefix: segment.annex > 1 ? `PL${segment.annex}-` : '',
  }
  const root = outlineOf(segment.lines, { scanned, addresses: (text) => directSubject(text, scanned) !== null })
  const { tasks, warnings } = walkOutline(root, list)
  return { tasks: tasks.toSorted((one, other) => one.line - other.line), warnings }
}

/** What stands before the first document that states its kind is its letterhead, unless it is a letter to somebody. */
const withoutLetterhead = (segments: readonly Segment[]): readonly Segment[] => {
  const [first, ...others] = segments
  const isLetterhead = first?.kind === '' && first.addressees === '' && others.some(({ kind }) => kind !== '')
  return isLetterhead ? others : segments
}

/** Tasks that a document gives outside its tables: in lists and in sentences. */
export const extractProse = (lines: readonly Line[], context: ProseContext): ExtractedProse => {
  const paragraphs = splitInline(reflow(lines))
  const scanned = looksScanned(paragraphs.map(({ text }) => text).join('\n'))
  const found = withoutLetterhead(segmentsOf(paragraphs, scanned)).map((segment) =>
    extractSegment(segment, scanned, context),
  )
  return { tasks: found.flatMap(({ tasks }) => tasks), warnings: found.flatMap(({ warnings }) => warnings) }
}
