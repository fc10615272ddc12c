import type { LocalDate } from '../time.ts'

/** Quý I, 6 tháng, quý III, năm: the four that are reported on. */
export type PeriodKind = 'q1' | 'h1' | 'q3' | 'year'

/** Who hands in what by which day: one link of the chain from the agencies up to the Ministry. */
export interface ChainLink {
  readonly name: string
  /** As it was set; a day off is moved by the calendar only where it is shown. */
  readonly dueOn: LocalDate
}

/** What is set of a period. */
export interface PeriodSettings {
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  /** The day and the time ("17:00") at which the figures are frozen. */
  readonly cutoffOn: LocalDate
  readonly cutoffTime: string
  /** In order: nobody hands in before those before them. */
  readonly chain: readonly ChainLink[]
  /** Days before the cut-off, the most first. */
  readonly remindBefore: readonly number[]
  readonly isOff: boolean
}

/** Kỳ báo cáo: from when until when, when its figures are frozen, and what became of that. */
export interface Period extends PeriodSettings {
  readonly id: string
  readonly year: number
  readonly kind: PeriodKind
  readonly cutoffAt: Date
  /** A cut-off at or before this moment is not made up for. */
  readonly armedFrom: Date
  readonly cutoffVersion: number
  /** When reminders before this cut-off were said last. */
  readonly remindedAt: Date | null
  /** When those who have not sent were reminded by hand. */
  readonly calledAt: Date | null
  readonly calls: number
  readonly frozenAt: Date | null
}

/** How buttons name a period: "2026q1". */
export const periodKey = ({ year, kind }: Pick<Period, 'year' | 'kind'>): string => `${year}${kind}`

const written = /^(20\d\d)(q1|h1|q3|year)$/u

/** Null for what no button of ours says. */
export const readPeriodKey = (key: string): Pick<Period, 'year' | 'kind'> | null => {
  const [, year, kind] = written.exec(key) ?? []
  return year === undefined ? null : { year: Number(year), kind: kind as PeriodKind }
}

/** What has become of a period at a moment. `missed`: its cut-off had passed before it was made or switched on. */
export type PeriodStanding = 'off' | 'frozen' | 'missed' | 'open'

export const standingOf = ({
  isOff,
  frozenAt,
  cutoffAt,
  armedFrom,
}: Pick<Period, 'isOff' | 'frozenAt' | 'cutoffAt' | 'armedFrom'>): PeriodStanding => {
  if (frozenAt !== null) return 'frozen'
  if (isOff) return 'off'
  return cutoffAt <= armedFrom ? 'missed' : 'open'
}
