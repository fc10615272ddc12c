import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { MessageState } from '../../prisma/generated/enums.ts'
import {
  addPerson,
  builtAt,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace
let author: TestPerson

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  author = await addPerson(database, ward, { name: 'Cán bộ Tám', role: 'coordinator' })
})

const later = new Date(builtAt.getTime() + 60_000)
const all = { offset: 0, limit: 50 }

const draft = () =>
  within(database, ward.id, ({ broadcasts }) =>
    broadcasts.saveDraft(
      { authorId: author.id, text: 'Nộp báo cáo', audience: { agencyIds: [ward.agency('Phòng Y tế')] } },
      builtAt,
    ),
  )

const find = (id: string) => within(database, ward.id, ({ broadcasts }) => broadcasts.find(id))

test('a draft keeps its words, its audience and its deadline, and can be changed until it is sent', async () => {
  const id = await draft()
  const audience = { agencyIds: [], roles: ['head'] } as const
  expect(await find(id)).toEqual({
    ...{ id, authorId: author.id, authorName: 'Cán bộ Tám', text: 'Nộp báo cáo', deadline: null },
    ...{ audience: { agencyIds: [ward.agency('Phòng Y tế')] }, files: [] },
    ...{ createdAt: builtAt, sentAt: null, calls: 0, calledAt: null, withdrawnAt: null },
  })
  const change = (deadline: string) =>
    within(database, ward.id, ({ broadcasts }) => broadcasts.changeDraft(id, { audience, deadline }))
  await change('2026-03-14')
  expect(await find(id)).toMatchObject({ audience, deadline: '2026-03-14' })
  await within(database, ward.id, ({ broadcasts }) => broadcasts.claim(id, later))
  await change('2026-03-15')
  expect(await find(id)).toMatchObject({ deadline: '2026-03-14' })
  expect(await find('nothing')).toBeNull()
})

test('it goes out once, however often the button is pressed', async () => {
  const id = await draft()
  const press = () => within(database, ward.id, ({ broadcasts }) => broadcasts.claim(id, later))
  expect((await Promise.all([press(), press(), press()])).filter(Boolean)).toHaveLength(1)
  expect((await find(id))?.sentAt).toEqual(later)
})

test('each call is claimed once, in turn, and none after it was withdrawn', async () => {
  const id = await draft()
  const call = (number: number) =>
    within(database, ward.id, ({ broadcasts }) => broadcasts.claimCall(id, number, later))
  expect(await call(1)).toBe(false)
  await within(database, ward.id, ({ broadcasts }) => broadcasts.claim(id, builtAt))
  expect(await call(2)).toBe(false)
  expect((await Promise.all([call(1), call(1)])).filter(Boolean)).toHaveLength(1)
  expect(await find(id)).toMatchObject({ calls: 1, calledAt: later })
  const withdraw = () => within(database, ward.id, ({ broadcasts }) => broadcasts.withdraw(id, later))
  expect((await Promise.all([withdraw(), withdraw()])).filter(Boolean)).toHaveLength(1)
  expect(await call(2)).toBe(false)
})

/** What went out to people of these names; the states of the parts of each call, one after the other. */
const sentTo = async (people: Readonly<Record<string, readonly (readonly MessageState[])[]>>) => {
  const id = await draft()
  await within(database, ward.id, ({ broadcasts }) => broadcasts.claim(id, builtAt))
  const ids = new Map<string, string>()
  for (const [name, copies] of Object.entries(people)) {
    const channel = name === 'Hai' ? 'zalo' : 'telegram'
    const person = await addPerson(database, ward, { name, channel })
    ids.set(name, person.id)
    const key = `broadcast:${id}:${person.id}`
    await within(database, ward.id, ({ broadcasts }) =>
      broadcasts.addReceipts(id, [{ personId: person.id, messageKey: key }]),
    )
    await database.client.outboundMessage.createMany({
      data: copies.flatMap((parts, call) =>
        parts.map((state, part) => ({
          ...{ workspaceId: ward.id, chatId: person.chatId, channel, kind: 'broadcast', content: {}, state },
          key: `${key}${call === 0 ? '' : `:call:${call}`}${part === 0 ? '' : `#${part + 1}`}`,
          ...{
            notBefore: builtAt,
            createdAt: builtAt,
            externalId: state === 'sent' ? `${name} ${call} ${part}` : null,
          },
        })),
      ),
    })
  }
  const calls = Math.max(...Object.values(people).map((copies) => copies.length)) - 1
  await database.client.broadcast.update({ where: { id }, data: { calls } })
  return { id, personId: (name: string) => ids.get(name)! }
}

test('of the parts of a copy the worst counts, of several copies the best, and nothing is guessed', async () => {
  const { id, personId } = await sentTo({
    Một: [['sent']],
    Hai: [['sent', 'failed']],
    Ba: [['failed'], ['sent']],
    Bốn: [['unknown'], ['pending']],
    Năm: [['unknown'], ['failed']],
    Sáu: [],
    Bảy: [['sending']],
  })
  await within(database, ward.id, async ({ broadcasts }) => {
    const { items, total } = await broadcasts.listSilent(id, all)
    expect(total).toBe(7)
    expect(Object.fromEntries(items.map(({ personName, state }) => [personName, state]))).toEqual({
      ...{ Một: 'sent', Hai: 'failed', Ba: 'sent', Bốn: 'waiting', Năm: 'unknown', Sáu: 'unknown', Bảy: 'waiting' },
    })
    expect(await broadcasts.acknowledge(id, personId('Một'), later)).toBe(true)
    expect(await broadcasts.acknowledge(id, personId('Một'), later)).toBe(false)
    expect(await broadcasts.acknowledge(id, author.id, later)).toBe(false)
    expect(await broadcasts.acknowledge('nothing', personId('Một'), later)).toBe(false)
    expect(await broadcasts.countReceipts(id)).toEqual({
      ...{ total: 7, seen: 0, acknowledged: 1, sent: 2, waiting: 2, unknown: 2, stopped: 0, failed: 1 },
    })
    const callable = (await broadcasts.listCallable(id)).map((one) => one.personId)
    expect(callable.toSorted()).toEqual(['Hai', 'Ba', 'Năm', 'Sáu'].map(personId).toSorted())
    const { items: sent } = await broadcasts.listSent(all)
    const summary = sent.find((one) => one.id === id)
    expect(summary).toMatchObject({ total: 7, acknowledged: 1, withdrawnAt: null })
  })
})

test('withdrawn, what waits never leaves, and what may have arrived is known by its chat', async () => {
  const { id, personId } = await sentTo({
    Một: [['sent'], ['pending']],
    Hai: [['sent', 'pending']],
    Ba: [['pending']],
    Bốn: [['sending']],
    Năm: [['failed']],
    Sáu: [['sent', 'sent']],
  })
  await within(database, ward.id, async ({ broadcasts }) => {
    await broadcasts.withdraw(id, later)
    expect(await broadcasts.stopWaiting(id, later)).toBe(2)
    expect(await broadcasts.acknowledge(id, personId('Một'), later)).toBe(false)
    expect(await broadcasts.listCopies(id)).toMatchObject([
      { personId: personId('Một'), channel: 'telegram', parts: 1, externalId: 'Một 0 0' },
      { personId: personId('Hai'), channel: 'zalo', parts: 1, externalId: 'Hai 0 0' },
      { personId: personId('Bốn'), parts: 1, externalId: null },
      { personId: personId('Sáu'), parts: 2 },
    ])
  })
  const states = await database.client.outboundMessage.groupBy({
    ...{ by: ['state'], where: { key: { startsWith: `broadcast:${id}` } }, _count: true, orderBy: { state: 'asc' } },
  })
  expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
    ...{ sending: 1, sent: 4, failed: 4 },
  })
})

test('receipts are written once, and those who were addressed are known', async () => {
  const id = await draft()
  const an = await addPerson(database, ward, { name: 'An', agency: 'Phòng Y tế' })
  await within(database, ward.id, async ({ broadcasts }) => {
    const receipts = [{ personId: an.id, messageKey: randomUUID() }]
    await broadcasts.addReceipts(id, receipts)
    await broadcasts.addReceipts(id, receipts)
    expect(await broadcasts.listSilent(id, all)).toMatchObject({
      ...{ total: 1, items: [{ personName: 'An', agencyName: 'Phòng Y tế', seen: false }] },
    })
    expect(await broadcasts.isAddressed(id, an.id)).toBe(true)
    expect(await broadcasts.isAddressed(id, author.id)).toBe(false)
    expect(await broadcasts.isAddressed('nothing', an.id)).toBe(false)
  })
})
