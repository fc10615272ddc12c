import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage
let an: TestPerson

beforeEach(async () => {
  stage = await openJobStage(database)
  an = await addPerson(database, stage.workspace, { name: 'An' })
  await addPerson(database, stage.workspace, { name: 'Bình' })
  await stage.addTasks([{ title: 'Nộp báo cáo', occurrences: ['2026-03-09'] }])
  await stage.runTwice()
  await database.client.outboundMessage.deleteMany()
})

const runAt = async (day: string, time = '09:00') => {
  stage.setNow(hanoi(day, time))
  await stage.runTwice()
}

const putOff = async (day: string, turn = 1) => {
  const { id: assignmentId, dueVersion } = await database.client.assignment.findFirstOrThrow()
  const key = { assignmentId, personId: an.id, dueVersion, turn }
  await within(database, stage.workspace.id, ({ snoozes }) =>
    snoozes.save({ ...key, day, remindAt: hanoi(day, '00:00') }, hanoi('2026-03-02', '10:00')),
  )
  return key
}

const said = async () => (await stage.said()).map(({ personId, text }) => [personId, text.split('\n')[0]])

describe('a reminder that somebody put off', () => {
  test('comes on its day at opening, to them alone, once', async () => {
    await putOff('2026-03-04')
    await runAt('2026-03-03')
    await runAt('2026-03-04', '07:29')
    expect(await stage.said()).toEqual([])
    await Promise.all([1, 2].map(() => runAt('2026-03-04', '07:30')))
    await runAt('2026-03-05')
    expect(await said()).toEqual([[an.id, '⏰ Còn 5 ngày: nhắc việc']])
    expect((await stage.saidOnce()).text).toContain('Anh/chị đã hẹn nhắc lại việc này.')
  })

  test('takes no milestone away: what falls before it is said at its time', async () => {
    await putOff('2026-03-09')
    await runAt('2026-03-06')
    expect(await said()).toHaveLength(2)
    await runAt('2026-03-09')
    expect((await said()).filter(([id]) => id === an.id).map(([, text]) => text)).toEqual([
      '⏰ Còn 3 ngày: nhắc việc',
      '⏰ Hạn hôm nay: nhắc việc',
    ])
  })

  test('on the day of a milestone is one message with it, and the milestone reaches the others all the same', async () => {
    await putOff('2026-03-06')
    await runAt('2026-03-06')
    expect(await said()).toHaveLength(2)
    const mine = (await stage.said()).find(({ personId }) => personId === an.id)
    expect(mine?.text).toContain('Anh/chị đã hẹn nhắc lại việc này.')
  })

  test('after downtime comes once, on the next run, with the milestone it missed', async () => {
    await putOff('2026-03-04')
    await runAt('2026-03-06', '10:00')
    expect((await said()).filter(([id]) => id === an.id)).toHaveLength(1)
    expect(await database.client.reminder.count({ where: { messageKey: null } })).toBe(0)
  })

  test.each([
    ['done', { state: 'done' }],
    ['cancelled', { state: 'cancelled' }],
    ['handed in', { state: 'submitted' }],
    ['due on another day', { dueOn: new Date('2026-06-30'), dueVersion: 2 }],
  ] as const)('is not said of what is %s, before it is claimed and after', async (_, change) => {
    await putOff('2026-03-04')
    stage.setNow(hanoi('2026-03-04', '09:00'))
    await database.client.assignment.updateMany({ data: change })
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    expect(await database.client.snooze.count({ where: { settledAt: null } })).toBe(0)

    await database.client.assignment.updateMany({
      data: { state: 'assigned', dueOn: new Date('2026-03-09'), dueVersion: 1 },
    })
    await putOff('2026-03-05', 2)
    stage.setNow(hanoi('2026-03-05', '09:00'))
    await stage.tick()
    expect(await database.client.reminder.count({ where: { messageKey: null } })).toBe(1)
    await database.client.assignment.updateMany({ data: change })
    await stage.work()
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
  })

  test('that was taken by a sweep is neither moved nor taken back', async () => {
    const key = await putOff('2026-03-04')
    await runAt('2026-03-04')
    await expect(putOff('2026-03-05')).rejects.toThrow('changed meanwhile')
    expect(await within(database, stage.workspace.id, ({ snoozes }) => snoozes.remove(key))).toBe(false)
  })
})
