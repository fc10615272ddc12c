import { AppError } from '../domain/errors.ts'
import {
  type EscalationRule,
  type Level,
  levels,
  readEscalation,
  usualEscalation,
  writeEscalation,
} from '../domain/escalation.ts'
import type { Button } from '../domain/message.ts'
import { escalationOf, type MilestoneSettings } from '../domain/milestone-rule.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { inRows } from '../domain/task-buttons.ts'
import { lines } from '../locales/rich-text.ts'
import { lockNamed, type Named, requireSetter } from './milestone-settings.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'milestoneSettings' | 'plans' | 'planSettings'

/** lad-of:<plan or all> */
export const openEscalation: Handler<Needs> = async (request, input, stores) => {
  requireSetter(request)
  const named = await lockNamed(request, input, stores)
  return [show(request, named, await stores.milestoneSettings.find())]
}

/** lad:<plan or all>:<rule, or nothing to take back what was set> */
export const setEscalation: Handler<Needs> = async (request, input, stores) => {
  requireSetter(request)
  const at = input.indexOf(':')
  const written = input.slice(at + 1)
  const wanted = readEscalation(written)
  if (at < 0 || (wanted === null && written !== '')) throw new AppError('button-stale', {})
  const named = await lockNamed(request, input.slice(0, at), stores)
  const before = await stores.milestoneSettings.find()
  const was = ownRule(named, before)
  if (keyOf(was) === keyOf(wanted)) return [{ ...show(request, named, before), replaces: true }]
  await stores.milestoneSettings.saveEscalation(named.of, wanted)
  const open = await stores.milestoneSettings.lookAgain(named.of, request.now)
  await record(request, named, { was, wanted, open }, stores)
  const shown = show(request, named, await stores.milestoneSettings.find())
  return [{ ...shown, text: lines([shown.text, request.m.escalation.changed(open)]), replaces: true }]
}

const record = (
  { person, chat, now, workspace }: Request,
  { of }: Named,
  change: { readonly was: EscalationRule | null; readonly wanted: EscalationRule | null; readonly open: number },
  { audit }: Pick<Stores, 'audit'>,
): Promise<void> =>
  audit.append(
    {
      action: of === null ? 'workspace.escalation' : 'plan.escalation',
      ...(of === null ? { subject: 'workspace', subjectId: workspace.id } : { subject: 'plan', subjectId: of }),
      ...{ personId: person.id, channel: chat.channel },
      before: { escalation: keyOf(change.was) },
      after: { escalation: keyOf(change.wanted), open: change.open },
    },
    now,
  )

const keyOf = (rule: EscalationRule | null): string | null => (rule === null ? null : writeEscalation(rule))

const ownRule = ({ of }: Named, settings: MilestoneSettings | null): EscalationRule | null =>
  (of === null ? settings?.workspace.escalation : settings?.escalations?.get(of)) ?? null

/** The days late that can be chosen for each level, and the days of silence; null is never. */
const rungs: Readonly<Record<Level, readonly (number | null)[]>> = {
  head: [1, 3, null],
  coordinator: [3, 7, 14, null],
  leader: [7, 14, 30, null],
}
const silences: readonly (number | null)[] = [7, 14, 30, null]

/** Only what keeps the levels in their order is offered. */
const show = ({ m }: Request, named: Named, settings: MilestoneSettings | null): Reply => {
  const own = ownRule(named, settings)
  const rule = own ?? (settings === null ? usualEscalation : escalationOf(settings.workspace))
  const of = named.of ?? 'all'
  const to = (label: string, wanted: EscalationRule): readonly Button[] => {
    const text = writeEscalation(wanted)
    return readEscalation(text) === null || text === writeEscalation(rule)
      ? []
      : [{ label, action: `lad:${of}:${text}` }]
  }
  const choices = [
    ...levels.flatMap((level) =>
      rungs[level].flatMap((days) =>
        to(m.escalation.rung(level, days), { ...rule, ladder: { ...rule.ladder, [level]: days } }),
      ),
    ),
    ...silences.flatMap((silentAfter) => to(m.escalation.silence(silentAfter), { ...rule, silentAfter })),
    ...(own === null
      ? []
      : [{ label: named.of === null ? m.escalation.asUsual : m.escalation.asWorkspace, action: `lad:${of}:` }]),
  ]
  return { text: m.escalation.shown({ plan: named.name, own: own !== null, rule }), buttons: inRows(choices, 2) }
}
