import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { HandlingOptions } from '../../bot/handling-tools.ts'
import { AppError } from '../../domain/errors.ts'
import type { IncomingBody } from '../../domain/incoming.ts'
import { addPerson, createTestWorkspace, parsedPlan } from '../support/builders.ts'
import { noFiles, now, openHandlingStage } from './handling-stage.ts'

const { breaking, database, eventsOf, handle, log, receive, saidIn, say, somebody, start, workspace } =
  openHandlingStage()

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
    expect(await eventsOf(key)).toMatchObject([
      { failure: 'unknown-command', workspaceId: workspace().id, attempts: 0 },
    ])
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
    const other = await createTestWorkspace(database(), { name: 'UBND phường khác' })
    const guest = await addPerson(database(), other, {})
    const group = { id: randomUUID(), kind: 'group', title: 'Tổ CCHC' } as const
    await database().client.chat.create({
      data: {
        channel: 'telegram',
        externalId: group.id,
        kind: 'group',
        title: group.title,
        workspaceId: workspace().id,
      },
    })
    const key = await say(guest.externalId, 'nv1 xong rồi', group)
    await handle(start(), key)
    expect(await saidIn(group.id)).toEqual([])
    await handle(start(), await say(guest.externalId, '/tuan', group))
    expect(await saidIn(group.id)).toEqual([expect.stringContaining('thuộc một cơ quan khác')])
    expect(await database().client.statusUpdate.count()).toBe(0)
  })

  test('blocked or moved the chat is only noted', async () => {
    const { externalId, chatId } = await somebody()
    const chat = () => database().client.chat.findUniqueOrThrow({ where: { id: chatId } })
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
    expect(log().said('error')).toEqual([])
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
