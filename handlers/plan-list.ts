import { shorten } from '../domain/shorten.ts'
import type { Handler } from './request.ts'

const listedPlans = 20
const titleLength = 120

/** /kehoach: the plans of the workspace, the newest first. */
export const listPlans: Handler<'plans'> = async ({ m }, _input, stores) => {
  const plans = (await stores.plans.list()).toReversed()
  if (plans.length === 0) return [{ text: m.plans.none() }]
  const shown = plans.slice(0, listedPlans).map(({ number, title, tasks }) => ({
    number: number || m.plans.noNumber,
    title: shorten(title, titleLength),
    tasks,
  }))
  return [{ text: m.plans.listed(shown, plans.length - shown.length) }]
}
