import { addDays, type LocalDate } from '../time.ts'
import type { PeriodKind, PeriodSettings } from './period.ts'

// The periods of the report on administrative reform (cải cách hành chính), with the document that each day rests on.
// A workspace begins a year with them and sets its own days; nothing else in the program knows these.

/** Where periods and the Ministry's day come from. */
const guidance = 'Công văn 581/BNV-CCHC của Bộ Nội vụ'
/** A city's own days for its departments and districts: "trước ngày 10", and "trước ngày 05/12" for the year. */
const cityDays = 'Quyết định 3818/QĐ-UBND ngày 20/12/2021 của UBND thành phố Hải Phòng'

/** The documents behind the template; the day of the departments in between has none. */
export const templateSources = [guidance, cityDays] as const

interface TemplatePeriod {
  readonly kind: PeriodKind
  /** Whether it begins in the year before. */
  readonly beginsBefore: boolean
  readonly from: string
  readonly to: string
  readonly chain: readonly (readonly [string, string])[]
}

const agencies = 'Đơn vị gửi số liệu'
const departments = 'Sở, ban, ngành gửi báo cáo'
const ministry = 'Gửi Bộ Nội vụ'

const template: readonly TemplatePeriod[] = [
  {
    ...{ kind: 'q1', beginsBefore: true, from: '12-15', to: '03-14' },
    chain: [
      [agencies, '03-09'],
      [departments, '03-17'],
      [ministry, '03-20'],
    ],
  },
  {
    ...{ kind: 'h1', beginsBefore: true, from: '12-15', to: '06-14' },
    chain: [
      [agencies, '06-09'],
      [departments, '06-17'],
      [ministry, '06-20'],
    ],
  },
  {
    ...{ kind: 'q3', beginsBefore: false, from: '06-15', to: '09-14' },
    chain: [
      [agencies, '09-09'],
      [departments, '09-17'],
      [ministry, '09-20'],
    ],
  },
  {
    ...{ kind: 'year', beginsBefore: true, from: '12-15', to: '12-14' },
    chain: [
      [agencies, '12-04'],
      [departments, '12-17'],
      [ministry, '12-20'],
    ],
  },
]

/** On the last day of the period's data, while whoever has to hear of it is still in the office. */
const usualCutoffTime = '16:30'
const usualReminders: readonly number[] = [7, 3, 1]

export type NewPeriod = PeriodSettings & { readonly year: number; readonly kind: PeriodKind }

/** The periods of a year as the template has them. */
export const templateOf = (year: number): readonly NewPeriod[] =>
  template.map(({ kind, beginsBefore, from, to, chain }) => ({
    ...{ year, kind, isOff: false, remindBefore: usualReminders },
    fromOn: `${beginsBefore ? year - 1 : year}-${from}`,
    toOn: `${year}-${to}`,
    cutoffOn: `${year}-${to}`,
    cutoffTime: usualCutoffTime,
    chain: chain.map(([name, day]) => ({ name, dueOn: `${year}-${day}` })),
  }))

/** The same day of another year; 29 February is the 28th where there is none. */
const inYear = (day: LocalDate, years: number): LocalDate => {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  // A day that no calendar has is reckoned as one after it.
  return addDays(moved, 0) === moved ? moved : addDays(moved, -1)
}

/** The periods of a year as those of another were set, every day as many years later. */
export const copyOf = (periods: readonly NewPeriod[], year: number): readonly NewPeriod[] =>
  periods.map((period) => {
    const { kind, fromOn, toOn, cutoffOn, cutoffTime, chain, remindBefore, isOff } = period
    const move = (day: LocalDate): LocalDate => inYear(day, year - period.year)
    return {
      ...{ year, kind, cutoffTime, remindBefore, isOff, fromOn: move(fromOn), toOn: move(toOn) },
      cutoffOn: move(cutoffOn),
      chain: chain.map(({ name, dueOn }) => ({ name, dueOn: move(dueOn) })),
    }
  })
