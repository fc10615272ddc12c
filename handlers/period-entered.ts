import { type Period, periodKey, standingOf } from '../domain/periods/period.ts'
import { countSent, lostOf } from '../domain/periods/period-view.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { figuresOf } from './period-figures.ts'
import { getPeriod, requirePeriodsRight } from './period-page.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audit' | 'frozen' | 'periods'

/** prd-in:<period>: everything that a restore lost is entered again; asked once more, for nothing undoes what follows. */
export const askEntered: Handler<Needs> = async (request, key, stores) => {
  requirePeriodsRight(request)
  const period = await getPeriod(key, stores)
  if (standingOf(period) !== 'lost' || period.lost === null) return [await shown(request, period, stores)]
  const { m, workspace } = request
  const counts = countSent(await stores.periods.listAgencies(period))
  return [
    {
      text: m.periodData.askEntered({ period, lost: lostOf(period.lost, workspace.zone), ...counts }),
      buttons: [
        [
          { label: m.periodData.freeze, action: `prd-frz:${periodKey(period)}` },
          { label: m.periodData.page, action: `prd:${periodKey(period)}` },
        ],
      ],
      replaces: true,
    },
  ]
}

/** prd-frz:<period>: freezes what stands now, under the label of a restore; who was faster than this press has frozen it. */
export const freezeEntered: Handler<Needs> = async (request, key, stores) => {
  requirePeriodsRight(request)
  const period = await getPeriod(key, stores)
  if (standingOf(period) === 'lost') await freeze(request, period, stores)
  return [await shown(request, await getPeriod(key, stores), stores)]
}

const shown = async (request: Request, period: Period, stores: Pick<Stores, Needs>): Promise<Reply> => ({
  ...(await figuresOf(request, period, stores)),
  replaces: true,
})

const freeze = async (
  { now, workspace, person, chat }: Request,
  period: Period,
  { audit, frozen, periods }: Pick<Stores, Needs>,
): Promise<void> => {
  const { id, year, kind, cutoffAt, cutoffVersion } = period
  const { asOf, lateBecause } = await frozen.freeze(period, workspace.zone, now)
  await periods.noteFrozen(id, now)
  // The others are told by the clock; whoever pressed sees it at once.
  await periods.noteTold(id, `v${cutoffVersion}:close`, [person.id], now)
  const entry = { action: 'period.freeze', subject: 'period', subjectId: id, personId: person.id }
  const after = { year, kind, cutoffAt, asOf, lateBecause }
  await audit.append({ ...entry, channel: chat.channel, after }, now)
}
