import {
  countStates,
  type DeliveryCell,
  type DeliveryCounts,
  type DeliveryFilter,
  deliveryStates,
  periodUntil,
} from '../domain/delivery.ts'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { DeliveryItem, UnreachablePerson } from '../domain/ports/delivery.ts'
import type { Page } from '../domain/ports/assignments.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { monthOf, waitingRanks } from '../domain/quota.ts'
import type { DeliverySummary } from '../locales/vi/delivery.ts'
import { clockOf } from './broadcast-words.ts'
import type { Request } from './request.ts'

/** Everything that is counted, as every screen shows it. */
export interface DeliveryFigures {
  readonly summary: DeliverySummary
  /** Those of which there is something. */
  readonly channels: readonly { readonly channel: DeliveryCell['channel']; readonly counts: DeliveryCounts }[]
  /** The latest first. */
  readonly days: readonly { readonly day: string; readonly counts: DeliveryCounts }[]
}

type Asking = Pick<Request, 'now' | 'today' | 'workspace'>
type Needed = Pick<Stores, 'delivery'>

/** Throws AppError 'not-allowed' for those who do not look after delivery. */
export const checkDeliveryRight = ({ person }: Pick<Request, 'person'>): void => {
  if (!may(person.memberships, 'see-delivery')) throw new AppError('not-allowed', {})
}

/** One count for every screen: two of them can never disagree. */
export const readFigures = async (request: Asking, { delivery }: Needed): Promise<DeliveryFigures> => {
  const { now, today, workspace } = request
  const { since, ...period } = periodUntil(today, workspace.zone)
  const cells = await delivery.count(since, workspace.zone)
  const oldest = await delivery.findOldestWaiting()
  const quota = await delivery.findQuota(now)
  const { total: unreachable } = await delivery.listUnreachable({ offset: 0, limit: 0 })
  const days = Map.groupBy(
    cells.filter(({ day }) => day !== null),
    ({ day }) => day ?? '',
  )
  return {
    summary: {
      ...{ ...period, counts: countStates(cells), unreachable },
      oldest: oldest === null ? null : clockOf(request, oldest),
      quota: quota && { ...quota, month: monthOf(now, quota.zone).name, waiting: waitingRanks(quota) },
    },
    channels: [...Map.groupBy(cells, ({ channel }) => channel)].map(([channel, own]) => ({
      channel,
      counts: countStates(own),
    })),
    days: [...days].map(([day, own]) => ({ day, counts: countStates(own) })).toReversed(),
  }
}

/** A page of messages; the last page there still is where this one has gone. */
export const readList = async (
  request: Asking,
  { filter, offset, limit }: ListWanted,
  { delivery }: Needed,
): Promise<Page<DeliveryItem> & { readonly offset: number }> => {
  const { workspace, today } = request
  const { since } = periodUntil(today, workspace.zone)
  const read = (from: number) => delivery.list(filter, since, workspace.zone, { offset: from, limit })
  return lastPage(await read(offset), offset, limit, read)
}

export const readUnreachable = async (
  offset: number,
  limit: number,
  { delivery }: Needed,
): Promise<Page<UnreachablePerson> & { readonly offset: number }> => {
  const read = (from: number) => delivery.listUnreachable({ offset: from, limit })
  return lastPage(await read(offset), offset, limit, read)
}

interface ListWanted {
  readonly filter: DeliveryFilter
  readonly offset: number
  readonly limit: number
}

const lastPage = async <T>(
  page: Page<T>,
  offset: number,
  limit: number,
  read: (from: number) => Promise<Page<T>>,
): Promise<Page<T> & { readonly offset: number }> => {
  if (page.items.length > 0 || page.total === 0) return { ...page, offset }
  const last = Math.floor((page.total - 1) / limit) * limit
  return { ...(await read(last)), offset: last }
}

/** "Chuyên viên Một, Phòng Nội vụ" */
export const whoOf = ({ name, agencyName }: { readonly name: string; readonly agencyName: string | null }): string =>
  agencyName === null ? name : `${name}, ${agencyName}`

export const sumOf = (counts: DeliveryCounts): number => deliveryStates.reduce((sum, state) => sum + counts[state], 0)
