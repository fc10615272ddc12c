import { AppError } from '../domain/errors.ts'
import { isCollecting, type Period, periodKey, standingOf } from '../domain/periods/period.ts'
import { clockOf } from '../domain/periods/period-view.ts'
import type { AgencyInPeriod } from '../domain/ports/periods.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { rightTo } from '../domain/stand-in.ts'
import { notOpen } from './period-owing.ts'
import { getPeriod } from './period-page.ts'
import { findActing } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audit' | 'periods'

interface Sending {
  readonly period: Period
  readonly agencyId: string
  readonly agencyName: string
}

/** prd-ok:<period>:<agency>: "Đã gửi số liệu". */
export const confirmSent: Handler<Needs> = async (request, input, stores) => {
  const { m, now, person } = request
  const sending = await getSending(request, input, stores)
  const { period, agencyId, agencyName } = sending
  if (!isCollecting(period)) return [{ text: notOpen(request, period) }]
  const isNew = await stores.periods.markSent(period.id, { agencyId, personId: person.id }, now)
  if (isNew) await record(request, { period, agencyId, action: 'period.sent' }, stores)
  const agency = (await stores.periods.listAgencies(period)).find((one) => one.agencyId === agencyId)
  const buttons = [[{ label: m.periodData.takeBack, action: `prd-un:${periodKey(period)}:${agencyId}` }]]
  return [
    {
      text: isNew
        ? sentText(request, sending, agency)
        : m.periodData.sentBefore(sentBefore(request, agencyName, agency)),
      buttons,
    },
  ]
}

const sentText = ({ m }: Request, { period, agencyName }: Sending, agency: AgencyInPeriod | undefined) => {
  const lacking = (agency?.silent ?? 0) + (agency?.unproven ?? 0)
  const cutoff = standingOf(period) === 'lost' ? null : { day: period.cutoffOn, time: period.cutoffTime }
  return m.periodData.sent({ agency: agencyName, period, cutoff, lacking })
}

const sentBefore = ({ now, workspace }: Request, agency: string, found: AgencyInPeriod | undefined) => ({
  ...{ agency, at: clockOf(found?.sentAt ?? now, workspace.zone) },
})

/** prd-un:<period>:<agency>: it was not yet; the agency is reminded again. */
export const takeBackSent: Handler<Needs> = async (request, input, stores) => {
  const { period, agencyId, agencyName } = await getSending(request, input, stores)
  if (!isCollecting(period)) return [{ text: notOpen(request, period) }]
  if (await stores.periods.takeBackSent(period.id, agencyId)) {
    await record(request, { period, agencyId, action: 'period.unsent' }, stores)
  }
  return [takenBack(request, { period, agencyId, agencyName })]
}

const takenBack = ({ m }: Request, { period, agencyId, agencyName }: Sending): Reply => ({
  text: m.periodData.takenBack({ agency: agencyName, period }),
  buttons: [[{ label: m.periodData.sentButton(null), action: `prd-ok:${periodKey(period)}:${agencyId}` }]],
  replaces: true,
})

/** Throws AppError 'button-stale' for what is not of this workspace, and 'not-allowed' for what is not theirs to say. */
const getSending = async (
  request: Request,
  input: string,
  stores: Pick<Stores, 'agencies' | 'periods'>,
): Promise<Sending> => {
  const [key = '', agencyId = ''] = input.split(':')
  const agency = (await stores.agencies.list()).find(({ id }) => id === agencyId)
  if (agency === undefined) throw new AppError('button-stale', {})
  const acting = await findActing(request, stores)
  if (rightTo(acting, 'send-period-data', agencyId) === null) throw new AppError('not-allowed', {})
  return { period: await getPeriod(key, stores), agencyId, agencyName: agency.name }
}

const record = (
  { person, chat, now }: Request,
  { period, agencyId, action }: { readonly period: Period; readonly agencyId: string; readonly action: string },
  { audit }: Pick<Stores, 'audit'>,
): Promise<void> => {
  const { id, year, kind } = period
  const entry = { action, subject: 'period', subjectId: id, personId: person.id, channel: chat.channel }
  return audit.append({ ...entry, after: { year, kind, agencyId } }, now)
}
