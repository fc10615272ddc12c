import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { LateAgencies } from '../domain/ports/audiences.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { onDraft } from './broadcast-draft.ts'
import { previewChanged } from './broadcast-preview.ts'
import type { Reply, Request } from './request.ts'

type Needs = 'agencies' | 'audiences' | 'broadcasts'

/** Whom the draft with this id goes to. */
export const askAudience = (request: Request, id: string): Reply => ({
  text: request.m.broadcast.askAudience(),
  buttons: audienceButtons(request, id),
})

const audienceButtons = ({ m: { broadcast: m } }: Request, id: string): readonly (readonly Button[])[] => [
  [
    { label: m.everybody, action: `bc-all:${id}` },
    { label: m.someAgencies, action: `bc-some:${id}` },
  ],
  [
    { label: m.byRole, action: `bc-role:${id}` },
    { label: m.lateAgencies, action: `bc-late:${id}` },
  ],
  [{ label: m.cancel, action: `bc-no:${id}` }],
]

/** bc-to:<draft>: somebody else after all. */
export const changeAudience = onDraft((request, { draft }) =>
  Promise.resolve([{ ...askAudience(request, draft.id), replaces: true }]),
)

/** bc-all:<draft> */
export const chooseEverybody = onDraft<Needs>((request, { draft }, stores) =>
  previewChanged(request, draft, { audience: { agencyIds: [] } }, stores),
)

const offeredRoles = ['head', 'official', 'leader'] as const

/** bc-role:<draft>[:<role>] */
export const chooseRole = onDraft<Needs>((request, { draft, rest }, stores) => {
  const role = offeredRoles.find((offered) => offered === rest)
  if (role !== undefined) return previewChanged(request, draft, { audience: { agencyIds: [], roles: [role] } }, stores)
  if (rest !== '') throw new AppError('button-stale', {})
  const { broadcast: m } = request.m
  const buttons = offeredRoles.map((offered) => [{ label: m.role(offered), action: `bc-role:${draft.id}:${offered}` }])
  return Promise.resolve([{ text: m.askRole(), buttons, replaces: true }])
})

const anyPlan = 'all'
const plansShown = 6
/** An action holds 64 bytes: the end of an id, which is its random part, is enough inside one workspace. */
const idEnd = 12
const labelLength = 30

/**
 * bc-late:<draft>[:<"all", the end of a plan's id, or "p" and where a page begins>]: with which plan agencies are late
 * is asked where there are several.
 */
export const chooseLate = onDraft<Needs>(async (request, { draft, rest }, stores) => {
  const late = await stores.audiences.listLate(request.today)
  if (late.length === 0) {
    return [{ ...askAudience(request, draft.id), text: request.m.broadcast.nobodyLate(), replaces: true }]
  }
  const chosen = pickLate(late, rest)
  return chosen === null
    ? [askPlan(request, draft, late, Number(rest.slice(1)))]
    : previewChanged(request, draft, { audience: { agencyIds: agenciesIn(chosen) } }, stores)
})

/** Null while it has to be asked for. */
const pickLate = (late: readonly LateAgencies[], rest: string): readonly LateAgencies[] | null => {
  if (rest === anyPlan || (rest === '' && late.length === 1)) return late
  if (/^(?:|p\d{1,4})$/u.test(rest)) return null
  const chosen = late.filter(({ planId }) => rest.length === idEnd && planId.endsWith(rest))
  if (chosen.length === 0) throw new AppError('button-stale', {})
  return chosen
}

const agenciesIn = (late: readonly LateAgencies[]): readonly string[] => [
  ...new Set(late.flatMap(({ agencyIds }) => agencyIds)),
]

const askPlan = ({ m }: Request, { id }: Broadcast, late: readonly LateAgencies[], from: number): Reply => {
  const action = (choice: string): string => `bc-late:${id}:${choice}`
  const plans = late.slice(from, from + plansShown).map(({ planId, planNumber, agencyIds }) => ({
    label: m.broadcast.latePlan(shorten(planNumber || m.plans.noNumber, labelLength), agencyIds.length),
    action: action(planId.slice(-idEnd)),
  }))
  const turning = [
    from > 0 && { label: m.common.back, action: action(`p${Math.max(0, from - plansShown)}`) },
    from + plansShown < late.length && { label: m.common.more, action: action(`p${from + plansShown}`) },
  ].filter((button) => button !== false)
  const all = { label: m.broadcast.anyPlan(agenciesIn(late).length), action: action(anyPlan) }
  const buttons = [[all], ...inRows(plans, 1), ...(turning.length === 0 ? [] : [turning])]
  return { text: m.broadcast.askLatePlan(), buttons, replaces: true }
}
