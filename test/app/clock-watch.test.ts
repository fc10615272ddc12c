import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'
import { applyMigrations } from '../../prisma/migrations.ts'
import { monday } from '../jobs/job-stage.ts'
import { addPerson, createTestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { skipReason, testServer } from '../support/process.ts'
import { createServerDatabase, dropServerDatabase } from '../support/server-database.ts'
import { startSilentApp } from './silent-app.ts'

describe('a clock that had stopped', () => {
  test('is told of at the next start, once', async () => {
    const database = await openTestDatabase()
    const workspace = await createTestWorkspace(database)
    await addPerson(database, workspace, { role: 'admin', name: 'Quản trị Một' })
    await addPerson(database, workspace, { role: 'coordinator', name: 'Cán bộ Tổng hợp' })
    let now = monday
    const startAndStop = async () => {
      const app = await startSilentApp(database, { now: () => now, clock: true })
      await app.quiet()
      await app.stop()
    }
    const said = () => database.client.outboundMessage.findMany({ where: { kind: 'notice' } })
    try {
      await startAndStop()
      now = new Date(monday.getTime() + 9 * 60_000)
      await startAndStop()
      expect(await said()).toEqual([])
      now = new Date(monday.getTime() + 20 * 60_000)
      await startAndStop()
      await startAndStop()
      expect(await said()).toHaveLength(1)
    } finally {
      await database.close()
    }
  })

  test.skipIf(testServer === undefined)(`is told of by one of two processes (${skipReason})`, async () => {
    const { name, url } = await createServerDatabase(testServer ?? '')
    const first = await openDatabase({ kind: 'postgres', url })
    await applyMigrations(first)
    const second = await openDatabase({ kind: 'postgres', url })
    const workspace = await createTestWorkspace(first)
    await addPerson(first, workspace, { role: 'admin', name: 'Quản trị Một' })
    let now = monday
    const apps = [await startSilentApp(first, { now: () => now }), await startSilentApp(second, { now: () => now })]
    try {
      for (const app of apps) await app.runJobs('clock-watch')
      for (let stop = 1; stop <= 3; stop += 1) {
        now = new Date(now.getTime() + 3_600_000)
        await Promise.all(apps.map((app) => app.runJobs('clock-watch')))
        await Promise.all(apps.map((app) => app.runJobs('clock-watch')))
        expect(await first.client.outboundMessage.count({ where: { kind: 'notice' } })).toBe(stop)
      }
      // One of them stands still; the other keeps the clock running.
      for (let minute = 0; minute < 30; minute += 1) {
        now = new Date(now.getTime() + 60_000)
        await apps[0]!.runJobs('clock-watch')
      }
      await apps[1]!.runJobs('clock-watch')
      expect(await first.client.clockStop.count()).toBe(3)
    } finally {
      for (const app of apps) await app.stop()
      await first.close()
      await second.close()
      await dropServerDatabase(testServer ?? '', name)
    }
  })
})
