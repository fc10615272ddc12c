import { z } from 'zod'
import { findNamed } from '../domain/absence-words.ts'
import { AppError } from '../domain/errors.ts'
import { type Holder, nearestNamed } from '../domain/handover.ts'
import type { Button } from '../domain/message.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import type { TransferWords } from '../domain/transfer-words.ts'
import { endOf } from './decision-items.ts'
import { type HandoverNeeds, previewHandover } from './handover.ts'
import { findManaged, listHolders } from './holders.ts'
import type { Handler, Reply, Request } from './request.ts'

export const handoverDialog = 'handover'
const waitMinutes = 15

type HandoverStores = Pick<Stores, HandoverNeeds>

/** Whose tasks, and to whom, as they were typed; null when it is about no person. */
export const startHandover = async (
  request: Request,
  said: Pick<TransferWords, 'from' | 'to'>,
  { isMover }: { readonly isMover: boolean },
  stores: HandoverStores,
): Promise<readonly Reply[] | null> => {
  const managed = await findManaged(request, stores)
  const holders = await listHolders(managed, stores)
  const named = findNamed(said.from, holders)
  if (named.length === 0 && isMover) return null
  if (said.from === '') return [await askWhose(request, holders, stores)]
  return [await hearNamed(request, said, { named, holders }, stores)]
}

const hearNamed = async (
  request: Request,
  said: Pick<TransferWords, 'from' | 'to'>,
  { named, holders }: { readonly named: readonly Holder[]; readonly holders: readonly Holder[] },
  stores: HandoverStores,
): Promise<Reply> => {
  const [from, another] = named
  if (from === undefined) return sayUnknown(request, said.from, holders)
  const to = findNamed(said.to, living(holders))
  if (another === undefined) return goTo(request, { from, to, typed: said.to, holders }, stores)
  const target = to.length === 1 ? (to[0] ?? null) : null
  return offer(request, request.m.handover.severalOf(said.from), named, (one) => press(one, target))
}

const living = (holders: readonly Holder[]): readonly Holder[] => holders.filter(({ gone }) => !gone)

const press = (from: Holder, to: Holder | null): string =>
  to === null ? `ho:${endOf(from.personId)}` : `ho:${endOf(from.personId)}:${endOf(to.personId)}`

const shown = 8
const labelLength = 40

/** People as buttons; who is called like another is told apart by the agency. */
const offer = (
  { m }: Pick<Request, 'm'>,
  text: Reply['text'],
  people: readonly Holder[],
  action: (holder: Holder) => string,
  more: readonly Button[] = [],
): Reply => ({
  text,
  buttons: [
    ...inRows(
      people.slice(0, shown).map((holder) => {
        const isAlone = people.filter(({ name }) => name === holder.name).length === 1
        const label = isAlone ? holder.name : m.handover.of(holder.name, holder.agencies)
        return { label: shorten(label, labelLength), action: action(holder) }
      }),
      2,
    ),
    ...(more.length === 0 ? [] : [more]),
  ],
})

const askWhose = async (
  request: Request,
  holders: readonly Holder[],
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<Reply> => {
  if (holders.length === 0) throw new AppError('not-allowed', {})
  await wait(request, null, dialogs)
  return offer(request, request.m.handover.askWhose(), holders, (holder) => press(holder, null))
}

const wait = ({ now, chat, person }: Request, from: Holder | null, dialogs: Stores['dialogs']): Promise<void> => {
  const data = { from: from === null ? null : endOf(from.personId) }
  return dialogs.save(
    chat.id,
    person.id,
    { kind: handoverDialog, data },
    new Date(now.getTime() + waitMinutes * 60_000),
  )
}

const sayUnknown = (request: Request, typed: string, holders: readonly Holder[]): Reply => {
  const near = nearestNamed(typed, holders)
  return offer(request, request.m.handover.unknown(typed, near.length), near, (holder) => press(holder, null))
}

interface Target {
  readonly from: Holder
  /** Whom the name may mean. */
  readonly to: readonly Holder[]
  readonly typed: string
  readonly holders: readonly Holder[]
}

const goTo = async (request: Request, { from, to, typed, holders }: Target, stores: HandoverStores): Promise<Reply> => {
  const [only, another] = to
  if (only !== undefined && another === undefined) {
    await stores.dialogs.remove(request.chat.id, request.person.id)
    return previewHandover(request, { from, to: only, holders }, stores)
  }
  return askWhom(request, { from, to, typed, holders }, stores)
}

/** Colleagues of the agencies whose tasks these are; and the whole agency, where they are still one person's. */
const askWhom = async (
  request: Request,
  { from, to, typed, holders }: Target,
  stores: HandoverStores,
): Promise<Reply> => {
  const { m } = request
  const held = await stores.handovers.listHeld(from.personId, await findManaged(request, stores))
  const agencyIds = held.map(({ agencyId }) => agencyId)
  if (held.length === 0) return { text: m.handover.nothing(from.name) }
  await wait(request, from, stores.dialogs)
  const colleagues = living(holders).filter(
    (other) => other.personId !== from.personId && other.agencyIds.some((id) => agencyIds.includes(id)),
  )
  const text = m.handover.askWhom({ name: from.name, tasks: held.length, typed: to.length === 0 ? typed : '' })
  const everybody = { label: m.doer.everybody, action: `ho:${endOf(from.personId)}:-` }
  return offer(
    request,
    text,
    to.length > 0 ? to : colleagues,
    (other) => press(from, other),
    from.gone ? [] : [everybody],
  )
}

/** ho:<end of a person's id>[:<end of another's, or "-">] */
export const pressHandover: Handler<HandoverNeeds> = async (request, input, stores) => {
  const [one = '', two] = input.split(':')
  const holders = await listHolders(await findManaged(request, stores), stores)
  const find = (end: string): Holder => {
    const found = holders.find(({ personId }) => endOf(personId) === end)
    if (found === undefined) throw new AppError('button-stale', {})
    return found
  }
  const from = find(one)
  if (two === undefined) return [await askWhom(request, { from, to: [], typed: '', holders }, stores)]
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return [await previewHandover(request, { from, to: two === '-' ? null : find(two), holders }, stores)]
}

const waiting = z.object({ from: z.string().nullable() })

/** A name as the next message. */
export const receiveHandover: Handler<HandoverNeeds, { readonly text: string; readonly data: unknown }> = async (
  request,
  { text, data },
  stores,
) => {
  const { from: end } = waiting.parse(data)
  if (end === null) return (await startHandover(request, { from: text, to: '' }, { isMover: false }, stores)) ?? []
  const holders = await listHolders(await findManaged(request, stores), stores)
  const from = holders.find(({ personId }) => endOf(personId) === end)
  if (from === undefined) throw new AppError('button-stale', {})
  return [await goTo(request, { from, to: findNamed(text, living(holders)), typed: text, holders }, stores)]
}
