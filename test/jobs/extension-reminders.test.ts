import { beforeEach, describe, expect, test } from 'vitest'
import { nextMilestone } from '../../domain/milestones.ts'
import { ask, choose } from '../support/asking.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { onEveryChannel } from '../support/conversation.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()

/** The wake-ups of jobs travel through the queue. */
const jobMs = 20_000

onEveryChannel('more time asked for and granted in chat begins the reminders anew; done ends them', async (scene) => {
  const { coordinator } = scene
  const an = await scene.person({ role: 'official', agency: 'Phòng Y tế', name: 'Chuyên viên Hai' })
  await scene.importPlan([{ title: 'Báo cáo quý I', occurrences: ['2026-03-05'], to: ['Phòng Y tế'] }])
  await scene.sweep()
  expect((await an.next(jobMs)).text).toContain('⏰ Còn 3 ngày: nhắc việc')
  expect((await ask(an, 'nv1 xin gia hạn đến 20/3 vì chờ văn bản của Bộ')).text).toContain('đến 20/03/2026')
  await choose(coordinator, await coordinator.next(), 'Đồng ý')
  expect((await an.next()).text).toContain('Hạn mới: 20/03/2026.')

  // The days on which it would have been spoken of by the date before.
  for (const day of ['04', '05', '06', '09']) {
    scene.setNow(hanoi(`2026-03-${day}`, '08:30'))
    await scene.sweep()
  }
  expect(await an.quiet()).toEqual([])
  scene.setNow(hanoi('2026-03-13', '08:30'))
  await scene.sweep()
  expect((await an.next(jobMs)).text).toContain('⏰ Còn 7 ngày: nhắc việc')

  await ask(an, 'nv1 xong')
  for (const day of ['17', '19', '20', '23']) {
    scene.setNow(hanoi(`2026-03-${day}`, '08:30'))
    await scene.sweep()
  }
  expect(await an.quiet()).toEqual([])
})

describe('a reminder that is claimed and not said yet', () => {
  let stage: JobStage
  let an: TestPerson

  beforeEach(async () => {
    stage = await openJobStage(database)
    an = await addPerson(database, stage.workspace)
    await stage.addTasks([{ title: 'Nộp báo cáo', occurrences: ['2026-03-05'] }])
    await stage.tick()
    expect(await database.client.reminder.count({ where: { messageKey: null } })).toBe(1)
  })

  test('is not said by the old date once more time was granted, and is by the new one', async () => {
    const { workspace } = stage
    const now = hanoi('2026-03-02', '09:00')
    await within(database, workspace.id, async ({ assignments, decisions }) => {
      const [assignment] = await assignments.findByNumber(1)
      const { state, percent, obstacle, doneOn } = assignment!
      const remindAt = nextMilestone('2026-03-20', now, workspace.zone)?.at ?? null
      const change = { state, percent, obstacle, doneOn, remindAt }
      await decisions.record(
        { assignment: assignment!, personId: an.id, kind: 'extend', note: '', change, dueOn: '2026-03-20' },
        now,
      )
    })
    await stage.work()
    await stage.runTwice()
    stage.setNow(hanoi('2026-03-05', '09:00'))
    await stage.runTwice()
    expect(await stage.said()).toEqual([])
    stage.setNow(hanoi('2026-03-13', '09:00'))
    await stage.runTwice()
    expect((await stage.saidOnce()).text).toContain('⏰ Còn 7 ngày: nhắc việc')
  })

  test.each(['done', 'submitted', 'returned', 'cancelled'] as const)(
    'is not said of what is %s by then',
    async (state) => {
      await database.client.assignment.updateMany({ data: { state } })
      await stage.work()
      for (const day of ['02', '04', '05', '06']) {
        stage.setNow(hanoi(`2026-03-${day}`, '09:00'))
        await stage.runTwice()
      }
      expect(await stage.said()).toEqual([])
      expect(await database.client.reminder.count({ where: { messageKey: null } })).toBe(0)
    },
  )
})
