import { dateOf } from './calendar.ts'
import { dayBefore, type Mention, qualifierOf, type Reckoning } from './mention.ts'

/** The ways to print a day; all have d and m, most may leave out y. */
const patterns = [
  /(?<![\d/])(?<d>\d{1,2})\s*\/\s*(?<m>\d{1,2})(?!\d)(?:\s*\/\s*(?<y>\d{4}|\d{2})(?!\d))?/g,
  /(?<![\d.])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)/g,
  /(?<![\d-])(?<d>\d{1,2})\s?-\s?(?<m>\d{1,2})\s?-\s?(?<y>\d{4})(?!\d)/g,
  /(?<!\d)(?<y>20\d\d)-(?<m>\d{2})-(?<d>\d{2})(?!\d)/g,
  /(?<!\d)(?<d>\d{1,2})\s+thang\s+(?<m>\d{1,2})(?!\d)(?!\s*(?:thang|lan))(?:(?:\s+nam\s+|\s*[/-]\s*|\s+)(?<y>20\d\d)(?!\d)|\s+nam\s+(?<next>sau|tiep theo|ke tiep))?/g,
]

const nextYear = /^\s+(?:cua\s+)?nam\s+(?:sau|tiep theo|ke tiep)\b/
const dateWord = /\b(?:ngay|truoc|den|het|cham nhat|muon nhat|xong|tu|han)(?:\s+la)?\s*$/
const listMark = /(?:^|[,:(;-]|\b(?:va|hoac))\s*$/
const listGoesOn = /^\s*(?:$|[,;:.)(-]|(?:va|den|hoac|hang)\b)/

/** "1/3 số nhiệm vụ" and "24/7" are no dates: a day without a year needs the company of a date. */
const isDate = (text: string, start: number, end: number, hasYear: boolean): boolean => {
  if (hasYear) return true
  const before = text.slice(0, start)
  if (dateWord.test(before)) return true
  const roundTheClock = /^24\s*\/\s*(?:7|24)$/.test(text.slice(start, end))
  return !roundTheClock && listMark.test(before) && listGoesOn.test(text.slice(end))
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

const yearOfDay = (
  groups: Readonly<Record<string, string | undefined>>,
  after: string,
  reckoning: Reckoning,
): number | null => {
  const stated = groups['y']
  if (stated !== undefined) return fullYear(stated)
  const following = groups['next'] !== undefined || nextYear.test(after)
  return reckoning.year === null ? null : reckoning.year + (following ? 1 : 0)
}

const mentionOf = (text: string, match: RegExpExecArray, reckoning: Reckoning): Mention | null => {
  const groups = match.groups ?? {}
  const [start, end] = [match.index, match.index + match[0].length]
  if (!isDate(text, start, end, groups['y'] !== undefined)) return null
  const at = { start, end, level: 'day' } as const
  const year = yearOfDay(groups, text.slice(end), reckoning)
  if (year === null) return { ...at, day: null, problem: 'no-plan-year' }
  const day = dateOf(year, Number(groups['m']), Number(groups['d']))
  if (day === null) return { ...at, day: null, problem: 'impossible-date' }
  const qualifier = qualifierOf(text.slice(0, start))
  if (qualifier.startOnly) return { ...at, day, startOnly: true }
  return qualifier.before ? { ...at, day: dayBefore(day, reckoning), before: true } : { ...at, day }
}

/** Every day that a text (in its plain form) names, in the order of the text. */
export const findDays = (text: string, reckoning: Reckoning): Mention[] => {
  const found: Mention[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const mention = mentionOf(text, match, reckoning)
      const taken = found.some((other) => other.start < match.index + match[0].length && match.index < other.end)
      if (mention !== null && !taken) found.push(mention)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
