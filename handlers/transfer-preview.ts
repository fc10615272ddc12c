import { childrenOf, isClosedOn } from '../domain/agency-merger.ts'
import type { Button } from '../domain/message.ts'
import { isPlanNumber } from '../domain/plan-reference.ts'
import type { Agency } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Giving, TransferWish } from '../domain/ports/transfers.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { countTransfer, mergeChoices, toggleMerge, type TransferFigures } from '../domain/transfer.ts'
import { endOf } from './decision-items.ts'
import type { Reply, Request } from './request.ts'
import { hashSecret } from './secrets.ts'
import { type KnownTransfer, writeTransfer } from './transfer-ends.ts'

export type TransferNeeds =
  | 'agencies'
  | 'assignments'
  | 'audiences'
  | 'audit'
  | 'delegations'
  | 'dialogs'
  | 'handovers'
  | 'mergers'
  | 'outbox'
  | 'people'
  | 'roster'
  | 'transfers'
type TransferStores = Pick<Stores, TransferNeeds>

/** A transfer of which both ends are known. */
export interface ReadyTransfer extends KnownTransfer {
  readonly from: Agency
  readonly to: Agency
}

/** What there is to move, as the preview shows it and the confirmation finds it again. */
export interface FoundTransfer {
  readonly wish: TransferWish
  readonly giving: readonly Giving[]
  /** Stands for all of it: another one means that something has changed. */
  readonly print: string
}

const printLength = 6

export const findTransfer = async (
  { from, to, plan, received, choices }: ReadyTransfer,
  stores: Pick<Stores, 'mergers' | 'transfers'>,
  options?: { readonly lock: boolean },
): Promise<FoundTransfer> => {
  const wish = { fromId: from.id, toId: to.id, planId: null, received }
  const all = await stores.transfers.list(wish, options)
  const planId = all.find((item) => endOf(item.planId) === plan)?.planId ?? null
  const giving = plan === null ? all : all.filter((item) => item.planId === planId)
  const people = choices.people ? await stores.mergers.listMembers(from.id) : []
  const standing = [
    ...giving.map(({ id, state, there }) => `${id}${state}${there?.state ?? ''}`),
    ...people.map(({ personId }) => personId),
  ]
  return { wish: { ...wish, planId }, giving, print: hashSecret(standing.join()).slice(0, printLength) }
}

/** The end of the id of a plan by its number, among those that the agency has open work of; else what to say. */
export const findPlan = async (
  { m }: Request,
  typed: string,
  from: Agency,
  { transfers }: Pick<Stores, 'transfers'>,
): Promise<string | Reply> => {
  const all = await transfers.list({ fromId: from.id, toId: from.id, planId: null, received: false })
  const plans = new Map(all.map(({ planId, planNumber }) => [planId, planNumber]))
  const found = [...plans].filter(([, number]) => isPlanNumber(typed, number))
  const [only, another] = found
  if (only === undefined) return { text: m.transfer.noPlan(typed, from.name) }
  return another === undefined ? endOf(only[0]) : { text: m.transfer.severalPlans(found.map(([, number]) => number)) }
}

/** What would be moved, who would be told, and what else may be chosen; nothing is changed yet. */
export const previewTransfer = async (
  request: Request,
  ready: ReadyTransfer,
  stores: TransferStores,
): Promise<Reply> => {
  const { m, today, person } = request
  const { from, to } = ready
  if (isClosedOn(to, today)) return sayClosed(request, to)
  const found = await findTransfer(ready, stores)
  const figures = countTransfer(found.giving, today)
  const members = await stores.audiences.list({ agencyIds: [from.id, to.id] })
  const told = members.filter(({ personId }) => personId !== person.id).length
  const merging = await mergingOf(request, ready, stores)
  const text = m.transfer.preview({
    ...{ from: from.name, to: to.name, figures: named(request, figures), told, merging },
    ...{ plan: ready.plan === null ? null : (found.giving[0]?.planNumber ?? ''), received: ready.received },
  })
  return { text, buttons: buttonsOf(request, ready, { figures, print: found.print, merges: merging !== null }) }
}

const buttonsOf = (
  request: Request,
  ready: ReadyTransfer,
  { figures, print, merges }: { readonly figures: TransferFigures; readonly print: string; readonly merges: boolean },
): readonly (readonly Button[])[] => {
  const { m } = request
  const chosen = merges && mergeChoices.some((choice) => ready.choices[choice])
  const confirm = [
    { label: m.transfer.confirm, action: `mv-ok:${writeTransfer(ready)}:${print}` },
    { label: m.common.no, action: 'mv-no:' },
  ]
  return [
    ...(figures.total > 0 || chosen ? [confirm] : []),
    ...(merges ? [choiceButtons(request, ready)] : []),
    ...planButtons(request, ready, figures),
  ]
}

const named = ({ m }: Request, figures: TransferFigures): TransferFigures => ({
  ...figures,
  plans: figures.plans.map((plan) => ({ ...plan, number: plan.number || m.plans.noNumber })),
})

const sayClosed = ({ m }: Request, { id, name, validTo }: Agency): Reply => ({
  text: m.transfer.closed(name, validTo ?? ''),
  buttons: [[{ label: shorten(m.transfer.reopen(name), labelLength), action: `mv-open:${endOf(id)}` }]],
})

/** What may be chosen besides, while the agency is open and all of its work goes. */
const mergingOf = async (
  { today }: Request,
  { from, to, plan, received, choices }: ReadyTransfer,
  stores: Pick<Stores, 'agencies' | 'mergers'>,
) => {
  if (plan !== null || received || isClosedOn(from, today)) return null
  const people = (await stores.mergers.listMembers(from.id)).length
  const children = childrenOf(from, to, await stores.agencies.list()).map(({ name }) => name)
  return { choices, people, children, from: today }
}

const choiceButtons = ({ m }: Request, ready: ReadyTransfer): readonly Button[] =>
  mergeChoices.map((choice) => ({
    label: m.transfer.choice(choice, ready.choices[choice]),
    action: `mv:${writeTransfer({ ...ready, choices: toggleMerge(ready.choices, choice) })}`,
  }))

const plansOffered = 4
const labelLength = 40

const planButtons = (
  { m }: Request,
  ready: ReadyTransfer,
  { plans }: TransferFigures,
): readonly (readonly Button[])[] => {
  if (ready.plan !== null || plans.length < 2) return []
  const only = plans.slice(0, plansOffered).map(({ id, number, total }) => ({
    label: shorten(m.transfer.onlyPlan(number || m.plans.noNumber, total), labelLength),
    action: `mv:${writeTransfer({ ...ready, plan: endOf(id), choices: { people: false, close: false, names: false } })}`,
  }))
  return inRows(only, 2)
}
