import { AppError } from '../domain/errors.ts'
import { type HandoverPlan, type Holder, planHandover } from '../domain/handover.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { endOf } from './decision-items.ts'
import { tellHandover } from './handover-told.ts'
import { findManaged, listHolders } from './holders.ts'
import type { Handler, Reply, Request } from './request.ts'
import { hashSecret } from './secrets.ts'

export type HandoverNeeds =
  | 'agencies'
  | 'assignments'
  | 'audit'
  | 'delegations'
  | 'dialogs'
  | 'handovers'
  | 'outbox'
  | 'people'
  | 'roster'
type HandoverStores = Pick<Stores, HandoverNeeds>

interface Ready {
  readonly from: Holder
  /** Null: the whole agency. */
  readonly to: Holder | null
  readonly holders: readonly Holder[]
}

const whole = '-'
const printLength = 6

const printOf = ({ going, standIns }: HandoverPlan): string =>
  hashSecret([...going, ...standIns].map(({ id }) => id).join()).slice(0, printLength)

const plan = async (request: Request, { from, to, holders }: Ready, stores: HandoverStores): Promise<HandoverPlan> => {
  const held = await stores.handovers.listHeld(from.personId, await findManaged(request, stores))
  const delegations = await stores.delegations.list(from.personId, request.today)
  return planHandover(from, to, { held, delegations, holders })
}

/** What would go to whom; nothing is changed yet. */
export const previewHandover = async (request: Request, ready: Ready, stores: HandoverStores): Promise<Reply> => {
  const { m } = request
  const { from, to } = ready
  if (from.personId === to?.personId) return { text: m.handover.samePerson(from.name) }
  const planned = await plan(request, ready, stores)
  const { going, staying, standIns } = planned
  const text = m.handover.preview({
    ...{ from: from.name, to: to?.name ?? null, total: going.length },
    late: going.filter(({ dueOn }) => dueOn !== null && dueOn < request.today).length,
    agencies: byAgency(going),
    staying: byAgency(staying),
    standIns: standIns.map(({ from: absent, firstDay, lastDay }) => ({ name: absent.name, firstDay, lastDay })),
  })
  if (going.length + standIns.length === 0) return { text }
  const target = to === null ? whole : endOf(to.personId)
  const confirm = {
    label: m.transfer.confirm,
    action: `ho-ok:${endOf(from.personId)}:${target}:${printOf(planned)}`,
  }
  return { text, buttons: [[confirm, { label: m.common.no, action: 'mv-no:' }]] }
}

const byAgency = (items: HandoverPlan['going']) =>
  [...Map.groupBy(items, ({ agencyName }) => agencyName)].map(([agency, held]) => ({ agency, total: held.length }))

/** Throws AppError 'button-stale' for who is not, or not any more, within what this person manages. */
const readHandover = async (request: Request, input: string, stores: HandoverStores): Promise<Ready> => {
  const holders = await listHolders(await findManaged(request, stores), stores)
  const find = (end: string | undefined): Holder => {
    const found = holders.find(({ personId }) => endOf(personId) === end)
    if (found === undefined) throw new AppError('button-stale', {})
    return found
  }
  const [one, two] = input.split(':')
  const to = two === whole ? null : find(two)
  if (to?.gone === true) throw new AppError('button-stale', {})
  return { from: find(one), to, holders }
}

/** ho-ok:<end of a person's id>:<end of another's, or "-">:<print>: what the preview showed, all of it or nothing. */
export const confirmHandover: Handler<HandoverNeeds> = async (request, input, stores) => {
  const print = input.split(':')[2] ?? ''
  const ready = await readHandover(request, input, stores)
  const planned = await plan(request, ready, stores)
  if (printOf(planned) !== print) return [await previewHandover(request, ready, stores)]
  return [await hand(request, ready, planned, stores)]
}

const hand = async (
  request: Request,
  { from, to }: Ready,
  { going, standIns }: HandoverPlan,
  stores: HandoverStores,
): Promise<Reply> => {
  const { m, now, person, chat } = request
  const handed = await stores.handovers.hand(
    {
      ...{ from: from.personId, to: to === null ? null : { id: to.personId, name: to.name } },
      assignmentIds: going.map(({ id }) => id),
      by: { personId: person.id, channel: chat.channel },
    },
    now,
  )
  const moved = to === null ? [] : await moveStandIns(request, to, standIns, stores)
  const done = going.filter(({ id }) => handed.includes(id))
  await tellHandover(request, { from, to, done, standIns: moved }, stores)
  return {
    text: m.handover.done({ from: from.name, to: to?.name ?? null, total: done.length, standIns: moved.length }),
    replaces: true,
  }
}

/** Those that others ended at this moment are left out. */
const moveStandIns = async (
  { now, person, chat }: Request,
  to: Holder,
  standIns: HandoverPlan['standIns'],
  { delegations, audit }: Pick<Stores, 'audit' | 'delegations'>,
): Promise<HandoverPlan['standIns']> => {
  const moved: HandoverPlan['standIns'][number][] = []
  for (const standIn of standIns) {
    if (!(await delegations.end(standIn.id, now))) continue
    const { from: absent, to: before, firstDay, lastDay } = standIn
    await delegations.create({ fromPersonId: absent.id, toPersonId: to.personId, firstDay, lastDay }, now)
    await audit.append(
      {
        ...{ action: 'away', subject: 'person', subjectId: absent.id, personId: person.id, channel: chat.channel },
        before: { standIn: before.id, firstDay, lastDay },
        after: { standIn: to.personId, firstDay, lastDay },
      },
      now,
    )
    moved.push(standIn)
  }
  return moved
}
