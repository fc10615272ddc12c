import { fold } from './fold.ts'
import { takeDays } from './reply/days.ts'
import { hear } from './reply/hear.ts'
import type { LocalDate } from './time.ts'

/** What somebody says about being away, as far as they say it. */
export interface AbsenceWords {
  readonly days: { readonly firstDay: LocalDate; readonly lastDay: LocalDate } | null
  /** As it was typed; '' when nobody is named. */
  readonly standIn: string
  /** "Hủy": they are not away after all. */
  readonly isOff: boolean
}

const off = ['huy', 'huy bo', 'bo', 'thoi', 'het', 'da ve', 've roi', 'cancel', 'off', 'back', 'end']
/** A year is written like the rest of its day: "5/3-12/3" are two days. */
const date = /\d{1,2}\s?([/.-])\s?\d{1,2}(?:\s?\1\s?(?:\d{4}|\d{2}))?(?!\d)/gu
/** What stands between the days and the name; the longest first. */
const giving = /(?:^|\s)(?:giao (?:việc )?cho|giao|nhờ|cho|stand-in|to)\s+(?=\p{L})/iu

/** "từ 5/3 đến 12/3 giao Chuyên viên Hai": days and a name, in either order, either of them alone. */
export const readAbsence = (text: string, today: LocalDate): AbsenceWords => {
  const words = text.replace(/\s+/gu, ' ').trim()
  const dates = [...words.matchAll(date)]
  return {
    days: daysOf(dates, words, today),
    standIn: nameIn(words, dates.length > 0),
    isOff: off.includes(fold(words)),
  }
}

const daysOf = (dates: readonly RegExpMatchArray[], words: string, today: LocalDate): AbsenceWords['days'] => {
  const [first, last] = dates.map(([written]) => written)
  if (first === undefined) return null
  if (last !== undefined) {
    const nearest = spanOf(dayOf(first, today, false), last)
    // What would be over already is meant for the year to come.
    return nearest !== null && nearest.lastDay < today ? spanOf(dayOf(first, today, true), last) : nearest
  }
  const isUntil = /(?:đến|tới|hết|until|to)\s+(?:hết\s+)?(?:ngày\s+)?$/iu.test(words.slice(0, dates[0]?.index))
  return isUntil ? spanOf(today, first) : spanOf(dayOf(first, today, true), first)
}

/** The last day is the next one of that name from the first on: an absence over New Year ends in the year after. */
const spanOf = (firstDay: LocalDate | null, last: string): AbsenceWords['days'] => {
  const lastDay = firstDay === null ? null : dayOf(last, firstDay, true)
  return firstDay === null || lastDay === null || lastDay < firstDay ? null : { firstDay, lastDay }
}

const dayOf = (written: string, from: LocalDate, ahead: boolean): LocalDate | null =>
  takeDays(hear(`ngày ${written.replace(/\s/gu, '')}`), from, ahead).days[0] ?? null

/** Without a word that hands over, words without any day are the name alone. */
const nameIn = (words: string, hasDays: boolean): string => {
  const at = giving.exec(words)
  const rest = at === null ? (hasDays ? '' : words) : words.slice(at.index + at[0].length)
  return rest
    .replace(/\s*(?:từ|trong|from)?\s*(?:ngày\s*)?\d.*$/iu, '')
    .replace(/[\s.,;:]+$/u, '')
    .trim()
}

interface Named {
  readonly name: string
}

/** The people a name may mean: those called exactly so, else those whose name has these words in a row. */
export const findNamed = <T extends Named>(typed: string, people: readonly T[]): readonly T[] => {
  const wanted = fold(typed)
  if (wanted === '') return []
  const same = people.filter(({ name }) => fold(name) === wanted)
  return same.length > 0 ? same : people.filter(({ name }) => ` ${fold(name)} `.includes(` ${wanted} `))
}
