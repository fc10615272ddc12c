import { withoutDots } from '../domain/agency-abbreviations.ts'
import { stripMarks } from '../domain/fold.ts'
import { agenciesIn, longestList, namesAgency, withoutOrder, withoutPersons } from './outline-agencies.ts'
import { isRestOfName, namesEndAt } from './outline-names.ts'
import { predicateAt } from './outline-predicates.ts'

export interface Subject {
  readonly agencies: readonly string[]
  /** The words that follow them. */
  readonly predicate: string
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?…])\s+(?=\p{Lu})/u)

const fewestWords = 3

/** Behind names in whole text come other words: enough of them say what is to be done. */
const endByNames = (text: string): number => {
  const end = namesEndAt(text)
  return text.slice(end).trim().split(/\s+/u).length >= fewestWords ? end : -1
}

/** "Các sở: Nội vụ, Tài chính tổng hợp …": behind the colon stand the names of those meant, up to what they are told. */
const goesOnBehind = (text: string, colon: number, predicate: number): boolean =>
  namesAgency(text.slice(colon + 1).trimStart(), false) ||
  (/^các\s/iu.test(text) && predicate > colon && colon + namesEndAt(text.slice(colon)) >= predicate)

/** Before a colon a name may end in a word or two that no other name does ("Trung tâm Xúc tiến | du lịch:"). */
const unknownEnd = /^(?:\s*\p{Ll}+){0,2}$/u

/** "Trung tâm Văn hóa phường: Phát thanh chuyên mục …": where a colon ends the names; -1 when none does. */
const endByColon = (text: string, predicate: number): number => {
  const colon = text.search(/:\s+\p{Lu}/u)
  if (colon <= 0 || (predicate !== -1 && predicate < colon) || goesOnBehind(text, colon, predicate)) return -1
  const named = text.slice(0, colon)
  return unknownEnd.test(named.slice(namesEndAt(named))) ? colon : -1
}

/** Where the names end and what they are told begins; -1 when nothing tells them anything. */
const namesEnd = (text: string, scanned: boolean, ordered: boolean): number => {
  const predicate = predicateAt(text, scanned)
  if (scanned) return predicate
  const colon = endByColon(text, predicate)
  if (colon !== -1) return colon
  if (predicate === -1) return /^các\s/iu.test(text) && !ordered ? -1 : endByNames(text)
  const names = namesEndAt(text)
  return names < predicate && !isRestOfName(text.slice(names, predicate)) ? names : predicate
}

/** A group behind an order is told something, whatever the word for it; without one the sentence may only speak of it. */
const order = /^(?:đồng thời\s+)?(?:giao|đề nghị|yêu cầu)\s/iu

/** Who stands first in a sentence, before what they are told to do. */
const direct = (whole: string, scanned: boolean): Subject | null => {
  const undotted = withoutDots(whole)
  const text = withoutPersons(withoutOrder(undotted, scanned), scanned)
  if (!namesAgency(text, scanned)) return null
  const end = namesEnd(text, scanned, order.test(undotted))
  if (end <= 0 || end > longestList) return null
  return subjectBefore(text, end, scanned)
}

const subjectBefore = (text: string, end: number, scanned: boolean): Subject | null => {
  const named = text.slice(0, end)
  if (/[.!?]\s/u.test(named)) return null
  const given = /^được giao/iu.test(text.slice(end)) ? text.slice(0, predicateAfterClause(text, end)) : named
  const agencies = agenciesIn(given, scanned)
  return agencies.length === 0 ? null : { agencies, predicate: text.slice(given.length).replace(/^[\s:–-]+/u, '') }
}

/** "Về quốc phòng: Ban Chỉ huy Quân sự xã hoàn thiện …": whoever stands behind the topic. */
const topic = /^[^:.;]{3,90}:\s+/u

const afterTopic = (sentence: string, scanned: boolean): Subject | null => {
  const end = topic.exec(sentence)?.[0].length ?? 0
  return end === 0 ? null : direct(sentence.slice(end), scanned)
}

/** "Các cơ quan được giao các nhiệm vụ …: tập trung …": the clause ends with a colon, or with the text. */
const predicateAfterClause = (text: string, from: number): number => {
  const colon = text.indexOf(':', from)
  return colon === -1 || colon > longestList ? text.length : colon
}

const openings =
  /^(?:can cu|tren co so|ngoai|trong qua trinh|trong thang|trong quy|de |dinh ky|hang |truoc ngay|sau khi|theo |cham nhat)/

/** "Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …": whoever stands behind the opening clause. */
const afterClause = (sentence: string, scanned: boolean): Subject | null => {
  if (!openings.test(stripMarks(sentence))) return null
  for (const { index } of sentence.matchAll(/,\s+/gu)) {
    const rest = sentence.slice(index + 1).trim()
    const found = direct(rest, scanned)
    if (found !== null && found.predicate !== '') return found
  }
  return null
}

const ordered = /(?:^|[.;,:]\s+|\s)(?:[Gg]iao|do)\s+(?=\p{Lu}|các )/gu

/** "…; giao Phòng Tư pháp chủ trì" inside a sentence. */
const insideSentence = (text: string, scanned: boolean): Subject | null => {
  for (const match of text.matchAll(ordered)) {
    const found = direct(text.slice(match.index + match[0].length), scanned)
    if (
      found !== null &&
      /^(?:chủ trì|phối hợp|tham mưu|là |làm |thực hiện|theo dõi|tổng hợp|hướng dẫn|phụ trách)/iu.test(found.predicate)
    )
      return found
  }
  return null
}

/** Who stands at the very beginning of a sentence. */
export const directSubject = (text: string, scanned: boolean): Subject | null => direct(text.normalize('NFC'), scanned)

/** Who a sentence of instruction addresses first ("Giao Sở Nội vụ theo dõi …"); null when nobody stands there by name. */
export const subjectOf = (text: string, scanned = false): Subject | null => {
  const whole = text.normalize('NFC')
  const [first = ''] = sentences(whole)
  return (
    direct(whole, scanned) ??
    afterTopic(first, scanned) ??
    afterClause(first, scanned) ??
    insideSentence(whole, scanned)
  )
}

/** The same, or whoever a later sentence of the text addresses. */
export const anySubjectOf = (text: string, scanned = false): Subject | null => {
  const whole = text.normalize('NFC')
  const first = subjectOf(whole, scanned)
  if (first !== null) return first
  return (
    sentences(whole)
      .slice(1)
      .map((sentence) => direct(sentence, scanned) ?? afterClause(sentence, scanned))
      .find((found) => found !== null) ?? null
  )
}
