import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { canLimitFiles } from '../support/file-limit.ts'
import { until } from '../support/stage.ts'
import { check, countSaid, isDealtWith, isReady, openCrowdStage } from './crowd-stage.ts'

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000)

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** From now on the process may write nothing beyond so many bytes of any file: for it the disk is full there. */
const limitFiles = (pid: number, bytes: number | 'unlimited'): void => {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}

test.skipIf(!canLimitFiles)(
  `a full disk under the embedded database: nothing is lost, nothing said twice (FAULT_SEED=${seed})`,
  { timeout: 180_000 },
  async () => {
    const stage = await openCrowdStage('PGlite', { seed, closing })
    const { crowd, telegram, zalo, url, start } = stage
    let { program } = stage
    await sleep(1500)
    for (let time = 0; time < 3; time += 1) {
      limitFiles(program.pid, 0)
      await sleep(1500)
      // The room is there again; a program that ended is started again, as by whoever watches over it.
      if (await Promise.race([program.ended.then(() => true), sleep(1).then(() => false)])) program = await start()
      else limitFiles(program.pid, 'unlimited')
      await sleep(1000)
    }
    await crowd.hush()
    await until('it is ready again', () => isReady(url).catch(() => false), 30_000)
    await Promise.all([telegram.quiet(3000, 60_000), zalo.quiet(3000, 60_000)])
    await program.terminate()
    await stage.database.look(async (open) => expect(await isDealtWith(open, countSaid(stage))).toBe(true))
    await check(stage, 3)
  },
)
