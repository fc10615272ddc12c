import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { type MilestoneRule, type MilestoneSettings, readRule, usualRule, writeRule } from '../domain/milestone-rule.ts'
import { may } from '../domain/permissions.ts'
import type { MilestonesOf } from '../domain/ports/milestone-settings.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { lines } from '../locales/rich-text.ts'
import { rearm } from './milestone-rearming.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'milestoneSettings' | 'plans' | 'planSettings'

const plansShown = 5
const labelLength = 48
const nameLength = 120

/** What opens the milestones from the list of plans; none for those who may not change them. */
export const milestoneButtons = ({ m, person }: Request): readonly (readonly Button[])[] =>
  may(person.memberships, 'set-workflow') ? [[{ label: m.milestones.open, action: 'mil-ls:0' }]] : []

/** mil-ls:<offset>: the workspace's own, or those of which plan. */
export const listMilestones: Handler<Needs> = async (request, input, stores) => {
  requireSetter(request)
  const { m } = request
  const plans = (await stores.plans.list()).toReversed()
  const offset = /^\d{1,5}$/u.test(input) ? Math.min(Number(input), Math.max(0, plans.length - 1)) : 0
  const page = (label: string, to: number): Button => ({ label, action: `mil-ls:${to}` })
  const turning = [
    ...(offset > 0 ? [page(m.common.back, Math.max(0, offset - plansShown))] : []),
    ...(offset + plansShown < plans.length ? [page(m.common.more, offset + plansShown)] : []),
  ]
  const shown = plans.slice(offset, offset + plansShown).map(({ id, number, title }) => ({
    ...{ label: shorten(`${number || m.plans.noNumber} ${title}`, labelLength), action: `mil-of:${id}` },
  }))
  const buttons = inRows([{ label: m.milestones.workspace, action: 'mil-of:all' }, ...shown], 1)
  return [{ text: m.milestones.which(), buttons: [...buttons, ...(turning.length > 0 ? [turning] : [])] }]
}

/** mil-of:<plan or all> */
export const openMilestones: Handler<Needs> = async (request, input, stores) => {
  requireSetter(request)
  const named = await lockNamed(request, input, stores)
  return [show(request, named, await stores.milestoneSettings.find())]
}

/** mil:<plan or all>:<rule, or nothing to take back what was set> */
export const setMilestones: Handler<Needs> = async (request, input, stores) => {
  requireSetter(request)
  const at = input.indexOf(':')
  const written = input.slice(at + 1)
  const wanted = readRule(written)
  if (at < 0 || (wanted === null && written !== '')) throw new AppError('button-stale', {})
  const named = await lockNamed(request, input.slice(0, at), stores)
  const before = await stores.milestoneSettings.find()
  const was = ownRule(named.of, before)
  if (keyOf(was) === keyOf(wanted)) return [{ ...show(request, named, before), replaces: true }]
  await stores.milestoneSettings.save(named.of, wanted)
  const after = await stores.milestoneSettings.find()
  const moved = await rearm(request, named.of, after, stores)
  await record(request, named.of, { was, wanted, moved }, stores)
  const shown = show(request, named, after)
  return [{ ...shown, text: lines([shown.text, request.m.milestones.changed(moved)]), replaces: true }]
}

export interface Named {
  readonly of: MilestonesOf
  /** What the plan is called; null for the workspace's own. */
  readonly name: string | null
}

/** The id may be forged: what is not a plan of this workspace does not exist. */
export const lockNamed = async (
  { m }: Request,
  input: string,
  { planSettings }: Pick<Stores, 'planSettings'>,
): Promise<Named> => {
  if (input === 'all') return { of: null, name: null }
  const plan = await planSettings.lock(input)
  if (plan === null) throw new AppError('button-stale', {})
  return { of: plan.id, name: shorten(`${plan.number || m.plans.noNumber} ${plan.title}`, nameLength) }
}

export const requireSetter = ({ person }: Request): void => {
  if (!may(person.memberships, 'set-workflow')) throw new AppError('not-allowed', {})
}

const keyOf = (rule: MilestoneRule | null): string | null => (rule === null ? null : writeRule(rule))

/** What is set for itself; null where it goes by what is above it. */
const ownRule = (of: MilestonesOf, settings: MilestoneSettings | null): MilestoneRule | null => {
  if (settings === null) return null
  if (of !== null) return settings.plans.get(of) ?? null
  const { rule } = settings.workspace
  return writeRule(rule) === writeRule(usualRule) ? null : rule
}

const record = (
  { person, chat, now, workspace }: Request,
  of: MilestonesOf,
  change: { readonly was: MilestoneRule | null; readonly wanted: MilestoneRule | null; readonly moved: number },
  { audit }: Pick<Stores, 'audit'>,
): Promise<void> =>
  audit.append(
    {
      action: 'milestones.set',
      ...(of === null ? { subject: 'workspace', subjectId: workspace.id } : { subject: 'plan', subjectId: of }),
      ...{ personId: person.id, channel: chat.channel },
      before: { milestones: keyOf(change.was) },
      after: { milestones: keyOf(change.wanted), moved: change.moved },
    },
    now,
  )

/** The days before the due date that can be chosen, and how often what is late is spoken of. */
const befores: readonly (readonly number[])[] = [
  [14, 7, 3, 1, 0],
  [7, 3, 1, 0],
  [5, 2, 0],
  [3, 0],
]
const lates: readonly (number | null)[] = [1, 3, 7, null]
const rhythms: readonly MilestoneRule['rhythm'][] = ['monthly', 'quarterly', null]

const show = ({ m }: Request, { of, name }: Named, settings: MilestoneSettings | null): Reply => {
  const own = ownRule(of, settings)
  const rule = own ?? settings?.workspace.rule ?? usualRule
  const token = of ?? 'all'
  const to = (label: string, wanted: Partial<MilestoneRule>): Button => ({
    ...{ label, action: `mil:${token}:${writeRule({ ...rule, ...wanted })}` },
  })
  const counted = rule.counted === 'working' ? 'calendar' : 'working'
  const choices = [
    ...befores
      .filter((days) => days.join() !== rule.before.join())
      .map((before) => to(m.milestones.before(before), { before })),
    ...lates
      .filter((every) => every !== rule.lateEvery)
      .map((lateEvery) => to(m.milestones.late(lateEvery), { lateEvery })),
    ...rhythms.filter((rhythm) => rhythm !== rule.rhythm).map((rhythm) => to(m.milestones.rhythm(rhythm), { rhythm })),
    to(m.milestones.counted(counted), { counted }),
    ...(own === null
      ? []
      : [{ label: of === null ? m.milestones.asUsual : m.milestones.asWorkspace, action: `mil:${token}:` }]),
  ]
  const above = { label: m.escalation.open, action: `lad-of:${token}` }
  return { text: m.milestones.shown({ plan: name, own: own !== null, rule }), buttons: inRows([...choices, above], 2) }
}
