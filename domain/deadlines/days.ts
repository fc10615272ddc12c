import type { LocalDate } from '../time.ts'
import { dateOf } from './calendar.ts'
import {
  blot,
  dayBefore,
  fullYear,
  type Groups,
  isList,
  isRange,
  type Mention,
  nearAfter,
  nearBefore,
  qualifierOf,
  type Reckoning,
} from './mention.ts'

/** Not a part of a longer number, of a blank, or of a word. */
const alone = '(?<![\\d/.?…a-z])(?<![/?…]\\s)'
const ends = '(?![\\d?…])(?!\\s*\\/)'

/** The ways to print a day; all have d and m, most may leave out y. */
const patterns = [
  new RegExp(`${alone}(?<d>\\d{1,2})\\s*\\/\\s*(?<m>\\d{1,2})(?:\\s*\\/\\s*(?<y>\\d{4}|2[1-9]|3\\d))?${ends}`, 'g'),
  new RegExp(`${alone}(?<d>\\d{1,2})\\s?\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4}|2[1-9]|3\\d)${ends}`, 'g'),
  new RegExp(`${alone}(?<!-\\s?)(?<d>\\d{1,2})\\s?-\\s?(?<m>\\d{1,2})\\s?-\\s?(?<y>\\d{4}|2[1-9]|3\\d)${ends}`, 'g'),
  new RegExp(`${alone}(?<y>20\\d\\d)-(?<m>\\d{2})-(?<d>\\d{2})${ends}`, 'g'),
  /(?<![\d/.?…])(?<![/?…]\s)(?<!\b(?:tuan|quy|thu|dot|lan|ky|khoa)\s(?:thu\s)?)(?<!\btuan\s(?:thu\s)?[\dil|!]{1,3}\s?(?:,|va|-|den)\s?(?:tuan\s)?(?:thu\s)?)(?<d>\d{1,2})\s*,?\s*thang\s*(?<m>\d{1,2})(?![\d?])(?!\s*(?:thang|lan))(?:(?:\s*,?\s*nam\s+|\s*[/-]\s*|\s+)(?<y>20\d\d)(?!\d)|\s+nam\s+(?<next>sau|tiep theo|ke tiep)(?![a-z]))?/g,
]
/** "trước 30.9", "ngày 30-9": without a year only behind a word that asks for a day. */
const shortPattern = new RegExp(
  `(?<=\\b(?:ngay|truoc|han(?: cuoi)?\\s?:|cham nhat|muon nhat|xong|hoan thanh)(?:\\s+(?:la|den|truoc|ngay))*\\s+)(?<d>\\d{1,2})[.-](?<m>\\d{1,2})(?![\\d?….-])(?!\\s*(?:\\/|ngay|trieu|ty|nghin|lan|diem|%|thang))`,
  'g',
)
const onlyShort = /^(?<d>\d{1,2})[.-](?<m>\d{1,2})$/g

const otherYear = /^\s+(?:cua\s+)?nam\s+(?<which>sau|tiep theo|ke tiep|truoc(?!\s+(?:ngay|\d)))(?![a-z])/
const dateWord =
  /\b(?:ngay|truoc|cham nhat|muon nhat|han|khong (?:qua|(?:cham|muon|tre) hon))(?:\s+(?:la|den|mung))?\s*$/
/** A feast, not a deadline: "8/3", "30/4 và 01/5". */
const feast = /\b(?:dip|ch\So m\S{1,4}g|ky niem|huong ung|nhan dip|quoc gia|quoc te|quoc khanh)\b/
const weakWord = /\b(?:den|toi|het|xong|tu)\s*$/
const listMark = /(?:^|[,:(;-]|\b(?:va|hoac))\s*$/
const listGoesOn = /^\s*(?:$|[,;:.)(·-]|(?:va|den|toi|hoac|hang|cua|nam|phai|hoan thanh|xong|gui|bao cao|trinh)\b)/

/** "1/3 số nhiệm vụ" and "24/7" are no dates: a day without a year needs the company of a date. */
const isDate = (text: string, start: number, end: number, hasYear: boolean): boolean => {
  if (hasYear) return true
  const before = nearBefore(text, start)
  const roundTheClock = /^24\s*\/\s*(?:7|24)$/.test(text.slice(start, end))
  if (dateWord.test(before)) return !roundTheClock || /\bngay\s*$/.test(before)
  if (feast.test(before)) return false
  const opens = weakWord.test(before) || listMark.test(before)
  return !roundTheClock && opens && listGoesOn.test(nearAfter(text, end))
}

interface Found {
  readonly start: number
  readonly end: number
  readonly groups: Groups
  readonly statedYear: number | null
}

const foundIn = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const groups: Groups = match.groups ?? {}
    const [start, end] = [match.index, match.index + match[0].length]
    const year = groups['y']
    const month = Number(groups['m'])
    if (!isDate(text, start, end, year !== undefined) || (pattern === onlyShort && month > 12)) return []
    return [{ start, end, groups, statedYear: year === undefined ? null : fullYear(year) }]
  })

/** Every printed day, each place read once; the fuller ways to print come first. */
const allFound = (text: string): Found[] => {
  let rest = text
  const found: Found[] = []
  for (const pattern of [...patterns, shortPattern, onlyShort]) {
    const more = foundIn(rest, pattern)
    found.push(...more)
    rest = blot(rest, more)
  }
  return found.sort((one, other) => one.start - other.start)
}

/** "15/3, 15/6 và 15/9/2026": the year that closes a list or a range is meant for all of it. */
const sharedYears = (text: string, found: readonly Found[]): (number | null)[] => {
  const years = found.map(({ statedYear }) => statedYear)
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const between = text.slice(found[at]?.end, found[at + 1]?.start)
    years[at] ??= isList(between) || isRange(between) ? (years[at + 1] ?? null) : null
  }
  return years
}

/** A year that is only pointed at: "năm sau", "năm trước". */
const relativeYear = (groups: Groups, after: string): number => {
  const which = groups['next'] ?? otherYear.exec(after)?.groups?.['which']
  if (which === undefined) return 0
  return which === 'truoc' ? -1 : 1
}

/** What the words in front make of a day: a start, or the day before. */
const qualified = (text: string, start: number, day: LocalDate, reckoning: Reckoning): Partial<Mention> => {
  const { startOnly, before } = qualifierOf(nearBefore(text, start))
  if (startOnly) return { day, startOnly: true }
  return before ? { day: dayBefore(day, reckoning), before: true } : { day }
}

const mentionOf = (text: string, found: Found, stated: number | null, reckoning: Reckoning): Mention => {
  const { start, end, groups } = found
  const at = { start, end, level: 'day', label: '', day: null } as const
  const year = stated ?? (reckoning.year === null ? null : reckoning.year + relativeYear(groups, nearAfter(text, end)))
  if (year === null) return { ...at, problem: 'no-plan-year' }
  const day = dateOf(year, Number(groups['m']), Number(groups['d']))
  if (day === null) return { ...at, problem: 'impossible-date' }
  const guessed = stated === null ? ({ guessedYear: true } as const) : {}
  return { ...at, ...guessed, ...qualified(text, start, day, reckoning) }
}

/** Every day that a text (in its plain form) names, in the order of the text. */
export const findDays = (text: string, reckoning: Reckoning): Mention[] => {
  const found = allFound(text)
  const years = sharedYears(text, found)
  return found.map((one, at) => mentionOf(text, one, years[at] ?? null, reckoning))
}
