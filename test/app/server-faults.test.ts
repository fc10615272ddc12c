import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createOwnPostgres } from '../support/own-postgres.ts'
import { createSmallDisk } from '../support/small-disk.ts'
import { until } from '../support/stage.ts'
import { check, isReady, openCrowdStage, settle } from './crowd-stage.ts'

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test(`a PostgreSQL server that is restarted, loses its power and runs out of disk: nothing is lost, nothing said twice (FAULT_SEED=${seed})`, {
  timeout: 240_000,
}, async ({ skip }) => {
  const disk = createSmallDisk(400)
  if (disk === null) return skip('this process may not mount a disk of its own')
  closing.push(() => disk.close())
  const server = await createOwnPostgres(disk.folder)
  if (server === null) return skip('a PostgreSQL of its own cannot be run here')
  closing.push(() => server.close())
  const stage = await openCrowdStage('PostgreSQL', { seed, closing, server: server.address })
  const { telegram, zalo, url } = stage
  const isWaitedFor = () => until('somebody waits for an answer', () => telegram.pendingUpdates > 0, 20_000)
  for (const how of ['fast', 'immediate'] as const) {
    await sleep(500)
    await server.stop(how)
    await isWaitedFor()
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: false, reason: 'database' })
    await server.start()
    await until('it is ready again', () => isReady(url), 30_000)
  }
  for (let time = 0; time < 2; time += 1) {
    await sleep(500)
    disk.fill()
    await isWaitedFor()
    await sleep(1000)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    disk.free()
    // Without room for its journal the server ends; whoever runs it starts it again.
    await server.start()
    await until('it is ready again', () => isReady(url), 30_000)
  }
  expect(stage.program.stdout()).toContain('No space left on device')
  await settle(stage)
  expect(zalo.lostDeliveries).toEqual([])
  await check(stage)
})
