import { beforeEach, describe, expect, test } from 'vitest'
import { builtAt, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi } from './job-stage.ts'
import { openOverseenStage, type OverseenStage } from './listening-stage.ts'

const database = await useTestDatabase()
let stage: OverseenStage

beforeEach(async () => {
  stage = await openOverseenStage(database)
})

describe('late work', () => {
  test('skips a level where nobody is: without a head to the coordinator, without a coordinator to the leader', async () => {
    const { at, coordinator, heard, join, leader } = stage
    const official = await join('An', 'official')
    await stage.addTasks([{ occurrences: ['2026-03-02'] }])
    await at('03')
    expect(await heard(coordinator)).toHaveLength(1)
    expect((await heard(official)).at(-1)).toContain('đã được báo cáo cán bộ tổng hợp')
    await at('09')
    expect([await heard(coordinator), await heard(leader)]).toEqual([[], []])
    await database.client.chat.update({ where: { id: coordinator.chatId }, data: { blockedAt: new Date() } })
    await stage.addTasks([{ occurrences: ['2026-03-10'] }])
    await at('11')
    expect(await heard(leader)).toEqual([expect.stringContaining('NV2')])
  })

  test('is not reported once more to whoever came after it was', async () => {
    const { at, heard, join, ledger } = stage
    const official = await join('An', 'official')
    await join('Bình', 'head')
    await stage.addTasks([{ occurrences: ['2026-03-02'] }])
    await database.client.assignment.updateMany({ data: { assigneeId: official.id } })
    await at('03')
    const reported = await ledger()
    const later = await join('Cúc', 'head')
    await at('06')
    expect(await heard(later)).toEqual([expect.stringContaining('⚠️ Quá hạn 4 ngày: nhắc việc')])
    expect(await ledger()).toEqual(reported)
  })

  test('is reported to the head where nobody was named to do it and no milestone comes once it is late', async () => {
    const { at, heard, join } = stage
    const official = await join('An', 'official')
    const head = await join('Bình', 'head')
    await stage.addTasks([{ occurrences: ['2026-03-02'] }])
    await database.client.plan.updateMany({ data: { milestones: '3,1;-;c;-' } })
    await at('02')
    for (const one of [official, head]) expect(await heard(one)).toHaveLength(1)
    await at('03')
    expect(await heard(head)).toEqual([expect.stringContaining('📣 Báo cáo vượt cấp: 1 việc quá hạn')])
    expect(await heard(official)).toEqual([expect.stringContaining('đã được báo cáo thủ trưởng đơn vị')])
  })

  test('is not told twice to whoever holds two roles', async () => {
    const { at, coordinator, heard, join, leader, ledger } = stage
    const official = await join('An', 'official')
    await within(database, stage.workspace.id, async ({ people }) => {
      await people.addMembership(coordinator.id, { role: 'leader', agencyId: null }, builtAt)
      await people.addMembership(
        coordinator.id,
        { role: 'head', agencyId: stage.workspace.agency('Phòng Nội vụ') },
        builtAt,
      )
    })
    await stage.addTasks([{ occurrences: ['2026-03-02'] }])
    await database.client.assignment.updateMany({ data: { assigneeId: official.id } })
    await at('03')
    expect(await heard(coordinator)).toEqual([expect.stringContaining('Quá hạn 1 ngày')])
    await at('09')
    await at('16')
    const texts = await heard(coordinator)
    for (const text of texts) expect(text).not.toContain('Báo cáo vượt cấp')
    expect((await ledger()).filter((line) => line.startsWith('escalated') && line.includes(coordinator.id))).toEqual([
      `escalated 1 ${coordinator.id} 1`,
    ])
    expect(await heard(leader)).toEqual([expect.stringContaining('NV1')])
  })

  test('reaches who stands in for a leader who is away', async () => {
    const { at, heard, join, leader } = stage
    const deputy = await join('Phó', 'official', 'Phòng Tư pháp')
    await join('An', 'official')
    await join('Bình', 'head')
    await within(database, stage.workspace.id, ({ delegations }) =>
      delegations.create(
        { fromPersonId: leader.id, toPersonId: deputy.id, firstDay: '2026-03-10', lastDay: '2026-03-20' },
        hanoi('2026-03-02', '09:00'),
      ),
    )
    await stage.addTasks([{ occurrences: ['2026-03-02'] }])
    await at('16')
    for (const one of [leader, deputy]) expect(await heard(one)).toEqual([expect.stringContaining('NV1')])
    const toDeputy = (await stage.said()).find(({ personId }) => personId === deputy.id)
    expect(toDeputy?.choices).toEqual(['why:'])
  })
})
