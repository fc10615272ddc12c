import { readDeadline } from '../domain/deadline.ts'
import { fold, stripMarks } from '../domain/fold.ts'
import { deadlineInSentence } from './deadline-in-words.ts'
import type { Inherited, ListContext, Scope } from './extract-list-scope.ts'
import { endsOpen, type Item } from './outline-item.ts'
import { agenciesOfHeading } from './outline-agencies.ts'
import { type Chapter, chapterOf, opensWithWork } from './outline-chapters.ts'
import { isCapitalLine } from './outline-markers.ts'
import { predicateAt } from './outline-predicates.ts'
import { directSubject } from './subject.ts'
import { supportIn } from './subject-support.ts'

const chapterStyles: readonly Item['style'][] = ['part', 'heading', 'capital', 'roman', 'article']
export const isChapter = (item: Item): boolean => chapterStyles.includes(item.style)

const endsSentence = (text: string): boolean => /[.;!?…/]["”’)\s]*$/u.test(text)
/** Longer words are a sentence even where their full stop is lost. */
const longestHeading = 160

/** Whether an item's words are a name for what stands under it, and not something to be done. */
export const isHeadingText = (text: string): boolean => text.length <= longestHeading && !endsSentence(text)

/** What headings mean is asked more than once for each. */
const meanings = new WeakMap<Item, Chapter | null>()

const meaningOf = (item: Item, scanned: boolean): Chapter | null => {
  const known = meanings.get(item)
  if (known !== undefined) return known
  const isHeading = isChapter(item) || isHeadingText(item.text) || endsOpen(item.text)
  const meaning = isHeading ? chapterOf(item.text, scanned) : null
  meanings.set(item, meaning)
  return meaning
}

/** Whether a heading's words say what stands under it; a title's or a letterhead's do not. */
export const isMeant = (item: Item, scanned: boolean): boolean => meaningOf(item, scanned) !== null

const reportRole = (item: Item, chapter: Chapter | null, scope: Scope, scanned: boolean): Scope['role'] => {
  if (chapter === 'direction' || chapter === 'request') return chapter
  if (scope.role === 'outside' && isChapter(item) && opensWithWork(item.text, scanned)) return 'direction'
  return scope.role
}

const planRole = (chapter: Chapter | null, scope: Scope): Scope['role'] => {
  if (chapter === 'organising' || chapter === 'request') return 'organising'
  return chapter === 'tasks' || chapter === 'direction' ? 'plan' : scope.role
}

/** What the items under a heading are; null when they are none of anybody's business. */
export const roleUnder = (item: Item, scope: Scope, context: ListContext): Scope['role'] | null => {
  const chapter = meaningOf(item, context.scanned)
  if (chapter === 'none' && (item.children.length > 0 || isChapter(item))) return null
  return context.kind === 'BÁO CÁO' ? reportRole(item, chapter, scope, context.scanned) : planRole(chapter, scope)
}

const month = '(?:1[0-2]|0?[1-9])'
const year = '(?:[ /,.-]*(?:nam )?20\\d\\d)?'
const periodWords = new RegExp(
  `(?:${month} )?thang (?:dau|cuoi) nam${year}|quy (?:i{1,3}v?|iv|[1-4])(?![a-z])${year}|thang ${month}(?!\\d)${year}|nam 20\\d\\d`,
)
const onlyPeriod =
  /^(?:(?:cac |nhung )?(?:nhiem vu|cong viec|noi dung)(?: trong tam| can| phai)* )?(?:(?:hoan thanh|thuc hien|trien khai) )?(?:trong )?(?:quy (?:[ivx]+|\d)|thang \d{1,2})(?: (?:nam )?20\d\d)?$/

/** The period that a heading names: a report's items fall due with it, a plan's only where it says nothing else. */
const periodOf = (item: Item, role: Scope['role'], context: ListContext): Inherited | null => {
  const forReport = role === 'direction' && isChapter(item)
  if (!forReport && !onlyPeriod.test(fold(item.text))) return null
  const plain = stripMarks(item.text)
  const found = plain.length === item.text.length ? periodWords.exec(plain) : null
  if (found === null) return null
  const text = item.text.slice(found.index, found.index + found[0].length)
  const reads = found[0].startsWith('nam') ? `trong ${text}` : text
  return readDeadline(reads, context).occurrences.length === 0 ? null : { text, reads, ongoing: forReport }
}

const ownDeadline = (text: string): Inherited | null => {
  const found = deadlineInSentence(text)
  return found === '' ? null : { text: found, reads: found, ongoing: false }
}

const announcing =
  /(?:nhu sau|sau day|(?:nhiem vu|noi dung|cong viec|giai phap|bien phap|chi tieu|hoat dong|viec)(?: \w+){0,3} sau|cu the|gom|bao gom|trong do)$|^(?:mot so|cac|nhung) (?:nhiem vu|noi dung|cong viec|giai phap|bien phap|hoat dong)(?: \w+){0,4}$|^(?:nhiem vu|noi dung|giai phap|cong viec)(?: \w+){0,3}$/

/** Words before a colon that the items under it complete ("Nghiên cứu, đề xuất với UBND thành phố:"); '' for those that only announce. */
const stemOf = (item: Item): string => {
  if (!endsOpen(item.text) || isCapitalLine(item.text)) return ''
  return announcing.test(fold(item.text)) ? '' : item.text
}

const sectionOf = (item: Item, scope: Scope): string => {
  const text = item.text.replace(/[\s:]+$/u, '')
  if (item.style === 'stem' && endsOpen(item.text) && scope.section !== '') return scope.section
  return isHeadingText(text) ? text : scope.section
}

const pathUnder = (item: Item, scope: Scope, own: string): readonly string[] => {
  if (own === '') return scope.path
  const kept = item.style === 'decimal' ? scope.path.filter((part) => !/^\d/.test(part)) : scope.path
  return [...kept, own]
}

/** The number that an item adds to the codes of what stands under it: none for parts and for what has no marker. */
export const ownCode = (item: Item): string => (item.style === 'part' || item.style === 'article' ? '' : item.label)

const headedBy = (text: string, scanned: boolean): readonly string[] =>
  agenciesOfHeading(text, (named) => predicateAt(named, scanned) !== -1, scanned)

const gives = /^(?:yêu cầu|đề nghị|giao|kết luận)(?!\p{L})/iu

/** Whom the sentence before a colon tells something: in "UBND tỉnh yêu cầu các sở:" not who asks it. */
const toldBefore = (text: string, scanned: boolean): readonly string[] => {
  const subject = directSubject(text.replace(/[\s:]+$/u, ''), scanned)
  if (subject === null) return []
  return gives.test(subject.predicate) ? headedBy(subject.predicate, scanned) : subject.agencies
}

/** Whom a heading or the sentence before a colon names. */
const namedBy = (item: Item, scanned: boolean): readonly string[] => {
  if (
    isMeant(item, scanned) &&
    !/^(?:trách nhiệm|nhiệm vụ) của\s|^(?:giao|đề nghị|kiến nghị|đề xuất)\s/iu.test(item.text)
  )
    return []
  const agencies = headedBy(item.text, scanned)
  return agencies.length > 0 || !endsOpen(item.text) ? agencies : toldBefore(item.text, scanned)
}

const deadlineUnder = (item: Item, role: Scope['role'], scope: Scope, context: ListContext): Inherited | null => {
  const own = endsOpen(item.text) ? ownDeadline(item.text) : null
  return periodOf(item, role, context) ?? own ?? scope.deadline
}

const stemUnder = (item: Item, named: boolean, scope: Scope): string => {
  const stem = named ? '' : stemOf(item)
  return stem === '' ? '' : `${scope.stem} ${stem}`.trim()
}

/** What holds for the items under a heading. */
export const scopeUnder = (
  item: Item,
  code: string,
  role: Scope['role'],
  scope: Scope,
  context: ListContext,
): Scope => {
  const own = namedBy(item, context.scanned)
  const named = own.length > 0
  const helping = endsOpen(item.text) ? supportIn(item.text, context.scanned) : []
  return {
    role,
    section: sectionOf(item, scope),
    path: pathUnder(item, scope, code),
    lead: named ? own : scope.lead,
    support: named ? helping : [...scope.support, ...helping],
    deadline: deadlineUnder(item, role, scope, context),
    output: scope.output,
    stem: stemUnder(item, named, scope),
  }
}
