import type { Assignment } from '../assignment.ts'
import type { AgencyFigures, GroupFigures } from '../figures.ts'
import type { LostTime, Period, PeriodSettings } from '../periods/period.ts'
import type { YearToMake } from '../periods/missing-year.ts'
import type { NewPeriod } from '../periods/template.ts'
import type { LocalDate } from '../time.ts'
import type { Office } from './calendar.ts'

/** What an agency has to do with a period. */
export interface AgencyInPeriod {
  readonly agencyId: string
  readonly agencyName: string
  /** Assignments that are expected by the end of the period and still open. */
  readonly open: number
  /** Of those: nobody said anything about them since the period began. */
  readonly silent: number
  /** Handed in or done in the period, and without anything that proves it. */
  readonly unproven: number
  /** When it said that its data is all there; null while it did not. */
  readonly sentAt: Date | null
  /** Whether anybody of it can be told. */
  readonly isReached: boolean
}

/** What an agency has not said or proven. */
export interface Lacking {
  readonly silent: readonly Assignment[]
  readonly unproven: readonly Assignment[]
}

/** Somebody who is told about an agency: one of its own people, or who stands in for one. */
export interface ToldOfAgency {
  readonly personId: string
  readonly agencyId: string
}

export interface Periods {
  /** All of them, by their cut-off. */
  list(): Promise<readonly Period[]>
  /** One, held until this transaction is over; null when there is none. */
  lock(of: Pick<Period, 'year' | 'kind'>): Promise<Period | null>
  /** Adds those that are not there yet; returns how many. */
  add(periods: readonly (NewPeriod & PeriodTimes)[], now: Date): Promise<number>
  save(id: string, settings: PeriodSettings & PeriodTimes & { readonly cutoffVersion: number }): Promise<void>
  /** Agencies from which data is expected and those that have sent it, by name. */
  listAgencies(period: PeriodSettings & { readonly id: string }): Promise<readonly AgencyInPeriod[]>
  /** What these agencies have not said or proven, by agency and due date. */
  listLacking(period: PeriodSettings, agencyIds: readonly string[]): Promise<Lacking>
  /** Who is told about these agencies on a day. */
  listTold(agencyIds: readonly string[], day: LocalDate): Promise<readonly ToldOfAgency[]>
  /** False when the agency had said so before. */
  markSent(id: string, sent: { readonly agencyId: string; readonly personId: string }, now: Date): Promise<boolean>
  /** False when it had not said so. */
  takeBackSent(id: string, agencyId: string): Promise<boolean>
  /** Notes that these people are told; returns those who were not told this step before. */
  noteTold(id: string, step: string, personIds: readonly string[], now: Date): Promise<readonly string[]>
  noteCall(id: string, call: number, now: Date): Promise<void>
  /** After its reminder was said, or its close told: what comes next. */
  noteReminded(id: string, said: { readonly at: Date | null; readonly next: Date | null }): Promise<void>
  noteCloseTold(id: string, now: Date): Promise<void>
  /** After a restore: notes which cut-offs lie in the time it lost; returns those periods, which nobody freezes unasked. */
  noteLost(lost: LostTime): Promise<readonly Period[]>
  noteFrozen(id: string, now: Date): Promise<void>
}

interface PeriodTimes {
  readonly cutoffAt: Date
  readonly armedFrom: Date
  readonly nextRemindAt: Date | null
}

/** Why figures are not those of the cut-off: a plan was amended since, the history has gaps, or a restore lost a part. */
export type LateBecause = 'amended' | 'history' | 'restored'

/** Figures as they were frozen, for the agencies that were asked about. */
export interface FrozenFigures {
  /** The moment that they say the truth about. */
  readonly asOf: Date
  readonly asOfDay: LocalDate
  readonly frozenAt: Date
  readonly cutoffAt: Date
  /** Null where they are those of the cut-off. */
  readonly lateBecause: LateBecause | null
  readonly agencies: readonly AgencyFigures[]
  readonly plans: readonly GroupFigures[]
  readonly sections: readonly GroupFigures[]
}

export interface Frozen {
  /** Counts once and for ever; nothing changes them afterwards. Returns what they say the truth about. */
  freeze(
    period: Pick<Period, 'id' | 'cutoffAt' | 'lost'>,
    zone: string,
    now: Date,
  ): Promise<Pick<FrozenFigures, 'asOf' | 'lateBecause'>>
  /** Null where nothing was frozen. */
  read(periodId: string, agencyIds: readonly string[] | 'all'): Promise<FrozenFigures | null>
}

/** A year without periods in a workspace that had some the year before. */
export interface MissingYear extends YearToMake {
  /** A period of the year before: what is said is noted with it. */
  readonly afterId: string
}

/** The clock's side: across workspaces. */
export interface PeriodSweep {
  /** Periods whose cut-off has come and whose figures are not frozen, the earliest first. */
  listToFreeze(now: Date): Promise<readonly { readonly workspaceId: string; readonly id: string }[]>
  /** Holds one until this transaction is over; null when another process has dealt with it. */
  takeToFreeze(id: string, now: Date): Promise<Period | null>
  /** Workspaces in which a reminder before a cut-off, the word of one that was, or that a year is missing, is due. */
  listToTell(now: Date): Promise<readonly Office[]>
  /** The year that somebody has to be told is missing; null where it is there, or this was said before. */
  findMissingYear(workspaceId: string, now: Date): Promise<MissingYear | null>
  /** Holds all of them in one workspace. */
  takeToTell(workspaceId: string, now: Date): Promise<readonly Period[]>
}
