import { readOfficeDate } from '../calendar/calendar-words.ts'
import { fold, stripMarks } from '../fold.ts'
import { addDays, type LocalDate } from '../time.ts'
import type { PeriodKind } from './period.ts'

/** A change that somebody wants of a period. Days are read once the period is known: most come without a year. */
export type WantedChange =
  | { readonly kind: 'cutoff'; readonly day: string | null; readonly time: string | null }
  | { readonly kind: 'span'; readonly from: string; readonly to: string }
  | { readonly kind: 'due'; readonly position: number; readonly day: string; readonly name: string | null }
  | { readonly kind: 'add-due'; readonly day: string; readonly name: string }
  | { readonly kind: 'drop-due'; readonly position: number }
  | { readonly kind: 'remind'; readonly daysBefore: readonly number[] }
  | { readonly kind: 'switch'; readonly on: boolean }

/** What somebody asks of the periods. */
export type PeriodWords =
  | { readonly kind: 'list'; readonly year: number | null }
  | { readonly kind: 'make'; readonly year: number | null }
  | { readonly kind: 'show' | 'figures' | 'who'; readonly of: NamedPeriod }
  | { readonly kind: 'change'; readonly of: NamedPeriod; readonly change: WantedChange }
  | { readonly kind: 'unclear'; readonly of: NamedPeriod | null }

export interface NamedPeriod {
  readonly period: PeriodKind
  /** Null where none was said. */
  readonly year: number | null
}

const year = String.raw`(?:[\s/]*(?:nam|year)?\s*(?<year>20\d\d))?`
const name = (words: string): RegExp => new RegExp(String.raw`^(?:bao cao )?(?:${words})(?![\p{L}\d])${year}`, 'u')

const names: readonly (readonly [PeriodKind, RegExp])[] = [
  ['q1', name(String.raw`quy\s*(?:1|i)|q1|quarter 1|first quarter`)],
  ['q3', name(String.raw`quy\s*(?:3|iii)|q3|quarter 3|third quarter`)],
  ['h1', name(String.raw`(?:6|sau) thang(?: dau nam)?|h1|half[ -]?year|6 months`)],
  ['year', name('ca nam|nam|full year|year|annual')],
]

const two = (number: number): string => String(number).padStart(2, '0')

/** "quý 1", "quý I 2027 chốt 12/03 16:30", "6 tháng hạn 2 15/6", "năm nhắc 10,5,2", "2027", "lập 2027", or nothing. */
export const readPeriodWords = (typed: string): PeriodWords => {
  const text = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const plain = stripMarks(text)
  if (plain === '') return { kind: 'list', year: null }
  const listed = /^(?:nam |year )?(20\d\d)$/u.exec(plain)?.[1]
  if (listed !== undefined) return { kind: 'list', year: Number(listed) }
  const made = /^(?:lap|tao|make|new)(?: nam)?(?: (20\d\d))?$/u.exec(plain)
  if (made !== null) return { kind: 'make', year: made[1] === undefined ? null : Number(made[1]) }
  const named = readName(plain)
  if (named === null) return { kind: 'unclear', of: null }
  return readRest(named.of, text.slice(named.length).trim())
}

const readName = (plain: string): { readonly of: NamedPeriod; readonly length: number } | null => {
  for (const [period, pattern] of names) {
    const found = pattern.exec(plain)
    if (found === null) continue
    const said = found.groups?.['year']
    return { of: { period, year: said === undefined ? null : Number(said) }, length: found[0].length }
  }
  return null
}

const readRest = (of: NamedPeriod, rest: string): PeriodWords => {
  const plain = fold(rest)
  if (plain === '') return { kind: 'show', of }
  if (/^(?:so lieu|figures)$/u.test(plain)) return { kind: 'figures', of }
  if (/^(?:ai chua gui|chua gui|who)$/u.test(plain)) return { kind: 'who', of }
  const change = readChange(rest)
  return change === null ? { kind: 'unclear', of } : { kind: 'change', of, change }
}

const readChange = (rest: string): WantedChange | null => {
  const plain = stripMarks(rest)
  for (const read of [readSwitch, readCutoff, readSpan, readReminders]) {
    const change = read(plain)
    if (change !== null) return change
  }
  return readDue(plain, rest)
}

const readSwitch = (plain: string): WantedChange | null => {
  if (/^(?:tat|bo ky|off)$/u.test(plain)) return { kind: 'switch', on: false }
  return /^(?:bat|mo|on)$/u.test(plain) ? { kind: 'switch', on: true } : null
}

const day = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?`
const cutoff = new RegExp(
  String.raw`^(?:chot(?: so lieu)?|cutoff|cut-off)(?: ngay| luc| on| at)*(?: (?<day>${day}))?(?:,? ?(?:luc |at )?(?<hour>\d{1,2}) ?(?::|h|g|gio) ?(?<minute>\d{2})?)?(?: (?:ngay|on) (?<after>${day}))?$`,
  'u',
)

const readCutoff = (plain: string): WantedChange | null => {
  const { day: before, after, hour, minute } = cutoff.exec(plain)?.groups ?? {}
  const said = before ?? after ?? null
  if (hour === undefined) return said === null ? null : { kind: 'cutoff', day: said, time: null }
  const time = readTime(hour, minute)
  return time === null ? null : { kind: 'cutoff', day: said, time }
}

const readTime = (hour: string, minute = '00'): string | null =>
  Number(hour) < 24 && Number(minute) < 60 ? `${two(Number(hour))}:${minute}` : null

const span = new RegExp(
  String.raw`^(?:tu|from)(?: ngay)? (?<from>${day}) ?(?:-|–|den|to)(?: ngay)? (?<to>${day})$`,
  'u',
)

const readSpan = (plain: string): WantedChange | null => {
  const { from, to } = span.exec(plain)?.groups ?? {}
  return from === undefined || to === undefined ? null : { kind: 'span', from, to }
}

const earliest = 60
const mostReminders = 6

const readReminders = (plain: string): WantedChange | null => {
  const days = /^(?:nhac|remind)(?: truoc| before)? (\d{1,2}(?:[ ,;]+\d{1,2})*)(?: ngay| days?)?$/u.exec(plain)?.[1]
  if (days === undefined) return null
  const wanted = [...new Set(days.split(/[ ,;]+/u).map(Number))].toSorted((a, b) => b - a)
  const isGood = wanted.length <= mostReminders && wanted.every((one) => one >= 1 && one <= earliest)
  return isGood ? { kind: 'remind', daysBefore: wanted } : null
}

const due = new RegExp(
  String.raw`^(?<verb>them han|add due|bo han|drop due|han|due)(?: (?:so )?(?<position>\d))?(?: (?:ngay )?(?<day>${day}))?(?: ?: ?(?<name>.+))?$`,
  'u',
)
const longestName = 80

/** The name is taken from the words as they were typed: it keeps its marks. */
const readDue = (plain: string, rest: string): WantedChange | null => {
  const said = due.exec(plain)?.groups
  if (said === undefined) return null
  const words = lastWords(rest, said['name']?.length ?? 0)
  return /^(?:them|add)/u.test(said['verb'] ?? '')
    ? wantedLink(said['day'], words)
    : wantedOfLink(said['verb'] ?? '', said['position'], said['day'], words)
}

const wantedOfLink = (
  verb: string,
  position: string | undefined,
  said: string | undefined,
  name: string | null,
): WantedChange | null => {
  if (position === undefined) return null
  if (/^(?:bo|drop)/u.test(verb)) return { kind: 'drop-due', position: Number(position) }
  return said === undefined ? null : { kind: 'due', position: Number(position), day: said, name }
}

const lastWords = (text: string, length: number): string | null =>
  length === 0 ? null : text.slice(-length).trim().slice(0, longestName)

const wantedLink = (said: string | undefined, words: string | null): WantedChange | null =>
  said === undefined || words === null ? null : { kind: 'add-due', day: said, name: words }

const halfYear = 182

/** A day without a year is the one nearest to another day. Null for what no calendar has. */
export const readPeriodDay = (said: string, near: LocalDate): LocalDate | null =>
  readOfficeDate(said, addDays(near, -halfYear))
