import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import { datesOf, type ChangedTask } from '../domain/plan-changes.ts'
import type { DraftState } from '../domain/plan-draft.ts'
import type { Messages } from '../locales/index.ts'
import { lines } from '../locales/rich-text.ts'
import { shorten } from '../domain/shorten.ts'
import { type Comparison, compareDraft } from './plan-draft-compare.ts'
import { openDraft, planDraft } from './plan-draft-open.ts'
import type { Handler } from './request.ts'

type Shown = Parameters<Messages['planChanges']['changes']>[0][number]
type ShownPart = Extract<Shown, { kind: 'changed' }>['parts'][number]

const titleLength = 70
const pageSize = 15

/** Everything that would change, what is added first; new tasks go by their numbers in the draft. */
export const shownChanges = (state: DraftState, { changes, leaving }: Comparison): readonly Shown[] => [
  ...changes.added.map(
    ({ after, index }): Shown => ({
      ...{ kind: 'added', row: state.rows[index]?.number ?? index + 1, title: shorten(after.title, titleLength) },
      ...{ lead: after.lead, days: after.occurrences },
    }),
  ),
  ...changes.changed.map(
    (change): Shown => ({
      ...{ kind: 'changed', number: change.before.number, title: shorten(change.before.title, titleLength) },
      parts: change.parts.map((part) => shownPart(change, part)),
    }),
  ),
  ...changes.removed.map(
    ({ id, number, title }): Shown => ({
      ...{ kind: 'removed', number, title: shorten(title, titleLength), open: leaving.get(id) ?? 0 },
    }),
  ),
]

const shownPart = ({ before, after }: ChangedTask, part: ChangedTask['parts'][number]): ShownPart => {
  switch (part) {
    case 'due':
      return { part, before: datesOf(before), after: after.occurrences }
    case 'lead':
    case 'support':
      return { part, before: before[part], after: after[part] }
    default:
      return { part, after: shorten(after[part], titleLength) }
  }
}

const wanted = z.tuple([z.string(), z.coerce.number().int().min(0).max(1_000_000)])

/** plan-chg:<draft>:<from>: the changes, a page of them. */
export const pageChanges: Handler<'agencies' | 'plans'> = async (request, input, stores) => {
  const parsed = wanted.safeParse(input.split(':'))
  if (!parsed.success) throw new AppError('button-stale', {})
  const [draftId, from] = parsed.data
  const opened = await openDraft(request, draftId, stores)
  if ('gone' in opened) return [opened.gone]
  const { m } = request
  const compared = await compareDraft(opened.state, await planDraft(request, opened.state, stores), stores)
  const shown = compared === null ? [] : shownChanges(opened.state, compared)
  const page = shown.slice(from, from + pageSize)
  const turn = [
    ...(from > 0 ? [{ label: m.common.back, action: `plan-chg:${draftId}:${Math.max(0, from - pageSize)}` }] : []),
    ...(from + pageSize < shown.length
      ? [{ label: m.common.more, action: `plan-chg:${draftId}:${from + pageSize}` }]
      : []),
  ]
  const text = lines([
    m.planChanges.changesFrom(Math.min(from + 1, shown.length), from + page.length, shown.length),
    m.planChanges.changes(page, 0),
  ])
  const back = [{ label: m.planDrafts.buttons.summary, action: `plan-see:${draftId}:0` }]
  return [{ text, buttons: [turn, back].filter((row) => row.length > 0), replaces: true }]
}
