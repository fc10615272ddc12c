import { fold } from '../domain/fold.ts'
import type { ParsedPlan } from '../domain/plan-document.ts'
import type { LocalDate } from '../domain/time.ts'
import { noNote, readAttachedNote } from './attached-note.ts'
import { kindOf } from './document-kind.ts'
import { letterheadIssuer } from './heading-issuer.ts'
import { issuedOnIn, numberIn } from './heading-number.ts'
import { opensWithAny } from './outline-likeness.ts'
import { reflow } from './reflow.ts'
import { annexOf, type Line } from './task-tables.ts'

type Heading = ParsedPlan['document']

/** The letterhead, the kind and the title stand among these first lines. */
const headLines = 60

const titleEnds =
  /^(?:thực hiện|căn cứ|với|để|nhằm|trong|triển khai thực hiện|xét|theo đề nghị|kính gửi|ủy ban nhân dân|uỷ ban nhân dân)(?![\p{L}])|^(?:[IVX]+|\d+)\s*[.)]|[.:]$|^[-–_*\s]+$|^\(/iu
/** A second line of a title is no sentence that a scan has left without its marks. */
const opensBody = (text: string): boolean =>
  opensWithAny(text, ['Thực hiện', 'Căn cứ', 'Ủy ban nhân dân', 'Kính gửi'], 0.82) > 0

/** The lines after the kind, up to where sentences begin. */
const titleAfter = (lines: readonly Line[], at: number): string => {
  const title: string[] = []
  for (const { text } of lines.slice(at + 1, at + 6)) {
    if (title.length > 0 && (titleEnds.test(text) || opensBody(text))) break
    if (!/^[-–_*\s]*$/u.test(text)) title.push(text)
  }
  return title.join(' ')
}

const isCommittee = ({ text }: Line): boolean => /^(?:uy ban nhan dan|ubnd)\b/.test(fold(text)) && !/\p{Ll}/u.test(text)
const isPlace = ({ text }: Line): boolean =>
  /^(?:thanh pho|tinh|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\b/.test(fold(text))

const isTitleLine = ({ text }: Line): boolean =>
  !/\p{Ll}/u.test(text) &&
  /\p{Lu}{2}/u.test(text) &&
  annexOf(text) === null &&
  !/cong hoa xa hoi|doc lap/.test(fold(text))

/** What a file that holds only an annex is called: the lines in capitals under the annex's heading, or the first ones. */
const annexTitle = (lines: readonly Line[]): string => {
  const start = lines.findIndex(({ text }) => annexOf(text) !== null) + 1
  const from = lines.slice(start, start + 8)
  const first = from.findIndex((line) => isTitleLine(line) && !isCommittee(line) && !isPlace(line))
  if (first === -1) return ''
  const end = from.findIndex((line, at) => at > first && !isTitleLine(line))
  return from
    .slice(first, end === -1 ? first + 3 : end)
    .map(({ text }) => text)
    .join(' ')
}

/**
 * The year in the title; otherwise the year of issue, unless that is so late that the next one may be meant.
 * A year before that of issue is what the document looks back on.
 */
const planYearOf = (title: string, issuedOn: LocalDate | null): number | null => {
  const issued = issuedOn === null ? 0 : Number(issuedOn.slice(0, 4))
  const stated = [...title.matchAll(/(?<![\p{L}])n\p{L}{1,2}\s+(20\d\d)(?!\s*[-–]\s*20)/giu)].map((match) =>
    Number(match[1]),
  )
  const planned = stated.findLast((year) => year >= issued)
  if (planned !== undefined) return planned
  return issuedOn === null || issuedOn.slice(5) >= '11' ? null : issued
}

interface Titled {
  readonly kind: string
  readonly title: string
}

const subjectPattern = /^\W*V\s*\/\s*v\s*:?\s+/u

/** A dispatch states no kind, but what it is about: "V/v …". */
const dispatchTitle = (lines: readonly Line[]): Titled | null => {
  const about = lines.find(({ text }) => subjectPattern.test(text))
  return about === undefined ? null : { kind: 'CÔNG VĂN', title: about.text.replace(subjectPattern, '') }
}

const kindAndTitle = (lines: readonly Line[]): Titled => {
  const at = lines.findIndex(({ text }) => kindOf(text) !== null)
  if (at === -1) return dispatchTitle(lines) ?? { kind: '', title: annexTitle(lines) }
  return { kind: kindOf(lines[at]?.text ?? '') ?? '', title: titleAfter(lines, at) }
}

/** What a document says of itself, in its letterhead or, where that is missing, in the note under an annex's heading. */
export const extractHeading = (lines: readonly Line[]): Heading => {
  const head = lines.slice(0, headLines)
  const note = lines.map(({ text }) => readAttachedNote(text)).find((found) => found !== null) ?? noNote
  const { kind, title } = kindAndTitle(reflow(head))
  const issuedOn = issuedOnIn(head) ?? note.issuedOn
  const number = numberIn(head) || note.number
  return {
    number,
    kind: kind || note.kind,
    title,
    issuer: letterheadIssuer(head, number.replace(/^[^/]*\//u, '')) ?? note.issuer,
    issuedOn,
    planYear: planYearOf(title, issuedOn),
  }
}
