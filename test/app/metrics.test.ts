import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../app/app.ts'
import type { Database } from '../../prisma/database.ts'
import { monday } from '../jobs/job-stage.ts'
import { addPerson, addPlan, createTestWorkspace } from '../support/builders.ts'
import { openTestDatabase } from '../support/database.ts'
import { ask, startSilentApp } from './silent-app.ts'

describe('the figures for Prometheus', () => {
  let database: Database
  let app: App
  beforeAll(async () => {
    database = await openTestDatabase()
    const workspace = await createTestWorkspace(database, { name: 'UBND phường Tên Riêng' })
    await addPerson(database, workspace, { name: 'Chuyên viên Một' })
    app = await startSilentApp(database)
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
    const guarded = await startSilentApp(database, { settings: { METRICS_TOKEN: 'sixteen-letters-long' } })
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
    const proxied = await startSilentApp(database, { settings: { PUBLIC_URL: 'https://dondoc.example.vn' } })
    try {
      expect((await ask(proxied, '/metrics')).status).toBe(401)
    } finally {
      await proxied.stop()
    }
  })
})
