import type { DeliveryFilter } from '../domain/delivery.ts'
import type { DeliveryItem, UnreachablePerson } from '../domain/ports/delivery.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { clockOf } from './broadcast-words.ts'
import {
  checkDeliveryRight,
  type DeliveryFigures,
  readFigures,
  readList,
  readUnreachable,
  whoOf,
} from './delivery-figures.ts'
import type { Request } from './request.ts'

type Clock = ReturnType<typeof clockOf>

interface Shown<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly offset: number
}

export interface ShownList extends Shown<Omit<DeliveryItem, 'at'> & { readonly who: string; readonly at: Clock }> {
  readonly filter: DeliveryFilter
}

export type ShownPeople = Shown<
  Pick<UnreachablePerson, 'channel' | 'reason'> & {
    readonly who: string
    readonly since: Clock
    readonly other: UnreachablePerson['otherChannel']
  }
>

/** All of it on one page. */
export interface DeliveryView {
  readonly figures: DeliveryFigures
  readonly list: ShownList | null
  readonly unreachable: ShownPeople | null
}

/** What a page asks for besides the numbers. */
export interface DeliveryAsked {
  readonly list: DeliveryFilter | null
  readonly people: boolean
  readonly offset: number
}

/** So many rows a page has. */
export const deliveryRows = 50

/** Throws AppError 'not-allowed' for those who do not look after delivery. */
export const viewDelivery = async (
  request: Request,
  { list, people, offset }: DeliveryAsked,
  stores: Pick<Stores, 'delivery'>,
): Promise<DeliveryView> => {
  checkDeliveryRight(request)
  return {
    figures: await readFigures(request, stores),
    list: list && (await showList(request, list, offset, stores)),
    unreachable: people ? await showPeople(request, offset, stores) : null,
  }
}

const showList = async (
  request: Request,
  filter: DeliveryFilter,
  offset: number,
  stores: Pick<Stores, 'delivery'>,
): Promise<ShownList> => {
  const page = await readList(request, { filter, offset, limit: deliveryRows }, stores)
  const items = page.items.map((item) => ({ ...item, who: whoOf(item), at: clockOf(request, item.at) }))
  return { ...page, filter, items }
}

const showPeople = async (request: Request, offset: number, stores: Pick<Stores, 'delivery'>): Promise<ShownPeople> => {
  const page = await readUnreachable(offset, deliveryRows, stores)
  const items = page.items.map((person) => ({
    ...{ who: whoOf(person), channel: person.channel, reason: person.reason, other: person.otherChannel },
    since: clockOf(request, person.since),
  }))
  return { ...page, items }
}
