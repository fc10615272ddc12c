import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson, builtAt, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage
let coordinator: TestPerson
let leader: TestPerson

beforeEach(async () => {
  stage = await openJobStage(database)
  coordinator = await addPerson(database, stage.workspace, { name: 'Tổng', role: 'coordinator' })
  leader = await addPerson(database, stage.workspace, { name: 'Chủ', role: 'leader' })
})

const join = (name: string, role: 'official' | 'head', agency = 'Phòng Nội vụ') =>
  addPerson(database, stage.workspace, { name, role, agency })

const at = async (day: string, time = '09:00') => {
  stage.setNow(hanoi(`2026-03-${day}`, time))
  await stage.runTwice()
}

/** What somebody was told since the last time anybody asked about them. */
const seen = new Map<string, number>()
const heard = async ({ id }: TestPerson): Promise<readonly string[]> => {
  const texts = (await stage.said())
    .filter(({ personId, key }) => personId === id && key.startsWith('reminder:'))
    .map(({ text }) => text)
  const news = texts.slice(seen.get(id) ?? 0)
  seen.set(id, texts.length)
  return news
}

const ledger = async () =>
  (await database.client.reminder.findMany({ where: { kind: { in: ['escalated', 'told'] } } }))
    .map(({ kind, milestone, personId, dueVersion }) => `${kind} ${milestone} ${personId} ${dueVersion}`)
    .toSorted()

describe('late work', () => {
  test('goes from the official to the head, the coordinator and the leader, each once, and the official knows', async () => {
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

  test('skips a level where nobody is: without a head to the coordinator, without a coordinator to the leader', async () => {
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

  test('of many agencies comes as numbers, each of which opens its list', async () => {
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

describe('an agency nobody has joined from', () => {
  test('is spoken of to the coordinator, once for each milestone, in a section of its own', async () => {
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
