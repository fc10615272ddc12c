import { planNotes } from '../domain/broadcast-withdrawal.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { messagesIn } from '../locales/index.ts'
import { followButtons, getSent, type SentBroadcast } from './broadcast-draft.ts'
import { clockOf, excerptOf } from './broadcast-words.ts'
import type { Handler, Reply, Request } from './request.ts'

/** bc-wd:<broadcast>: asks before anything is taken back. */
export const askWithdraw: Handler<'broadcasts'> = async (request, id, stores) => {
  const { m } = request
  const broadcast = await getSent(request, id, stores)
  if (broadcast.withdrawnAt !== null) return [tellWithdrawn(request, broadcast, broadcast.withdrawnAt)]
  return [
    {
      text: m.broadcastSent.askWithdraw(excerptOf(broadcast)),
      buttons: [
        [
          { label: m.broadcastSent.withdraw, action: `bc-wd-ok:${id}` },
          { label: m.broadcast.cancel, action: `bc-keep:${id}` },
        ],
      ],
    },
  ]
}

/** bc-wd-ok:<broadcast>: what has not left stays; who has it, or may have it, is told. */
export const withdrawBroadcast: Handler<'audit' | 'broadcasts' | 'outbox'> = async (request, id, stores) => {
  const { m, now } = request
  const broadcast = await getSent(request, id, stores)
  if (!(await stores.broadcasts.withdraw(id, now))) {
    return [tellWithdrawn(request, broadcast, broadcast.withdrawnAt ?? now)]
  }
  const stopped = await stores.broadcasts.stopWaiting(id, now)
  const told = await tellHolders(request, broadcast, stores)
  await stores.audit.append(
    {
      ...{ action: 'broadcast.withdraw', subject: 'broadcast', subjectId: id },
      ...{ personId: request.person.id, channel: request.chat.channel },
      before: { withdrawnAt: null },
      after: { withdrawnAt: now, stopped, told },
    },
    now,
  )
  const text = m.broadcastSent.withdrawn({ excerpt: excerptOf(broadcast), stopped, told })
  return [{ text, buttons: followButtons(request, { ...broadcast, withdrawnAt: now }, 'who'), replaces: true }]
}

/** How many people are being told. */
const tellHolders = async (
  request: Request,
  broadcast: SentBroadcast,
  { broadcasts, outbox }: Pick<Stores, 'broadcasts' | 'outbox'>,
): Promise<number> => {
  const facts = {
    excerpt: excerptOf(broadcast),
    workspace: request.workspace.name,
    when: clockOf(request, request.now),
  }
  const notes = planNotes(await broadcasts.listCopies(broadcast.id))
  await outbox.add(
    notes.map(({ locale, ...note }) => ({
      ...note,
      kind: 'broadcast',
      text: messagesIn(locale).broadcastSent.withdrawnNote(facts),
    })),
  )
  return new Set(notes.map(({ personId }) => personId)).size
}

const tellWithdrawn = (request: Request, broadcast: SentBroadcast, withdrawnAt: Date): Reply => ({
  text: request.m.broadcastSent.isWithdrawn({ excerpt: excerptOf(broadcast), when: clockOf(request, withdrawnAt) }),
  buttons: followButtons(request, { ...broadcast, withdrawnAt }, 'who'),
})

/** bc-keep:<broadcast>: "Thôi", asked whether to call or to withdraw. */
export const keepBroadcast: Handler<'broadcasts'> = async (request, id, stores) => {
  const broadcast = await getSent(request, id, stores)
  const reply = { text: request.m.broadcastSent.kept(), buttons: followButtons(request, broadcast, 'who') }
  return [{ ...reply, replaces: true }]
}
