import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { readTransfer, type TransferWords } from '../domain/transfer-words.ts'
import { hasWork } from '../domain/unreached.ts'
import { startHandover } from './handover-start.ts'
import type { Handler, Reply, Request } from './request.ts'
import {
  findAgency,
  type KnownTransfer,
  type NamedAgency,
  noChoices,
  readKnownTransfer,
  writeTransfer,
} from './transfer-ends.ts'
import { findPlan, previewTransfer, type TransferNeeds } from './transfer-preview.ts'

export const transferDialog = 'transfer'
const waitMinutes = 15

type TransferStores = Pick<Stores, TransferNeeds>

const nothing: KnownTransfer = { from: null, to: null, plan: null, received: false, choices: noChoices }

/** Throws AppError 'not-allowed' unless this person may move work from agency to agency. */
const requireMover = (request: Request): void => {
  if (!isMover(request)) throw new AppError('not-allowed', {})
}

const isMover = ({ person }: Request): boolean => may(person.memberships, 'reassign')

/** /chuyen [A sang B [kế hoạch]]: between agencies, or between people of an agency. */
export const transfer: Handler<TransferNeeds> = (request, typed, stores) =>
  hear(request, readTransfer(typed), nothing, stores)

const waiting = z.object({ known: z.string(), asks: z.enum(['from', 'to']) })

/** The name that was asked for, or both at once. */
export const receiveTransfer: Handler<TransferNeeds, { readonly text: string; readonly data: unknown }> = async (
  request,
  { text, data },
  stores,
) => {
  const { known, asks } = waiting.parse(data)
  const said = readTransfer(text)
  if (said.from !== '' && said.to !== '') return hear(request, said, nothing, stores)
  const words = asks === 'to' ? { ...said, from: '', to: said.to || said.from } : said
  return hear(request, words, await readKnownTransfer(known, stores), stores)
}

/** mv:<what is known>: what is missing is asked, else the preview. */
export const pressTransfer: Handler<TransferNeeds> = async (request, input, stores) => {
  requireMover(request)
  const known = await readKnownTransfer(input, stores)
  return goOn(request, known, stores, known.from !== null && known.to !== null)
}

const hear = async (
  request: Request,
  said: TransferWords,
  known: KnownTransfer,
  stores: TransferStores,
): Promise<readonly Reply[]> => {
  const from = await findNamedAgency(request, said.from, stores)
  if (known.from === null && from?.kind !== 'agency') {
    const handover = await startHandover(request, said, { isMover: isMover(request) }, stores)
    if (handover !== null) return handover
  }
  requireMover(request)
  return hearAgencies(request, { from, said, known }, stores)
}

interface Heard {
  readonly from: NamedAgency | null
  readonly said: TransferWords
  readonly known: KnownTransfer
}

const hearAgencies = async (
  request: Request,
  { from, said, known }: Heard,
  stores: TransferStores,
): Promise<readonly Reply[]> => {
  const to = await findNamedAgency(request, said.to, stores)
  const next = { ...known, from: agencyOf(from) ?? known.from, to: agencyOf(to) ?? known.to }
  const unclear = unclearOf(from) ?? unclearOf(to)
  return unclear === null
    ? narrow(request, next, said.plan, stores)
    : [await sayUnclear(request, unclear, next, stores)]
}

type Unclear = Exclude<NamedAgency, { kind: 'agency' }>

const unclearOf = (named: NamedAgency | null): Unclear | null =>
  named === null || named.kind === 'agency' ? null : named

/** Only the work of the plan that was named, if one was. */
const narrow = async (
  request: Request,
  known: KnownTransfer,
  typed: string | null,
  stores: TransferStores,
): Promise<readonly Reply[]> => {
  if (typed === null || known.from === null) return goOn(request, known, stores, false)
  const plan = await findPlan(request, typed, known.from, stores)
  return typeof plan === 'string' ? goOn(request, { ...known, plan }, stores, false) : [plan]
}

const findNamedAgency = (
  request: Request,
  typed: string,
  stores: Pick<Stores, 'agencies'>,
): Promise<NamedAgency | null> => (typed === '' ? Promise.resolve(null) : findAgency(request, typed, stores))

const agencyOf = (named: NamedAgency | null): Agency | null => (named?.kind === 'agency' ? named.agency : null)

const labelLength = 40

/** The nearest as buttons; what is known already they carry along. */
const sayUnclear = async (
  request: Request,
  named: Unclear,
  known: KnownTransfer,
  stores: TransferStores,
): Promise<Reply> => {
  const { m } = request
  const asks = known.from === null ? 'from' : 'to'
  await wait(request, known, asks, stores)
  if (named.kind === 'group') return { text: m.returning.oneAgencyOnly(named.name) }
  const names = named.nearest.map(({ name }) => name)
  const text = m.returning.notFound(named.typed, names)
  return { text, buttons: named.nearest.map((agency) => [agencyButton(agency, { ...known, [asks]: agency })]) }
}

const agencyButton = ({ name }: Agency, known: KnownTransfer): Button => ({
  label: shorten(name, labelLength),
  action: `mv:${writeTransfer(known)}`,
})

const wait = (
  { now, chat, person }: Request,
  known: KnownTransfer,
  asks: 'from' | 'to',
  { dialogs }: Pick<Stores, 'dialogs'>,
): Promise<void> => {
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  return dialogs.save(
    chat.id,
    person.id,
    { kind: transferDialog, data: { known: writeTransfer(known), asks } },
    expiresAt,
  )
}

const offered = 6

/** Agencies that have work and nobody for it: what is most likely to be moved. */
const listDeserted = async ({ today }: Request, { agencies }: Pick<Stores, 'agencies'>): Promise<readonly Agency[]> => {
  const unreached = (await agencies.listUnreached(today)).filter(hasWork)
  const all = await agencies.list()
  return unreached.flatMap(({ id }) => all.find((agency) => agency.id === id) ?? []).slice(0, offered)
}

const goOn = async (
  request: Request,
  known: KnownTransfer,
  stores: TransferStores,
  replaces: boolean,
): Promise<readonly Reply[]> => {
  const { m } = request
  const { from, to } = known
  if (from === null) {
    await wait(request, known, 'from', stores)
    const deserted = await listDeserted(request, stores)
    const buttons = deserted.map((agency) => [agencyButton(agency, { ...known, from: agency })])
    return [{ text: m.transfer.askFrom(deserted.length > 0), buttons }]
  }
  if (to === null || to.id === from.id) {
    await wait(request, { ...known, to: null }, 'to', stores)
    return [{ text: to === null ? m.transfer.askTo(from.name) : m.transfer.sameAgency(from.name) }]
  }
  await stores.dialogs.remove(request.chat.id, request.person.id)
  const reply = await previewTransfer(request, { ...known, from, to }, stores)
  return [replaces ? { ...reply, replaces } : reply]
}
