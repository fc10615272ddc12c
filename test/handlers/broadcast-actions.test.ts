import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTransactions } from '../../app/transactions.ts'
import { dispatch } from '../../handlers/dispatch.ts'
import type { Request } from '../../handlers/request.ts'
import { messagesIn } from '../../locales/index.ts'
import type { Database } from '../../prisma/database.ts'
import { addPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'

const now = new Date('2026-03-02T02:00:00Z')
const silence = () => Promise.resolve()
const wakeups = { handle: silence, deliver: silence, remind: silence, summarize: silence }

let database: Database
let ours: TestWorkspace
let author: TestPerson
let official: TestPerson

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ours = await createTestWorkspace(database)
  author = await addPerson(database, ours, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  official = await addPerson(database, ours, { name: 'Chuyên viên Ba' })
})

/** What comes back from an action that nobody was offered; the code where it was refused. */
const press = async (action: string, by: TestPerson, at = now, where = ours) => {
  const run = createTransactions(database, { within: () => wakeups }, () => at)
  return run(async ({ storesOf }) => {
    const stores = storesOf(where.id)
    const request: Request = {
      ...{ now: at, today: '2026-03-02', workspace: where, about: null, m: messagesIn('vi'), key: action },
      person: await stores.people.get(by.id),
      chat: await stores.chats.get(by.chatId),
      links: { web: '', telegram: null, zalo: false },
    }
    const [reply] = await dispatch(request, { kind: 'button', action }, null, stores)
    return reply?.text.text
  })
}

const draft = (by: TestPerson, where = ours) =>
  database.client.broadcast
    .create({
      data: { workspaceId: where.id, authorId: by.id, text: 'Họp', audience: { agencyIds: [] }, createdAt: now },
    })
    .then(({ id }) => id)

const messages = () => database.client.outboundMessage.count({ where: { workspaceId: ours.id } })

describe('actions that nobody was offered', () => {
  test.each(['bc-send', 'bc-all', 'bc-some', 'bc-late', 'bc-no', 'bc-who'])(
    '%s is refused to an official',
    async (prefix) => {
      await expect(press(`${prefix}:${await draft(author)}`, official)).rejects.toMatchObject({ code: 'not-allowed' })
      expect(await messages()).toBe(0)
    },
  )

  test("another coordinator's draft is not sent", async () => {
    const other = await addPerson(database, ours, { name: 'Chuyên viên Mười', role: 'coordinator' })
    await expect(press(`bc-send:${await draft(author)}`, other)).rejects.toMatchObject({ code: 'button-stale' })
  })

  test('nothing of another workspace is found', async () => {
    const theirs = await createTestWorkspace(database, { name: 'Elsewhere' })
    const them = await addPerson(database, theirs, { role: 'coordinator' })
    const id = await draft(them, theirs)
    for (const prefix of ['bc-send', 'bc-who', 'bc-ack']) {
      await expect(press(`${prefix}:${id}`, author)).rejects.toMatchObject({ code: 'button-stale' })
    }
  })

  test.each(['bc-send:', 'bc-send:nonsense', 'bc-who:1', 'bc-ack:x', 'bc-some:\u0000'])(
    '%s does no harm',
    async (action) => {
      await expect(press(action, author)).rejects.toMatchObject({ code: 'button-stale' })
    },
  )

  test('a draft of yesterday has to be begun anew', async () => {
    const tomorrow = new Date('2026-03-03T03:00:00Z')
    await expect(press(`bc-send:${await draft(author)}`, author, tomorrow)).rejects.toMatchObject({
      code: 'button-stale',
    })
  })

  test('who was not addressed cannot acknowledge', async () => {
    const id = await draft(author)
    await press(`bc-send:${id}`, author)
    const late = await addPerson(database, ours, { name: 'Chuyên viên Bốn' })
    await expect(press(`bc-ack:${id}`, late)).rejects.toMatchObject({ code: 'button-stale' })
    expect(await press(`bc-ack:${id}`, official)).toBe('✅ Đã ghi nhận anh/chị đã nhận thông báo.')
  })
})

test('two presses at the same moment send one message to each person', async () => {
  const id = await draft(author)
  await Promise.all([press(`bc-send:${id}`, author), press(`bc-send:${id}`, author)])
  expect(await messages()).toBe(1)
  expect(await database.client.auditEvent.count({ where: { subjectId: id, action: 'broadcast.send' } })).toBe(1)
})

test('everybody gets it in their own language', async () => {
  const english = await addPerson(database, ours, { name: 'Jane' })
  await database.client.person.update({ where: { id: english.id }, data: { locale: 'en' } })
  await press(`bc-send:${await draft(author)}`, author)
  const { content } = await database.client.outboundMessage.findFirstOrThrow({ where: { personId: english.id } })
  expect(content).toMatchObject({ text: expect.stringContaining('Announcement by UBND phường An Biên') as string })
})

test('what became of every copy is told as it is', async () => {
  const people = await Promise.all(
    ['Bốn', 'Ba', 'Hai'].map((name) => addPerson(database, ours, { name, agency: 'Phòng Tư pháp' })),
  )
  const id = await draft(author)
  await press(`bc-send:${id}`, author)
  const states = ['unknown', 'failed', 'pending'] as const
  for (const [at, state] of states.entries()) {
    await database.client.outboundMessage.updateMany({ where: { personId: people[at]!.id }, data: { state } })
  }
  await database.client.outboundMessage.updateMany({ where: { personId: official.id }, data: { state: 'sent' } })
  expect(await press(`bc-who:${id}`, author)).toBe(
    [
      'Thông báo “Họp”',
      'Đã gửi tới: 1/4 người',
      'Đang chờ gửi: 1',
      'Chưa rõ đã tới hay chưa: 1 (Bốn)',
      '⚠️ Không gửi được: 1 (Ba)',
      'Đã bấm “Đã nhận”: 0/4',
      'Chưa bấm: Chuyên viên Ba',
      'Số liệu lúc 09:00:00',
    ].join('\n'),
  )
})

test('three thousand people are told in one go', { timeout: 60_000 }, async () => {
  const { client } = database
  const ids = Array.from({ length: 3000 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
  const workspaceId = ours.id
  await client.person.createMany({ data: ids.map((id) => ({ id, workspaceId, name: id, createdAt: now })) })
  await client.chat.createMany({
    data: ids.map((id) => ({ id, workspaceId, channel: 'telegram', kind: 'private', externalId: id })),
  })
  await client.chatAccount.createMany({
    data: ids.map((id) => ({ workspaceId, personId: id, chatId: id, channel: 'telegram', externalId: id })),
  })
  const agencyId = ours.agency('Phòng Y tế')
  await client.membership.createMany({
    data: ids.map((id) => ({ workspaceId, personId: id, agencyId, role: 'official' })),
  })
  const id = await draft(author)
  const started = performance.now()
  await press(`bc-send:${id}`, author)
  expect(await messages()).toBe(3001)
  expect(await client.broadcastReceipt.count({ where: { broadcastId: id } })).toBe(3001)
  expect(performance.now() - started).toBeLessThan(30_000)
})
