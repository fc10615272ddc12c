import type { PlanWarningCode } from '../plan-document.ts'
import { addDays, type LocalDate } from '../time.ts'
import { dayOrMonthEnd, type IsWorkingDay } from './calendar.ts'

/** How finely a mention tells the time: a day stated beside a quarter is the deadline, the quarter its label. */
export type Level = 'day' | 'month' | 'quarter' | 'half' | 'year'

/** A last permitted day, and what it is called ("Quý I"); '' when it has no name of its own. */
export interface Dated {
  readonly day: LocalDate
  readonly label: string
}

/** One point in time that the words of a deadline name. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly level: Level
  /** What it is called when it names a time of several: "Quý I", "6 tháng". */
  readonly label: string
  /** The last permitted day; null when the words name none that exists or can be known. */
  readonly day: LocalDate | null
  readonly problem?: PlanWarningCode
  /** "trong năm", "cả năm": to be done all along. */
  readonly ongoing?: true
  /** "từ ngày 1/7": when it begins, not when it is due, unless an end follows. */
  readonly startOnly?: true
  /** "trước ngày 15/3": a list that goes on from here means "before" too. */
  readonly before?: true
  /** The year is the plan's, not said. */
  readonly guessedYear?: true
}

/** What the words are counted by. */
export interface Reckoning {
  /** For dates without a year; null when nothing tells it. */
  readonly year: number | null
  readonly issuedOn: LocalDate | null
  /** What the document calls itself, folded: "quyet dinh"; '' when it does not say. */
  readonly kind: string
  /** A workspace may read "trước ngày 21/3" as 21/3 itself. */
  readonly beforeIncludesDay: boolean
  readonly isWorkingDay: IsWorkingDay
  readonly recurringFromIssue: boolean
}

/** Year after a month or quarter: "/2026", "/26", "năm 2026", "năm trước liền kề", "năm sau". As source of a pattern. */
export const yearAfter =
  '(?:\\s*[/-]\\s*(?<slashYear>20\\d\\d|2\\d)(?!\\d)|\\s*,?\\s+(?:cua\\s+)?(?:nam\\s+)?(?<wordYear>20\\d\\d)(?!\\d)|' +
  '\\s+(?:cua\\s+)?nam\\s+(?<otherYear>truoc(?!\\s+(?:ngay|\\d))|lien truoc|sau|tiep theo|ke tiep|nay|ke hoach))?'

export type Groups = Readonly<Record<string, string | undefined>>

const offsets: Readonly<Record<string, number>> = { truoc: -1, 'lien truoc': -1, nay: 0, 'ke hoach': 0 }

/** "26" is 2026. */
export const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/** The year that a match of `yearAfter` tells, or the one it leaves unsaid. */
export const yearOf = (groups: Groups, reckoning: Reckoning): number | null => {
  const stated = groups['slashYear'] ?? groups['wordYear']
  if (stated !== undefined) return fullYear(stated)
  const other = groups['otherYear']
  if (other === undefined || reckoning.year === null) return reckoning.year
  return reckoning.year + (offsets[other] ?? 1)
}

/** Whether a match of `yearAfter` said the year in figures. */
export const saysYear = (groups: Groups): boolean => (groups['slashYear'] ?? groups['wordYear']) !== undefined

/** Words that qualify stand close by. */
const reach = 40

const startWords = /\b(?:ke tu|tu|(?<!thu |khong )sau|bat dau)(?:\s+(?:dau|ngay))*\s*$/
const beforeWords = /\btruoc(?:\s+(?:0{1,2}\s*(?:h|gio|:)\s*0{0,2}))?(?:\s+thu\s+\w+,?)?(?:\s+(?:cac\s+)?ngay)?\s*$/
const onOrBefore = /\b(?:trong|den)\s+(?:va|hoac|hay)\s+truoc(?:\s+ngay)?\s*$/
const vagueWords = /\b(?:dau|giua|trung tuan|thuong tuan|nua dau|nua cuoi|khoang|truoc hoac sau)\s*$/

/** What the words in front of a point in time make of it. */
export interface Qualifier {
  readonly startOnly: boolean
  readonly before: boolean
  /** "đầu quý", "giữa tháng": nobody can say which day that is. */
  readonly vague: boolean
}

export const qualifierOf = (near: string): Qualifier => ({
  startOnly: startWords.test(near),
  before: beforeWords.test(near) && !onOrBefore.test(near),
  vague: vagueWords.test(near),
})

/** The last permitted day of "before this day". */
export const dayBefore = (day: LocalDate, reckoning: Reckoning): LocalDate =>
  reckoning.beforeIncludesDay ? day : addDays(day, -1)

const rangeWords = /^\s*(?:-|den|toi)(?:\s+(?:het|cuoi|trong|truoc|ngay))*\s*$/
const listWords = /^\s*(?:\([^()]*\)\s*)?(?:,|va|hoac|,\s*va)\s*(?:cac\s+)?(?:ngay)?\s*$/

/** What stands between two mentions that go together: a range, a list, or neither. */
export const isRange = (between: string): boolean => between.length < reach && rangeWords.test(between)
export const isList = (between: string): boolean => between.length < reach && listWords.test(between)

/** "trước ngày 15/3, 15/6": the second day is "before" too. */
const inheritBefore = (mention: Mention, previous: Mention, between: string, reckoning: Reckoning): Mention => {
  const inherits = previous.before === true && mention.before !== true && isList(between)
  return inherits && mention.day !== null
    ? { ...mention, day: dayBefore(mention.day, reckoning), before: true }
    : mention
}

/** "từ 15/12 đến 15/01" ends next year, when no year is said. */
const afterStart = (mention: Mention, start: Mention): Mention => {
  const { day } = mention
  if (mention.guessedYear !== true || day === null || start.day === null || day >= start.day) return mention
  return { ...mention, day: dayOrMonthEnd(Number(day.slice(0, 4)) + 1, Number(day.slice(5, 7)), Number(day.slice(8))) }
}

/** Applies ranges ("từ tháng 3 đến tháng 5" is due at its end) and lists ("trước ngày 15/3, 15/6") to mentions in order. */
export const settle = (text: string, mentions: readonly Mention[], reckoning: Reckoning): Mention[] => {
  const settled: Mention[] = []
  for (const mention of mentions) {
    const previous = settled.at(-1)
    if (previous === undefined) {
      settled.push(mention)
      continue
    }
    const between = text.slice(previous.end, mention.start)
    if (isRange(between)) {
      settled.pop()
      settled.push(afterStart(mention, previous))
    } else settled.push(inheritBefore(mention, previous, between, reckoning))
  }
  return settled
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** The text with some stretches blotted out, every other character where it was. */
export const blot = (text: string, spans: readonly Span[]): string => {
  const pieces: string[] = []
  let done = 0
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= done) continue
    const from = Math.max(start, done)
    pieces.push(text.slice(done, from), '·'.repeat(end - from))
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** What stands shortly before a place, and shortly behind it: as far as words can qualify. */
export const nearBefore = (text: string, at: number): string => text.slice(Math.max(0, at - reach), at)
export const nearAfter = (text: string, at: number): string => text.slice(at, at + reach)

const romanNumbers = ['I', 'II', 'III', 'IV'] as const

export const quarterLabel = (quarter: number): string => `Quý ${romanNumbers[quarter - 1] ?? String(quarter)}`
export const monthLabel = (month: number): string => `Tháng ${String(((month - 1) % 12) + 1)}`
