import type { Button } from '../domain/message.ts'
import { listDoubts } from '../domain/plan-draft-doubts.ts'
import type { DraftState } from '../domain/plan-draft.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { compareDraft, countAll, type Comparison } from './plan-draft-compare.ts'
import { shownChanges } from './plan-draft-changes.ts'
import { describePlan } from './plan-draft-describe.ts'
import { examplesFor } from './plan-draft-examples.ts'
import { type OpenDraft, planDraft } from './plan-draft-open.ts'
import type { Reply, Request } from './request.ts'

const listedDoubts = 8
const listedChanges = 12

/** The whole draft on one screen: what it is, what is doubtful (a page of it), what can be typed and pressed. */
export const showScreen = async (
  request: Request,
  { draft, state }: OpenDraft,
  stores: Pick<Stores, 'agencies' | 'plans'>,
  page = 0,
): Promise<Reply> => {
  const { m } = request
  const planned = await planDraft(request, state, stores)
  const compared = await compareDraft(state, planned, stores)
  const doubts = listDoubts(state)
  const from = Math.min(page, Math.max(0, Math.ceil(doubts.length / listedDoubts) - 1)) * listedDoubts
  const text = lines([
    m.planDrafts.found({
      ...describePlan(request, state, { planned, doubts, from, to: from + listedDoubts, amended: compared !== null }),
      examples: examplesFor(request, state, { doubts, planned }),
    }),
    '',
    compared === null ? m.planDrafts.nothingYet() : describeChanges(request, state, compared),
    // Elsewhere a browser may not be signed in: /web opens it.
    request.chat.channel === 'web' && m.planDrafts.onTable(`${request.links.web}/ke-hoach/nhap/${draft.id}`),
  ])
  const buttons = [
    ...decide(request, draft.id, compared),
    ...lookAt(request, draft.id, { doubts: doubts.length, unknown: planned.unknown.length }),
    turning(request, draft.id, { from, all: doubts.length }),
  ].filter((row) => row.length > 0)
  return { text, buttons }
}

/** What an amended plan changes, and the question that goes with it. */
export const describeChanges = ({ m }: Pick<Request, 'm'>, state: DraftState, compared: Comparison): Rich => {
  const { changes, amends, leaving, nothingNew } = compared
  const { plan, partial } = amends
  if (nothingNew) return m.planChanges.nothingNew(plan)
  const shown = shownChanges(state, compared)
  return lines([
    m.planChanges.compared({
      ...{ number: plan.number || m.plans.noNumber, tasks: plan.tasks },
      ...{ added: changes.added.length, changed: changes.changed.length },
      ...{ removed: changes.removed.length, same: changes.same.length },
    }),
    partial && m.planChanges.partly(),
    m.planChanges.changes(shown.slice(0, listedChanges), Math.max(0, shown.length - listedChanges)),
    m.planChanges.ask(countAll(leaving)),
  ])
}

/** What the draft becomes, and nothing; an amended plan is never confirmed by the button of a new one. */
const decide = ({ m }: Request, id: string, compared: Comparison | null): readonly (readonly Button[])[] => {
  const { buttons } = m.planDrafts
  const list = { label: buttons.list, action: `plan-ls:${id}:0` }
  if (compared === null) return [[{ label: buttons.confirm, action: `plan-ok:${id}` }, list]]
  const asNew = { label: buttons.asNew, action: `plan-new:${id}` }
  if (compared.nothingNew) return [[asNew, list]]
  const leaving = countAll(compared.leaving)
  const keep = { label: leaving > 0 ? buttons.updateKeep : buttons.update, action: `plan-keep:${id}` }
  const cancel = { label: buttons.updateCancel(leaving), action: `plan-cut:${id}` }
  const changes = { label: buttons.changes, action: `plan-chg:${id}:0` }
  return [leaving > 0 ? [keep, cancel] : [keep], [changes, list], [asNew]]
}

const lookAt = (
  { m }: Request,
  id: string,
  { doubts, unknown }: { readonly doubts: number; readonly unknown: number },
): readonly (readonly Button[])[] => {
  const { buttons } = m.planDrafts
  return [
    [
      ...(doubts > 0 ? [{ label: buttons.doubts, action: `plan-dbt:${id}:0` }] : []),
      ...(unknown > 0 ? [{ label: buttons.names, action: 'un:' }] : []),
      { label: buttons.drop, action: `plan-no:${id}` },
    ],
  ]
}

const turning = (
  { m }: Request,
  id: string,
  { from, all }: { readonly from: number; readonly all: number },
): readonly Button[] => {
  const page = from / listedDoubts
  return [
    ...(page > 0 ? [{ label: m.common.back, action: `plan-see:${id}:${page - 1}` }] : []),
    ...(from + listedDoubts < all ? [{ label: m.common.more, action: `plan-see:${id}:${page + 1}` }] : []),
  ]
}
