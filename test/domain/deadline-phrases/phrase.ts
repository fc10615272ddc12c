import type { Cadence, PlanWarningCode } from '../../../domain/plan-document.ts'

/** The plan that the phrases stand in. */
export const plan = { planYear: 2025, issuedOn: '2025-01-10' } as const

/** A deadline's words, its days, how often it falls due, and what is warned about; `scan`: the same words as scans damage them. */
export interface Phrase {
  readonly text: string
  readonly days: readonly string[]
  readonly cadence: Cadence
  readonly warnings: readonly PlanWarningCode[]
  readonly scan: string | null
}

interface Extras {
  readonly cadence?: Cadence
  readonly warning?: PlanWarningCode
  readonly scan?: string
}

const usual = (days: readonly string[]): Cadence => {
  if (days.length === 0) return 'unscheduled'
  return days.length === 1 ? 'once' : 'periodic'
}

export const phrase = (text: string, days: readonly string[], { cadence, warning, scan }: Extras = {}): Phrase => ({
  text,
  days,
  cadence: cadence ?? usual(days),
  warnings: warning === undefined ? [] : [warning],
  scan: scan ?? null,
})

const ends = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31']

export const monthEnds = ends.map((end, month) => `2025-${String(month + 1).padStart(2, '0')}-${end}`)
export const everyMonth = (day: string): string[] => monthEnds.map((end) => `${end.slice(0, 8)}${day}`)
export const quarterEnds = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']
export const everyQuarter = (day: string): string[] => quarterEnds.map((end) => `${end.slice(0, 8)}${day}`)
