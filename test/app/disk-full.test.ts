import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createSmallDisk } from '../support/small-disk.ts'
import { until } from '../support/stage.ts'
import { check, countSaid, isDealtWith, isReady, openCrowdStage } from './crowd-stage.ts'

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test(`a full disk under the embedded database: nothing is lost, nothing said twice (FAULT_SEED=${seed})`, {
  timeout: 180_000,
}, async ({ skip }) => {
  const disk = createSmallDisk(200)
  if (disk === null) return skip('this process may not mount a disk of its own')
  closing.push(() => disk.close())
  const stage = await openCrowdStage('PGlite', { seed, closing, within: disk.folder })
  const { crowd, telegram, zalo, url, program } = stage
  await sleep(1000)
  for (let time = 0; time < 3; time += 1) {
    disk.fill()
    await until('somebody waits for an answer', () => telegram.pendingUpdates > 0, 20_000)
    await sleep(1000)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    disk.free()
    await sleep(1000)
  }
  await crowd.hush()
  await until('it is ready again', () => isReady(url), 30_000)
  // What could not be handled waits for the next sweep, ten seconds at most.
  await Promise.all([telegram.quiet(12_000, 90_000), zalo.quiet(12_000, 90_000)])
  expect(program.stdout()).toContain('No space left on device')
  expect(await program.terminate()).toMatchObject({ code: 0, signal: null })
  await stage.database.look(async (open) => expect(await isDealtWith(open, countSaid(stage))).toBe(true))
  await check(stage)
})
