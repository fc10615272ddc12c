import { describe, expect, test } from 'vitest'
import type { RunTransaction } from '../../app/transactions.ts'
import { countAttempt } from '../../prisma/inbox.ts'
import { now, openHandlingStage } from './handling-stage.ts'

const { breaking, database, eventsOf, handle, log, saidIn, say, somebody, start, transact } = openHandlingStage()

describe('an event', () => {
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
    const changes = await database().client.auditEvent.count({ where: { action: 'language', channel: 'telegram' } })
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
    expect(log().text()).toContain(`"reference":"${reference ?? ''}"`)
    expect(log().text()).toContain('lỗi của chương trình')
    expect(next).toContain('/khongco')
    expect(await eventsOf(key)).toMatchObject([{ failure: 'internal', attempts: 3 }, { failure: 'unknown-command' }])
  })

  test('waits for a database that is away, without being counted against it', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/toi')
    let away = true
    const options = {
      inTransaction: ((run) => (away ? Promise.reject(new Error('no database')) : transact(run))) as RunTransaction,
      countAttempt: (id: bigint) =>
        away ? Promise.reject(new Error('no database')) : countAttempt(database().client, id),
    }
    const handling = start(options)
    for (let tries = 0; tries < 5; tries += 1) await handle(handling, key)
    expect(await eventsOf(key)).toMatchObject([{ attempts: 0, handledAt: null }])
    away = false
    await handling.sweep()
    await handling.quiet()
    expect(await saidIn(externalId)).toHaveLength(1)
  })

  test('waits for a database without room, however often that is tried', async () => {
    const { externalId } = await somebody()
    const key = await say(externalId, '/toi')
    let isFull = true
    const full = new Error('Database error. Code: `53100`. Message: `could not extend file`')
    const handling = start({
      inTransaction: (run) => (isFull ? Promise.reject(full) : transact(run)),
    })
    for (let tries = 0; tries < 5; tries += 1) await handle(handling, key)
    expect(await eventsOf(key)).toMatchObject([{ attempts: 0, handledAt: null }])
    isFull = false
    await handling.sweep()
    await handling.quiet()
    expect(await saidIn(externalId)).toHaveLength(1)
  })
})
