import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { seededRandom } from '../support/emulator/random.ts'
import { skipReason, testServer } from '../support/process.ts'
import { endConnections } from '../support/server-database.ts'
import { until } from '../support/stage.ts'
import { createTcpProxy } from '../support/tcp-proxy.ts'
import { check, isReady, openCrowdStage, postUpdate, settle } from './crowd-stage.ts'

// The program's PostgreSQL is behind a way that can be cut, held up and closed.

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const begin = async () => {
  const { promise: opened, resolve: opens } = Promise.withResolvers<Awaited<ReturnType<typeof createTcpProxy>>>()
  const { promise: named, resolve: names } = Promise.withResolvers<string>()
  const detour = async (address: URL): Promise<URL> => {
    names(address.pathname.slice(1))
    const proxy = await createTcpProxy({ host: address.hostname, port: Number(address.port || 5432) })
    closing.push(() => proxy.close())
    opens(proxy)
    const way = new URL(address)
    way.hostname = '127.0.0.1'
    way.port = String(proxy.port)
    return way
  }
  const stage = await openCrowdStage('PostgreSQL', { seed, closing, detour })
  return { ...stage, proxy: await opened, name: await named }
}

describe.skipIf(testServer === undefined)(
  `PostgreSQL (FAULT_SEED=${seed})${testServer === undefined ? ` (${skipReason})` : ''}`,
  { timeout: 240_000 },
  () => {
    test('is restarted, cut off, silent and slow: the program says so, nothing is lost, nothing said twice', async () => {
      const stage = await begin()
      const { proxy, telegram, zalo, url, name } = stage
      const random = seededRandom(seed)
      let ended = 0
      for (let count = 0; count < 8; count += 1) {
        await sleep(100 + random() * 400)
        ended += await endConnections(testServer ?? '', name)
      }
      expect(ended).toBeGreaterThan(8)
      await until('it is ready again', () => isReady(url), 30_000)

      for (const outage of ['refusing', 'stalled'] as const) {
        await proxy.set(outage)
        expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: false, reason: 'database' })
        expect((await fetch(`${url}/healthz`)).status).toBe(200)
        if (outage === 'refusing') expect((await postUpdate(url)).status).toBeGreaterThanOrEqual(500)
        await until('somebody waits for an answer', () => telegram.pendingUpdates > 0)
        await sleep(1500)
        await proxy.set({ lateMs: 0 })
        await until('it is ready again', () => isReady(url), 30_000)
      }

      // What a firewall forgets: nothing passes any more on the connections that stand, and in the end they are reset.
      await proxy.set('stalled')
      await sleep(1500)
      expect(proxy.cut()).toBeGreaterThan(0)
      await proxy.set({ lateMs: 15 })
      await sleep(1500)
      expect(await isReady(url)).toBe(true)
      await proxy.set({ lateMs: 0 })

      await settle(stage)
      expect(zalo.lostDeliveries).toEqual([])
      await check(stage)
    })
  },
)
