import { beforeEach, describe, expect, test } from 'vitest'
import type { RecipientFilter } from '../../domain/ports/people.ts'
import { createAccounts } from '../../prisma/accounts.ts'
import { addPerson, builtAt, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const database = await useTestDatabase()
let ward: TestWorkspace

beforeEach(async () => {
  ward = await createTestWorkspace(database)
})

const addChat = (channel: 'telegram' | 'zalo' | 'web', externalId: string, kind: 'private' | 'group' = 'private') =>
  database.client.chat.create({ data: { channel, externalId, kind } })

const recipients = (filter: RecipientFilter = {}) =>
  within(database, ward.id, (stores) => stores.people.listRecipients(filter))

const names = async (filter: RecipientFilter = {}) => (await recipients(filter)).map(({ name }) => name)

test('a person has a name, a language and memberships', async () => {
  const person = await within(database, ward.id, async ({ people }) => {
    const id = await people.create({ name: 'Chuyên viên Chín', locale: 'vi' }, builtAt)
    await people.addMembership(id, { role: 'head', agencyId: ward.agency('Phòng Y tế') }, builtAt)
    await people.addMembership(id, { role: 'leader', agencyId: null }, builtAt)
    await people.setLocale(id, 'en')
    return people.get(id)
  })
  expect(person).toMatchObject({ name: 'Chuyên viên Chín', locale: 'en' })
  expect(person.memberships).toEqual([
    { role: 'head', agencyId: ward.agency('Phòng Y tế') },
    { role: 'leader', agencyId: null },
  ])
})

test('the same membership twice is one', async () => {
  const { id } = await addPerson(database, ward)
  const person = await within(database, ward.id, async ({ people }) => {
    await people.addMembership(id, { role: 'official', agencyId: ward.agency('Phòng Nội vụ') }, builtAt)
    await people.addMembership(id, { role: 'admin', agencyId: null }, builtAt)
    await people.addMembership(id, { role: 'admin', agencyId: null }, builtAt)
    return people.get(id)
  })
  expect(person.memberships.map(({ role }) => role)).toEqual(['official', 'admin'])
})

describe('accounts', () => {
  test('an account tells who writes, and its private chat becomes the workspace’s', async () => {
    const { id, externalId, chatId } = await addPerson(database, ward)
    const accounts = createAccounts(database.client)
    expect(await accounts.find('telegram', externalId)).toEqual({ workspaceId: ward.id, personId: id })
    expect(await accounts.find('zalo', externalId)).toBeNull()
    expect(await within(database, ward.id, ({ chats }) => chats.get(chatId))).toMatchObject({ workspaceId: ward.id })
  })

  test('an account of another workspace stays where it is', async () => {
    const elsewhere = await createTestWorkspace(database)
    const theirs = await addPerson(database, elsewhere)
    const ours = await addPerson(database, ward)
    const chat = await addChat('telegram', `second-${theirs.externalId}`)
    const link = within(database, ward.id, ({ people }) =>
      people.linkAccount(ours.id, 'telegram', theirs.externalId, chat.id),
    )
    await expect(link).rejects.toMatchObject({ code: 'other-workspace' })
    expect(await createAccounts(database.client).find('telegram', theirs.externalId)).toMatchObject({
      personId: theirs.id,
    })
  })

  test('linking an account again moves it to its new chat', async () => {
    const { id, externalId } = await addPerson(database, ward)
    const chat = await addChat('telegram', `new-${externalId}`)
    await within(database, ward.id, ({ people }) => people.linkAccount(id, 'telegram', externalId, chat.id))
    expect((await recipients({ personIds: [id] })).map(({ chatId }) => chatId)).toEqual([chat.id])
  })
})

describe('recipients', () => {
  test('are everybody who joined and can be reached, each once', async () => {
    await addPerson(database, ward, { name: 'An', agency: 'Phòng Nội vụ' })
    await addPerson(database, ward, { name: 'Bình', role: 'coordinator' })
    const gone = await addPerson(database, ward, { name: 'Chi' })
    await database.client.chat.update({ where: { id: gone.chatId }, data: { blockedAt: builtAt } })
    await within(database, ward.id, ({ people }) => people.create({ name: 'Dũng', locale: 'vi' }, builtAt))
    expect(await names()).toEqual(['An', 'Bình'])
  })

  test('are filtered by agency and role together, and by person', async () => {
    const an = await addPerson(database, ward, { name: 'An', agency: 'Phòng Nội vụ' })
    await addPerson(database, ward, { name: 'Bình', agency: 'Phòng Nội vụ', role: 'head' })
    await addPerson(database, ward, { name: 'Chi', agency: 'Phòng Y tế' })
    await addPerson(database, ward, { name: 'Dũng', role: 'coordinator' })
    expect(await names({ agencyIds: [ward.agency('Phòng Nội vụ')] })).toEqual(['An', 'Bình'])
    expect(await names({ agencyIds: [ward.agency('Phòng Nội vụ')], roles: ['head'] })).toEqual(['Bình'])
    expect(await names({ roles: ['coordinator'] })).toEqual(['Dũng'])
    expect(await names({ personIds: [an.id] })).toEqual(['An'])
    expect(await names({ personIds: [an.id], agencyIds: [ward.agency('Phòng Y tế')] })).toEqual([])
  })

  test('of an empty list are nobody', async () => {
    await addPerson(database, ward)
    expect(await names({ agencyIds: [] })).toEqual([])
    expect(await names({ personIds: [] })).toEqual([])
    expect(await names({ roles: [] })).toEqual([])
  })

  test('somebody with several memberships is told once', async () => {
    const { id } = await addPerson(database, ward, { name: 'An' })
    await within(database, ward.id, ({ people }) =>
      people.addMembership(id, { role: 'head', agencyId: ward.agency('Phòng Nội vụ') }, builtAt),
    )
    expect(await names({ agencyIds: [ward.agency('Phòng Nội vụ')] })).toEqual(['An'])
  })

  test('are reached where they wrote last, else in the chat linked last', async () => {
    const { id, chatId, externalId } = await addPerson(database, ward, { channel: 'telegram' })
    const zalo = await addChat('zalo', externalId)
    await within(database, ward.id, ({ people }) => people.linkAccount(id, 'zalo', externalId, zalo.id))
    const chatNow = async () => (await recipients({ personIds: [id] })).map((recipient) => recipient.chatId)
    expect(await chatNow()).toEqual([zalo.id])

    const write = (channel: 'telegram' | 'zalo') =>
      database.client.inboundEvent.create({
        data: {
          ...{ channel, externalId: `${channel}-${externalId}-${Math.random()}`, payload: {}, receivedAt: builtAt },
          chatKey: `${channel}:${externalId}`,
        },
      })
    await write('telegram')
    expect(await chatNow()).toEqual([chatId])
    await write('zalo')
    expect(await chatNow()).toEqual([zalo.id])

    await database.client.chat.update({ where: { id: zalo.id }, data: { blockedAt: builtAt } })
    expect(await chatNow()).toEqual([chatId])
  })
})
