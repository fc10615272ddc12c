import { type Heard, markers, takeOut, withoutOverlaps } from './hear.ts'
import { numberInWords, numberWords } from './number-words.ts'

/** A share somebody named, whole and rounded down: 99.9 % is not 100. It may lie outside 0–100. */
export interface NamedPercent {
  readonly value: number
  /** "còn 20%" names what is missing, "chưa được 50%" what is not reached. */
  readonly means: 'reached' | 'missing' | 'not-reached'
}

interface Found extends NamedPercent {
  readonly start: number
  readonly end: number
}

const sign = String.raw`(?:%|％|phan tram|percent|pc?t(?!\p{L}))`
const digits = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:(\d{1,3})\s?[-–]\s?\d{1,3}|(am\s)?([-–]?\d{1,6}(?:[.,]\d{1,3})?)(\s?chuc)?)\s?${sign}`,
  'gu',
)
const words = new RegExp(String.raw`(?<![\p{L}\d])((?:${numberWords}\s+)+)${sign}`, 'gu')
const counted =
  'so|viec|thon|ap|khu|truong|to|muc|buoc|khau|hang muc|cong viec|nhiem vu|khoi luong|phan|noi dung|don vi|xa|phuong|chi tieu|ho so|phieu|thu tuc|ho|ho gia dinh|nguoi|can bo|van ban|thiet bi|may|diem|lop|hoi nghi'
/** "được 2/3", "8/10 nội dung"; without these words around it "5/6" is a day. */
const fraction = new RegExp(
  String.raw`(?<=(?:duoc|dc|khoang|dat|moi|lam)\s)(\d{1,2})/(\d{1,2})(?![\d/])|(?<![\d/])(\d{1,2})/(\d{1,2})(?=\s(?:${counted})(?!\p{L}))`,
  'gu',
)
/** "2 trong 3 việc" */
const outOf = new RegExp(
  String.raw`(?<![\d/])(\d{1,4}) ?(?:trong|tren|tr)(?: (?:so|tong so|tong))? ?(\d{1,4})(?=\s(?:${counted})(?!\p{L}))`,
  'gu',
)
/** "30/120": no day has such numbers. */
const ofMany = /(?<![\d/.,-])(\d{1,4})\/(\d{2,4})(?![\d/]|[.,]\d|-)/gu
const parts = /(?<!\p{L})(mot|hai|ba|bon|bay|tam|chin|[1-9]) phan (hai|ba|bon|tu|nam|muoi|10|[2-9])(?!\p{L})/gu
const spans = 'tháng|ngày|năm|tiếng|giờ|buổi|thang|ngay|gio|tieng|buoi'
/** "Nửa" is a half and "nữa" is "more": without diacritics only the words before it tell them apart. */
const half = new RegExp(
  String.raw`(?<!\p{L})(?:(?:(?:một|mot|1|phân|phan|quá|qua|hơn|hon)\s)?nửa|(?:một|mot|1|phân|phan)\s(?:nua|nữa)|(?<=(?:duoc|dc)\s)nua|half|fifty[\s-]fifty|50\s?[-/]\s?50)(?!\p{L})(?!\s(?:${spans}))`,
  'giu',
)

/** The shares that a text names, in its order. */
export const takePercents = (heard: Heard): { readonly percents: readonly NamedPercent[]; readonly rest: Heard } => {
  const { text, folded } = heard
  const found = withoutOverlaps([
    ...find(
      folded,
      folded,
      digits,
      ([, from, minus, number, tens]) =>
        readDigits(from ?? number, minus !== undefined) * (tens === undefined ? 1 : 10),
    ),
    ...find(folded, folded, words, ([, spelled = '']) => lastNumberIn(spelled.trim().split(/\s+/u))),
    ...find(folded, folded, fraction, ([, a, b, c, d]) => share(Number(a ?? c), Number(b ?? d))),
    ...find(folded, folded, outOf, ([, a, b]) => share(Number(a), Number(b))),
    ...find(folded, folded, ofMany, ([, a, b]) =>
      isYear(Number(b)) || Number(b) <= 31 ? null : share(Number(a), Number(b)),
    ),
    ...find(folded, folded, parts, ([, a = '', b = '']) => share(readPart(a), readPart(b))),
    ...find(text, folded, half, () => 50),
  ])
  return {
    percents: found.map(({ value, means }) => ({ value, means })),
    rest: takeOut(heard, found, markers.percent),
  }
}

const find = (
  text: string,
  folded: string,
  pattern: RegExp,
  read: (match: RegExpMatchArray) => number | null,
): Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match)
    const start = match.index
    if (value === null) return []
    return [
      {
        value,
        means: meaningBefore(folded.slice(Math.max(0, start - 40), start)),
        start,
        end: start + match[0].length,
      },
    ]
  })

const missing = /(?<!\p{L})(?:con|thieu|con thieu|con lai|con khoang|chi con)\s$/u
const notReached =
  /(?<!\p{L})(?:chua|khong|ko|k|chang|not|not yet)\s(?:xong\s|hoan thanh\s|lam\s|dat\s|toi\s|den\s|duoc\s|dc\s)*$/u

const meaningBefore = (before: string): NamedPercent['means'] => {
  if (notReached.test(before)) return 'not-reached'
  return missing.test(before) ? 'missing' : 'reached'
}

const readDigits = (number: string | undefined, isMinus: boolean): number => {
  const value = Number((number ?? '').replace(',', '.').replace('–', '-'))
  return Math.floor(isMinus ? -value : value)
}

/** "Tầm tám mươi" without its diacritics holds "tám" twice: the number is what ends it. */
const lastNumberIn = (words: readonly string[]): number | null =>
  words.length === 0 ? null : (numberInWords(words.join(' ')) ?? lastNumberIn(words.slice(1)))

const readPart = (word: string): number => (/^\d+$/u.test(word) ? Number(word) : (numberInWords(word) ?? 0))

const isYear = (number: number): boolean => number >= 1900 && number < 2100

/** Null where it is no share of anything: "12/10" is a day. */
const share = (part: number, whole: number): number | null =>
  part > 0 && part < whole ? Math.floor((part * 100) / whole) : null

/**
 * The one share that a text reports: null when it names none, or when it names several that disagree and none of
 * them is what was reached last ("từ 50% lên 80%").
 */
export const reportedPercent = (percents: readonly NamedPercent[]): number | null => {
  const reached = percents.filter(({ means }) => means === 'reached').map(({ value }) => value)
  const last = reached.at(-1)
  if (last !== undefined) return last >= Math.max(...reached) ? last : null
  const left = percents.filter(({ means }) => means === 'missing')
  return left.length === 1 && left[0] !== undefined ? 100 - left[0].value : null
}
