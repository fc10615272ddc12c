import { instantAt, type LocalDate } from '../time.ts'
import type { ChainLink, Period, PeriodSettings } from './period.ts'
import { readPeriodDay, type WantedChange } from './period-words.ts'

/** Why a change is not made. */
export type PeriodProblem =
  | { readonly code: 'no-such-day'; readonly typed: string }
  | { readonly code: 'frozen' }
  | { readonly code: 'cutoff-passed'; readonly on: LocalDate; readonly time: string }
  | { readonly code: 'cutoff-before-start'; readonly on: LocalDate; readonly fromOn: LocalDate }
  | { readonly code: 'backwards'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'no-such-due'; readonly position: number; readonly most: number }
  | { readonly code: 'out-of-order'; readonly first: ChainLink; readonly second: ChainLink }
  | { readonly code: 'too-many-dues'; readonly most: number }
  | { readonly code: 'already' }

/** The settings as somebody wants them, or why they cannot be so. */
export const planPeriodChange = (
  period: Period,
  wanted: WantedChange,
  { now, zone }: { readonly now: Date; readonly zone: string },
): PeriodSettings | PeriodProblem => {
  const changed = change(period, wanted)
  if ('code' in changed) return changed
  const after: PeriodSettings = { ...settingsOf(period), ...changed }
  const problem = problemOf(period, after, { now, zone })
  if (problem !== null) return problem
  return JSON.stringify(after) === JSON.stringify(settingsOf(period)) ? { code: 'already' } : after
}

export const settingsOf = ({
  fromOn,
  toOn,
  cutoffOn,
  cutoffTime,
  chain,
  remindBefore,
  isOff,
}: PeriodSettings): PeriodSettings => ({ fromOn, toOn, cutoffOn, cutoffTime, chain, remindBefore, isOff })

/** The moment at which the figures are to be frozen. */
export const cutoffAtOf = ({ cutoffOn, cutoffTime }: PeriodSettings, zone: string): Date =>
  instantAt(cutoffOn, cutoffTime, zone)

type Changed = Partial<PeriodSettings> | PeriodProblem

const change = (period: Period, wanted: WantedChange): Changed => {
  switch (wanted.kind) {
    case 'cutoff':
      return changeCutoff(period, wanted)
    case 'span':
      return changeSpan(period, wanted)
    case 'remind':
      return { remindBefore: wanted.daysBefore }
    case 'switch':
      return { isOff: !wanted.on }
    case 'due':
    case 'drop-due':
      return changeLink(period, wanted)
    case 'add-due':
      return addLink(period, wanted)
  }
}

type Wanted<Kind extends WantedChange['kind']> = Extract<WantedChange, { kind: Kind }>

const changeCutoff = ({ cutoffOn, cutoffTime, toOn }: Period, { day, time }: Wanted<'cutoff'>): Changed => {
  const wanted = day === null ? cutoffOn : readPeriodDay(day, toOn)
  return wanted === null
    ? { code: 'no-such-day', typed: day ?? '' }
    : { cutoffOn: wanted, cutoffTime: time ?? cutoffTime }
}

const changeSpan = ({ fromOn, toOn }: Period, { from, to }: Wanted<'span'>): Changed => {
  const first = readPeriodDay(from, fromOn)
  const last = readPeriodDay(to, toOn)
  if (first === null || last === null) return { code: 'no-such-day', typed: first === null ? from : to }
  return { fromOn: first, toOn: last }
}

const mostLinks = 6

const changeLink = ({ chain, toOn }: Period, wanted: Wanted<'due' | 'drop-due'>): Changed => {
  const at = wanted.position - 1
  const link = chain[at]
  if (link === undefined) return { code: 'no-such-due', position: wanted.position, most: chain.length }
  if (wanted.kind === 'drop-due') return { chain: chain.toSpliced(at, 1) }
  const dueOn = readPeriodDay(wanted.day, toOn)
  if (dueOn === null) return { code: 'no-such-day', typed: wanted.day }
  return { chain: chain.toSpliced(at, 1, { name: wanted.name ?? link.name, dueOn }) }
}

/** It goes where its day belongs. */
const addLink = ({ chain, toOn }: Period, { day, name }: Wanted<'add-due'>): Changed => {
  if (chain.length >= mostLinks) return { code: 'too-many-dues', most: mostLinks }
  const dueOn = readPeriodDay(day, toOn)
  if (dueOn === null) return { code: 'no-such-day', typed: day }
  const before = chain.findLastIndex((link) => link.dueOn <= dueOn)
  return { chain: chain.toSpliced(before + 1, 0, { name, dueOn }) }
}

const problemOf = (
  period: Period,
  after: PeriodSettings,
  { now, zone }: { readonly now: Date; readonly zone: string },
): PeriodProblem | null => {
  if (after.toOn < after.fromOn) return { code: 'backwards', from: after.fromOn, to: after.toOn }
  const at = cutoffAtOf(after, zone)
  const isMoved = at.getTime() !== period.cutoffAt.getTime()
  if (period.frozenAt !== null && (isMoved || after.isOff !== period.isOff)) return { code: 'frozen' }
  if (isMoved && at <= now) return { code: 'cutoff-passed', on: after.cutoffOn, time: after.cutoffTime }
  if (after.cutoffOn < after.fromOn) return { code: 'cutoff-before-start', on: after.cutoffOn, fromOn: after.fromOn }
  return findDisorder(after.chain)
}

const findDisorder = (chain: readonly ChainLink[]): PeriodProblem | null => {
  for (const [at, second] of chain.entries()) {
    const first = chain[at - 1]
    if (first !== undefined && second.dueOn < first.dueOn) return { code: 'out-of-order', first, second }
  }
  return null
}
