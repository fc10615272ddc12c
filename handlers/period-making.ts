import { AppError } from '../domain/errors.ts'
import { cutoffAtOf } from '../domain/periods/period-change.ts'
import type { Period } from '../domain/periods/period.ts'
import { nextPeriodReminder } from '../domain/periods/reminding.ts'
import { copyOf, templateOf } from '../domain/periods/template.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines } from '../locales/rich-text.ts'
import { listYear, requirePeriodsRight, yearOf, yearsToMake } from './period-page.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'calendar' | 'periods'

/** prd-new:<year> */
export const pressMakeYear: Handler<Needs> = async (request, input, stores) => {
  if (!/^20\d\d$/u.test(input)) throw new AppError('button-stale', {})
  return [{ ...(await makeYear(request, Number(input), stores)), replaces: true }]
}

/**
 * The periods of a year: as those of the year before were set, else as the template has them. Those that are there stay
 * as they are. A cut-off that has passed is not made up for.
 */
export const makeYear = async (
  request: Request,
  wanted: number | null,
  stores: Pick<Stores, Needs>,
): Promise<Reply> => {
  requirePeriodsRight(request)
  const { m, now, workspace, person, chat } = request
  const before = await stores.periods.list()
  const year = wanted ?? nextMissing(before, request)
  const { from, to } = yearsToMake(request)
  if (year < from || year > to) return { text: m.periods.wrongYear({ from, to }) }
  const source = before.filter((period) => period.year === year - 1)
  const calendar = await stores.calendar.read()
  const periods = (source.length > 0 ? copyOf(source, year) : templateOf(year)).map((period) => {
    const cutoffAt = cutoffAtOf(period, workspace.zone)
    const nextRemindAt = nextPeriodReminder({ ...period, cutoffAt, remindedAt: null }, now, calendar)
    return { ...period, cutoffAt, nextRemindAt, armedFrom: now }
  })
  const count = await stores.periods.add(periods, now)
  if (count > 0) {
    const entry = { action: 'period.make', subject: 'workspace', subjectId: workspace.id, personId: person.id }
    await stores.audit.append({ ...entry, channel: chat.channel, after: { year, count, periods } }, now)
  }
  const shown = listYear(request, await stores.periods.list(), year)
  return { ...shown, text: lines([m.periods.made({ year, count }), shown.text]) }
}

/** The year of the next cut-offs where it has no periods, else the first after it that has none. */
const nextMissing = (periods: readonly Period[], request: Request): number => {
  const made = new Set(periods.map(({ year }) => year))
  let year = yearOf(periods, request)
  while (made.has(year)) year += 1
  return year
}
