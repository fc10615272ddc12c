import type { OfficeCalendar } from '../domain/calendar/office-calendar.ts'
import { nextOpening } from '../domain/calendar/office-hours.ts'
import { sumFigures } from '../domain/figures.ts'
import type { Recipient } from '../domain/people.ts'
import { type Period, periodKey } from '../domain/periods/period.ts'
import { decidePeriodReminder, type PeriodMilestone } from '../domain/periods/reminding.ts'
import { latenessOf, owingOf } from '../domain/periods/period-view.ts'
import type { MissingYear } from '../domain/ports/periods.ts'
import type { Stores, Workspace } from '../domain/ports/stores.ts'
import { type LocalDate, localDate } from '../domain/time.ts'
import { composePeriods, type PeriodNews } from './period-message.ts'

type Needed = Pick<Stores, 'calendar' | 'frozen' | 'outbox' | 'people' | 'periods'>

/**
 * Says everything that is due about these periods of a workspace, and that a year has none, one message a person; returns
 * how many were told.
 */
export const tellOfPeriods = async (
  stores: Needed,
  { id, zone }: Pick<Workspace, 'id' | 'zone'>,
  { periods, missing }: { readonly periods: readonly Period[]; readonly missing: MissingYear | null },
  now: Date,
): Promise<number> => {
  const calendar = await stores.calendar.read()
  const today = localDate(now, zone)
  const coordinators = await listCoordinators(stores)
  const news: PeriodNews[] = []
  for (const period of periods) {
    const due = await takeDue(stores, period, { now, calendar })
    if (due !== null) news.push(await gather(stores, { period, ...due }, { coordinators, today, now, zone }))
  }
  const year = missing && { ...missing, fresh: await noteMissing(stores, missing, coordinators, now) }
  const people = await stores.people.listRecipients({
    personIds: [...new Set([...news.flatMap(({ fresh }) => [...fresh]), ...(year?.fresh ?? [])])],
  })
  const overseers = new Set(coordinators.map(({ personId }) => personId))
  const messages = people.flatMap((person) => {
    const message = composePeriods(person, news, { overseers, today, year })
    const steps = [
      ...news.map(({ period, step }) => `${periodKey(period)}:${step}`),
      ...(year ? [`${year.afterId}:${year.step}`] : []),
    ]
    const key = `period:${id}:${steps.join('+')}:${person.personId}:${now.getTime()}`
    // What is noted as told keeps it from being said twice; what was taken back there is said under a key of its own.
    return message === null ? [] : [{ ...message, key }]
  })
  await stores.outbox.add(messages)
  return messages.length
}

/** Who is told for the first time that a year is missing: another process may have been faster. */
const noteMissing = async (
  { periods }: Pick<Stores, 'periods'>,
  { afterId, step }: MissingYear,
  coordinators: readonly Recipient[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const ids = coordinators.map(({ personId }) => personId)
  return new Set(await periods.noteTold(afterId, step, ids, now))
}

/** Where nobody coordinates, those who look after the workspace do. */
const listCoordinators = async ({ people }: Pick<Stores, 'people'>): Promise<readonly Recipient[]> => {
  const coordinators = await people.listRecipients({ roles: ['coordinator'] })
  return coordinators.length > 0 ? coordinators : people.listRecipients({ roles: ['admin'] })
}

interface Due {
  readonly step: string
  readonly lateSince: LocalDate | null
}

/** What of a period is said now, noted as said; null where its reminders were only put off. */
const takeDue = async (
  { periods }: Pick<Stores, 'periods'>,
  period: Period,
  { now, calendar }: { readonly now: Date; readonly calendar: OfficeCalendar },
): Promise<Due | null> => {
  const version = `v${period.cutoffVersion}`
  if (period.frozenAt !== null) {
    await periods.noteCloseTold(period.id, now)
    return { step: `${version}:close`, lateSince: null }
  }
  const { current, next } = decidePeriodReminder(period, now, calendar)
  await periods.noteReminded(period.id, { at: current === null ? null : now, next: next?.at ?? null })
  return current && { step: `${version}:${current.daysBefore}`, lateSince: findLate(current, now, calendar) }
}

const tolerated = 24 * 60 * 60 * 1000

const findLate = ({ at }: PeriodMilestone, now: Date, calendar: OfficeCalendar): LocalDate | null => {
  const sayable = nextOpening(at, calendar)
  return now.getTime() - sayable.getTime() > tolerated ? localDate(sayable, calendar.zone) : null
}

/** Before the cut-off the agencies that owe something are told and the coordinators; after it only the latter. */
const gather = async (
  { periods, people, frozen }: Needed,
  due: Due & { readonly period: Period },
  context: {
    readonly coordinators: readonly Recipient[]
    readonly today: LocalDate
    readonly now: Date
    readonly zone: string
  },
): Promise<PeriodNews> => {
  const { period, step } = due
  const isClosed = period.frozenAt !== null
  const agencies = await periods.listAgencies(period)
  const owing = isClosed ? [] : owingOf(agencies).map(({ agencyId }) => agencyId)
  const members = await periods.listTold(owing, context.today)
  const reachable = await people.listRecipients({ personIds: members.map(({ personId }) => personId) })
  // Where everybody has sent there is nothing to say before the cut-off.
  const isNews = isClosed || owing.length > 0
  const told = isNews ? [...reachable, ...context.coordinators] : []
  const figures = isClosed ? await frozen.read(period.id, 'all') : null
  return {
    ...due,
    ...{
      agencies,
      told: members,
      closed: figures && { totals: sumFigures(figures.agencies), late: latenessOf(period, figures, context.zone) },
    },
    lacking: await periods.listLacking(period, owing),
    fresh: new Set(
      await periods.noteTold(period.id, step, [...new Set(told.map(({ personId }) => personId))], context.now),
    ),
  }
}
