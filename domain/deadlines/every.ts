import { monthEnd } from './calendar.ts'
import { blot, type Dated, type Groups, monthLabel, quarterLabel, type Reckoning } from './mention.ts'
import { type Recurrence, spanOf, upcoming } from './recurrence.ts'

const once = '(?:0?1|mot)\\s+lan'
const pattern = new RegExp(
  '(?<![a-z\\d/])(?:' +
    [
      '(?:hang|moi|tung|dinh ky(?:\\s+(?:theo|hang|moi))?)\\s+(?<unit>thang|quy(?! dinh| che| trinh| mo(?![a-z])| hoach)|nam)(?!\\s*\\d)',
      '(?:cac|bon|4)\\s+(?<all>quy)\\s+(?:trong|cua)\\s+nam',
      '(?<!\\d\\s)(?<short>thang)(?=\\s*(?:,|va|\\/)\\s*quy\\s*(?:$|,|va|\\/))|(?<shortQuarter>quy)(?=\\s*(?:,|va)\\s*(?:0?6 thang|nam)(?![a-z]))',
      `(?<halves>(?:0?6|sau)\\s+thang\\s*(?:\\/\\s*(?:0?1\\s+)?lan|${once})|(?:dinh ky|moi|hang)\\s+(?:0?6|sau)\\s+thang(?!\\s*(?:dau|cuoi))(?<year>\\s*(?:,|va|&)\\s*(?:0?1\\s+|mot\\s+|hang\\s+|ca\\s+)?nam)?)`,
      `(?<quarters>(?:0?3|ba)\\s+thang\\s*(?:\\/\\s*(?:0?1\\s+)?lan|${once})|(?:dinh ky|moi)\\s+(?:0?3|ba)\\s+thang(?!\\s*(?:dau|cuoi)))`,
      `(?:it nhat\\s+)?${once}\\s*(?:\\/|trong|moi)?\\s*(?:0?1\\s+)?(?<per>thang|quy|nam)`,
      `(?:(?:0?1|mot)\\s*)?(?<each>thang|quy|nam)\\s*(?:\\/\\s*(?:(?:0?1|mot)\\s*)?lan|\\s${once})`,
    ].join('|') +
    ')(?![a-z])',
  'g',
)
/** "02 lần/năm" says how often, not when. */
const oftenPattern =
  /(?<![a-z\d])(?:\d{1,2}|hai|ba|bon)\s+lan\s*(?:\/|trong|moi|mot)?\s*(?:0?1\s+)?(?:thang|quy|nam)(?![a-z])/g
/** "hằng quý, trước ngày 20": of which month it does not say. */
const dayUnplaced = /\bngay\s+\d{1,2}(?!\s*[/\d.-]|\s*(?:cua\s+)?(?:thang|lam viec))/

const quarterEnds = [1, 2, 3, 4].map((quarter) => ({ label: quarterLabel(quarter), month: 3 * quarter }))
const monthEnds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => ({ label: monthLabel(month), month }))
const halfEnds = [
  { label: '6 tháng', month: 6 },
  { label: 'Cả năm', month: 12 },
]
const yearEnd = [{ label: 'Cả năm', month: 12 }]

const endsOf = (groups: Groups): readonly { readonly label: string; readonly month: number }[] => {
  if (groups['halves'] !== undefined) return halfEnds
  if (groups['quarters'] !== undefined) return quarterEnds
  const unit = groups['unit'] ?? groups['per'] ?? groups['each'] ?? groups['short']
  if (unit === 'thang') return monthEnds
  return unit === 'nam' ? yearEnd : quarterEnds
}

const recurrenceOf = (match: RegExpExecArray, reckoning: Reckoning): Recurrence => {
  const span = { ...spanOf(match), general: true } as const
  const { year } = reckoning
  if (year === null) return { ...span, days: [], problem: 'no-plan-year' }
  const days: Dated[] = endsOf(match.groups ?? {}).map(({ label, month }) => ({ label, day: monthEnd(year, month) }))
  return { ...span, days: upcoming(days, reckoning) }
}

/** What comes back every month, quarter, half or year (in a text in its plain form), due at its end. */
export const findEvery = (text: string, reckoning: Reckoning): Recurrence[] => {
  const unplaced = dayUnplaced.test(text)
  const found = [...text.matchAll(pattern)].map((match) => {
    const recurrence = recurrenceOf(match, reckoning)
    return unplaced ? { ...recurrence, days: [], problem: 'deadline-not-understood' as const } : recurrence
  })
  const often = [...blot(text, found).matchAll(oftenPattern)].map(
    (match): Recurrence => ({ ...spanOf(match), days: [], problem: 'deadline-not-understood', general: true }),
  )
  return [...found, ...often]
}
