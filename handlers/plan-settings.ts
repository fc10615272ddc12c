import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { PlanSettings, PlanWithSettings } from '../domain/ports/plan-settings.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { lines } from '../locales/rich-text.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'plans' | 'planSettings'

const plansShown = 6
const titleLength = 120
const labelLength = 48

/** What opens the settings from the list of plans; none for those who may not change them. */
export const settingsButtons = ({ m, person }: Request, plans: number): readonly (readonly Button[])[] =>
  plans > 0 && may(person.memberships, 'set-workflow') ? [[{ label: m.planSettings.open, action: 'pset-ls:0' }]] : []

/** pset-ls:<offset>: which plan; a single one at once. */
export const listSettings: Handler<Needs> = async (request, input, stores) => {
  requireSetter(request)
  const { m } = request
  const plans = (await stores.plans.list()).toReversed()
  const [only, another] = plans
  if (only === undefined) return [{ text: m.planSettings.none() }]
  if (another === undefined) return [showSettings(request, await lockPlan(only.id, stores))]
  const offset = /^\d{1,5}$/u.test(input) ? Math.min(Number(input), plans.length - 1) : 0
  const shown = plans
    .slice(offset, offset + plansShown)
    .map(({ id, number, title }) => [
      { label: shorten(`${number || m.plans.noNumber} ${title}`, labelLength), action: `pset:${id}` },
    ])
  const turning = [
    ...(offset > 0 ? [{ label: m.common.back, action: `pset-ls:${Math.max(0, offset - plansShown)}` }] : []),
    ...(offset + plansShown < plans.length ? [{ label: m.common.more, action: `pset-ls:${offset + plansShown}` }] : []),
  ]
  return [{ text: m.planSettings.which(), buttons: [...shown, ...(turning.length > 0 ? [turning] : [])] }]
}

/** pset:<plan> */
export const openSettings: Handler<Needs> = async (request, planId, stores) => {
  requireSetter(request)
  return [showSettings(request, await lockPlan(planId, stores))]
}

/** pset-w:<plan>:<gon or chat> */
export const setWorkflow: Handler<Needs> = (request, input, stores) => {
  const [planId = '', workflow = ''] = input.split(':')
  if (workflow !== 'gon' && workflow !== 'chat') throw new AppError('button-stale', {})
  return change(request, planId, { workflow }, stores)
}

/** pset-e:<plan>:<1 or 0> */
export const setEvidence: Handler<Needs> = (request, input, stores) => {
  const [planId = '', required = ''] = input.split(':')
  if (required !== '1' && required !== '0') throw new AppError('button-stale', {})
  return change(request, planId, { requiresEvidence: required === '1' }, stores)
}

/** A button says what it makes of the plan: pressed again it changes nothing. */
const change = async (
  request: Request,
  planId: string,
  wanted: Partial<PlanSettings>,
  stores: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  requireSetter(request)
  const { person, chat, now, m } = request
  const plan = await lockPlan(planId, stores)
  const before = settingsOf(plan)
  const after = { ...before, ...wanted }
  if (after.workflow === before.workflow && after.requiresEvidence === before.requiresEvidence) {
    return [{ ...showSettings(request, plan), replaces: true }]
  }
  await stores.planSettings.save(planId, after)
  await stores.audit.append(
    {
      action: 'plan.settings',
      subject: 'plan',
      subjectId: planId,
      personId: person.id,
      channel: chat.channel,
      before,
      after,
    },
    now,
  )
  const shown = showSettings(request, { ...plan, ...after })
  return [{ ...shown, text: lines([shown.text, m.planSettings.changed()]), replaces: true }]
}

const settingsOf = ({ workflow, requiresEvidence }: PlanSettings): PlanSettings => ({ workflow, requiresEvidence })

const requireSetter = ({ person }: Request): void => {
  if (!may(person.memberships, 'set-workflow')) throw new AppError('not-allowed', {})
}

/** The id may be forged: what is not a plan of this workspace does not exist. */
const lockPlan = async (planId: string, { planSettings }: Pick<Stores, 'planSettings'>): Promise<PlanWithSettings> => {
  const plan = await planSettings.lock(planId)
  if (plan === null) throw new AppError('button-stale', {})
  return plan
}

const showSettings = ({ m }: Request, plan: PlanWithSettings): Reply => {
  const { id, workflow, requiresEvidence } = plan
  const { planSettings } = m
  const other =
    workflow === 'gon'
      ? { label: planSettings.toStrict, action: `pset-w:${id}:chat` }
      : { label: planSettings.toPlain, action: `pset-w:${id}:gon` }
  const evidence = requiresEvidence
    ? { label: planSettings.freeEvidence, action: `pset-e:${id}:0` }
    : { label: planSettings.requireEvidence, action: `pset-e:${id}:1` }
  const number = plan.number || m.plans.noNumber
  return {
    text: planSettings.shown({ ...plan, number, title: shorten(plan.title, titleLength) }),
    buttons: [[other], [evidence]],
  }
}
