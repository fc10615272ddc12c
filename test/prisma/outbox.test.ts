import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Outgoing } from '../../domain/message.ts'
import { createOutbox, createSentMessages } from '../../prisma/outbox.ts'
import { createTestWorkspace, type TestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { addChat } from '../support/outbox.ts'

const database = await useTestDatabase()
let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await createTestWorkspace(database)
})

const now = new Date('2026-03-02T02:00:00Z')

const message = (chatId: string, text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ chatId, key: randomUUID(), kind: 'reply', text: { text, entities: [] } },
  ...more,
})

const add = (messages: readonly Outgoing[], workspaceId: string | null = null, woken: string[] = []) =>
  database.client.$transaction((tx) => {
    const deliver = (chatIds: readonly string[]) => {
      woken.push(...chatIds)
      return Promise.resolve()
    }
    return createOutbox(tx, workspaceId, { deliver }, now).add(messages)
  })

test('who is answered is woken before who is told something', async () => {
  const [answered, told, both] = [await addChat(database), await addChat(database), await addChat(database)]
  const woken: (readonly [readonly string[], boolean])[] = []
  const deliver = (chatIds: readonly string[], first = false) => {
    woken.push([chatIds.toSorted(), first])
    return Promise.resolve()
  }
  const kind = 'broadcast'
  await database.client.$transaction((tx) =>
    createOutbox(tx, null, { deliver }, now).add([
      ...[message(told, 'một', { kind }), message(both, 'một', { kind })],
      ...[message(both, 'hai'), message(answered, 'một')],
    ]),
  )
  expect(woken).toEqual([
    [[answered, both].toSorted(), true],
    [[told], false],
  ])
})

const rowsOf = (chatId: string) =>
  database.client.outboundMessage.findMany({ where: { chatId }, orderBy: { id: 'asc' } })
const textsOf = async (chatId: string) =>
  (await rowsOf(chatId)).map(({ content }) => (content as { readonly text: string }).text)

describe('the outbox', () => {
  test('keeps the order in which things are said, and wakes each chat once', async () => {
    const [a, b] = [await addChat(database), await addChat(database)]
    const woken: string[] = []
    await add([message(a, 'một'), message(b, 'x'), message(a, 'hai'), message(a, 'ba')], null, woken)
    expect(await textsOf(a)).toEqual(['một', 'hai', 'ba'])
    expect(woken.toSorted()).toEqual([a, b].toSorted())
  })

  test('says the same thing once, whoever says it again', async () => {
    const chatId = await addChat(database)
    const reminder = message(chatId, 'nhắc')
    const woken: string[] = []
    expect(await add([reminder, message(chatId, 'khác')])).toHaveLength(2)
    expect(await add([reminder], null, woken)).toEqual([])
    expect(woken).toEqual([])
    const many = message(chatId, 'cùng lúc')
    const added = await Promise.all(Array.from({ length: 6 }, () => add([many])))
    expect(added.flat()).toEqual([many.key])
    expect(await textsOf(chatId)).toEqual(['nhắc', 'khác', 'cùng lúc'])
  })

  test('says nothing when the transaction around it fails', async () => {
    const chatId = await addChat(database)
    const doomed = database.client.$transaction(async (tx) => {
      await createOutbox(tx, null, { deliver: () => Promise.resolve() }, now).add([message(chatId, 'một')])
      throw new Error('hỏng')
    })
    await expect(doomed).rejects.toThrow('hỏng')
    expect(await rowsOf(chatId)).toEqual([])
  })

  test('cuts what is too long into parts with keys of their own; the choices go with the last', async () => {
    const chatId = await addChat(database, { channel: 'zalo' })
    const long = message(chatId, 'nhiệm vụ '.repeat(500), { buttons: [[{ label: 'Có', action: 'yes' }]] })
    await add([long])
    const rows = await rowsOf(chatId)
    expect(rows.map(({ key }) => key)).toEqual([long.key, `${long.key}#2`, `${long.key}#3`])
    expect(rows.map(({ content }) => (content as { readonly choices?: unknown }).choices)).toEqual([
      ...[[], [], ['yes']],
    ])
    expect(await add([long])).toEqual([])
  })

  test.each([
    ['telegram', 'ngắn', '7'],
    ['web', 'ngắn', '7'],
    ['zalo', 'ngắn', null],
    ['telegram', 'nhiệm vụ '.repeat(600), null],
  ] as const)('replaces a message in place only where that can be: %s', async (channel, text, edits) => {
    const chatId = await addChat(database, { channel })
    await add([message(chatId, text, { edits: '7' })])
    expect((await rowsOf(chatId))[0]?.edits).toBe(edits)
  })

  test('never says anything in a chat of another workspace, or of none', async () => {
    const other = await createTestWorkspace(database, { name: 'UBND phường khác' })
    const chats = { theirs: await addChat(database), nobodys: await addChat(database), ours: await addChat(database) }
    await database.client.chat.update({ where: { id: chats.theirs }, data: { workspaceId: other.id } })
    await database.client.chat.update({ where: { id: chats.ours }, data: { workspaceId: workspace.id } })
    const all = Object.values(chats).map((chatId) => message(chatId, 'mật'))
    expect(await add(all, workspace.id)).toHaveLength(1)
    expect(await textsOf(chats.ours)).toEqual(['mật'])
    expect(await textsOf(chats.theirs)).toEqual([])
    expect(await textsOf(chats.nobodys)).toEqual([])
  })

  test('keeps words as they are', async () => {
    const chatId = await addChat(database)
    const words = 'Rà soát <b>&_*[ "TTHC" ]\\ \' ; DROP TABLE x; -- $1 %s 🇻🇳 ế'
    await add([message(chatId, words)])
    expect(await textsOf(chatId)).toEqual([words])
  })
})

describe('looking back', () => {
  const settle = async (chatId: string, index: number, externalId: string) => {
    const { id } = (await rowsOf(chatId))[index]!
    await database.client.outboundMessage.update({ where: { id }, data: { state: 'sent', externalId, settledAt: now } })
  }
  const sentMessages = () => createSentMessages(database.client, null)
  const choices = (action: string) => ({ buttons: [[{ label: 'Có', action }]] })

  test('finds a message by the channel’s id, in its own chat only', async () => {
    const [chatId, other] = [await addChat(database), await addChat(database)]
    const assignmentId = randomUUID()
    await add([message(chatId, 'một', { assignmentId, ...choices('a') }), message(other, 'khác')])
    await settle(chatId, 0, '55')
    await settle(other, 0, '56')
    expect(await sentMessages().findByExternalId(chatId, '55')).toMatchObject({ chatId, assignmentId, choices: ['a'] })
    expect(await sentMessages().findByExternalId(chatId, '56')).toBeNull()
    expect(await createSentMessages(database.client, workspace.id).findByExternalId(chatId, '55')).toBeNull()
  })

  test('finds what an edited message offers now', async () => {
    const chatId = await addChat(database)
    await add([message(chatId, 'trước', choices('a')), message(chatId, 'sau', { edits: '5', ...choices('b') })])
    await settle(chatId, 0, '5')
    await settle(chatId, 1, '5')
    expect(await sentMessages().findByExternalId(chatId, '5')).toMatchObject({ choices: ['b'] })
  })

  test('finds the choices of the last message, and none when something was said since', async () => {
    const chatId = await addChat(database)
    await add([message(chatId, 'một', choices('a'))])
    expect(await sentMessages().findLatestChoices(chatId)).toMatchObject({ choices: ['a'] })
    await add([message(chatId, 'hai')])
    expect(await sentMessages().findLatestChoices(chatId)).toBeNull()
  })
})
