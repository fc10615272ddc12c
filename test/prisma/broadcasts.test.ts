import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../prisma/database.ts'
import {
  addPerson,
  builtAt,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'

let database: Database
let ward: TestWorkspace
let author: TestPerson

beforeAll(async () => {
  database = await openTestDatabase()
  ward = await createTestWorkspace(database)
  author = await addPerson(database, ward, { name: 'Cán bộ Tám', role: 'coordinator' })
})
afterAll(() => database.close())

const later = new Date(builtAt.getTime() + 60_000)

const draft = () =>
  within(database, ward.id, ({ broadcasts }) =>
    broadcasts.saveDraft(
      { authorId: author.id, text: 'Nộp báo cáo', audience: { agencyIds: [ward.agency('Phòng Y tế')] } },
      builtAt,
    ),
  )

test('a draft keeps its words and its audience', async () => {
  const id = await draft()
  expect(await within(database, ward.id, ({ broadcasts }) => broadcasts.find(id))).toEqual({
    id,
    authorId: author.id,
    text: 'Nộp báo cáo',
    audience: { agencyIds: [ward.agency('Phòng Y tế')] },
    createdAt: builtAt,
    sentAt: null,
  })
  expect(await within(database, ward.id, ({ broadcasts }) => broadcasts.find('nothing'))).toBeNull()
})

test('it goes out once, however often the button is pressed', async () => {
  const id = await draft()
  const press = () => within(database, ward.id, ({ broadcasts }) => broadcasts.claim(id, later))
  expect((await Promise.all([press(), press(), press()])).filter(Boolean)).toHaveLength(1)
  const found = await within(database, ward.id, ({ broadcasts }) => broadcasts.find(id))
  expect(found?.sentAt).toEqual(later)
})

test('receipts say what became of each copy and who has seen it', async () => {
  const id = await draft()
  const an = await addPerson(database, ward, { name: 'An' })
  const chi = await addPerson(database, ward, { name: 'Chi' })
  const key = randomUUID()
  const receipts = [
    { personId: chi.id, messageKey: `${key}:chi` },
    { personId: an.id, messageKey: `${key}:an` },
  ]
  await within(database, ward.id, async ({ broadcasts }) => {
    await broadcasts.addReceipts(id, receipts)
    await broadcasts.addReceipts(id, receipts)
  })
  await database.client.outboundMessage.create({
    data: {
      ...{ workspaceId: ward.id, chatId: an.chatId, key: `${key}:an`, kind: 'broadcast', content: {} },
      ...{ state: 'failed', notBefore: builtAt, createdAt: builtAt },
    },
  })
  await within(database, ward.id, async ({ broadcasts }) => {
    expect(await broadcasts.acknowledge(id, chi.id, later)).toBe(true)
    expect(await broadcasts.acknowledge(id, chi.id, later)).toBe(false)
    expect(await broadcasts.acknowledge(id, author.id, later)).toBe(false)
    expect(await broadcasts.acknowledge('nothing', chi.id, later)).toBe(false)
    expect(await broadcasts.listReceipts(id)).toEqual([
      { personId: an.id, personName: 'An', state: 'failed', acknowledgedAt: null },
      { personId: chi.id, personName: 'Chi', state: 'pending', acknowledgedAt: later },
    ])
  })
})
