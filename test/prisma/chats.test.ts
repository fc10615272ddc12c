import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
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
let person: TestPerson

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  person = await addPerson(database, ward)
})

const later = new Date(builtAt.getTime() + 60_000)

const addGroup = () =>
  database.client.chat.create({
    data: { channel: 'telegram', externalId: randomUUID(), kind: 'group', title: 'Tổ cải cách hành chính' },
  })

describe('chats', () => {
  test('a group that belongs to nobody can be adopted, and then belongs to one workspace', async () => {
    const group = await addGroup()
    const elsewhere = await createTestWorkspace(database)
    await within(database, ward.id, ({ chats }) => chats.adopt(group.id))
    await within(database, ward.id, ({ chats }) => chats.adopt(group.id))
    expect(await within(database, ward.id, ({ chats }) => chats.get(group.id))).toEqual({
      id: group.id,
      workspaceId: ward.id,
      channel: 'telegram',
      externalId: group.externalId,
      kind: 'group',
      title: 'Tổ cải cách hành chính',
    })
    await expect(within(database, elsewhere.id, ({ chats }) => chats.adopt(group.id))).rejects.toMatchObject({
      code: 'other-workspace',
    })
  })
})

describe('dialogs', () => {
  test('the bot waits for one thing per person and chat, until it expires', async () => {
    const found = await within(database, ward.id, async ({ dialogs }) => {
      await dialogs.save(person.chatId, person.id, { kind: 'first', data: { step: 1 } }, later)
      await dialogs.save(person.chatId, person.id, { kind: 'second', data: ['a', null, { b: 'ạ' }] }, later)
      return {
        now: await dialogs.find(person.chatId, person.id, builtAt),
        expired: await dialogs.find(person.chatId, person.id, later),
      }
    })
    expect(found.now).toEqual({ kind: 'second', data: ['a', null, { b: 'ạ' }] })
    expect(found.expired).toBeNull()
  })

  test.each([null, undefined, 'words', 7, true])('data can be %s', async (data) => {
    const found = await within(database, ward.id, async ({ dialogs }) => {
      await dialogs.save(person.chatId, person.id, { kind: 'any', data }, later)
      return dialogs.find(person.chatId, person.id, builtAt)
    })
    expect(found).toEqual({ kind: 'any', data: data ?? null })
  })

  test('what is removed is no longer waited for', async () => {
    const found = await within(database, ward.id, async ({ dialogs }) => {
      await dialogs.save(person.chatId, person.id, { kind: 'any', data: {} }, later)
      await dialogs.remove(person.chatId, person.id)
      return dialogs.find(person.chatId, person.id, builtAt)
    })
    expect(found).toBeNull()
  })
})
