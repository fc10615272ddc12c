import { beforeEach, describe, expect, test } from 'vitest'
import { createTransactions } from '../../app/transactions.ts'
import { createPeriodSweepJob } from '../../jobs/period-sweep.ts'
import { within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, monday } from './job-stage.ts'
import { openPeriodStage, type PeriodStage } from './period-stage.ts'

const database = await useTestDatabase()
let stage: PeriodStage

beforeEach(async () => {
  stage = await openPeriodStage(database)
})

describe('at the cut-off', () => {
  test('figures are frozen once, and the coordinator hears of it when the office is open', async () => {
    await stage.makePeriods()
    await stage.runAt('2026-03-13', '09:00')
    const before = (await stage.told(stage.coordinator)).length
    await stage.runAt('2026-03-14', '16:29')
    expect(await stage.frozen()).toEqual([])
    await stage.runThrough(['2026-03-14', '16:30'], ['2026-03-14', '18:00'])
    expect(await stage.frozen()).toMatchObject([{ asOf: hanoi('2026-03-14', '16:30'), lateBecause: null }])
    expect(await stage.told(stage.coordinator)).toHaveLength(before)
    await stage.runThrough(['2026-03-16', '07:30'], ['2026-03-16', '08:00'])
    const close = (await stage.told(stage.coordinator)).slice(before)
    expect(close).toHaveLength(1)
    expect(close[0]).toContain('✅ Đã chốt số liệu kỳ Quý I năm 2026 tại thời điểm 16:30 ngày 14/03/2026.')
    expect(close[0]).toContain('2/2 đơn vị chưa xác nhận gửi số liệu:')
    expect(
      await database.client.auditEvent.count({ where: { workspaceId: stage.workspace.id, action: 'period.freeze' } }),
    ).toBe(1)
  })

  test('what passed before the year was made is not frozen', async () => {
    const late = hanoi('2026-06-01', '09:00')
    await stage.makePeriods(late)
    await stage.runAt('2026-06-01', '09:05')
    expect(await stage.frozen()).toEqual([])
    expect(await stage.said()).toEqual([])
    expect((await stage.quarter()).nextRemindAt).toBeNull()
  })

  test('after months of downtime every cut-off is frozen as of its moment, and one message tells of all', async () => {
    await stage.makePeriods()
    await stage.runAt('2026-09-21', '09:00')
    expect((await stage.frozen()).map(({ asOf }) => asOf).toSorted((a, b) => a.getTime() - b.getTime())).toEqual([
      ...[hanoi('2026-03-14', '16:30'), hanoi('2026-06-14', '16:30'), hanoi('2026-09-14', '16:30')],
    ])
    const [only, ...more] = await stage.told(stage.coordinator)
    expect(more).toEqual([])
    for (const name of ['Quý I năm 2026', '6 tháng đầu năm 2026', 'Quý III năm 2026']) expect(only).toContain(name)
    expect(await stage.told(stage.official)).toEqual([])
  })

  test('two processes at once freeze once and tell once', async () => {
    await stage.makePeriods()
    const now = () => hanoi('2026-03-16', '08:00')
    const nobody = {
      handle: async () => {},
      deliver: async () => {},
      remind: async () => {},
      summarize: async () => {},
    }
    const inTransaction = createTransactions(database, { within: () => nobody }, now)
    const run = createPeriodSweepJob({ inTransaction, now })
    await Promise.all([run(), run(), run()])
    expect(await stage.frozen()).toHaveLength(1)
    expect(await stage.told(stage.coordinator)).toHaveLength(1)
    expect(
      await database.client.periodNotice.count({ where: { step: 'v1:close', personId: stage.coordinator.id } }),
    ).toBe(1)
  })

  test('one that cannot be frozen keeps no other back, and comes again', async () => {
    await stage.makePeriods()
    const { id } = await stage.quarter()
    await within(database, stage.workspace.id, ({ frozen: store }) =>
      store.freeze({ id, cutoffAt: monday, lost: null }, stage.workspace.zone, monday),
    )
    stage.setNow(hanoi('2026-06-15', '09:00'))
    await expect(stage.tick()).rejects.toThrow('some periods were not dealt with')
    const open = await database.client.reportPeriod.findMany({
      where: { frozenAt: null },
      orderBy: { cutoffAt: 'asc' },
    })
    expect(open.map(({ kind }) => kind)).toEqual(['q1', 'q3', 'year'])
  })
})
