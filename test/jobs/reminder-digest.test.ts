import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
})

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
    const [text, ...more] = await stage.texts()
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
