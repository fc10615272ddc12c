import { isWorkingDay } from '../domain/calendar/office-calendar.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import {
  isCollecting,
  isCutoffLost,
  type Period,
  periodKey,
  readPeriodKey,
  standingOf,
} from '../domain/periods/period.ts'
import { clockOf, countSent, lostOf, owingOf } from '../domain/periods/period-view.ts'
import { workingDayBefore } from '../domain/periods/reminding.ts'
import { templateSources } from '../domain/periods/template.ts'
import type { AgencyInPeriod } from '../domain/ports/periods.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { addDays } from '../domain/time.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'calendar' | 'periods'

/** Throws AppError 'not-allowed' for those who do not look after the periods. */
export const requirePeriodsRight = (request: Request): void => {
  if (!mayManage(request)) throw new AppError('not-allowed', {})
}

const mayManage = ({ person }: Request): boolean => may(person.memberships, 'manage-periods')

/** How far ahead and back periods may be made. */
export const yearsToMake = ({ today }: Pick<Request, 'today'>) => {
  const year = Number(today.slice(0, 4))
  return { from: year - 1, to: year + 3 }
}

/** The year whose cut-offs come next, else this one. */
export const yearOf = (periods: readonly Period[], { now, today }: Pick<Request, 'now' | 'today'>): number =>
  periods.find(({ cutoffAt }) => cutoffAt > now)?.year ?? Number(today.slice(0, 4))

/** The periods of one year, each to be opened; or that they can be made. */
export const listYear = (request: Request, all: readonly Period[], year: number): Reply => {
  const { m } = request
  const periods = all.filter((period) => period.year === year)
  if (periods.length === 0) return offerYear(request, all, year)
  const opening = periods.map((period) => ({ label: m.periods.name(period), action: `prd:${periodKey(period)}` }))
  const others = [...new Set(all.map((period) => period.year))]
    .filter((other) => other !== year && Math.abs(other - year) === 1)
    .map((other) => ({ label: m.periods.openYear(other), action: `prd-yr:${other}` }))
  const isNextMissing = !all.some((period) => period.year === year + 1) && year + 1 <= yearsToMake(request).to
  const making: readonly Button[] =
    mayManage(request) && isNextMissing ? [{ label: m.periods.make(year + 1), action: `prd-new:${year + 1}` }] : []
  return {
    text: m.periods.list({ year, periods: periods.map(lineOfPeriod) }),
    buttons: [...inRows(opening, 2), ...inRows([...others, ...making], 2)],
  }
}

const offerYear = (request: Request, all: readonly Period[], year: number): Reply => {
  const { m } = request
  if (!mayManage(request)) return { text: m.periods.noneYet(year) }
  const copied = all.some((period) => period.year === year - 1) ? year - 1 : null
  return {
    text: m.periods.none({ year, sources: templateSources, copied }),
    buttons: [[{ label: m.periods.make(year), action: `prd-new:${year}` }]],
  }
}

const lineOfPeriod = (period: Period) => ({
  ...{ year: period.year, kind: period.kind, fromOn: period.fromOn, toOn: period.toOn },
  ...{ cutoff: { day: period.cutoffOn, time: period.cutoffTime }, standing: standingOf(period) },
})

/** prd-yr:<year> */
export const turnPeriodYear: Handler<Needs> = async (request, input, { periods }) => {
  if (!/^20\d\d$/u.test(input)) throw new AppError('button-stale', {})
  return [{ ...listYear(request, await periods.list(), Number(input)), replaces: true }]
}

/** The period that a button names, held; throws AppError 'button-stale' when there is none in this workspace. */
export const getPeriod = async (key: string, { periods }: Pick<Stores, 'periods'>): Promise<Period> => {
  const named = readPeriodKey(key)
  const period = named === null ? null : await periods.lock(named)
  if (period === null) throw new AppError('button-stale', {})
  return period
}

/** prd:<period> */
export const openPeriod: Handler<Needs> = async (request, key, stores) => [
  { ...(await pageOf(request, await getPeriod(key, stores), stores)), replaces: true },
]

/** Everything that is set of one period, and how far it has come. */
export const pageOf = async (request: Request, period: Period, stores: Pick<Stores, Needs>): Promise<Reply> => {
  const { m, workspace } = request
  const calendar = await stores.calendar.read()
  const agencies = isCollecting(period) || period.frozenAt !== null ? await stores.periods.listAgencies(period) : []
  const chain = period.chain.map(({ name, dueOn }) => {
    const worked = workingDayBefore(dueOn, calendar)
    return { name, dueOn, movedTo: worked === dueOn ? null : worked }
  })
  const text = m.periods.page({
    ...{ ...lineOfPeriod(period), ...countSent(agencies), chain, remindBefore: period.remindBefore },
    isCutoffOff: !isWorkingDay(period.cutoffOn, calendar),
    frozenAt: period.frozenAt && clockOf(period.frozenAt, workspace.zone),
    lost: period.lost !== null && isCutoffLost(period) ? lostOf(period.lost, workspace.zone) : null,
  })
  return { text, buttons: [...sendingRows(request, period, agencies), ...pageButtons(request, period)] }
}

/** What the people of an agency can say without waiting to be reminded. */
const sendingRows = (
  { m, person }: Request,
  period: Period,
  agencies: readonly AgencyInPeriod[],
): readonly (readonly Button[])[] => {
  if (!isCollecting(period)) return []
  const own = ownAgencies(person.memberships)
  const owing = owingOf(agencies).filter(({ agencyId }) => own.includes(agencyId))
  return owing.map(({ agencyId, agencyName }) => [
    {
      label: m.periodData.sentButton(owing.length === 1 ? null : shorten(agencyName, labelLength)),
      action: `prd-ok:${periodKey(period)}:${agencyId}`,
    },
  ])
}

const labelLength = 40

const pageButtons = (request: Request, period: Period): readonly (readonly Button[])[] => {
  const { m } = request
  const key = periodKey(period)
  const standing = standingOf(period)
  const figures = standing === 'frozen' ? [{ label: m.periods.figures, action: `prd-fig:${key}` }] : []
  const back = { label: m.periods.back, action: `prd-yr:${period.year}` }
  if (!mayManage(request)) return inRows([...figures, back], 2)
  const entered = standing === 'lost' ? [{ label: m.periodData.entered, action: `prd-in:${key}` }] : []
  const turning: readonly Button[] =
    standing === 'frozen'
      ? []
      : [
          standing === 'off'
            ? { label: m.periods.turnOn, action: `prd-on:${key}` }
            : { label: m.periods.turnOff, action: `prd-off:${key}` },
        ]
  const who =
    standing === 'frozen' || isCollecting(period) ? [{ label: m.periods.who, action: `prd-who:${key}:0` }] : []
  const howTo = { label: m.periods.howTo, action: `prd-how:${key}` }
  return inRows([...figures, ...entered, ...who, howTo, ...turning, back], 2)
}

/** A day that can be set in a period as things are: for the examples. */
export const exampleOf = ({ year, kind, fromOn, toOn }: Period, { today }: Pick<Request, 'today'>) => ({
  ...{ year, kind, fromOn, toOn },
  day: toOn > today ? toOn : addDays(today, 1),
})

/** prd-how:<period> */
export const explainPeriod: Handler<'periods'> = async (request, key, stores) => {
  requirePeriodsRight(request)
  const period = await getPeriod(key, stores)
  return [{ text: request.m.periods.howToChange(exampleOf(period, request)) }]
}
