import { callKey, mostCalls, planCall } from '../domain/broadcast-call.ts'
import type { Recipient } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { followButtons, getSent, type SentBroadcast } from './broadcast-draft.ts'
import { addressFiles } from './broadcast-file-addresses.ts'
import { copyFor } from './broadcast-send.ts'
import { clockOf, excerptOf } from './broadcast-words.ts'
import type { Handler, Reply, Request } from './request.ts'

/** bc-call:<broadcast>: whom one more call would reach, before it goes. */
export const askCall: Handler<'broadcasts' | 'people'> = async (request, id, stores) => {
  const { m } = request
  const broadcast = await getSent(request, id, stores)
  const call = mayCall(request, broadcast)
  if (typeof call !== 'number') return [call]
  const { length: people } = await findSilent(broadcast, stores)
  if (people === 0) return [nobodyLeft(request, broadcast)]
  return [
    {
      text: m.broadcastSent.askCall({ excerpt: excerptOf(broadcast), people, call, most: mostCalls }),
      buttons: [
        [
          { label: m.broadcastSent.callNow(people), action: `bc-call-ok:${id}:${call}` },
          { label: m.broadcast.cancel, action: `bc-keep:${id}` },
        ],
      ],
    },
  ]
}

/** bc-call-ok:<broadcast>:<which call>: said once more to those who have not confirmed; each call is made once. */
export const makeCall: Handler<'audit' | 'broadcastFiles' | 'broadcasts' | 'outbox' | 'people'> = async (
  request,
  input,
  stores,
) => {
  const { m, now } = request
  const [id = '', asked] = input.split(':')
  const broadcast = await getSent(request, id, stores)
  if (String(broadcast.calls + 1) !== asked) {
    return [{ text: m.broadcastSent.calledBefore(), buttons: followButtons(request, broadcast, 'who') }]
  }
  const call = mayCall(request, broadcast)
  if (typeof call !== 'number') return [call]
  const people = await findSilent(broadcast, stores)
  if (people.length === 0) return [nobodyLeft(request, broadcast)]
  if (!(await stores.broadcasts.claimCall(id, call, now))) return [{ text: m.broadcastSent.calledBefore() }]
  const addressOf = await addressFiles(request, broadcast, people, stores)
  await stores.outbox.add(
    people.map((person) => {
      const key = callKey(person.messageKey, call)
      return copyFor(request, broadcast, person, { key, address: addressOf(person.personId), again: true })
    }),
  )
  await stores.audit.append(
    {
      ...{ action: 'broadcast.call', subject: 'broadcast', subjectId: id },
      ...{ personId: request.person.id, channel: request.chat.channel },
      before: { calls: broadcast.calls, calledAt: broadcast.calledAt },
      after: { calls: call, calledAt: now, people: people.length },
    },
    now,
  )
  const text = m.broadcastSent.called({ excerpt: excerptOf(broadcast), people: people.length })
  return [{ text, buttons: followButtons(request, broadcast, 'who'), replaces: true }]
}

/** The number of the call that may be made now, or why none may. */
const mayCall = (request: Request, broadcast: SentBroadcast): number | Reply => {
  const { broadcastSent: m } = request.m
  const withText = (text: Reply['text']): Reply => ({ text, buttons: followButtons(request, broadcast, 'who') })
  if (broadcast.withdrawnAt !== null) {
    const when = clockOf(request, broadcast.withdrawnAt)
    return withText(m.isWithdrawn({ excerpt: excerptOf(broadcast), when }))
  }
  const decision = planCall(broadcast, request.now)
  switch (decision.kind) {
    case 'call':
      return decision.call
    case 'enough':
      return withText(m.callEnough(mostCalls))
    case 'too-soon':
      return withText(m.callTooSoon({ last: clockOf(request, decision.last), next: clockOf(request, decision.next) }))
  }
}

const nobodyLeft = (request: Request, broadcast: SentBroadcast): Reply => ({
  text: request.m.broadcastSent.nobodyToCall(),
  buttons: followButtons(request, broadcast, 'who'),
})

/** Those who have not confirmed and can be reached, in the chat that they use now. */
const findSilent = async (
  { id }: SentBroadcast,
  stores: Pick<Stores, 'broadcasts' | 'people'>,
): Promise<readonly (Recipient & { readonly messageKey: string })[]> => {
  const silent = await stores.broadcasts.listCallable(id)
  const keys = new Map(silent.map(({ personId, messageKey }) => [personId, messageKey]))
  const reachable = await stores.people.listRecipients({ personIds: [...keys.keys()] })
  return reachable.flatMap((person) => {
    const messageKey = keys.get(person.personId)
    return messageKey === undefined ? [] : [{ ...person, messageKey }]
  })
}
