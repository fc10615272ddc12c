import { monthEnd } from './calendar.ts'
import { type Mention, type Reckoning, yearAfter, yearOf } from './mention.ts'

const partPattern = new RegExp(
  `(?<![\\d/])(?:(?<number>0?[369]|sau|chin|ba)\\s*thang|(?<half>nua))(?:\\s+(?<part>dau|cuoi)(?:\\s+nam(?!\\s+(?:20|truoc|lien|sau|tiep|ke|nay)))?)?${yearAfter}`,
  'g',
)
const numbers: Readonly<Record<string, number>> = { sau: 6, chin: 9, ba: 3 }
const isDuration = /\b(?:vong|thoi han|sau|trong|qua|toi da|toi thieu|it nhat|cham nhat)\s*$/
const isInterval = /^\s*(?:\/|mot|0?1)?\s*lan\b|^\s*(?:ke tu|tinh tu|sau|truoc)\b/

type Groups = Readonly<Record<string, string | undefined>>

/** "6 tháng" in a list of reports is the first half; "trong 6 tháng", "6 tháng/lần" and "3 tháng" alone are no part of a year. */
const namesPart = (groups: Groups, before: string, after: string): boolean => {
  if (groups['part'] !== undefined) return true
  const reported = groups['half'] === undefined && !/3|ba/.test(groups['number'] ?? '')
  return reported && !isDuration.test(before) && !isInterval.test(after)
}

/** The month that "6 tháng đầu năm", "3 tháng cuối năm", "9 tháng", "nửa đầu năm" end with. */
const lastMonthOf = ({ part, half, number = '' }: Groups): number => {
  if (part === 'cuoi') return 12
  return half === undefined ? (numbers[number] ?? Number(number)) : 6
}

/** Parts of a year that reports are made for. */
export const findParts = (text: string, reckoning: Reckoning): Mention[] =>
  [...text.matchAll(partPattern)].flatMap((match): Mention[] => {
    const groups = match.groups ?? {}
    const [start, end] = [match.index, match.index + match[0].length]
    if (!namesPart(groups, text.slice(0, start), text.slice(end))) return []
    const year = yearOf(groups, reckoning)
    const at = { start, end, level: 'half' } as const
    return [
      year === null
        ? { ...at, day: null, problem: 'no-plan-year' }
        : { ...at, day: monthEnd(year, lastMonthOf(groups)) },
    ]
  })

/** Before a year that is a deadline; after other words it names a plan ("Kế hoạch năm 2022"). */
const opening = '(?<=^\\s*|[,:(·-]\\s*|\\bva\\s+)'
const marks = '\\b(?<mark>trong|ca|het|den het|den cuoi|den|cuoi|truoc|tu)\\s+'
const yearPattern = new RegExp(
  `(?:${marks}|${opening})(?:nam\\s+(?<year>20\\d\\d|nay|ke hoach)|nam(?=\\s*(?:$|[,:;.)(]|va\\b)))(?!\\s*-?\\s*20)`,
  'g',
)
const markedYearPattern = new RegExp(`${marks}nam(?!\\s+(?:20|nay|ke hoach|truoc|sau|tiep|lien|ke))\\b`, 'g')
const spanPattern = new RegExp(
  `(?:\\b(?<mark>trong|ca|cho|den)\\s+|${opening})(?:giai doan\\s+|tu\\s+)?(?:nam\\s+)?(?<from>20\\d\\d)\\s*(?:-|den|den het)\\s*(?:nam\\s+)?(?<year>20\\d\\d)(?!\\d)`,
  'g',
)

/** "trong năm", "cả năm" and a bare "năm 2026" last all year; "6 tháng, cả năm" lists reports, the last due at its end. */
const isOngoing = (mark: string | undefined, statesYear: boolean, before: string): boolean => {
  if (mark === undefined) return statesYear
  return mark === 'trong' || (mark === 'ca' && !/(?:,|\bva)\s*$/.test(before))
}

const wholeYear = (
  year: number,
  mark: string | undefined,
  ongoing: boolean,
): Pick<Mention, 'day' | 'ongoing' | 'startOnly'> => {
  const day = monthEnd(mark === 'truoc' ? year - 1 : year, 12)
  if (mark === 'tu') return { day, startOnly: true }
  return ongoing ? { day, ongoing: true } : { day }
}

const mentionOfYear = (text: string, match: RegExpExecArray, reckoning: Reckoning): Mention => {
  const { year: stated, mark }: Groups = match.groups ?? {}
  const at = { start: match.index, end: match.index + match[0].length, level: 'year' } as const
  const year = stated?.startsWith('20') === true ? Number(stated) : reckoning.year
  if (year === null) return { ...at, day: null, problem: 'no-plan-year' }
  return { ...at, ...wholeYear(year, mark, isOngoing(mark, stated !== undefined, text.slice(0, match.index))) }
}

/** Years and spans of years that are deadlines. */
export const findYears = (text: string, reckoning: Reckoning): Mention[] => {
  const spans = [...text.matchAll(spanPattern)].map(
    (match): Mention => ({
      start: match.index,
      end: match.index + match[0].length,
      level: 'year',
      day: monthEnd(Number(match.groups?.['year']), 12),
      ongoing: true,
    }),
  )
  const free = (match: RegExpExecArray): boolean =>
    !spans.some((span) => match.index < span.end && span.start < match.index + match[0].length)
  const years = [...text.matchAll(yearPattern), ...text.matchAll(markedYearPattern)]
    .filter(free)
    .map((match) => mentionOfYear(text, match, reckoning))
  const unique = years.filter((year, at) => years.findIndex((other) => other.start === year.start) === at)
  return [...spans, ...unique]
}
