import { cutoffAtOf, planPeriodChange, type PeriodProblem, settingsOf } from '../domain/periods/period-change.ts'
import type { Period, PeriodSettings } from '../domain/periods/period.ts'
import type { WantedChange } from '../domain/periods/period-words.ts'
import { nextPeriodReminder } from '../domain/periods/reminding.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { lines } from '../locales/rich-text.ts'
import { exampleOf, getPeriod, pageOf, requirePeriodsRight } from './period-page.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'calendar' | 'periods'

/** prd-off:<period>, prd-on:<period> */
export const switchPeriod =
  (on: boolean): Handler<Needs> =>
  async (request, key, stores) => {
    const period = await getPeriod(key, stores)
    return [{ ...(await changePeriod(request, period, { kind: 'switch', on }, stores)), replaces: true }]
  }

/** Makes a change of a period that is held, or says in one sentence why not. What was not said yet is armed anew. */
export const changePeriod = async (
  request: Request,
  period: Period,
  wanted: WantedChange,
  stores: Pick<Stores, Needs>,
): Promise<Reply> => {
  requirePeriodsRight(request)
  const { m, now, workspace } = request
  const after = planPeriodChange(period, wanted, { now, zone: workspace.zone })
  if ('code' in after) return { text: problemText(request, period, after) }
  await save(request, period, after, stores)
  const changed = await getPeriod(`${period.year}${period.kind}`, stores)
  const page = await pageOf(request, changed, stores)
  return { ...page, text: lines([m.periods.changed(period), page.text]) }
}

const save = async (
  { now, workspace, person, chat }: Request,
  period: Period,
  after: PeriodSettings,
  { audit, calendar, periods }: Pick<Stores, Needs>,
): Promise<void> => {
  const cutoffAt = cutoffAtOf(after, workspace.zone)
  const isMoved = cutoffAt.getTime() !== period.cutoffAt.getTime()
  const isSwitchedOn = period.isOff && !after.isOff
  const moved = { ...period, ...after, cutoffAt }
  await periods.save(period.id, {
    ...after,
    cutoffAt,
    // What passed while it was switched off is not made up for.
    armedFrom: isMoved || isSwitchedOn ? now : period.armedFrom,
    cutoffVersion: period.cutoffVersion + Number(isMoved),
    nextRemindAt: nextPeriodReminder(moved, now, await calendar.read()),
  })
  await audit.append(
    {
      ...{ action: 'period.change', subject: 'period', subjectId: period.id },
      ...{ personId: person.id, channel: chat.channel, before: settingsOf(period), after: settingsOf(after) },
    },
    now,
  )
}

const problemText = (request: Request, period: Period, problem: PeriodProblem): Reply['text'] => {
  const { problems } = request.m.periods
  const example = exampleOf(period, request)
  switch (problem.code) {
    case 'no-such-day':
      return problems['no-such-day']({ ...example, ...problem })
    case 'frozen':
      return problems.frozen(example)
    case 'cutoff-passed':
      return problems['cutoff-passed']({ ...example, ...problem })
    case 'cutoff-before-start':
      return problems['cutoff-before-start']({ ...example, ...problem })
    case 'backwards':
      return problems.backwards({ ...example, ...problem })
    default:
      return chainProblem(problems, problem, example)
  }
}

const chainProblem = (
  problems: Request['m']['periods']['problems'],
  problem: Extract<PeriodProblem, { code: 'no-such-due' | 'out-of-order' | 'too-many-dues' | 'already' }>,
  example: ReturnType<typeof exampleOf>,
): Reply['text'] => {
  switch (problem.code) {
    case 'no-such-due':
      return problems['no-such-due']({ ...example, ...problem })
    case 'out-of-order':
      return problems['out-of-order']({ ...example, ...problem })
    case 'too-many-dues':
      return problems['too-many-dues']({ ...example, ...problem })
    case 'already':
      return problems.already()
  }
}
