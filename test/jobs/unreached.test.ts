import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson, type TestPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { openOverseenStage, type OverseenStage } from './listening-stage.ts'

const database = await useTestDatabase()
let stage: OverseenStage

beforeEach(async () => {
  stage = await openOverseenStage(database)
})

describe('an agency nobody has joined from', () => {
  test('is spoken of to the coordinator, once for each milestone, in a section of its own', async () => {
    const { at, coordinator, heard } = stage
    await stage.addTasks([{ occurrences: ['2026-03-05'], to: ['Trạm Y tế'] }])
    await at('02')
    expect(await heard(coordinator)).toEqual([
      [
        'Báo cáo ngày 02/03/2026',
        '',
        '🚪 Chưa ai tham gia: 1 đơn vị, 1 việc đến mốc nhắc',
        '• Trạm Y tế: NV1 (còn 3 ngày)',
      ].join('\n'),
    ])
    const said = (await stage.said()).find(({ personId }) => personId === coordinator.id)
    expect(said?.choices).toEqual(['unj:work:0', 'why:'])
    await at('03')
    expect(await heard(coordinator)).toEqual([])
    await at('06')
    const [late] = await heard(coordinator)
    expect(late).toContain('• Trạm Y tế: NV1 (quá hạn 1 ngày)')
    // It is said once, not also as something that is reported.
    expect(late).not.toContain('vượt cấp')
  })

  test('is spoken of to the admins where no coordinator can be told, and to the leaders where no admin can', async () => {
    const { at, coordinator, heard, leader } = stage
    const admin = await addPerson(database, stage.workspace, { name: 'Quản trị', role: 'admin' })
    await stage.addTasks([{ occurrences: ['2026-03-05'], to: ['Trạm Y tế'] }])
    const block = ({ chatId: id }: TestPerson) =>
      database.client.chat.update({ where: { id }, data: { blockedAt: new Date() } })
    await block(coordinator)
    await at('02')
    expect(await heard(admin)).toEqual([expect.stringContaining('• Trạm Y tế: NV1 (còn 3 ngày)')])
    await block(admin)
    await at('04')
    expect(await heard(leader)).toEqual([expect.stringContaining('• Trạm Y tế: NV1 (còn 1 ngày)')])
    expect([await heard(coordinator), await heard(admin)]).toEqual([[], []])
  })

  test('whoever joins later hears of the nearest milestone only, and the coordinator no more', async () => {
    const { at, coordinator, heard, join } = stage
    await stage.addTasks([{ occurrences: ['2026-03-05'], to: ['Trạm Y tế'] }])
    await at('02')
    await at('04')
    expect(await heard(coordinator)).toHaveLength(2)
    const official = await join('An', 'official', 'Trạm Y tế')
    await at('04', '10:00')
    expect(await heard(official)).toEqual([])
    await at('05')
    expect(await heard(official)).toEqual([expect.stringContaining('⏰ Hạn hôm nay')])
    expect(await heard(coordinator)).toEqual([])
  })
})
