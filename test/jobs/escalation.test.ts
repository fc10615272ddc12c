import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../support/database.ts'
import { hanoi } from './job-stage.ts'
import { openOverseenStage, type OverseenStage } from './listening-stage.ts'

const database = await useTestDatabase()
let stage: OverseenStage

beforeEach(async () => {
  stage = await openOverseenStage(database)
})

describe('late work', () => {
  test('goes from the official to the head, the coordinator and the leader, each once, and the official knows', async () => {
    const { at, coordinator, heard, join, leader, ledger } = stage
    const official = await join('An', 'official')
    const head = await join('Bình', 'head')
    await stage.addTasks([{ title: 'Nộp báo cáo', occurrences: ['2026-03-02'] }])
    await database.client.assignment.updateMany({ data: { assigneeId: official.id } })
    await at('02')
    await heard(official)
    expect([await heard(head), await heard(coordinator), await heard(leader)]).toEqual([[], [], []])

    await at('03')
    expect(await heard(head)).toEqual([expect.stringContaining('⚠️ Quá hạn 1 ngày: nhắc việc')])
    expect(await heard(official)).toEqual([
      expect.stringContaining('Việc quá hạn này đã được báo cáo thủ trưởng đơn vị.'),
    ])
    await at('06')
    for (const one of [official, head]) expect(await heard(one)).toHaveLength(1)
    expect([await heard(coordinator), await heard(leader)]).toEqual([[], []])

    await at('09')
    expect(await heard(coordinator)).toEqual([
      [
        'Báo cáo ngày 09/03/2026',
        '',
        '📣 Báo cáo vượt cấp: 1 việc quá hạn',
        '• NV1 Nộp báo cáo · Phòng Nội vụ · hạn 02/03/2026 (quá hạn 7 ngày) · mới giao',
      ].join('\n'),
    ])
    expect(await heard(official)).toEqual([
      expect.stringContaining('Việc quá hạn này đã được báo cáo cán bộ tổng hợp.'),
    ])
    expect(await heard(leader)).toEqual([])

    await at('16')
    expect(await heard(leader)).toEqual([expect.stringContaining('📣 Báo cáo vượt cấp: 1 việc quá hạn')])
    expect(await heard(official)).toEqual([expect.stringContaining('đã được báo cáo lãnh đạo UBND')])
    const before = await ledger()
    for (const day of ['17', '19', '24', '31']) await at(day)
    expect([await heard(coordinator), await heard(leader)]).toEqual([[], []])
    expect(await ledger()).toEqual(before)
  })

  test('that came late after a downtime is reported once, to the highest step, and is called late', async () => {
    const { at, coordinator, heard, join, leader } = stage
    const official = await join('An', 'official')
    await join('Bình', 'head')
    await stage.addTasks([{ occurrences: ['2026-03-04'] }])
    await at('20')
    expect(await heard(coordinator)).toEqual([])
    expect(await heard(leader)).toEqual([
      expect.stringMatching(/Tin này đến muộn: lẽ ra đã được gửi từ ngày 18\/03\/2026\..*NV1/s),
    ])
    expect(await heard(official)).toEqual([expect.stringContaining('đã được báo cáo lãnh đạo UBND')])
  })

  test('that was given late goes up as many days after it was given as other work after its due date', async () => {
    const { at, coordinator, heard, join, leader, ledger } = stage
    const official = await join('An', 'official')
    await join('Bình', 'head')
    stage.setNow(hanoi('2026-03-02', '09:00'))
    await stage.addTasks([{ occurrences: ['2026-01-30'] }, { occurrences: ['2026-02-10'] }])
    const { client } = database
    await client.assignment.updateMany({ data: { createdAt: hanoi('2026-03-02', '09:00'), assigneeId: official.id } })
    await at('02')
    expect(await heard(official)).toEqual([expect.stringContaining('Quá hạn 31 ngày')])
    expect([await heard(coordinator), await heard(leader)]).toEqual([[], []])
    for (const day of ['04', '06']) await at(day)
    expect((await ledger()).filter((line) => !line.includes(' 1 '))).toEqual([])
    await at('09')
    expect(await heard(coordinator)).toEqual([
      expect.stringMatching(/2 việc quá hạn\n• NV1 .*\(quá hạn 38 ngày\).*\n• NV2 .*\(quá hạn 27 ngày\)/),
    ])
    await at('13')
    expect(await heard(leader)).toEqual([])
    await at('16')
    expect(await heard(leader)).toEqual([expect.stringContaining('📣 Báo cáo vượt cấp: 2 việc quá hạn')])
    const [left] = await client.nextReminder.findMany({ orderBy: { remindAt: 'asc' } })
    expect(left?.remindAt.getTime()).toBeGreaterThan(hanoi('2026-03-16', '09:00').getTime())
  })

  test('stops the moment it is done or is given more time, and begins anew with the new due date', async () => {
    const { at, coordinator, heard, join, leader } = stage
    await join('An', 'official')
    await join('Bình', 'head')
    await stage.addTasks([{ occurrences: ['2026-03-02'] }, { occurrences: ['2026-03-02'] }])
    stage.setNow(hanoi('2026-03-09', '09:00'))
    await stage.tick()
    const { client } = database
    const [first, second] = await client.assignment.findMany({ orderBy: { id: 'asc' } })
    await client.assignment.update({ where: { id: first!.id }, data: { state: 'done' } })
    const moved = { dueOn: new Date('2026-03-16'), dueVersion: 2 }
    await client.assignment.update({ where: { id: second!.id }, data: moved })
    await stage.work()
    expect(await heard(coordinator)).toEqual([])
    await at('20')
    expect(await heard(coordinator)).toEqual([])
    await at('23')
    expect(await heard(coordinator)).toEqual([expect.stringContaining('📣 Báo cáo vượt cấp: 1 việc quá hạn')])
    expect(await heard(leader)).toEqual([])
  })

  test('of many agencies comes as numbers, each of which opens its list', async () => {
    const { at, heard, join, leader } = stage
    await join('An', 'official')
    await join('Bình', 'official', 'Phòng Y tế')
    await stage.addTasks([
      ...Array.from({ length: 4 }, () => ({ occurrences: ['2026-03-02'] })),
      ...Array.from({ length: 2 }, () => ({ occurrences: ['2026-03-01'], to: ['Phòng Y tế'] })),
    ])
    await at('16')
    const [text] = await heard(leader)
    expect(text).toContain(
      [
        '📣 Báo cáo vượt cấp: 6 việc quá hạn',
        '• Phòng Nội vụ: 4 việc, lâu nhất quá hạn 14 ngày',
        '• Phòng Y tế: 2 việc, lâu nhất quá hạn 15 ngày',
      ].join('\n'),
    )
    const said = (await stage.said()).find(({ personId }) => personId === leader.id)
    expect(said?.choices.map((action) => action.replace(/[0-9a-f-]{36}/, 'id'))).toEqual([
      ...['esc:id:0', 'esc:id:0', 'esc:id:0:all', 'why:'],
    ])
  })
})
