import type { PlanWarningCode } from '../plan-document.ts'
import type { Dated, Reckoning, Span } from './mention.ts'

/** Words that stand for a date in every month, quarter or half of the plan's year. */
export interface Recurrence extends Span {
  readonly days: readonly Dated[]
  readonly problem?: PlanWarningCode
  /** "hằng quý" alone: gives way to days that the same words state. */
  readonly general?: true
  /** "ngày 20 các tháng 3, 6", "ngày làm việc cuối cùng của quý I": counted out, nothing comes back. */
  readonly listed?: true
}

/** What says that something comes back. */
export const every = '(?:hang|moi|tung|cac|dinh ky)'

export const monthsOfYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export const quartersOfYear = [1, 2, 3, 4] as const
const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
export const numberOf = (quarter: string): number => roman[quarter] ?? Number(quarter)

export const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

/** A period that something is due in: its label, and the month that counts (13 is next January). */
export interface Due {
  readonly label: string
  readonly month: number
}

/**
 * What comes back does so in every period of the plan's year, also in those that are over when the document is issued
 * (and warned about); who wants only what can still be done says `recurringFromIssue`.
 */
export const upcoming = (dated: readonly Dated[], { issuedOn, recurringFromIssue }: Reckoning): readonly Dated[] =>
  recurringFromIssue && issuedOn !== null ? dated.filter(({ day }) => day >= issuedOn) : dated

/** "Quý I, Quý III gửi trước ngày 10 tháng cuối của quý" names the quarters elsewhere; otherwise all four are meant. */
export const quartersNamed = (text: string): readonly number[] => {
  const named = [
    ...text.matchAll(
      /(?<![a-z])quy\s*((?:iv|iii|ii|i|[1-4])(?![a-z\d])(?:\s*(?:,|va)\s*(?:iv|iii|ii|i|[1-4])(?![a-z\d/]))*)/g,
    ),
  ]
  return named.flatMap(([, list = '']) => list.split(/\s*(?:,|va)\s*/).map(numberOf))
}
