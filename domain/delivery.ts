import type { Channel } from './incoming.ts'
import { addDays, instantAt, type LocalDate } from './time.ts'

/**
 * What became of a message, as people are told: `waiting` for its turn, `held` until the month's quota allows it,
 * `unknown` when nobody knows whether it arrived, `moved` when it was said on another channel instead.
 */
export const deliveryStates = ['sent', 'waiting', 'held', 'unknown', 'failed', 'moved'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What waits is counted whenever it was put in; everything else in the days shown. */
const daysShown = 7

/** So many messages with the same channel, day and state; what waits has no day yet. */
export interface DeliveryCell {
  readonly channel: Channel
  readonly day: LocalDate | null
  readonly state: DeliveryState
  readonly count: number
}

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

/** The first of the days shown, and the moment at which it begins. */
export const periodUntil = (
  today: LocalDate,
  zone: string,
): { readonly from: LocalDate; readonly to: LocalDate; readonly since: Date } => {
  const from = addDays(today, 1 - daysShown)
  return { from, to: today, since: instantAt(from, '00:00', zone) }
}

/** The numbers of some cells, by state. */
export const countStates = (cells: readonly DeliveryCell[]): DeliveryCounts => {
  const of = (state: DeliveryState): number =>
    cells.filter((cell) => cell.state === state).reduce((sum, { count }) => sum + count, 0)
  return {
    ...{ sent: of('sent'), waiting: of('waiting'), held: of('held') },
    ...{ unknown: of('unknown'), failed: of('failed'), moved: of('moved') },
  }
}

/** Which messages a list shows; null for all of them. */
export interface DeliveryFilter {
  readonly state: DeliveryState | null
  readonly channel: Channel | null
  readonly day: LocalDate | null
}
