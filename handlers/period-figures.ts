import { z } from 'zod'
import { worstFirst } from '../domain/agency-ranking.ts'
import { AppError } from '../domain/errors.ts'
import { byField } from '../domain/fields.ts'
import { sumFigures } from '../domain/figures.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import { type Period, periodKey, standingOf } from '../domain/periods/period.ts'
import { clockOf, latenessOf } from '../domain/periods/period-view.ts'
import type { FrozenFigures } from '../domain/ports/periods.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { lines } from '../locales/rich-text.ts'
import { getPeriod } from './period-page.ts'
import { findReach } from './reach.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'agencies' | 'frozen' | 'periods'

const pageSize = 8

const wanted = z.tuple([z.string(), z.enum(['a', 'p', 'f']), z.coerce.number().int().min(0).max(1_000_000)])

/** prd-fig:<period>, or with :<a, p or f>:<offset> agency by agency, plan by plan, field by field. */
export const openFigures: Handler<Needs> = async (request, input, stores) => {
  const parts = input.split(':')
  if (parts.length === 1) {
    return [{ ...(await figuresOf(request, await getPeriod(input, stores), stores)), replaces: true }]
  }
  const parsed = wanted.safeParse(parts)
  if (!parsed.success) throw new AppError('button-stale', {})
  const [key, division, offset] = parsed.data
  const period = await getPeriod(key, stores)
  const seen = await readSeen(request, period, stores)
  if (seen === null) return [notFrozen(request, period)]
  return [{ ...partsOf(request, period, seen, { division, offset }), replaces: true }]
}

interface Seen {
  readonly scope: string
  readonly agencyIds: 'all' | readonly string[]
  readonly figures: FrozenFigures
}

/** What was frozen of the agencies that a person may see. Throws AppError 'no-agency' for those who have none. */
const readSeen = async (
  request: Request,
  { id }: Period,
  stores: Pick<Stores, 'agencies' | 'frozen'>,
): Promise<Seen | null> => {
  const { m, person, workspace } = request
  const agencyIds = may(person.memberships, 'see-workspace') ? 'all' : await findReach(request, stores)
  if (agencyIds.length === 0) throw new AppError('no-agency', {})
  const figures = await stores.frozen.read(id, agencyIds)
  if (figures === null) return null
  const [first, ...others] = figures.agencies
  const scope =
    agencyIds === 'all' ? workspace.name : m.status.withSubordinates([first?.agencyName ?? ''], others.length)
  return { scope, agencyIds, figures }
}

/** The frozen figures with their moment, and compared with the same period of the year before. */
export const figuresOf = async (request: Request, period: Period, stores: Pick<Stores, Needs>): Promise<Reply> => {
  const { m, workspace } = request
  const seen = await readSeen(request, period, stores)
  if (seen === null) return notFrozen(request, period)
  const { figures, scope } = seen
  const totals = sumFigures(figures.agencies)
  const clock = (at: Date) => clockOf(at, workspace.zone)
  const text = lines([
    m.periodData.frozen({
      ...{ period, asOf: clock(figures.asOf), late: latenessOf(period, figures, workspace.zone) },
      rebuiltAt: isRebuilt(figures) ? clock(figures.frozenAt) : null,
    }),
    m.status.figures({ ...totals, scope, today: figures.asOfDay }),
    await comparison(request, period, { ...seen, totals }, stores),
  ])
  return { text, buttons: figureButtons(request, period) }
}

/** The clock ticks every minute: what was frozen much later was told by the history. */
const tolerated = 10 * 60 * 1000

const isRebuilt = ({ frozenAt, cutoffAt }: FrozenFigures): boolean =>
  frozenAt.getTime() - cutoffAt.getTime() > tolerated

const comparison = async (
  { m, workspace }: Request,
  { year, kind }: Period,
  { agencyIds, totals }: Seen & { readonly totals: ReturnType<typeof sumFigures> },
  { frozen, periods }: Pick<Stores, 'frozen' | 'periods'>,
): Promise<Reply['text']> => {
  const before = (await periods.list()).find((one) => one.kind === kind && one.year === year - 1)
  const was = before === undefined ? null : await frozen.read(before.id, agencyIds)
  if (before === undefined || was === null || was.agencies.length === 0) return m.periodData.notCompared()
  const late = latenessOf(before, was, workspace.zone)
  return m.periodData.compared({ before, late, was: sumFigures(was.agencies), is: totals })
}

const figureButtons = ({ m }: Request, period: Period): readonly (readonly Button[])[] => {
  const to = (label: string, division: string): Button => ({
    ...{ label, action: `prd-fig:${periodKey(period)}:${division}:0` },
  })
  return inRows(
    [
      to(m.periodData.byAgency, 'a'),
      to(m.periodData.byPlan, 'p'),
      to(m.periodData.byField, 'f'),
      { label: m.periodData.page, action: `prd:${periodKey(period)}` },
    ],
    2,
  )
}

const notFrozen = ({ m }: Request, period: Period): Reply => {
  const standing = standingOf(period)
  const cutoff = { day: period.cutoffOn, time: period.cutoffTime }
  return {
    text: m.periodData.notFrozen({ period, cutoff, standing: standing === 'frozen' ? 'open' : standing }),
    buttons: [[{ label: m.periodData.page, action: `prd:${periodKey(period)}` }]],
  }
}

const partsOf = (
  { m, workspace }: Request,
  period: Period,
  { figures, scope }: Seen,
  { division, offset }: { readonly division: 'a' | 'p' | 'f'; readonly offset: number },
): Reply => {
  const all = {
    a: worstFirst(figures.agencies).map((one) => ({ ...one, name: one.agencyName })),
    p: figures.plans,
    f: byField(figures.sections),
  }[division].filter(({ total }) => total > 0)
  const items = all.slice(offset, offset + pageSize)
  if (items.length === 0) throw new AppError('button-stale', {})
  const words = { scope: `${scope}, ${m.periods.name(period)}`, total: all.length, from: offset + 1 }
  const counted =
    division === 'a'
      ? m.status.agencies({ ...words, items: items.map((item) => ({ ...item, agencyName: item.name })) })
      : m.status.groups({ ...words, division: division === 'p' ? 'plan' : 'field', items })
  const to = (label: string, at: number): Button => ({
    ...{ label, action: `prd-fig:${periodKey(period)}:${division}:${at}` },
  })
  const turning = [
    ...(offset > 0 ? [to(m.common.back, Math.max(0, offset - pageSize))] : []),
    ...(offset + pageSize < all.length ? [to(m.common.more, offset + pageSize)] : []),
    { label: m.periodData.total, action: `prd-fig:${periodKey(period)}` },
  ]
  const late = latenessOf(period, figures, workspace.zone)
  return { text: lines([late !== null && m.periodData.late(late), counted]), buttons: [turning] }
}
