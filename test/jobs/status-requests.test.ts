import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { readRule } from '../../domain/milestone-rule.ts'
import { rearm } from '../../handlers/milestone-rearming.ts'
import { migrationsPath } from '../../prisma/schema-engine.ts'
import { addPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
  await addPerson(database, stage.workspace)
})

const runAt = async (day: string, time = '09:00') => {
  stage.setNow(hanoi(day, time))
  await stage.runTwice()
}
const titles = async () => (await stage.said()).map(({ text }) => text.split('\n')[0])
const asked = '🔄 Việc không thời hạn, đề nghị cho biết tình hình'
const nextAt = async () => (await database.client.nextReminder.findFirst())?.remindAt ?? null

describe('ongoing work', () => {
  beforeEach(() => stage.addTasks([{ title: 'Duy trì một cửa', cadence: 'ongoing' }]))

  test('is asked about on the first working day of each month, from the month after it came', async () => {
    await runAt('2026-03-31', '16:59')
    expect(await stage.said()).toEqual([])
    await runAt('2026-04-01', '07:29')
    expect(await stage.said()).toEqual([])
    await runAt('2026-04-01', '07:30')
    await runAt('2026-04-30')
    // 1 May is a holiday, then comes a weekend.
    await runAt('2026-05-01')
    await runAt('2026-05-03')
    expect(await titles()).toEqual([asked])
    await runAt('2026-05-04', '07:30')
    await runAt('2026-05-29')
    expect(await titles()).toEqual([asked, asked])
  })

  test('is one request that can be answered by the buttons of its task', async () => {
    const { id } = await database.client.assignment.findFirstOrThrow()
    await runAt('2026-04-01')
    const said = await stage.saidOnce()
    expect(said.text).toContain('Duy trì một cửa')
    expect(said.text).not.toContain('muộn')
    expect(said.assignmentId).toBe(id)
    expect(said.choices).toEqual([`ack:${id}`, `prog:${id}`, `done:${id}`, `obst:${id}`, `why:${id}`, `snz:${id}`])
  })

  test('after ten weeks of downtime is asked about once, for the month it is, and says that it is late', async () => {
    await runAt('2026-06-18')
    expect((await stage.saidOnce()).text).toContain('lẽ ra đã được gửi từ ngày 01/04/2026')
    expect(await database.client.reminder.findMany()).toEqual([
      expect.objectContaining({ milestone: 2026 * 12 + 5, dueVersion: 0 }),
    ])
    await runAt('2026-06-30')
    expect(await stage.said()).toHaveLength(1)
    await runAt('2026-07-01')
    expect(await stage.said()).toHaveLength(2)
  })

  test('is not asked about when somebody said something in the month, and is in the next', async () => {
    await database.client.assignment.updateMany({ data: { lastUpdateAt: hanoi('2026-04-01', '07:00') } })
    await runAt('2026-04-01')
    expect(await stage.said()).toEqual([])
    expect(await nextAt()).toEqual(hanoi('2026-05-01', '00:00'))
    await runAt('2026-05-04')
    expect(await stage.said()).toHaveLength(1)
  })

  test.each([
    ['answered', { lastUpdateAt: hanoi('2026-04-01', '09:30') }],
    ['done', { state: 'done' }],
    ['cancelled', { state: 'cancelled' }],
    ['handed in', { state: 'submitted' }],
    ['given a due date', { dueOn: new Date('2026-09-30'), dueVersion: 2 }],
  ] as const)('that is %s between the claim and the digest is not asked about', async (_, change) => {
    stage.setNow(hanoi('2026-04-01', '09:00'))
    await stage.tick()
    expect(await database.client.reminder.count()).toBe(1)
    await database.client.assignment.updateMany({ data: change })
    await stage.work()
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
  })

  test.each(['done', 'cancelled'] as const)('that is %s is asked about no more', async (state) => {
    await database.client.assignment.updateMany({ data: { state } })
    await runAt('2026-04-01')
    expect(await stage.said()).toEqual([])
  })

  test('that lost its due date again is not asked about the same month twice', async () => {
    await runAt('2026-04-01')
    await database.client.assignment.updateMany({ data: { dueVersion: 3 } })
    await database.client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-04-02', '00:00') } })
    await runAt('2026-04-02')
    expect(await stage.said()).toHaveLength(1)
  })

  test('what was set goes on from the next period; what should have been asked still is', async () => {
    const { workspace } = stage
    const set = (rule: string, now: Date) =>
      within(database, workspace.id, async ({ milestoneSettings }) => {
        await milestoneSettings.save(null, readRule(rule))
        return rearm({ now, workspace }, null, await milestoneSettings.find(), { milestoneSettings })
      })
    expect(await set('7,3,1,0;3;c;-', monday)).toBe(1)
    expect(await nextAt()).toBeNull()
    expect(await set('7,3,1,0;3;c;q', hanoi('2026-04-10', '09:00'))).toBe(1)
    expect(await nextAt()).toEqual(hanoi('2026-07-01', '00:00'))
    expect(await set('3,0;3;c;q', hanoi('2026-04-11', '09:00'))).toBe(0)
    expect(await set('7,3,1,0;3;c', hanoi('2026-07-01', '08:30'))).toBe(0)
    await runAt('2026-07-01')
    expect(await titles()).toEqual([asked])
    expect(await nextAt()).toEqual(hanoi('2026-08-01', '00:00'))
  })
})

test('has a group of its own in the digest, after what is due', async () => {
  await stage.addTasks([
    { title: 'Duy trì một cửa', cadence: 'ongoing' },
    { title: 'Nộp báo cáo', occurrences: ['2026-04-02'] },
    { title: 'Khi có yêu cầu', cadence: 'unscheduled' },
  ])
  await database.client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-04-01', '00:00') } })
  await runAt('2026-04-01')
  expect((await stage.saidOnce()).text).toBe(
    [
      'Nhắc việc ngày 01/04/2026: 3 việc',
      '',
      '⏰ Còn 1 ngày',
      '• NV2 Nộp báo cáo · hạn 02/04/2026 (còn 1 ngày) · mới giao',
      '',
      '🔄 Việc không thời hạn, đề nghị cho biết tình hình',
      '• NV1 Duy trì một cửa · không thời hạn · mới giao',
      '• NV3 Khi có yêu cầu · không thời hạn · mới giao',
      '',
      'Chọn một việc để mở, hoặc trả lời kèm số của việc, ví dụ: nv2 xong',
    ].join('\n'),
  )
})

test('several of them alone are asked about with an example of what to say', async () => {
  await stage.addTasks([{ cadence: 'ongoing' }, { cadence: 'ongoing' }])
  await runAt('2026-04-01')
  expect((await stage.saidOnce()).text).toContain('ví dụ: nv1 đang làm, được 50%')
})

test('what was there before requests were is asked about from the next month on', async () => {
  await stage.addTasks([{ cadence: 'ongoing' }, { occurrences: ['2026-12-31'] }, { cadence: 'unscheduled' }])
  await database.client.assignment.updateMany({ where: { task: undefined, dueOn: null }, data: { percent: 10 } })
  const [, , last] = await database.client.assignment.findMany({ orderBy: { occurrence: { task: { number: 'asc' } } } })
  await database.client.assignment.update({ where: { id: last!.id }, data: { state: 'done' } })
  await database.client.nextReminder.deleteMany()
  const folder = readdirSync(migrationsPath).find((name) => name.endsWith('_status_requests')) ?? ''
  await database.client.$executeRawUnsafe(readFileSync(join(migrationsPath, folder, 'migration.sql'), 'utf8'))
  const [armed, ...more] = await database.client.nextReminder.findMany()
  expect(more).toEqual([])
  const local = armed!.remindAt.toLocaleString('sv', { timeZone: 'Asia/Ho_Chi_Minh' })
  expect(local).toMatch(/-01 08:00:00$/)
  expect(armed!.remindAt.getTime()).toBeGreaterThan(Date.now())
  expect(armed!.remindAt.getTime()).toBeLessThan(Date.now() + 32 * 24 * 60 * 60 * 1000)
})
