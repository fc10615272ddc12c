import { spellAgency } from '../domain/agency-names.ts'
import { readDeadline } from '../domain/deadline.ts'
import { fold } from '../domain/fold.ts'
import type { ParsedPlan } from '../domain/plan-document.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Line } from './task-tables.ts'

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
const attached = /kèm theo[^()]*?\sngày\s[^()]*?\scủa\s+([^()]+?)\)?\s*$/iu
const issuePattern = /ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*20\d\d/iu
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
  for (const { text } of lines) {
    const printed = issuePattern.exec(text)?.[0]
    if (printed === undefined) continue
    return (
      readDeadline(printed.replace(/(\d)\s*(tháng|năm)\s*/giu, '$1 $2 '), { planYear: null, issuedOn: null })
        .occurrences[0] ?? null
    )
  }
  return null
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

/** Whom an annex says its plan is of: "(Kèm theo Kế hoạch số … ngày … của UBND thành phố Hải Phòng)". */
const attachedIssuer = (lines: readonly Line[]): string => {
  const name = lines.map(({ text }) => attached.exec(text)?.[1]).find((found) => found !== undefined)
  return name === undefined ? '' : spellAgency(name)
}

/** The year in the title; otherwise the year of issue, unless that is so late that the next one may be meant. */
const planYearOf = (title: string, issuedOn: LocalDate | null): number | null => {
  const stated = [...title.matchAll(/năm\s+(20\d\d)(?!\s*[-–]\s*20)/giu)].at(-1)?.[1]
  if (stated !== undefined) return Number(stated)
  return issuedOn === null || issuedOn.slice(5) >= '11' ? null : Number(issuedOn.slice(0, 4))
}

/** What a document says of itself: number, kind, title, issuer, date and the year it plans. */
export const extractHeading = (lines: readonly Line[]): Heading => {
  const head = lines.slice(0, headLines)
  const kindAt = head.findIndex(({ text }) => kinds.has(fold(text)))
  const title = kindAt === -1 ? '' : titleAfter(head, kindAt)
  const issuedOn = issuedOnIn(lines)
  return {
    number: numberIn(head),
    kind: kinds.get(fold(head[kindAt]?.text ?? '')) ?? '',
    title,
    issuer: letterheadIssuer(head) ?? attachedIssuer(lines),
    issuedOn,
    planYear: planYearOf(title, issuedOn),
  }
}
