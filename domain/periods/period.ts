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
  /** The time that a restore lost, where its cut-off lay in it then. */
  readonly lost: LostTime | null
}

/** From when a backup was taken until it was restored: what was written in between is gone. */
export interface LostTime {
  readonly from: Date
  readonly until: Date
}

/**
 * Whether its cut-off lies in the time that a restore lost: nothing tells any more what stood then. A cut-off that was
 * set anew lies after it.
 */
export const isCutoffLost = ({ cutoffAt, lost }: Pick<Period, 'cutoffAt' | 'lost'>): boolean =>
  lost !== null && cutoffAt > lost.from && cutoffAt <= lost.until

/** How buttons name a period: "2026q1". */
export const periodKey = ({ year, kind }: Pick<Period, 'year' | 'kind'>): string => `${year}${kind}`

const written = /^(20\d\d)(q1|h1|q3|year)$/u

/** Null for what no button of ours says. */
export const readPeriodKey = (key: string): Pick<Period, 'year' | 'kind'> | null => {
  const [, year, kind] = written.exec(key) ?? []
  return year === undefined ? null : { year: Number(year), kind: kind as PeriodKind }
}

/**
 * What has become of a period at a moment. `missed`: its cut-off had passed before it was made or switched on; `lost`: it
 * waits until somebody says that what a restore lost is entered again.
 */
export type PeriodStanding = 'off' | 'frozen' | 'missed' | 'lost' | 'open'

export const standingOf = (
  period: Pick<Period, 'isOff' | 'frozenAt' | 'cutoffAt' | 'armedFrom' | 'lost'>,
): PeriodStanding => {
  if (period.frozenAt !== null) return 'frozen'
  if (period.isOff) return 'off'
  if (period.cutoffAt <= period.armedFrom) return 'missed'
  return isCutoffLost(period) ? 'lost' : 'open'
}

/** Whether agencies may still say that their data is all there. */
export const isCollecting = (period: Parameters<typeof standingOf>[0]): boolean =>
  ['open', 'lost'].includes(standingOf(period))
