import { beforeEach, describe, expect, test } from 'vitest'
import { readEscalation } from '../../domain/escalation.ts'
import { countingOf, type MilestoneRule, readRule } from '../../domain/milestone-rule.ts'
import { rearm } from '../../handlers/milestone-rearming.ts'
import { addPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage
beforeEach(async () => {
  stage = await openJobStage(database)
  await addPerson(database, stage.workspace)
})

const ruleOf = (written: string): MilestoneRule => readRule(written)!

/** Sets the milestones of the only plan, or of the workspace; returns how many moved. */
const set = async (written: string | null, { now = monday, wide = false } = {}) => {
  const { id } = await database.client.plan.findFirstOrThrow({ where: { workspaceId: stage.workspace.id } })
  const of = wide ? null : id
  return within(database, stage.workspace.id, async (stores) => {
    await stores.milestoneSettings.save(of, written === null ? null : ruleOf(written))
    return rearm({ now, workspace: stage.workspace }, of, await stores.milestoneSettings.find(), stores)
  })
}

const sweepAt = async (...moments: readonly (readonly [string, string])[]) => {
  for (const [day, time] of moments) {
    stage.setNow(hanoi(day, time))
    await stage.runTwice()
  }
}
const claimed = async () =>
  (await database.client.reminder.findMany({ orderBy: { claimedAt: 'asc' } })).map(({ milestone }) => milestone)
const nextAt = async () => (await database.client.nextReminder.findFirst())?.remindAt ?? null

describe('changed milestones', () => {
  test('are said from then on, each once, and none of the others', async () => {
    await stage.addTasks([{ occurrences: ['2026-03-31'] }])
    expect(await set('14,5;7;c')).toBe(1)
    await sweepAt(['2026-03-16', '16:00'], ['2026-03-17', '07:30'], ['2026-03-24', '07:30'], ['2026-03-26', '07:30'])
    await sweepAt(['2026-03-31', '07:30'], ['2026-04-01', '07:30'], ['2026-04-04', '07:30'], ['2026-04-08', '07:30'])
    expect(await claimed()).toEqual([14, 5, -1, -8])
  })

  test('say the nearest that passed unsaid at once, and once', async () => {
    await stage.addTasks([{ occurrences: ['2026-03-13'] }])
    await set('14,7,0;3;c')
    expect(await nextAt()).toEqual(hanoi('2026-02-27', '00:00'))
    await sweepAt(['2026-03-02', '09:00'], ['2026-03-02', '10:00'])
    expect(await claimed()).toEqual([14])
    expect(await set('14,7,0;3;c')).toBe(0)
  })

  test('never repeat what was said, nor what was answered since', async () => {
    await stage.addTasks([{ occurrences: ['2026-03-09'] }])
    await sweepAt(['2026-03-02', '09:00'])
    expect(await claimed()).toEqual([7])
    await set('14,7,2;3;c')
    await set('10,8,2;3;c')
    await sweepAt(['2026-03-02', '10:00'], ['2026-03-06', '16:00'])
    expect(await claimed()).toEqual([7])
    const now = hanoi('2026-03-07', '09:00')
    await database.client.assignment.updateMany({ data: { lastUpdateAt: now } })
    await set('3,0;3;c', { now })
    expect(await nextAt()).toEqual(hanoi('2026-03-09', '00:00'))
  })

  test('do not make work that was given late go up sooner, nor never', async () => {
    await stage.addTasks([{ occurrences: ['2026-01-20'] }, { occurrences: ['2026-01-20'] }])
    const { client } = database
    const [late] = await client.assignment.findMany({ orderBy: { id: 'asc' } })
    await client.assignment.update({ where: { id: late!.id }, data: { createdAt: monday } })
    await sweepAt(['2026-03-02', '09:00'])
    await set('7;-;c')
    const next = await client.nextReminder.findMany({ orderBy: { assignmentId: 'asc' } })
    // What was given in time went all the way up: only its silence is left to speak of.
    expect(next.map(({ remindAt }) => remindAt)).toEqual([hanoi('2026-03-03', '00:00'), hanoi('2026-03-16', '00:00')])
  })

  test('end where none is left, and hold for plans without their own', async () => {
    await stage.addTasks([{ occurrences: ['2026-02-20'] }])
    await sweepAt(['2026-03-02', '09:00'])
    expect(await claimed()).toEqual([-10])
    await set('7;-;c', { wide: true })
    // Nobody of the agency is reminded any more; on the fourteenth day the leader hears of it.
    expect(await nextAt()).toEqual(hanoi('2026-03-06', '00:00'))
    await set('7;1;c')
    expect(await nextAt()).toEqual(hanoi('2026-03-03', '00:00'))
    await set('7;7;c', { wide: true })
    expect(await nextAt()).toEqual(hanoi('2026-03-03', '00:00'))
    expect(await set(null)).toBe(1)
    expect(await nextAt()).toEqual(hanoi('2026-03-06', '00:00'))
  })

  test('of the workspace leave a plan its own ladder', async () => {
    await stage.addTasks([{ occurrences: ['2026-02-20'] }])
    const { id } = await database.client.plan.findFirstOrThrow({ where: { workspaceId: stage.workspace.id } })
    await within(database, stage.workspace.id, ({ milestoneSettings }) =>
      milestoneSettings.saveEscalation(id, readEscalation('1,7,12;14')),
    )
    await sweepAt(['2026-03-02', '09:00'])
    await set('7;-;c', { wide: true })
    expect(await nextAt()).toEqual(hanoi('2026-03-04', '00:00'))
  })

  test('do not touch what is handed in, done or cancelled', async () => {
    await stage.addTasks([{ occurrences: ['2026-03-31'] }, { occurrences: ['2026-03-31'] }])
    for (const state of ['submitted', 'done', 'cancelled', 'returned'] as const) {
      await database.client.assignment.updateMany({ data: { state } })
      expect(await set(state === 'done' ? '14;3;c' : '10;3;c')).toBe(0)
    }
  })
})

test('working days are counted by the calendar of the workspace, and said by the digest', async () => {
  await stage.addTasks([{ occurrences: ['2026-03-12'] }])
  await within(database, stage.workspace.id, ({ calendar }) =>
    calendar.saveDays([{ date: '2026-03-04', kind: 'off', words: 'lễ hội', source: '' }], null, monday),
  )
  await set('7;-;w')
  expect(await nextAt()).toEqual(hanoi('2026-03-02', '00:00'))
  await sweepAt(['2026-03-02', '09:00'])
  expect(await claimed()).toEqual([7])
  expect((await stage.saidOnce()).text).toContain('Còn 10 ngày')
  const settings = await within(database, stage.workspace.id, ({ milestoneSettings }) => milestoneSettings.find())
  expect(countingOf(settings!, null).calendar.own.size).toBe(1)
})
