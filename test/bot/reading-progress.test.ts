import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createTransactions } from '../../app/transactions.ts'
import { createHandling } from '../../bot/handling.ts'
import type { HandlingOptions } from '../../bot/handling-tools.ts'
import type { Channel, IncomingBody } from '../../domain/incoming.ts'
import type { ReadingProgress } from '../../domain/plan-document.ts'
import type { Wakeups } from '../../domain/ports/wakeups.ts'
import { countAttempt, createInbox, findUnhandledChats, peekEvent } from '../../prisma/inbox.ts'
import { isPassingFailure } from '../../prisma/passing-failure.ts'
import { addPerson, createTestWorkspace, parsedPlan, parsedTask, type TestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { keepLog } from '../support/log.ts'

const now = new Date('2026-03-02T02:00:00Z')
const nothing = () => Promise.resolve()
const asleep: Wakeups = { handle: nothing, deliver: nothing, remind: nothing, summarize: nothing }

const database = await useTestDatabase()
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = await createTestWorkspace(database)
})

/** A file whose reading goes on page by page, as the test says. */
const slowFile = () => {
  const { promise: finished, resolve: finish } = Promise.withResolvers<undefined>()
  let report: (progress: ReadingProgress) => void = () => undefined
  const files: HandlingOptions['files'] = {
    fetch: () => Promise.resolve({ name: 'quet.pdf', bytes: new Uint8Array([1]) }),
    readDirectory: () => Promise.resolve(null),
    readCalendar: () => Promise.resolve(null),
    keep: () => Promise.reject(new Error('nothing is kept here')),
    readPlan: async (_file, onProgress) => {
      report = onProgress ?? report
      await finished
      return parsedPlan([parsedTask()])
    },
  }
  return { files, page: (page: number) => report({ page, pages: 12 }), finish: () => finish(undefined) }
}

const open = async (channel: Channel, files: HandlingOptions['files']) => {
  const { externalId, chatId } = await addPerson(database, workspace, { role: 'coordinator', channel })
  const handling = createHandling({
    ...{ inTransaction: createTransactions(database, { within: () => asleep }, () => now), files, now: () => now },
    ...{ locale: 'vi', log: keepLog().log, progress: { announceAfter: 0, updateEvery: 1 } },
    links: () => ({ web: 'http://localhost:8080', telegram: null, zalo: false }),
    peek: (chatKey, except) => peekEvent(database.client, chatKey, except),
    countAttempt: (id) => countAttempt(database.client, id),
    isPassing: isPassingFailure,
    findUnhandled: () => findUnhandledChats(database.client),
  })
  const send = async (body: IncomingBody): Promise<void> => {
    await createInbox(database.client, () => asleep).receive(
      {
        ...{ channel, externalId: randomUUID(), chat: { id: externalId, kind: 'private', title: '' } },
        ...{ sender: { id: externalId, name: 'An' }, sentAt: now.toISOString(), body },
      },
      now,
    )
    handling.wake(`${channel}:${externalId}`)
  }
  /** What was said so far, as the courier would have sent it. */
  const said = async () => {
    await database.client.$executeRaw`
      UPDATE "OutboundMessage" SET "externalId" = coalesce("edits", "id"::text) WHERE "externalId" IS NULL`
    const rows = await database.client.outboundMessage.findMany({ where: { chatId }, orderBy: { id: 'asc' } })
    return rows.map(({ content, edits }) => ({ text: (content as { text: string }).text, edits }))
  }
  const until = (words: string) =>
    vi.waitFor(async () => expect((await said()).map(({ text }) => text).join('\n')).toContain(words), {
      ...{ timeout: 15_000, interval: 50 },
    })
  return { handling, send, said, until }
}

const file: IncomingBody = { kind: 'file', file: { reference: 'r', name: 'quet.pdf', size: 1 }, caption: '' }

describe('reading that takes long', { timeout: 60_000 }, () => {
  test('is announced in one message that is kept up to date, and holds nothing up', async () => {
    const slow = slowFile()
    const { handling, send, said, until } = await open('telegram', slow.files)
    await send(file)
    await until('Đang đọc tệp “quet.pdf”')
    await send({ kind: 'text', text: '/toi' })
    await until('cán bộ tổng hợp')
    slow.page(5)
    await until('trang 5/12')
    slow.finish()
    await handling.quiet()
    const all = await said()
    const [first, ...others] = all
    expect(first?.text).toContain('Anh/chị cứ làm việc khác')
    const edits = others.filter(({ edits }) => edits !== null)
    expect(new Set(edits.map(({ edits }) => edits)).size).toBe(1)
    expect(edits.map(({ text }) => text)).toContain('✔ Đã đọc xong tệp “quet.pdf”.')
    expect(all.at(-1)?.text).toContain('1 nhiệm vụ')
  })

  test('is announced once where nothing can be edited', async () => {
    const slow = slowFile()
    const { handling, send, said, until } = await open('zalo', slow.files)
    await send(file)
    await until('Đang đọc tệp')
    slow.page(3)
    slow.page(9)
    slow.finish()
    await handling.quiet()
    expect((await said()).filter(({ text }) => text.includes('quet.pdf'))).toHaveLength(1)
  })
})
