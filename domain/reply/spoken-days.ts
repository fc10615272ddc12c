import { addMonths, dateOf, monthEnd } from '../deadlines/calendar.ts'
import { addDays, type LocalDate, weekday } from '../time.ts'
import type { FoundDay } from './days.ts'
import type { Stretch } from './hear.ts'
import { numberInWords, numberWords } from './number-words.ts'

// Days as they are said in a chat, counted from today: "thứ 6 tuần sau", "mùng 10", "cuối tháng", "hết quý II".

/** What a pattern found, by the names of its groups, and the day it is said on. */
type Read = (said: Readonly<Record<string, string | undefined>>, today: LocalDate) => LocalDate | null

const next = 'sau|toi|tiep|tiep theo'
const which = `(?<which>nay|${next})`

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))
const monthOf = (day: LocalDate): number => Number(day.slice(5, 7))
const later = (which: string | undefined): number => (which === undefined || which === 'nay' ? 0 : 1)

const weekdays: Readonly<Record<string, number>> = {
  ...{ hai: 0, ba: 1, tu: 2, nam: 3, sau: 4, bay: 5, '2': 0, '3': 1, '4': 2, '5': 3, '6': 4, '7': 5 },
}

/** Monday of the week that a day is in. */
const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekday(day) + 6) % 7))

/** "Thứ 6" is the next one, "thứ 6 tuần sau" that of next week. */
const dayOfWeek: Read = ({ name, which }, today) => {
  const offset = name === undefined ? 6 : weekdays[name]
  if (offset === undefined) return null
  if (which?.startsWith('tuan') === true && later(which.slice(5)) === 1) return addDays(mondayOf(today), 7 + offset)
  const day = addDays(mondayOf(today), offset)
  return day > today ? day : addDays(day, 7)
}

/** Offices count a week to its Friday. */
const partsOfWeek: Readonly<Record<string, number>> = { dau: 0, giua: 2 }
const friday = 4

const weekPart: Read = ({ part = '', which }, today) => {
  const day = addDays(mondayOf(today), 7 * later(which) + (partsOfWeek[part] ?? friday))
  return day >= today ? day : addDays(day, 7)
}

const middle = 15
const beginning = 10

const dayInMonth = (part: string, year: number, month: number): LocalDate => {
  const end = monthEnd(year, month)
  if (part === 'dau') return `${end.slice(0, 8)}${beginning}`
  return part === 'giua' ? `${end.slice(0, 8)}${middle}` : end
}

const monthPart: Read = ({ part = '', which }, today) => {
  const day = dayInMonth(part, yearOf(today), monthOf(today) + later(which))
  return day >= today ? day : null
}

/** "Tháng 4" ends this year, or the next when it is over. */
const namedMonth: Read = ({ part = '', month, year }, today) => {
  const number = Number(month)
  if (number < 1 || number > 12) return null
  const day = dayInMonth(part, year === undefined ? yearOf(today) : Number(year), number)
  return day >= today || year !== undefined ? day : dayInMonth(part, yearOf(today) + 1, number)
}

const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

const quarterEnd = (quarter: number, year: string | undefined, today: LocalDate): LocalDate => {
  const day = monthEnd(year === undefined ? yearOf(today) : Number(year), 3 * quarter)
  return day >= today || year !== undefined ? day : monthEnd(yearOf(today) + 1, 3 * quarter)
}

const namedQuarter: Read = ({ quarter = '', year }, today) =>
  quarterEnd(romans[quarter] ?? Number(quarter), year, today)

const thisQuarter: Read = ({ which }, today) =>
  monthEnd(yearOf(today), 3 * (Math.ceil(monthOf(today) / 3) + later(which)))

const dayOfMonth: Read = ({ day, which }, today) => {
  const from = later(which)
  const months = which === undefined ? [0, 1, 2] : [from]
  const days = months.flatMap((more) => {
    const end = monthEnd(yearOf(today), monthOf(today) + more)
    return dateOf(yearOf(end), monthOf(end), Number(day)) ?? []
  })
  return days.find((candidate) => candidate >= today) ?? null
}

const countOf = (words: string): number | null => {
  if (words === 'nua') return 0.5
  return /^\d+$/u.test(words) ? Number(words) : numberInWords(words)
}

const spelled = `(?:${numberWords}\\s)*${numberWords}`

/** "Mùng tám tháng ba" */
const spelledDay: Read = ({ day = '', month = '' }, today) => {
  const [d, m] = [countOf(day), countOf(month)]
  const days = [0, 1].flatMap((more) => dateOf(yearOf(today) + more, m ?? 0, d ?? 0) ?? [])
  return days.find((candidate) => candidate >= today) ?? null
}

const daysAhead: Readonly<Record<string, number>> = { mai: 1, mot: 2, kia: 2 }

const amount = `(?<count>\\d{1,3}|${spelled}|nua)`

/** Each way to say a day; the fuller ones first. */
const patterns: readonly (readonly [string, Read])[] = [
  [
    `(?:(?:ngay |mung |mong )+|(?<=(?:den|toi|sang|qua|vao) ))(?<day>${spelled}) thang (?<month>${spelled}|\\d{1,2})`,
    spelledDay,
  ],
  ['(?<part>dau|giua|cuoi|het|trong) t(?<month>\\d{1,2})', namedMonth],
  ['thang (?<month>\\d{1,2}),? ngay (?<day>\\d{1,2})', spelledDay],
  [
    `(?:thu|t) ?(?<name>[2-7]|hai|ba|tu|nam|sau|bay)(?!,? (?:ngay |mung )?\\d{1,2}[/.-]\\d)(?: (?<which>nay|tuan (?:nay|${next})|toi))?`,
    dayOfWeek,
  ],
  [`(?:chu nhat|cn)(?!,? (?:ngay |mung )?\\d{1,2}[/.-]\\d)(?: (?<which>nay|tuan (?:nay|${next})|toi))?`, dayOfWeek],
  [`(?:ngay |mung |mong )*(?<day>\\d{1,2}) thang ${which}`, dayOfMonth],
  [`(?:ngay |mung |mong )+(?<day>\\d{1,2})(?! ?[/.-] ?\\d| thang)(?: ${which})?`, dayOfMonth],
  [`(?:(?<part>dau|giua|cuoi|het|trong) )?tuan ${which}`, weekPart],
  ['(?<part>giua|cuoi|het|trong) tuan', weekPart],
  [`(?:(?<part>dau|giua|cuoi|het|trong) )?thang ${which}`, monthPart],
  ['(?<part>giua|cuoi|het|trong) thang(?! ?\\d)', monthPart],
  [
    '(?:(?<part>dau|giua|cuoi|het|trong) )?(?:thang |t)(?<month>\\d{1,2})(?:[/ ](?:nam )?(?<year>20\\d\\d))?',
    namedMonth,
  ],
  ['(?:quy |q ?)(?<quarter>iv|i{1,3}|[1-4])(?:[/ ](?:nam )?(?<year>20\\d\\d))?', namedQuarter],
  [`(?:het |cuoi )?quy ${which}`, thisQuarter],
  ['(?:het|cuoi) quy', thisQuarter],
  ['(?:6|sau) thang dau nam', (_, today) => quarterEnd(2, undefined, today)],
  [`(?:het|cuoi)(?: nam)? nam(?: ${which})?`, ({ which: year }, today) => monthEnd(yearOf(today) + later(year), 12)],
  [
    '(?<name>mai|mot(?! (?:ngay|tuan|thang|it|chut|so|phan|nua|cua|hom|bua|vai))|(?<=ngay )kia)',
    ({ name = '' }, today) => addDays(today, daysAhead[name] ?? 0),
  ],
  [
    '(?<=(?:den|toi|qua|sang|vao) )(?:hom |ngay )?(?<day>\\d{1,2})(?! ?[/.,%-]| ?(?:h|gio|ngay|hom|bua|tuan|thang|viec|xa)(?![a-z]))',
    dayOfMonth,
  ],
]

const spoken = patterns.map(([source, read]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, 'gu'),
  read,
}))

/** The days that folded words name so, in their order; of two at one place the fuller. */
export const findSpokenDays = (folded: string, today: LocalDate): readonly FoundDay[] => {
  const found: FoundDay[] = []
  for (const { pattern, read } of spoken) {
    for (const match of folded.matchAll(pattern)) {
      const day = read(match.groups ?? {}, today)
      const place = { start: match.index, end: match.index + match[0].length }
      if (day !== null && !found.some((other) => overlap(other, place))) found.push({ day, ...place })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const overlap = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end

const duration = new RegExp(
  `(?<![\\p{L}\\d])${amount} ?(?<unit>ngay|hom|bua|tuan|thang|days?|weeks?|months?)(?: (?<half>ruoi))?(?!\\p{L}|\\s?\\d| (?:nay|truoc|qua|sau|toi|mai|ky|het))`,
  'u',
)

/** "Thêm 10 ngày", "hai tuần nữa": counted from a day; null where no length is named. */
export const laterBy = (folded: string, from: LocalDate): LocalDate | null => {
  const said = duration.exec(folded)?.groups
  const number = countOf(said?.['count'] ?? '')
  return said === undefined || number === null
    ? null
    : after(from, number + (said['half'] === undefined ? 0 : 0.5), said)
}

const after = (from: LocalDate, length: number, { unit = '' }: Readonly<Record<string, string | undefined>>) => {
  if (/^(?:thang|month)/u.test(unit)) return addDays(addMonths(from, Math.floor(length)), (length % 1) * 30)
  return addDays(from, Math.ceil(length * (/^(?:tuan|week)/u.test(unit) ? 7 : 1)))
}
