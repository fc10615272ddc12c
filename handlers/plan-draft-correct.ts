import type { Button } from '../domain/message.ts'
import type { FixCommand } from '../domain/plan-draft-command.ts'
import { listDoubts } from '../domain/plan-draft-doubts.ts'
import type { FixBatch, PlanFix } from '../domain/plan-draft-fix.ts'
import { type FixContext, resolveFix } from '../domain/plan-draft-resolve.ts'
import { applyFix, draftAfter, type DraftState } from '../domain/plan-draft.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines, type Rich } from '../locales/rich-text.ts'
import { findAmended } from '../domain/plan-amended.ts'
import { notesOf } from './plan-draft-notes.ts'
import { type OpenDraft, planDraft, readDirectory } from './plan-draft-open.ts'
import { explainProblem } from './plan-draft-problems.ts'
import type { Reply, Request } from './request.ts'

type CorrectingStores = Pick<Stores, 'agencies' | 'plans' | 'unknownNames'>

const listedNotes = 12

/**
 * Makes the corrections of one message, all or none, and says what changed; the draft has to be locked. What cannot
 * be made is said in one sentence, and nothing is changed.
 */
export const correctDraft = async (
  request: Request,
  opened: OpenDraft,
  commands: readonly FixCommand[],
  focus: number | null,
  stores: CorrectingStores,
): Promise<Reply> => {
  const plans = await stores.plans.list()
  const context = { directory: await readDirectory(stores), today: request.today, plans, focus }
  const resolved = resolveAll(opened.state, commands, context)
  if ('problem' in resolved) {
    const text = explainProblem(request, resolved.problem)
    return { text, buttons: [[summaryButton(request, opened.draft.id)]] }
  }
  const { fixes, state } = resolved
  const batches = [...opened.draft.fixes, fixes]
  await saveBatches(request, opened, { batches, state }, stores)
  const notes = notesOf(opened.state, fixes, plans)
  const done = request.m.planFixes.done(notes.slice(0, listedNotes), Math.max(0, notes.length - listedNotes))
  return showStanding(request, { draft: { ...opened.draft, fixes: batches }, state }, done, stores)
}

/** Each is looked up in the draft as those before it leave it. */
const resolveAll = (
  state: DraftState,
  commands: readonly FixCommand[],
  context: FixContext,
):
  | { readonly fixes: readonly PlanFix[]; readonly state: DraftState }
  | Extract<ReturnType<typeof resolveFix>, { problem: unknown }> => {
  let after = state
  const fixes: PlanFix[] = []
  for (const command of commands) {
    const resolved = resolveFix(after, command, context)
    if ('problem' in resolved) return resolved
    fixes.push(...resolved.fixes)
    after = resolved.fixes.reduce(applyFix, after)
  }
  return { fixes, state: after }
}

/** The names that the draft's leads have now wait in the queue instead of those that they had. */
const saveBatches = async (
  request: Request,
  { draft }: OpenDraft,
  { batches, state }: { readonly batches: readonly FixBatch[]; readonly state: DraftState },
  stores: CorrectingStores,
): Promise<void> => {
  await stores.plans.saveFixes(draft.id, batches, request.now)
  const { unknown } = await planDraft(request, state, stores)
  await stores.unknownNames.noteDraft(draft.id, unknown, request.now)
}

/**
 * Takes the last message's corrections back; the draft has to be locked. `count` is how many messages had corrected it
 * when that was offered: another number means that it was done already, or that there is a newer one.
 */
export const undoCorrection = async (
  request: Request,
  opened: OpenDraft,
  count: number | null,
  stores: CorrectingStores,
): Promise<Reply> => {
  const { planFixes } = request.m
  const { draft } = opened
  const last = draft.fixes.at(-1)
  if (count !== null && count !== draft.fixes.length)
    return showStanding(request, opened, planFixes.undoneBefore(), stores)
  if (last === undefined) return showStanding(request, opened, planFixes.nothingToUndo(), stores)
  const batches = draft.fixes.slice(0, -1)
  const state = draftAfter(draft.parsed, batches)
  await saveBatches(request, opened, { batches, state }, stores)
  return showStanding(request, { draft: { ...draft, fixes: batches }, state }, planFixes.undone(last.length), stores)
}

/** What was done, where the draft stands now, and what can be done next. */
const showStanding = async (
  request: Request,
  { draft, state }: OpenDraft,
  done: Rich,
  stores: Pick<Stores, 'agencies' | 'plans'>,
): Promise<Reply> => {
  const { m } = request
  const planned = await planDraft(request, state, stores)
  const doubts = new Set(listDoubts(state).map(({ row }) => row)).size
  const standing = { tasks: state.rows.length, assignments: planned.assignments, doubts: listDoubts(state).length }
  const { buttons } = m.planDrafts
  const amends = findAmended(state, await stores.plans.list()) !== null
  const next: Button[] = [
    // An amended plan is confirmed where its changes are seen.
    ...(amends ? [] : [{ label: buttons.confirm, action: `plan-ok:${draft.id}` }]),
    ...(draft.fixes.length > 0 ? [{ label: buttons.undo, action: `plan-undo:${draft.id}:${draft.fixes.length}` }] : []),
  ]
  const see = [
    ...(doubts > 0 ? [{ label: buttons.nextDoubt(doubts), action: `plan-dbt:${draft.id}:0` }] : []),
    summaryButton(request, draft.id),
  ]
  return { text: lines([done, m.planFixes.standing(standing)]), buttons: [next, see].filter((row) => row.length > 0) }
}

const summaryButton = ({ m }: Request, draftId: string): Button => ({
  label: m.planDrafts.buttons.summary,
  action: `plan-see:${draftId}:0`,
})
