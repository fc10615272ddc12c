import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { createTransactions, type RunTransaction } from '../../app/transactions.ts'
import { createHandling, type Handling } from '../../bot/handling.ts'
import type { HandlingOptions, HandlingTools } from '../../bot/handling-tools.ts'
import type { Incoming, IncomingBody } from '../../domain/incoming.ts'
import type { Wakeups } from '../../domain/ports/wakeups.ts'
import type { Database } from '../../prisma/database.ts'
import { countAttempt, createInbox, findUnhandledChats, peekEvent } from '../../prisma/inbox.ts'
import { isPassingFailure } from '../../prisma/passing-failure.ts'
import { addPerson, createTestWorkspace, type TestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { keepLog, type KeptLog } from '../support/log.ts'

const asleep: Wakeups = {
  handle: () => Promise.resolve(),
  deliver: () => Promise.resolve(),
  remind: () => Promise.resolve(),
  summarize: () => Promise.resolve(),
}

export const now = new Date('2026-03-02T02:00:00Z')
export const noFiles: HandlingOptions['files'] = {
  fetch: () => Promise.reject(new Error('nothing is to be fetched here')),
  keep: () => Promise.reject(new Error('not kept')),
  ...{ readDirectory: () => Promise.resolve(null), readCalendar: () => Promise.resolve(null) },
  readPlan: () => Promise.reject(new Error('nothing is to be read here')),
}

/** Handling as it is wired in the program, on a database of its own, for the tests of one file. */
export const openHandlingStage = () => {
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

  const start = (changes: Partial<HandlingOptions> = {}): Handling => {
    const { client } = database
    const handling = createHandling({
      inTransaction,
      peek: (chatKey) => peekEvent(client, chatKey),
      countAttempt: (id) => countAttempt(client, id),
      isPassing: isPassingFailure,
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

  const somebody = (role: 'official' | 'coordinator' | 'leader' = 'official') =>
    addPerson(database, workspace, { role })

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

  return {
    ...{ start, breaking, somebody, receive, say, handle, saidIn, eventsOf },
    database: () => database,
    workspace: () => workspace,
    transact: ((run) => inTransaction(run)) as RunTransaction,
    log: () => log,
  }
}
