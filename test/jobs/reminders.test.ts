import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson, createTestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
})

const textsOf = async () => (await stage.said()).map(({ text }) => text)

describe('what is reminded', () => {
  test('several tasks come as one digest, the most overdue first, and not a second time', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([
      { title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] },
      { title: 'Công khai thủ tục', occurrences: ['2026-02-27'] },
      { title: 'Tập huấn', occurrences: ['2026-03-02'] },
      { title: 'Khảo sát hài lòng', occurrences: ['2026-06-30'] },
    ])
    await stage.runTwice()
    const [digest, ...more] = await stage.said()
    expect(more).toEqual([])
    expect(digest?.text).toBe(
      [
        'Nhắc việc ngày 02/03/2026: 3 việc',
        '',
        '⚠️ Quá hạn 3 ngày',
        '• NV2 Công khai thủ tục · hạn 27/02/2026 (quá hạn 3 ngày) · mới giao',
        '',
        '⏰ Hạn hôm nay',
        '• NV3 Tập huấn · hạn 02/03/2026 (hạn hôm nay) · mới giao',
        '',
        '⏰ Còn 3 ngày',
        '• NV1 Nộp báo cáo quý · hạn 05/03/2026 (còn 3 ngày) · mới giao',
        '',
        'Chọn một việc để mở, hoặc trả lời kèm số của việc, ví dụ: nv2 xong',
      ].join('\n'),
    )
    expect(digest?.choices.map((action) => action.split(':')[0])).toEqual(['open', 'open', 'open', 'why', 'snz'])
    expect(digest?.assignmentId).toBeNull()
  })

  test("one task alone is that task's own message, so that a reply answers it", async () => {
    const person = await addPerson(database, stage.workspace)
    await stage.addTasks([{ title: 'Nộp báo cáo quý', occurrences: ['2026-03-05'] }])
    const { id } = await database.client.assignment.findFirstOrThrow()
    await stage.runTwice()
    expect(await stage.said()).toEqual([
      expect.objectContaining({
        assignmentId: id,
        personId: person.id,
        text: expect.stringMatching(/^⏰ Còn 3 ngày.*NV1.*Nộp báo cáo quý/s) as string,
        choices: [`ack:${id}`, `prog:${id}`, `done:${id}`, `obst:${id}`, `why:${id}`, `snz:${id}`],
      }),
    ])
  })

  test('an official and the head of the agency are told, nobody of another agency', async () => {
    const official = await addPerson(database, stage.workspace, { name: 'An' })
    const head = await addPerson(database, stage.workspace, { name: 'Bình', role: 'head' })
    await addPerson(database, stage.workspace, { name: 'Cúc', agency: 'Phòng Tư pháp' })
    await stage.addTasks([{ occurrences: ['2026-03-05'] }])
    await stage.runTwice()
    const told = (await stage.said()).map(({ personId }) => personId)
    expect(new Set(told)).toEqual(new Set([official.id, head.id]))
  })

  test('a person in two agencies gets one digest that names both', async () => {
    const { workspace } = stage
    const person = await addPerson(database, workspace)
    await database.client.membership.create({
      data: {
        ...{ workspaceId: workspace.id, personId: person.id, role: 'head' },
        agencyId: workspace.agency('Phòng Tư pháp'),
      },
    })
    await stage.addTasks([{ occurrences: ['2026-03-05'], to: ['Phòng Nội vụ', 'Phòng Tư pháp'] }])
    await stage.runTwice()
    const [text, ...more] = await textsOf()
    expect(more).toEqual([])
    expect(text).toContain('· Phòng Nội vụ ·')
    expect(text).toContain('· Phòng Tư pháp ·')
  })

  test('nothing is said when nothing is due', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2026-06-30'] }, { occurrences: [] }])
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
  })

  test('what is done between the sweep and the digest is not mentioned, and never again', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ title: 'Xong rồi', occurrences: ['2026-03-05'] }])
    await stage.tick()
    await database.client.assignment.updateMany({ data: { state: 'done' } })
    await stage.work()
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    expect(await database.client.reminder.count({ where: { messageKey: null } })).toBe(0)
  })

  test('each milestone is said once: three days before, the day before, on the day, the day after', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2026-03-05'] }])
    for (const day of ['02', '03', '04', '05', '06']) {
      for (const time of ['07:29', '07:30', '08:00', '16:59']) {
        stage.setNow(hanoi(`2026-03-${day}`, time))
        await stage.runTwice()
      }
    }
    const first = (await textsOf()).map((text) => text.split(':')[0])
    expect(first).toEqual(['⏰ Còn 3 ngày', '⏰ Còn 1 ngày', '⏰ Hạn hôm nay', '⚠️ Quá hạn 1 ngày'])
  })

  test('of one task with two occurrences each has its own, in one digest where they meet, and after the other is done', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ title: 'Báo cáo tháng', occurrences: ['2026-03-09', '2026-03-12'] }])
    const { client } = database
    const [first] = await client.assignment.findMany({ orderBy: { dueOn: 'asc' } })
    const sweepOn = async (day: string) => {
      stage.setNow(hanoi(`2026-03-${day}`, '09:00'))
      await stage.runTwice()
    }
    for (const day of ['02', '05', '06', '09']) await sweepOn(day)
    await client.assignment.update({ where: { id: first?.id ?? '' }, data: { state: 'done' } })
    for (const day of ['10', '11', '12']) await sweepOn(day)
    const spokenOf = (text: string) =>
      [...text.matchAll(/hạn:? (\d\d)\/03\/2026 \(([^)]+)\)/giu)].map(([, due, left]) => `${due}: ${left}`)
    expect((await textsOf()).map(spokenOf)).toEqual([
      ['09: còn 7 ngày'],
      ['12: còn 7 ngày'],
      ['09: còn 3 ngày'],
      ['09: hạn hôm nay', '12: còn 3 ngày'],
      ['12: còn 1 ngày'],
      ['12: hạn hôm nay'],
    ])
  })

  test('more tasks than a message holds are counted, and all are said to be reminded of', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks(Array.from({ length: 20 }, () => ({ occurrences: ['2026-03-05'] })))
    await stage.runTwice()
    const [digest, ...more] = await stage.said()
    expect(more).toEqual([])
    expect(digest?.text).toContain('… và 5 việc khác, gõ /viec để xem.')
    expect(digest?.choices).toHaveLength(8)
  })
})

describe('when it is reminded', () => {
  test.each([
    ['at night', hanoi('2026-03-02', '20:00'), hanoi('2026-03-03', '07:30')],
    ['at the weekend', hanoi('2026-03-07', '09:00'), hanoi('2026-03-09', '07:30')],
  ])('%s everything waits for office hours', async (_name, quiet, office) => {
    await addPerson(database, stage.workspace)
    stage.setNow(quiet)
    await stage.addTasks([{ occurrences: ['2026-03-09'] }])
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(office)
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)
  })

  test('a digest that a crash left over does not come at night either', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2026-03-05'] }])
    await stage.tick()
    stage.setNow(hanoi('2026-03-02', '17:30'))
    await stage.work()
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(hanoi('2026-03-03', '07:30'))
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)
  })

  test('office hours are those of the workspace', async () => {
    const london = await createTestWorkspace(database, { name: 'London', zone: 'Europe/London' })
    await addPerson(database, london)
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2026-03-05'] }])
    await stage.addTasks([{ occurrences: ['2026-03-05'] }], london)
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)
    stage.setNow(new Date('2026-03-02T10:30:00Z'))
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(2)
  })

  test('after ten days of silence there is one digest with the nearest milestone, and it says that it is late', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([
      { title: 'Nộp báo cáo', occurrences: ['2026-03-09'] },
      { title: 'Tập huấn', occurrences: ['2026-03-11'] },
    ])
    stage.setNow(hanoi('2026-03-12', '09:00'))
    await stage.runTwice()
    const [text, ...more] = await textsOf()
    expect(more).toEqual([])
    expect(text).toContain('Tin này đến muộn: lẽ ra đã được gửi từ ngày 02/03/2026.')
    expect(text).toContain('⚠️ Quá hạn 3 ngày\n• NV1')
    expect(text).toContain('⚠️ Quá hạn 1 ngày\n• NV2')
    expect(text?.match(/NV1/g)).toHaveLength(1)
  })

  test('a plan that is imported with tasks long overdue is not called late', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2025-12-10'] }, { occurrences: ['2026-01-01'] }])
    await database.client.assignment.updateMany({ data: { updatedAt: monday } })
    await stage.runTwice()
    const [text, ...more] = await textsOf()
    expect(more).toEqual([])
    expect(text).toContain('Quá hạn')
    expect(text).not.toContain('muộn')
  })
})
