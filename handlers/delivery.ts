import { z } from 'zod'
import { type DeliveryFilter, deliveryStates } from '../domain/delivery.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { joinTexts } from '../domain/rich-text.ts'
import { clockOf } from './broadcast-words.ts'
import { checkDeliveryRight, readFigures, readList, readUnreachable, sumOf, whoOf } from './delivery-figures.ts'
import type { Handler, Reply, Request } from './request.ts'
import type { ButtonRoute } from './route.ts'

/** /guitin: what was sent, what waits, what failed, and who cannot be reached. */
export const showDelivery: Handler<'delivery'> = async (request, _input, stores) => [await summary(request, stores)]

const backToSummary: Handler<'delivery'> = async (request, _input, stores) => [
  { ...(await summary(request, stores)), replaces: true },
]

const summary = async (request: Request, stores: Pick<Stores, 'delivery'>): Promise<Reply> => {
  checkDeliveryRight(request)
  const { delivery: m } = request.m
  const { summary: seen } = await readFigures(request, stores)
  const lists = deliveryStates
    .filter((state) => seen.counts[state] > 0)
    .map((state) => ({ label: m.counted(m.button[state], seen.counts[state]), action: listAction({ state }) }))
  const people =
    seen.unreachable > 0 ? [{ label: m.counted(m.unreachableButton, seen.unreachable), action: 'dl-un:0' }] : []
  return {
    text: joinTexts([m.summary(seen), { text: `\n${m.onWeb(`${request.links.web}/gui-tin`)}`, entities: [] }]),
    buttons: [
      ...inRows([...lists, ...people], 2),
      [
        { label: m.byChannel, action: 'dl-by:channel' },
        { label: m.byDay, action: 'dl-by:day' },
      ],
      [{ label: m.refresh, action: 'dl:' }],
    ],
  }
}

const listAction = (filter: Partial<DeliveryFilter>, offset = 0): string =>
  `dl-ls:${filter.state ?? '*'}:${filter.channel ?? '*'}:${filter.day ?? '*'}:${offset}`

const pageLength = 10

const any = z.literal('*').transform(() => null)
const offsetSchema = z.coerce.number().int().min(0).max(1_000_000)
const wanted = z.tuple([
  z.enum(deliveryStates).or(any),
  z.enum(['telegram', 'zalo', 'web']).or(any),
  z.iso.date().or(any),
  offsetSchema,
])

/** dl-ls:<state>:<channel>:<day>:<offset>, "*" for any. */
const turnList: Handler<'delivery'> = async (request, input, stores) => {
  checkDeliveryRight(request)
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [state, channel, day, offset] = parsed.data
  const filter = { state, channel, day }
  const { delivery: m } = request.m
  const page = await readList(request, { filter, offset, limit: pageLength }, stores)
  const heading = m.heading(filter)
  const items = page.items.map((item) => ({
    ...{ state: item.state, failure: item.failure, movedTo: item.movedTo, at: clockOf(request, item.at) },
    about: [whoOf(item), m.channel(item.channel), m.task(item.kind, item.taskNumber)],
  }))
  const turning = turningButtons(request, page, (to) => listAction(filter, to))
  const text =
    items.length === 0 ? m.emptyList(heading) : m.list({ heading, items, total: page.total, from: page.offset + 1 })
  return [{ text, buttons: [turning], replaces: true }]
}

/** dl-un:<offset> */
const turnUnreachable: Handler<'delivery'> = async (request, input, stores) => {
  checkDeliveryRight(request)
  const offset = offsetSchema.safeParse(input)
  if (!offset.success) throw new AppError('button-stale', {})
  const { delivery: m } = request.m
  const page = await readUnreachable(offset.data, pageLength, stores)
  const items = page.items.map((person) => ({
    ...{ who: whoOf(person), channel: person.channel, reason: person.reason, other: person.otherChannel },
    since: clockOf(request, person.since),
  }))
  const text =
    items.length === 0
      ? { text: m.nobodyUnreachable, entities: [] }
      : m.unreachableList({ items, total: page.total, from: page.offset + 1 })
  return [{ text, buttons: [turningButtons(request, page, (to) => `dl-un:${to}`)], replaces: true }]
}

const turningButtons = (
  { m }: Request,
  { offset, total }: { readonly offset: number; readonly total: number },
  action: (offset: number) => string,
): readonly Button[] =>
  [
    offset > 0 && { label: m.common.back, action: action(Math.max(0, offset - pageLength)) },
    offset + pageLength < total && { label: m.common.more, action: action(offset + pageLength) },
    { label: m.delivery.toSummary, action: 'dl:' },
  ].filter((button) => button !== false)

/** dl-by:channel, dl-by:day */
const showGroups: Handler<'delivery'> = async (request, input, stores) => {
  checkDeliveryRight(request)
  const by = z.enum(['channel', 'day']).safeParse(input)
  if (!by.success) throw new AppError('button-stale', {})
  const { delivery: m } = request.m
  const { channels, days } = await readFigures(request, stores)
  const items =
    by.data === 'channel'
      ? channels.map(({ channel, counts }) => ({ name: m.channel(channel), counts, action: listAction({ channel }) }))
      : days.map(({ day, counts }) => ({ name: m.day(day), counts, action: listAction({ day }) }))
  const opening = items.map(({ name, counts, action }) => ({ label: m.counted(name, sumOf(counts)), action }))
  const back = [{ label: m.toSummary, action: 'dl:' }]
  return [{ text: m.groups({ by: by.data, items }), buttons: [...inRows(opening, 3), back], replaces: true }]
}

export const deliveryButtons: readonly ButtonRoute[] = [
  { prefix: 'dl', run: backToSummary },
  { prefix: 'dl-ls', run: turnList },
  { prefix: 'dl-un', run: turnUnreachable },
  { prefix: 'dl-by', run: showGroups },
]
