import { monthEnd } from './calendar.ts'
import {
  blot,
  fullYear,
  type Groups,
  type Mention,
  nearAfter,
  nearBefore,
  type Reckoning,
  saysYear,
  yearAfter,
  yearOf,
} from './mention.ts'

const partPattern = new RegExp(
  `(?<![\\d/.,]|\\d\\s|\\bngay\\s)(?:(?<number>0?[1-9]|1[01]|ba|bon|nam|sau|bay|tam|chin)\\s*thang|(?<half>nua))(?:\\s+(?<part>dau|cuoi)(?<ofYear>\\s+nam(?!\\s+(?:20|truoc|lien|sau|tiep|ke|nay)))?(?!\\s+(?:cua\\s+)?(?:quy|thang|tuan|ky|dot|·)))?${yearAfter}`,
  'g',
)
const numbers: Readonly<Record<string, number>> = { ba: 3, bon: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9 }
const isDuration = /\b(?:vong|thoi han|sau|trong|qua|toi da|toi thieu|it nhat|cham nhat|tu|dinh ky|moi)\s*$/
const isInterval = /^\s*(?:\/|mot|0?1)?\s*lan\b|^\s*(?:ke tu|tinh tu|sau|truoc)\b/

const isOfYear = (groups: Groups): boolean =>
  groups['ofYear'] !== undefined || saysYear(groups) || groups['otherYear'] !== undefined

/** "6 tháng" in a list of reports is the first half; "trong 6 tháng", "6 tháng/lần" and "3 tháng" alone are no part of a year. */
const namesPart = (groups: Groups, before: string, after: string): boolean => {
  if (groups['part'] !== undefined) return isOfYear(groups) || /^(?:0?[369]|ba|sau|chin)$/.test(groups['number'] ?? '')
  const reported = /^(?:0?[69]|sau|chin)$/.test(groups['number'] ?? '')
  return reported && !isDuration.test(before) && !isInterval.test(after)
}

/** The month that "6 tháng đầu năm", "3 tháng cuối năm", "9 tháng", "nửa đầu năm" end with. */
const lastMonthOf = ({ part, half, number = '' }: Groups): number => {
  if (part === 'cuoi') return 12
  return half === undefined ? (numbers[number] ?? Number(number)) : 6
}

const partLabel = ({ part, half, number = '' }: Groups): string => {
  const count = String(numbers[number] ?? Number(number))
  const name = half === undefined ? `${count} tháng` : 'Nửa'
  if (part === 'cuoi') return `${name} cuối năm`
  return part === 'dau' && half !== undefined ? `${name} đầu năm` : name
}

/** Parts of a year that reports are made for. */
export const findParts = (text: string, reckoning: Reckoning): Mention[] =>
  [...text.matchAll(partPattern)].flatMap((match): Mention[] => {
    const groups: Groups = match.groups ?? {}
    const [start, end] = [match.index, match.index + match[0].length]
    if (!namesPart(groups, nearBefore(text, start), nearAfter(text, end))) return []
    const year = yearOf(groups, reckoning)
    const at = { start, end, level: 'half', label: partLabel(groups) } as const
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
  `(?:${marks}|${opening}|(?<=\\b(?:dau|giua)\\s))(?:nam\\s+(?<year>20\\d\\d|nay|ke hoach)|nam(?=\\s*(?:$|[,:;.)(]|va\\b)))(?!\\s*-?\\s*20)`,
  'g',
)
const markedYearPattern = new RegExp(`${marks}nam(?!\\s+(?:20|nay|ke hoach|truoc|sau|tiep|lien|ke|hoc))\\b`, 'g')
const onlyYearPattern = /^(?<year>20\d\d)$/g
const spanPattern = new RegExp(
  `(?:\\b(?<mark>trong|ca|cho|den)\\s+|${opening})(?:giai doan\\s+|tu\\s+)?(?:nam\\s+)?(?<from>20\\d\\d)\\s*(?:-|den het|den)\\s*(?:nam\\s+)?(?<year>20\\d\\d)(?!\\d)`,
  'g',
)

/** "trong năm", "cả năm" and a bare "năm 2026" last all year; "6 tháng, cả năm" lists reports, the last due at its end. */
const isOngoing = (mark: string | undefined, statesYear: boolean, before: string): boolean => {
  if (mark === undefined) return statesYear && !/(?:,|\bva)\s*$/.test(before)
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

/** "đầu năm", "giữa năm" name no day; "đầu năm 2026" neither. */
const vague = /\b(?:dau|giua)\s*$/
/** "Hội nghị cuối năm" is the name of one; "cuối năm" stands alone or behind a word that leads up to it. */
const leadsUp = /(?:^\s*|[,:(·-]\s*|\b(?:va|vao|den|truoc|nhat|la|thanh|xong|trong|khoang|thoi diem)\s+)$/

const dueIn = (year: number | null, mark: string | undefined, stated: boolean, before: string): Partial<Mention> => {
  if (vague.test(before)) return { problem: 'deadline-not-understood' }
  return year === null ? { problem: 'no-plan-year' } : wholeYear(year, mark, isOngoing(mark, stated, before))
}

const mentionOfYear = (text: string, match: RegExpExecArray, reckoning: Reckoning): Mention[] => {
  const { year: stated, mark }: Groups = match.groups ?? {}
  const before = nearBefore(text, match.index)
  if (mark === 'cuoi' && !leadsUp.test(before)) return []
  const label = mark === undefined || mark === 'ca' ? 'Cả năm' : ''
  const at = { start: match.index, end: match.index + match[0].length, level: 'year', label, day: null } as const
  const year = stated?.startsWith('20') === true ? fullYear(stated) : reckoning.year
  return [{ ...at, ...dueIn(year, mark, stated !== undefined, before) }]
}

/** Years and spans of years that are deadlines. */
export const findYears = (text: string, reckoning: Reckoning): Mention[] => {
  const spans = [...text.matchAll(spanPattern)].map(
    (match): Mention => ({
      start: match.index,
      end: match.index + match[0].length,
      level: 'year',
      label: '',
      day: monthEnd(Number(match.groups?.['year']), 12),
      ongoing: true,
    }),
  )
  let rest = blot(text, spans)
  const years: Mention[] = []
  for (const pattern of [yearPattern, markedYearPattern, onlyYearPattern]) {
    const more = [...rest.matchAll(pattern)].flatMap((match) => mentionOfYear(rest, match, reckoning))
    years.push(...more)
    rest = blot(rest, more)
  }
  return [...spans, ...years]
}
