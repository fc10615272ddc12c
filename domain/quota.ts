import type { MessageKind } from './message.ts'
import { isUsualOfficeHours } from './calendar/office-hours.ts'
import { instantAt, type LocalDate, localDate } from './time.ts'

/** What was sent of what may be sent in a month. */
export interface QuotaUse {
  readonly used: number
  readonly monthly: number
}

/** How much a message matters when not everything can go: 1 is the most. */
export type Rank = 1 | 2 | 3 | 4

const ranks: Readonly<Record<MessageKind, Rank>> = {
  reply: 1,
  notice: 1,
  reminder: 2,
  assignment: 2,
  broadcast: 3,
  summary: 4,
}

/** An answer to somebody who wrote, what is late or due today, and the word of a cut-off, before all the rest. */
export const rankOf = ({ kind, urgent }: { readonly kind: MessageKind; readonly urgent: boolean }): Rank =>
  urgent ? 1 : ranks[kind]

/** Up to which part of the quota each rank may go, in percent: what is left then is for those before it. */
const openUntil: Readonly<Record<Rank, number>> = { 1: 100, 2: 95, 3: 90, 4: 80 }

/** Whether one more message of this rank may be sent this month. */
export const mayStillSend = ({ used, monthly }: QuotaUse, rank: Rank): boolean =>
  used < Math.floor((monthly * openUntil[rank]) / 100)

/** The ranks that have to wait. */
export const waitingRanks = (use: QuotaUse): readonly Rank[] =>
  ([1, 2, 3, 4] as const).filter((rank) => !mayStillSend(use, rank))

/** How full a quota has to be for people to be told, in percent. */
export type WarningLevel = 80 | 95

const warningLevels: readonly WarningLevel[] = [95, 80]

/** The highest level that is reached; null below the first, or without a quota. */
export const warningLevel = ({ used, monthly }: QuotaUse): WarningLevel | null =>
  warningLevels.find((level) => monthly > 0 && used >= Math.floor((monthly * level) / 100)) ?? null

/** The month it is on a zone's clock. */
export interface Month {
  /** "2026-03" */
  readonly name: string
  readonly from: Date
  /** The first moment of the next one. */
  readonly to: Date
}

export const monthOf = (now: Date, zone: string): Month => {
  const name = localDate(now, zone).slice(0, 7)
  const [year = 0, month = 0] = name.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return { name, from: firstMoment(name, zone), to: firstMoment(next, zone) }
}

const firstMoment = (month: string, zone: string): Date => instantAt(`${month}-01`, '00:00', zone)

/** A message that waited for the quota. */
export interface HeldMessage {
  readonly kind: MessageKind
  readonly urgent: boolean
  readonly createdAt: Date
  /** The day until which an announcement asks for something; null for none, and for everything else. */
  readonly deadline: LocalDate | null
}

/**
 * What becomes of it once there is room again: it goes; `renew` says it anew in the words of today; `drop` gives it
 * up, because it means nothing any more; `wait` leaves it where it is.
 */
export type HeldFate = 'send' | 'renew' | 'drop' | 'wait'

const dayMs = 86_400_000

/** Whoever wrote may be answered at any time, everybody else is spoken to in office hours. */
export const fateOfHeld = (held: HeldMessage, use: QuotaUse, now: Date, zone: string): HeldFate => {
  if (isMeaningless(held, now, zone)) return 'drop'
  const maySpeak = held.kind === 'reply' || isUsualOfficeHours(now, zone)
  if (!maySpeak || !mayStillSend(use, rankOf(held))) return 'wait'
  return held.kind === 'reminder' ? 'renew' : 'send'
}

/** What was asked is forgotten after a day, a weekly summary is overtaken by the next, a deadline passes. */
const isMeaningless = ({ kind, createdAt, deadline }: HeldMessage, now: Date, zone: string): boolean => {
  const age = now.getTime() - createdAt.getTime()
  switch (kind) {
    case 'reply':
      return age > dayMs
    case 'summary':
      return age > 7 * dayMs
    case 'broadcast':
      return deadline !== null && deadline < localDate(now, zone)
    default:
      return false
  }
}
