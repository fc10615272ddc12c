import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../app/app.ts'
import { readConfig } from '../../config.ts'
import { createLog } from '../../log.ts'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { applyMigrations } from '../../prisma/migrations.ts'
import { addPerson, addPlan, createTestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { skipReason, testServer } from '../support/process.ts'
import { createServerDatabase, dropServerDatabase } from '../support/server-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-watching-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const monday = new Date('2026-03-02T02:00:00Z')

const open = (
  database: Database,
  now: () => Date,
  settings: Record<string, string> = {},
  clock = false,
): Promise<App> => {
  const config = readConfig({ DATA_DIR: folder, PORT: '0', SEND_LIMITS: 'false', ...settings })
  return startApp({ config, database, now, log: createLog('silent', []), clock })
}

const ask = (app: App, path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${app.port}${path}`, { headers })

describe('the figures for Prometheus', () => {
  let database: Database
  let app: App
  beforeAll(async () => {
    database = await openTestDatabase()
    const workspace = await createTestWorkspace(database, { name: 'UBND phường Tên Riêng' })
    await addPerson(database, workspace, { name: 'Chuyên viên Một' })
    app = await open(database, () => monday)
    await app.runJobs()
    await app.quiet()
  })
  afterAll(async () => {
    await app.stop()
    await database.close()
  })

  test('count what waits, what was sent and how long jobs took, and name nobody', async () => {
    const response = await ask(app, '/metrics')
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    for (const line of [
      'dondoc_queue_depth{queue="remind"} 0',
      'dondoc_reminder_oldest_due_seconds 0',
      'dondoc_outbound_messages{state="pending"} 0',
      'dondoc_outbound_messages{state="sent"} 0',
      'dondoc_outbound_oldest_pending_seconds 0',
      'dondoc_inbound_waiting 0',
      'dondoc_job_runs_total{job="reminder-sweep",outcome="done"} 1',
      'dondoc_job_duration_seconds_count{job="reminder-sweep"} 1',
      `dondoc_job_last_run_timestamp_seconds{job="summary-sweep"} ${monday.getTime() / 1000}`,
      'dondoc_job_last_run_failed{job="reminder-sweep"} 0',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu)
    expect(text).not.toMatch(/Tên Riêng|Chuyên viên|UBND/u)
  })

  test('tell how long a message has been waiting', async () => {
    const workspace = await database.client.workspace.findFirstOrThrow()
    const chat = await database.client.chat.findFirstOrThrow()
    const minuteAgo = new Date(monday.getTime() - 60_000)
    await database.client.outboundMessage.create({
      data: {
        ...{ workspaceId: workspace.id, chatId: chat.id, channel: chat.channel, key: 'waits', kind: 'notice' },
        ...{ content: {}, notBefore: minuteAgo, createdAt: minuteAgo },
      },
    })
    const text = await (await ask(app, '/metrics')).text()
    expect(text).toContain('dondoc_outbound_messages{state="pending"} 1\n')
    expect(text).toContain('dondoc_outbound_oldest_pending_seconds 60\n')
    await database.client.outboundMessage.deleteMany()
  })

  test('tell how long a reminder is due, of the office’s own or of what somebody wanted again, and has not been said', async () => {
    const workspace = await createTestWorkspace(database)
    const { id: personId, chatId } = await addPerson(database, workspace)
    await addPlan(database, workspace, [{ occurrences: ['2026-03-05'] }], {
      remindAt: () => new Date(monday.getTime() - 120_000),
    })
    const oldestDue = async () => {
      const text = await (await ask(app, '/metrics')).text()
      return Number(/^dondoc_reminder_oldest_due_seconds (\d+)$/mu.exec(text)?.[1])
    }
    expect(await oldestDue()).toBe(120)
    const { id: assignmentId } = await database.client.assignment.findFirstOrThrow({
      where: { workspaceId: workspace.id },
    })
    const remindAt = new Date(monday.getTime() - 300_000)
    await database.client.snooze.create({
      data: {
        ...{ workspaceId: workspace.id, assignmentId, personId, dueVersion: 1, turn: 1 },
        ...{ remindOn: new Date('2026-03-02'), remindAt, at: remindAt },
      },
    })
    expect(await oldestDue()).toBe(300)
    await database.client.snooze.updateMany({ data: { settledAt: monday } })
    await database.client.nextReminder.deleteMany({ where: { workspaceId: workspace.id } })
    expect(await oldestDue()).toBe(0)
    const claimedAt = new Date(monday.getTime() - 60_000)
    await database.client.reminder.create({
      data: {
        ...{ workspaceId: workspace.id, assignmentId, personId, milestone: 3, dueVersion: 1 },
        ...{ dueAt: claimedAt, claimedAt },
      },
    })
    expect(await oldestDue()).toBe(60)
    await database.client.chat.updateMany({ where: { id: chatId }, data: { blockedAt: monday } })
    expect(await oldestDue()).toBe(0)
  })

  test('are refused to whoever comes through a proxy', async () => {
    expect((await ask(app, '/metrics', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(401)
  })

  test('are given for the token alone where there is one', async () => {
    const guarded = await open(database, () => monday, { METRICS_TOKEN: 'sixteen-letters-long' })
    try {
      expect((await ask(guarded, '/metrics')).status).toBe(401)
      expect((await ask(guarded, '/metrics', { Authorization: 'Bearer wrong-letters-long' })).status).toBe(401)
      const right = await ask(guarded, '/metrics', { Authorization: 'Bearer sixteen-letters-long' })
      expect(right.status).toBe(200)
    } finally {
      await guarded.stop()
    }
  })

  test('are given to nobody without a token where the address is https', async () => {
    const proxied = await open(database, () => monday, { PUBLIC_URL: 'https://dondoc.example.vn' })
    try {
      expect((await ask(proxied, '/metrics')).status).toBe(401)
    } finally {
      await proxied.stop()
    }
  })
})

describe('a program', () => {
  test('is alive and ready; without its database it is alive only', async () => {
    const database = await openTestDatabase()
    const app = await open(database, () => monday)
    try {
      expect((await ask(app, '/healthz')).status).toBe(200)
      expect(await (await ask(app, '/readyz')).json()).toEqual({ ready: true })
      const broken = { ...database, client: brokenClient(database) }
      const other = await startBroken(broken)
      try {
        expect((await ask(other, '/healthz')).status).toBe(200)
        const answer = await ask(other, '/readyz')
        expect([answer.status, await answer.json()]).toEqual([503, { ready: false, reason: 'database' }])
      } finally {
        await other.stop()
      }
    } finally {
      await app.stop()
      await database.close()
    }
  })

  test('is not ready while a migration is missing', async () => {
    const database = await openTestDatabase()
    const app = await open(database, () => monday)
    try {
      await database.client.$executeRaw`UPDATE "_prisma_migrations" SET finished_at = NULL
        WHERE migration_name = (SELECT max(migration_name) FROM "_prisma_migrations")`
      const answer = await ask(app, '/readyz')
      expect([answer.status, await answer.json()]).toEqual([503, { ready: false, reason: 'migrations' }])
    } finally {
      await app.stop()
      await database.close()
    }
  })
})

/** Stops answering plain queries, as when the server is gone; everything else still works. */
const brokenClient = ({ client }: Database): Database['client'] =>
  new Proxy(client, {
    get: (target, name) =>
      name === '$queryRaw' && isBroken
        ? () => Promise.reject(new Error('gone'))
        : (Reflect.get(target, name, target) as unknown),
  })
let isBroken = false

const startBroken = async (database: Database): Promise<App> => {
  const app = await open(database, () => monday)
  isBroken = true
  return app
}

describe('a clock that had stopped', () => {
  test('is told of at the next start, once', async () => {
    const database = await openTestDatabase()
    const workspace = await createTestWorkspace(database)
    await addPerson(database, workspace, { role: 'admin', name: 'Quản trị Một' })
    await addPerson(database, workspace, { role: 'coordinator', name: 'Cán bộ Tổng hợp' })
    let now = monday
    const startAndStop = async () => {
      const app = await open(database, () => now, {}, true)
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
    const apps = [await open(first, () => now), await open(second, () => now)]
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
