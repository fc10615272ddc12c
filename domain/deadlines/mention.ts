import type { PlanWarningCode } from '../plan-document.ts'
import { addDays, type LocalDate } from '../time.ts'

/** How finely a mention tells the time: a day stated beside a quarter is the deadline, the quarter its label. */
export type Level = 'day' | 'month' | 'quarter' | 'half' | 'year'

/** One point in time that the words of a deadline name. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly level: Level
  /** The last permitted day; null when the words name none that exists or can be known. */
  readonly day: LocalDate | null
  readonly problem?: PlanWarningCode
  /** "trong năm", "cả năm": to be done all along. */
  readonly ongoing?: true
  /** "từ ngày 1/7": when it begins, not when it is due, unless an end follows. */
  readonly startOnly?: true
  /** "trước ngày 15/3": a list that goes on from here means "before" too. */
  readonly before?: true
}

/** What the words are counted by. */
export interface Reckoning {
  /** For dates without a year; null when nothing tells it. */
  readonly year: number | null
  readonly issuedOn: LocalDate | null
  /** A workspace may read "trước ngày 21/3" as 21/3 itself. */
  readonly beforeIncludesDay: boolean
}

/** Year after a month or quarter: "/2026", "năm 2026", "năm trước liền kề", "năm sau". As source of a pattern. */
export const yearAfter =
  '(?:\\s*[/-]\\s*(?<slashYear>20\\d\\d)(?!\\d)|\\s+(?:cua\\s+)?(?:nam\\s+)?(?<wordYear>20\\d\\d)(?!\\d)|' +
  '\\s+(?:cua\\s+)?nam\\s+(?<otherYear>truoc(?!\\s+(?:ngay|\\d))|lien truoc|sau|tiep theo|ke tiep|nay|ke hoach))?'

type Groups = Readonly<Record<string, string | undefined>>

const offsets: Readonly<Record<string, number>> = { truoc: -1, 'lien truoc': -1, nay: 0, 'ke hoach': 0 }

/** The year that a match of `yearAfter` tells, or the one it leaves unsaid. */
export const yearOf = (groups: Groups, reckoning: Reckoning): number | null => {
  const stated = groups['slashYear'] ?? groups['wordYear']
  if (stated !== undefined) return Number(stated)
  const other = groups['otherYear']
  if (other === undefined || reckoning.year === null) return reckoning.year
  return reckoning.year + (offsets[other] ?? 1)
}

/** Whether a match of `yearAfter` said the year in figures. */
export const saysYear = (groups: Groups): boolean => (groups['slashYear'] ?? groups['wordYear']) !== undefined

const startWords = /\b(?:ke tu|tu|sau|bat dau)(?:\s+ngay)?\s*$/
const beforeWords = /\btruoc(?:\s+(?:0{1,2}\s*(?:h|gio|:)\s*0{0,2}))?(?:\s+thu\s+\w+,?)?(?:\s+(?:cac\s+)?ngay)?\s*$/
const onOrBefore = /\b(?:trong|den)\s+(?:va|hoac|hay)\s+truoc(?:\s+ngay)?\s*$/
const vagueWords = /\b(?:dau|giua|trung tuan|thuong tuan)\s*$/

/** What the words in front of a point in time make of it. */
export interface Qualifier {
  readonly startOnly: boolean
  readonly before: boolean
  /** "đầu quý", "giữa tháng": nobody can say which day that is. */
  readonly vague: boolean
}

export const qualifierOf = (textBefore: string): Qualifier => ({
  startOnly: startWords.test(textBefore),
  before: beforeWords.test(textBefore) && !onOrBefore.test(textBefore),
  vague: vagueWords.test(textBefore),
})

/** The last permitted day of "before this day". */
export const dayBefore = (day: LocalDate, reckoning: Reckoning): LocalDate =>
  reckoning.beforeIncludesDay ? day : addDays(day, -1)

const rangeWords = /^\s*(?:-|den|toi)(?:\s+(?:het|cuoi|trong|truoc|ngay))*\s*$/
const listWords = /^\s*(?:,|va|hoac|,\s*va)\s*(?:cac\s+)?(?:ngay)?\s*$/

/** "trước ngày 15/3, 15/6": the second day is "before" too. */
const inheritBefore = (mention: Mention, previous: Mention, between: string, reckoning: Reckoning): Mention => {
  const inherits = previous.before === true && mention.before !== true && listWords.test(between)
  return inherits && mention.day !== null
    ? { ...mention, day: dayBefore(mention.day, reckoning), before: true }
    : mention
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
    if (rangeWords.test(between)) settled.pop()
    settled.push(inheritBefore(mention, previous, between, reckoning))
  }
  return settled
}

/** The text with some stretches blotted out, every other character where it was. */
export const blot = (text: string, spans: readonly { readonly start: number; readonly end: number }[]): string => {
  let blotted = text
  for (const { start, end } of spans) {
    blotted = blotted.slice(0, start) + '·'.repeat(end - start) + blotted.slice(end)
  }
  return blotted
}
