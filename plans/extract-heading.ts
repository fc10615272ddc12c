import { fold } from '../domain/fold.ts'
import type { ParsedPlan } from '../domain/plan-document.ts'
import type { LocalDate } from '../domain/time.ts'
import { noNote, printedDate, readAttachedNote } from './attached-note.ts'
import { annexOf, type Line } from './task-tables.ts'

type Heading = ParsedPlan['document']

/** The letterhead, the kind and the title stand among these first lines. */
const headLines = 60

const kinds = new Map(
  [
    'KẾ HOẠCH',
    'QUYẾT ĐỊNH',
    'CHƯƠNG TRÌNH',
    'BÁO CÁO',
    'THÔNG BÁO',
    'CHỈ THỊ',
    'HƯỚNG DẪN',
    'ĐỀ ÁN',
    'PHƯƠNG ÁN',
    'NGHỊ QUYẾT',
    'TỜ TRÌNH',
    'CÔNG VĂN',
  ].map((kind) => [fold(kind), kind]),
)

const numberPattern = /(?:^|\s)Số\s*:?\s*(\d{1,5}[a-z]?)\s*\/\s*((?:\d{4}\s*\/\s*)?[A-ZĐ]{2,}[A-ZĐa-z&-]*)/u
/** "Hải Phòng, ngày 31 tháng 8 năm 2023" alone in its line or at the end of the letterhead's. */
const issuePattern = /ngày\s*(\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*20\d\d)[\s.*]*$/iu
const longestDateLine = 120
const titleEnds =
  /^(?:thực hiện|căn cứ|với|để|nhằm|trong|triển khai thực hiện|xét|theo đề nghị|kính gửi|ủy ban nhân dân|uỷ ban nhân dân)(?![\p{L}])|^(?:[IVX]+|\d+)\s*[.)]|[.:]$|^[-–_*\s]+$|^\(/iu

const numberIn = (lines: readonly Line[]): string => {
  for (const { text } of lines) {
    const match = numberPattern.exec(text)
    if (match !== null) return `${match[1] ?? ''}/${match[2] ?? ''}`.replaceAll(/\s/gu, '')
  }
  return ''
}

const issuedOnIn = (lines: readonly Line[]): LocalDate | null => {
  const printed = lines
    .filter(({ text }) => text.length <= longestDateLine && !text.includes('('))
    .map(({ text }) => issuePattern.exec(text)?.[1])
    .find((found) => found !== undefined)
  return printed === undefined ? null : printedDate(printed)
}

/** The lines after the kind, up to where sentences begin. */
const titleAfter = (lines: readonly Line[], at: number): string => {
  const title: string[] = []
  for (const { text } of lines.slice(at + 1, at + 6)) {
    if (title.length > 0 && titleEnds.test(text)) break
    if (!/^[-–_*\s]*$/u.test(text)) title.push(text)
  }
  return title.join(' ')
}

const properName = (capitals: string): string =>
  capitals
    .toLocaleLowerCase('vi')
    .split(/\s+/u)
    .map((word, at, words) => {
      const generic =
        at < 2 && /^(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)/u.test(words.slice(0, 2).join(' '))
      const isType = generic && (at === 0 || /^(?:phố|xã|trấn|khu)$/u.test(word))
      return isType ? word : word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)
    })
    .join(' ')

const isCommittee = ({ text }: Line): boolean => /^(?:uy ban nhan dan|ubnd)\b/.test(fold(text)) && !/\p{Ll}/u.test(text)
const isPlace = ({ text }: Line): boolean =>
  /^(?:thanh pho|tinh|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\b/.test(fold(text))

/** "ỦY BAN NHÂN DÂN" over "THÀNH PHỐ HẢI PHÒNG" in the letterhead, or both in one line. */
const letterheadIssuer = (head: readonly Line[]): string | null => {
  const at = head.slice(0, 8).findIndex(isCommittee)
  if (at === -1) return null
  const beside = head[at]?.text.replace(/^(?:ủy|uỷ) ban nhân dân|^ubnd/iu, '').trim() ?? ''
  const place = beside === '' ? head.slice(at + 1, at + 4).find(isPlace)?.text : beside
  return place === undefined ? null : `UBND ${properName(place)}`
}

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

/** The year in the title; otherwise the year of issue, unless that is so late that the next one may be meant. */
const planYearOf = (title: string, issuedOn: LocalDate | null): number | null => {
  const stated = [...title.matchAll(/năm\s+(20\d\d)(?!\s*[-–]\s*20)/giu)].at(-1)?.[1]
  if (stated !== undefined) return Number(stated)
  return issuedOn === null || issuedOn.slice(5) >= '11' ? null : Number(issuedOn.slice(0, 4))
}

const kindAndTitle = (lines: readonly Line[]): { readonly kind: string; readonly title: string } => {
  const at = lines.findIndex(({ text }) => kinds.has(fold(text)))
  if (at === -1) return { kind: '', title: annexTitle(lines) }
  return { kind: kinds.get(fold(lines[at]?.text ?? '')) ?? '', title: titleAfter(lines, at) }
}

/** What a document says of itself, in its letterhead or, where that is missing, in the note under an annex's heading. */
export const extractHeading = (lines: readonly Line[]): Heading => {
  const head = lines.slice(0, headLines)
  const note = lines.map(({ text }) => readAttachedNote(text)).find((found) => found !== null) ?? noNote
  const { kind, title } = kindAndTitle(head)
  const issuedOn = issuedOnIn(head) ?? note.issuedOn
  return {
    number: numberIn(head) || note.number,
    kind: kind || note.kind,
    title,
    issuer: letterheadIssuer(head) ?? note.issuer,
    issuedOn,
    planYear: planYearOf(title, issuedOn),
  }
}
