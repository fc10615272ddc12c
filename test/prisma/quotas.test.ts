import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MessageKind, Outgoing } from '../../domain/message.ts'
import { createDispatch } from '../../prisma/dispatch.ts'
import { createOutbox } from '../../prisma/outbox.ts'
import { createQuotaDesk } from '../../prisma/quota-desk.ts'
import { readZaloQuota, setZaloQuota } from '../../prisma/quotas.ts'
import { addPerson, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const zone = 'Asia/Ho_Chi_Minh'
const now = new Date('2026-03-16T02:00:00Z')
const april = new Date('2026-04-01T02:00:00Z')
const database = await useTestDatabase()
let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await createTestWorkspace(database)
})
beforeEach(async () => {
  await database.client.outboundMessage.deleteMany()
  await setZaloQuota(database.client, 20, zone)
})

const somebody = () => addPerson(database, workspace, { channel: 'zalo' })

let said = 0
const say = async (chatId: string, kind: MessageKind, more: Partial<Outgoing> = {}): Promise<string> => {
  said += 1
  const key = more.key ?? `${kind} ${said}`
  await database.client.$transaction((tx) =>
    createOutbox(tx, workspace.id, { deliver: () => Promise.resolve() }, now).add([
      { chatId, kind, text: { text: 'Chào', entities: [] }, ...more, key },
    ]),
  )
  return key
}
const sendNext = async (chatId: string, at = now): Promise<string | null> => {
  const dispatch = createDispatch(database.client)
  const chat = await dispatch.findNext(chatId, at)
  const message = chat && (await dispatch.claim(chat, at, new Date(at.getTime() + 60_000)))
  if (message === null) return null
  await dispatch.settle(message.id, { kind: 'sent', externalId: '1' }, at)
  return message.key
}
/** As if so many had gone out at a moment. */
const use = async (count: number, at = now, state: 'sent' | 'unknown' | 'failed' = 'sent') => {
  const { chatId } = await somebody()
  await database.client.outboundMessage.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      ...{
        chatId,
        channel: 'zalo' as const,
        key: `used ${at.getTime()} ${state} ${index}`,
        kind: 'reply',
        content: {},
      },
      ...{ state, notBefore: at, createdAt: at, settledAt: at },
    })),
  })
}
const read = () => readZaloQuota(database.client, now)
const row = (key: string) => database.client.outboundMessage.findUniqueOrThrow({ where: { key } })

describe('the month’s count', () => {
  test('is of the messages that left this month on the calendar of the zone, certainly or perhaps', async () => {
    await use(3)
    await use(2, now, 'unknown')
    await use(4, now, 'failed')
    await use(5, new Date('2026-02-28T16:59:59Z'))
    await use(1, new Date('2026-02-28T17:00:00Z'))
    expect(await read()).toEqual({ used: 6, monthly: 20, zone })
  })

  test('is of every workspace, as they share the bot, and not of other channels', async () => {
    const other = await createTestWorkspace(database, { name: 'UBND phường Khác' })
    const theirs = await addPerson(database, other, { channel: 'zalo' })
    const telegram = await addPerson(database, workspace)
    const data = { key: 'theirs', channel: 'zalo' as const, kind: 'reply', content: {}, state: 'sent' as const }
    const moments = { notBefore: now, createdAt: now, settledAt: now }
    await database.client.outboundMessage.createMany({
      data: [
        { ...data, ...moments, workspaceId: other.id, chatId: theirs.chatId },
        { ...data, ...moments, chatId: telegram.chatId, channel: 'telegram', key: 'telegram' },
      ],
    })
    expect(await read()).toMatchObject({ used: 1 })
  })

  test('is nobody’s business without a quota', async () => {
    await setZaloQuota(database.client, 0, zone)
    expect(await read()).toBeNull()
    const { chatId } = await somebody()
    await use(30)
    const key = await say(chatId, 'summary')
    expect(await sendNext(chatId)).toBe(key)
  })

  test('is found by an index', async () => {
    const rows = await database.client.$queryRaw<Record<'QUERY PLAN', string>[]>`
      EXPLAIN SELECT count(*) FROM "OutboundMessage" WHERE "channel" = 'zalo' AND "settledAt" >= ${now}`
    const plan = rows.map((each) => each['QUERY PLAN']).join('\n')
    expect(plan).toContain('OutboundMessage_zalo_month_idx')
  })
})

describe('near the end', () => {
  test.each<[number, readonly string[]]>([
    [15, ['summary', 'broadcast', 'reminder', 'assignment', 'reply', 'urgent']],
    [16, ['broadcast', 'reminder', 'assignment', 'reply', 'urgent']],
    [18, ['reminder', 'assignment', 'reply', 'urgent']],
    [19, ['reply', 'urgent']],
    [20, []],
  ])('after %i of 20 these still go: %j', async (used, going) => {
    await use(used)
    const kinds = ['summary', 'broadcast', 'reminder', 'assignment', 'reply', 'urgent'] as const
    const gone: string[] = []
    for (const kind of kinds) {
      const { chatId } = await somebody()
      const key = await say(chatId, kind === 'urgent' ? 'reminder' : kind, kind === 'urgent' ? { urgent: true } : {})
      const sent = await sendNext(chatId)
      if (sent === null) expect(await row(key)).toMatchObject({ state: 'pending', failure: 'quota', attempts: 0 })
      else gone.push(kind)
      await database.client.outboundMessage.deleteMany({ where: { key } })
    }
    expect(gone).toEqual(going)
  })

  test('what waits is not in the way of what matters more', async () => {
    await use(17)
    const { chatId } = await somebody()
    const summary = await say(chatId, 'summary')
    const reply = await say(chatId, 'reply')
    expect(await sendNext(chatId)).toBeNull()
    expect(await sendNext(chatId)).toBe(reply)
    expect(await row(summary)).toMatchObject({ state: 'pending', failure: 'quota' })
    expect(await createDispatch(database.client).findWaiting(april, 100)).not.toContain(chatId)
  })

  test('a long message waits as a whole, or goes as a whole', async () => {
    await use(15)
    const { chatId } = await somebody()
    const text = { text: 'a '.repeat(2500), entities: [] }
    const key = await say(chatId, 'summary', { text })
    expect([await sendNext(chatId), await sendNext(chatId), await sendNext(chatId)]).toEqual([
      key,
      `${key}#2`,
      `${key}#3`,
    ])
    const late = await say(chatId, 'summary', { text })
    expect(await sendNext(chatId)).toBeNull()
    for (const part of [late, `${late}#2`, `${late}#3`]) expect(await row(part)).toMatchObject({ failure: 'quota' })
  })

  test('never do more go than there are, however many try at once', async () => {
    await use(14)
    const people = await Promise.all(Array.from({ length: 12 }, somebody))
    for (const { chatId } of people) await say(chatId, 'reply')
    const sent = await Promise.all(people.map(({ chatId }) => sendNext(chatId)))
    expect(sent.filter((key) => key !== null)).toHaveLength(6)
    expect(await read()).toMatchObject({ used: 20 })
  })

  test('who has another channel is told there', async () => {
    await use(19)
    const person = await somebody()
    const chat = await database.client.chat.create({
      data: { channel: 'telegram', externalId: `t ${person.id}`, kind: 'private' },
    })
    await within(database, workspace.id, ({ people }) =>
      people.linkAccount(person.id, 'telegram', `t ${person.id}`, chat.id),
    )
    const key = await say(person.chatId, 'reminder', { personId: person.id })
    expect(await sendNext(person.chatId)).toBeNull()
    expect(await sendNext(chat.id)).toBe(key)
  })
})

describe('what waited', () => {
  const held = async (kind: MessageKind, more: Partial<Outgoing> = {}) => {
    await use(20)
    const { chatId } = await somebody()
    const key = await say(chatId, kind, more)
    await sendNext(chatId)
    return { chatId, key, id: (await row(key)).id }
  }
  const woken: string[] = []
  const desk = () =>
    createQuotaDesk(database.client, { deliver: (chats) => Promise.resolve(void woken.push(...chats)) })

  test('is listed with what its fate depends on', async () => {
    const { id } = await held('assignment')
    expect(await desk().listHeld(10)).toEqual([
      { id, kind: 'assignment', urgent: false, createdAt: now, deadline: null, zone },
    ])
  })

  test('goes once it is let go', async () => {
    const { chatId, key, id } = await held('assignment')
    await desk().settleHeld(new Map([[id, 'send']]), april)
    expect(woken).toContain(chatId)
    expect(await sendNext(chatId, april)).toBe(key)
  })

  test.each(['drop', 'renew'] as const)('has an end that can be seen: %s', async (fate) => {
    const { chatId, id } = await held('reminder')
    await desk().settleHeld(new Map([[id, fate]]), april)
    expect(await database.client.outboundMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ state: 'failed', failure: 'overtaken', settledAt: april },
    })
    expect(await sendNext(chatId, april)).toBeNull()
  })
})
