import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTransactions, type RunTransaction } from '../../app/transactions.ts'
import { createHandling, type Handling } from '../../bot/handling.ts'
import type { HandlingOptions, HandlingTools } from '../../bot/handling-tools.ts'
import { AppError } from '../../domain/errors.ts'
import type { Incoming, IncomingBody } from '../../domain/incoming.ts'
import type { Wakeups } from '../../domain/ports/wakeups.ts'
import type { Database } from '../../prisma/database.ts'
import { countAttempt, createInbox, findUnhandledChats, peekEvent } from '../../prisma/inbox.ts'
import { addPerson, createTestWorkspace, parsedPlan, type TestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { keepLog, type KeptLog } from '../support/log.ts'

const asleep: Wakeups = {
  handle: () => Promise.resolve(),
  deliver: () => Promise.resolve(),
  remind: () => Promise.resolve(),
  summarize: () => Promise.resolve(),
}

const now = new Date('2026-03-02T02:00:00Z')
let database: Database
let workspace: TestWorkspace
let inTransaction: RunTransaction
beforeAll(async () => {
  database = await openTestDatabase()
  workspace = await createTestWorkspace(database)
  inTransaction = createTransactions(database, { within: () => asleep }, () => now)
})
afterAll(() => database.close())

let log: KeptLog
beforeEach(() => {
  log = keepLog()
})
const handlings: Handling[] = []
afterEach(async () => {
  for (const handling of handlings.splice(0)) await handling.stop()
})

const noFiles: HandlingOptions['files'] = {
  fetch: () => Promise.reject(new Error('nothing is to be fetched here')),
  keep: () => Promise.reject(new Error('not kept')),
  ...{ readDirectory: () => Promise.resolve(null), readCalendar: () => Promise.resolve(null) },
  readPlan: () => Promise.reject(new Error('nothing is to be read here')),
}

const start = (changes: Partial<HandlingOptions> = {}): Handling => {
  const { client } = database
  const handling = createHandling({
    inTransaction,
    peek: (chatKey) => peekEvent(client, chatKey),
    countAttempt: (id) => countAttempt(client, id),
    findUnhandled: () => findUnhandledChats(client),
    files: noFiles,
    links: () => ({ web: 'http://localhost:8080', telegram: null, zalo: false }),
    locale: 'vi',
    now: () => now,
    log: log.log,
    ...changes,
  })
  handlings.push(handling)
  return handling
}

/** Transactions in which one tool breaks as long as `isBroken` says so. */
const breaking =
  (
    isBroken: () => boolean,
    broken: (tools: HandlingTools) => Partial<HandlingTools>,
  ): HandlingOptions['inTransaction'] =>
  (run) =>
    inTransaction((tools) => run(isBroken() ? { ...tools, ...broken(tools) } : tools))

const somebody = (role: 'official' | 'coordinator' | 'leader' = 'official') => addPerson(database, workspace, { role })

const receive = async (from: string, body: IncomingBody, chat?: Incoming['chat']): Promise<string> => {
  const incoming: Incoming = {
    channel: 'telegram',
    externalId: randomUUID(),
    chat: chat ?? { id: from, kind: 'private', title: '' },
    sender: { id: from, name: 'An' },
    sentAt: now.toISOString(),
    body,
  }
  await createInbox(database.client, () => asleep).receive(incoming, now)
  return `telegram:${incoming.chat.id}`
}

const say = (from: string, text: string, chat?: Incoming['chat']) => receive(from, { kind: 'text', text }, chat)

const handle = async (handling: Handling, chatKey: string): Promise<void> => {
  handling.wake(chatKey)
  await handling.quiet()
}

/** What was said in a chat. */
const saidIn = async (externalId: string): Promise<readonly string[]> => {
  const rows = await database.client.outboundMessage.findMany({
    where: { chatId: { in: (await database.client.chat.findMany({ where: { externalId } })).map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ content }) => (content as { readonly text: string }).text)
}

const eventsOf = (chatKey: string) =>
  database.client.inboundEvent.findMany({ where: { chatKey }, orderBy: { id: 'asc' } })

describe('an event', () => {
  test('is handled once, although two work on it', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/toi')
    await say(externalId, '/toi')
    const [one, other] = [start(), start()]
    one.wake(key)
    other.wake(key)
    await Promise.all([one.quiet(), other.quiet()])
    await handle(one, key)
    expect(await saidIn(externalId)).toHaveLength(2)
    expect((await eventsOf(key)).map(({ handledAt, failure }) => [handledAt, failure])).toEqual([
      [now, null],
      [now, null],
    ])
  })

  test('that a crash left behind is picked up by the sweep', async () => {
    const { externalId } = await somebody()
    await say(externalId, '/toi')
    const handling = start()
    await handling.sweep()
    await handling.quiet()
    expect(await saidIn(externalId)).toHaveLength(1)
  })

  test('that is no good gets one sentence', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/khongco')
    await handle(start(), key)
    expect(await saidIn(externalId)).toEqual([expect.stringContaining('Chưa có lệnh /khongco')])
    expect(await eventsOf(key)).toMatchObject([{ failure: 'unknown-command', workspaceId: workspace.id, attempts: 0 }])
  })

  test('that fails for a moment is tried again and then has its effect once', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/ngonngu en')
    let failures = 2
    const options = {
      inTransaction: breaking(
        () => failures > 0,
        ({ outboxOf }) => ({
          // After the handler has done its work: all of it must be undone.
          outboxOf: (workspaceId) => ({
            add: async (messages) => {
              await outboxOf(workspaceId).add(messages)
              failures -= 1
              throw new Error('mất kết nối')
            },
          }),
        }),
      ),
    }
    await handle(start(options), key)
    expect(await saidIn(externalId)).toHaveLength(1)
    expect(await eventsOf(key)).toMatchObject([{ attempts: 2, failure: null, handledAt: now }])
    const changes = await database.client.auditEvent.count({ where: { action: 'language', channel: 'telegram' } })
    expect(changes).toBe(1)
  })

  test('that fails every time is told with a reference, and the chat goes on', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/toi')
    await say(externalId, '/khongco')
    let events = 0
    const options = {
      inTransaction: breaking(
        () => events < 3,
        () => ({
          getWorkspace: () => {
            events += 1
            return Promise.reject(new Error('lỗi của chương trình'))
          },
        }),
      ),
    }
    await handle(start(options), key)
    const [sorry = '', next] = await saidIn(externalId)
    const reference = /[0-9A-F]{6}/.exec(sorry)?.[0]
    expect(reference).toBeDefined()
    // Whoever reads the log finds what the person was told.
    expect(log.text()).toContain(`"reference":"${reference ?? ''}"`)
    expect(log.text()).toContain('lỗi của chương trình')
    expect(next).toContain('/khongco')
    expect(await eventsOf(key)).toMatchObject([{ failure: 'internal', attempts: 3 }, { failure: 'unknown-command' }])
  })

  test('waits for a database that is away, without being counted against it', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/toi')
    let away = true
    const options = {
      inTransaction: ((run) =>
        away ? Promise.reject(new Error('no database')) : inTransaction(run)) as RunTransaction,
      countAttempt: (id: bigint) =>
        away ? Promise.reject(new Error('no database')) : countAttempt(database.client, id),
    }
    const handling = start(options)
    for (let tries = 0; tries < 5; tries += 1) await handle(handling, key)
    expect(await eventsOf(key)).toMatchObject([{ attempts: 0, handledAt: null }])
    away = false
    await handling.sweep()
    await handling.quiet()
    expect(await saidIn(externalId)).toHaveLength(1)
  })

  test('in hand is finished when handling stops, and the next one waits', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/toi')
    await say(externalId, '/toi')
    const entered = Promise.withResolvers<undefined>()
    const leave = Promise.withResolvers<undefined>()
    const options = {
      inTransaction: breaking(
        () => true,
        ({ getWorkspace }) => ({
          getWorkspace: async (id) => {
            entered.resolve(undefined)
            await leave.promise
            return getWorkspace(id)
          },
        }),
      ),
    }
    const handling = start(options)
    handling.wake(key)
    await entered.promise
    const stopped = handling.stop()
    leave.resolve(undefined)
    await stopped
    expect((await eventsOf(key)).map(({ handledAt }) => handledAt)).toEqual([now, null])
  })
})

describe('whoever writes', () => {
  test('without having joined is told how to join, in private only', async () => {
    const [alone, inGroup] = [randomUUID(), randomUUID()]
    await handle(start(), await say(alone, 'chào'))
    expect(await saidIn(alone)).toEqual([expect.stringContaining('chưa tham gia')])
    const group = { id: randomUUID(), kind: 'group', title: 'Tổ CCHC' } as const
    const key = await say(inGroup, 'chào', group)
    await handle(start(), key)
    expect(await saidIn(group.id)).toEqual([])
    expect(await eventsOf(key)).toMatchObject([{ handledAt: now, failure: null }])
  })

  test('from another workspace is not heard in a group; only a command gets a no', async () => {
    const other = await createTestWorkspace(database, { name: 'UBND phường khác' })
    const guest = await addPerson(database, other, {})
    const group = { id: randomUUID(), kind: 'group', title: 'Tổ CCHC' } as const
    await database.client.chat.create({
      data: { channel: 'telegram', externalId: group.id, kind: 'group', title: group.title, workspaceId: workspace.id },
    })
    const key = await say(guest.externalId, 'nv1 xong rồi', group)
    await handle(start(), key)
    expect(await saidIn(group.id)).toEqual([])
    await handle(start(), await say(guest.externalId, '/tuan', group))
    expect(await saidIn(group.id)).toEqual([expect.stringContaining('thuộc một cơ quan khác')])
    expect(await database.client.statusUpdate.count()).toBe(0)
  })

  test('blocked or moved the chat is only noted', async () => {
    const { externalId, chatId } = await somebody()
    const chat = () => database.client.chat.findUniqueOrThrow({ where: { id: chatId } })
    const key = await receive(externalId, { kind: 'blocked' })
    await handle(start(), key)
    expect((await chat()).blockedAt).toEqual(now)
    await receive(externalId, { kind: 'unblocked' })
    await handle(start(), key)
    expect((await chat()).blockedAt).toBeNull()
    await receive(externalId, { kind: 'migrated', newChatId: `${externalId}-mới` })
    await handle(start(), key)
    expect((await chat()).externalId).toBe(`${externalId}-mới`)
    expect(await saidIn(`${externalId}-mới`)).toEqual([])
  })
})

describe('a file', () => {
  const file = (size: number | null = 10): IncomingBody => ({
    ...{ kind: 'file', file: { reference: 'r1', name: 'ke-hoach.docx', size }, caption: '' },
  })
  const plan = { name: 'ke-hoach.docx', bytes: new Uint8Array([1, 2, 3]) }

  test('is fetched and read before the transaction, for whoever may import plans', async () => {
    const { externalId } = await somebody('coordinator')
    const read: string[] = []
    const files: HandlingOptions['files'] = {
      ...noFiles,
      fetch: (channel, { reference }) => Promise.resolve(plan).finally(() => read.push(`${channel} ${reference}`)),
      readPlan: ({ name, bytes }) =>
        Promise.resolve(parsedPlan([])).finally(() => read.push(`${name} ${bytes.length}`)),
    }
    await handle(start({ files }), await receive(externalId, file()))
    expect(read).toEqual(['telegram r1', 'ke-hoach.docx 3'])
    expect(await saidIn(externalId)).not.toEqual([])
  })

  test('is not even fetched for whoever has no use for it, nor when it is too large', async () => {
    const leader = await somebody('leader')
    const coordinator = await somebody('coordinator')
    await handle(start(), await receive(leader.externalId, file()))
    expect(await saidIn(leader.externalId)).toHaveLength(1)
    await handle(start(), await receive(coordinator.externalId, file(21 * 1024 * 1024)))
    expect(await saidIn(coordinator.externalId)).toEqual([expect.stringContaining('20')])
    expect(log.said('error')).toEqual([])
  })

  test('that cannot be fetched is told so', async () => {
    const { externalId } = await somebody('coordinator')
    const files: HandlingOptions['files'] = {
      ...noFiles,
      fetch: () => Promise.reject(new AppError('file-unavailable', { name: 'ke-hoach.docx' })),
    }
    const key = await receive(externalId, file())
    await handle(start({ files }), key)
    expect(await eventsOf(key)).toMatchObject([{ failure: 'file-unavailable', attempts: 0 }])
    expect(await saidIn(externalId)).toEqual([expect.stringContaining('ke-hoach.docx')])
  })
})
