import { planMerger, planReopening } from '../domain/agency-merger.ts'
import { AppError } from '../domain/errors.ts'
import { may } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { planTransfer } from '../domain/transfer.ts'
import { lines } from '../locales/rich-text.ts'
import { readDirectory } from './agencies.ts'
import { endOf } from './decision-items.ts'
import type { Handler, Reply, Request } from './request.ts'
import { noChoices, readKnownTransfer, writeTransfer } from './transfer-ends.ts'
import { findTransfer, previewTransfer, type ReadyTransfer, type TransferNeeds } from './transfer-preview.ts'
import { tellTransfer } from './transfer-told.ts'

type TransferStores = Pick<Stores, TransferNeeds>

const requireRights = ({ person }: Request, { choices }: Pick<ReadyTransfer, 'choices'>): void => {
  const needed = [
    'reassign' as const,
    ...(choices.people ? (['manage-people'] as const) : []),
    ...(choices.close || choices.names ? (['manage-agencies'] as const) : []),
  ]
  if (!needed.every((action) => may(person.memberships, action))) throw new AppError('not-allowed', {})
}

/** mv-ok:<what is known>:<print>: moves what the preview showed, all of it or nothing. */
export const confirmTransfer: Handler<TransferNeeds> = async (request, input, stores) => {
  const { rest: print, from, to, ...known } = await readKnownTransfer(input, stores)
  if (from === null || to === null || from.id === to.id) throw new AppError('button-stale', {})
  requireRights(request, known)
  await stores.transfers.lock([from.id, to.id])
  // What was done while waiting for the lock is seen now.
  const ready = await refresh({ ...known, from, to }, stores)
  const found = await findTransfer(ready, stores, { lock: true })
  const preview = await previewTransfer(request, ready, stores)
  const offers = (preview.buttons ?? []).flat().some(({ action }) => action === `mv-ok:${input}`)
  if (found.print !== print || !offers) return [await sayChanged(request, preview, found.giving.length)]
  return [await run(request, ready, found, stores)]
}

const refresh = async (ready: ReadyTransfer, { agencies }: Pick<Stores, 'agencies'>): Promise<ReadyTransfer> => ({
  ...ready,
  from: await agencies.get(ready.from.id),
  to: await agencies.get(ready.to.id),
})

const sayChanged = ({ m }: Request, preview: Reply, left: number): Promise<Reply> =>
  Promise.resolve(left === 0 ? preview : { ...preview, text: lines([m.transfer.changed(), '', preview.text]) })

const run = async (
  request: Request,
  ready: ReadyTransfer,
  { wish, giving }: Awaited<ReturnType<typeof findTransfer>>,
  stores: TransferStores,
): Promise<Reply> => {
  const { m, now, person, chat } = request
  const { from, to, choices } = ready
  const members = await stores.audiences.list({ agencyIds: [from.id, to.id] })
  if (choices.people) await stores.mergers.moveMembers(from.id, to.id)
  const plan = planTransfer(giving)
  const by = { personId: person.id, channel: chat.channel }
  const taken = giving.length === 0 ? [] : await stores.transfers.move({ wish, toName: to.name, by, ...plan }, now)
  await merge(request, ready, stores)
  await stores.audit.append(
    {
      ...{ action: 'transfer', subject: 'agency', subjectId: from.id, ...by },
      before: { agency: from.name, open: giving.length },
      after: { to: to.id, agency: to.name, plan: wish.planId, taken: taken.length, left: plan.left.length, ...choices },
    },
    now,
  )
  const told = await tellTransfer(request, { ready, members, giving, plan, taken }, stores)
  const back = { ...ready, from: to, to: from, plan: null, received: true, choices: noChoices }
  return {
    text: m.transfer.done({
      ...{ from: from.name, to: to.name, moved: taken.length, left: plan.left.length, told, choices },
    }),
    buttons: taken.length === 0 ? [] : [[{ label: m.transfer.back, action: `mv:${writeTransfer(back)}` }]],
    replaces: true,
  }
}

const merge = async (request: Request, { from, to, choices }: ReadyTransfer, stores: TransferStores): Promise<void> => {
  if (!choices.close && !choices.names) return
  const changes = planMerger(from, to, choices, await readDirectory(stores), request.today)
  await stores.agencies.applyChanges(changes, request.person.id, request.now)
  if (choices.names) await stores.mergers.moveSupport(from.id, to.id)
}

/** mv-no: */
export const dropTransfer: Handler<never> = ({ m }) => Promise.resolve([{ text: m.transfer.dropped(), replaces: true }])

/** mv-open:<agency>: an agency that was closed takes work again. */
export const reopenAgency: Handler<'agencies' | 'audit'> = async (request, end, stores) => {
  const { m, now, person, chat } = request
  if (!may(person.memberships, 'manage-agencies')) throw new AppError('not-allowed', {})
  const agencies = await stores.agencies.list()
  const agency = agencies.find(({ id }) => endOf(id) === end)
  if (agency === undefined) throw new AppError('button-stale', {})
  if (agency.validTo !== null) {
    await stores.agencies.applyChanges(planReopening(agency, agencies), person.id, now)
    await stores.audit.append(
      {
        ...{ action: 'reopen', subject: 'agency', subjectId: agency.id, personId: person.id, channel: chat.channel },
        before: { validTo: agency.validTo },
        after: { validTo: null },
      },
      now,
    )
  }
  return [{ text: m.transfer.reopened(agency.name), replaces: true }]
}
