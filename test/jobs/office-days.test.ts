import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { usualHours } from '../../domain/calendar/office-hours.ts'
import { createReminderSweepJob, type ReminderSweepTools } from '../../jobs/reminder-sweep.ts'
import { usualSchedule } from '../../domain/summary-schedule.ts'
import { addDays } from '../../domain/time.ts'
import { addPerson, createTestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
})

const textsOf = async () => (await stage.said()).map(({ text }) => text)
const sweepAt = async (...moments: readonly (readonly [string, string])[]) => {
  for (const [day, time] of moments) {
    stage.setNow(hanoi(day, time))
    await stage.runTwice()
  }
}

const officeIn = (workspaceId: string, zone: string) => ({
  ...{ workspaceId, calendar: { zone, hours: usualHours, own: new Map() } },
})

/** A sweep on Monday over what is not in a database: nothing, but for what is told. Returns who was woken. */
const sweepOver = async (found: Partial<ReminderSweepTools['reminderSweep']>): Promise<readonly unknown[]> => {
  const woken: unknown[] = []
  const tools: ReminderSweepTools = {
    reminderSweep: {
      listDueOffices: () => Promise.resolve([]),
      claimDue: () => Promise.resolve(0),
      claimSnoozes: () => Promise.resolve(0),
      listWaitingOffices: () => Promise.resolve([]),
      listWaitingPeople: () => Promise.resolve([]),
      ...found,
    },
    wakeups: { remind: (people) => Promise.resolve(void woken.push(...people)) },
  }
  await createReminderSweepJob({ inTransaction: (run) => run(tools), now: () => monday, shares: 2 })()
  return woken
}

describe('reminders', () => {
  test('that fall into Tết are said when it is over, each task once, and not called late', async () => {
    await addPerson(database, stage.workspace)
    stage.setNow(hanoi('2026-02-09', '09:00'))
    await stage.addTasks([
      { title: 'Hạn trong Tết', occurrences: ['2026-02-19'] },
      { title: 'Hạn sau Tết', occurrences: ['2026-02-24'] },
    ])
    await sweepAt(['2026-02-13', '16:59'])
    const before = (await textsOf()).length
    await sweepAt(['2026-02-16', '09:00'], ['2026-02-18', '09:00'], ['2026-02-20', '09:00'], ['2026-02-22', '09:00'])
    expect(await textsOf()).toHaveLength(before)
    await sweepAt(['2026-02-23', '07:29'])
    expect(await textsOf()).toHaveLength(before)
    await sweepAt(['2026-02-23', '07:30'])
    const [digest, ...more] = (await textsOf()).slice(before)
    expect(more).toEqual([])
    expect(digest).toContain('⚠️ Quá hạn 4 ngày\n• NV1')
    expect(digest).toContain('⏰ Còn 1 ngày\n• NV2')
    expect(digest).not.toContain('muộn')
  })

  test.each([
    ['a weekend', '2026-03-05', '2026-03-06', '2026-03-09'],
    ['Tết', '2026-02-12', '2026-02-13', '2026-02-23'],
  ])('after %s are one message a person at the opening, with that day’s own', async (_rest, given, last, opening) => {
    const people = [
      await addPerson(database, stage.workspace),
      await addPerson(database, stage.workspace, { name: 'Bình' }),
    ]
    stage.setNow(hanoi(given, '09:00'))
    await stage.addTasks([
      { title: 'Mốc trong ngày nghỉ và hôm nay', occurrences: [opening] },
      { title: 'Mốc hôm qua', occurrences: [addDays(opening, 2)] },
      { title: 'Mốc hôm nay', occurrences: [addDays(opening, 3)] },
      { title: 'Mốc trong ngày nghỉ', occurrences: [addDays(opening, -1)] },
    ])
    await sweepAt([last, '07:30'], [last, '10:00'], [addDays(opening, -1), '09:00'])
    const before = (await stage.said()).length
    await sweepAt([opening, '07:29'])
    expect(await stage.said()).toHaveLength(before)
    await sweepAt([opening, '07:30'])
    const said = (await stage.said()).slice(before)
    expect(said.map(({ personId }) => personId).toSorted()).toEqual(people.map(({ id }) => id).toSorted())
    for (const { text } of said) {
      expect(text).toContain('⚠️ Quá hạn 1 ngày\n• NV4')
      expect(text).toContain('⏰ Hạn hôm nay\n• NV1')
      expect(text).toContain('⏰ Còn 2 ngày\n• NV2')
      expect(text).toContain('⏰ Còn 3 ngày\n• NV3')
    }
    await sweepAt([opening, '07:45'], [opening, '08:00'], [opening, '08:01'], [opening, '10:00'])
    expect(await stage.said()).toHaveLength(before + people.length)
  })

  test('are said on a Saturday that is worked, and not on the Monday that was given for it', async () => {
    await addPerson(database, stage.workspace)
    stage.setNow(hanoi('2026-08-20', '09:00'))
    await stage.addTasks([{ occurrences: ['2026-08-29'] }, { occurrences: ['2026-08-31'] }])
    await sweepAt(['2026-08-22', '07:30'])
    expect(await textsOf()).toHaveLength(1)
    await sweepAt(['2026-08-31', '07:30'], ['2026-09-02', '07:30'])
    const before = (await textsOf()).length
    await sweepAt(['2026-09-03', '07:30'])
    expect(await textsOf()).toHaveLength(before + 1)
  })

  test('wait for the own calendar of each workspace, also where the zone is the same', async () => {
    const other = await createTestWorkspace(database, { name: 'UBND phường Lê Chân' })
    await addPerson(database, other)
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2026-03-05'] }])
    await stage.addTasks([{ occurrences: ['2026-03-05'] }], other)
    await within(database, other.id, async ({ calendar }) => {
      await calendar.saveDays([{ date: '2026-03-02', kind: 'off', words: 'lễ hội', source: '' }], null, monday)
      await calendar.setHours([{ opens: 8 * 60, closes: 11 * 60 }])
    })
    await stage.runTwice()
    expect(await stage.said()).toHaveLength(1)
    await sweepAt(['2026-03-03', '07:45'])
    expect(await stage.said()).toHaveLength(1)
    await sweepAt(['2026-03-03', '08:00'])
    const said = await stage.said()
    expect(new Set(said.map(({ personId }) => personId)).size).toBe(2)
  })

  test('of however many tasks ask for the calendars of a sweep twice: for what is due, and for who is told', async () => {
    const asked: string[] = []
    let left = 3
    const answering =
      <T>(question: string, answer: T) =>
      () => {
        asked.push(question)
        return Promise.resolve(answer)
      }
    const office = officeIn('w', 'Asia/Ho_Chi_Minh')
    await sweepOver({
      listDueOffices: answering('due', [office]),
      claimDue: ({ limit }) => Promise.resolve(left-- > 0 ? limit : 0),
      listWaitingOffices: answering('waiting', [office]),
    })
    expect(left).toBe(-2)
    expect(asked).toEqual(['due', 'waiting'])
  })

  test('where one share fails the other is waited for', async () => {
    let isOver = false
    const run = sweepOver({
      listDueOffices: () => Promise.resolve([officeIn('w', 'Asia/Ho_Chi_Minh')]),
      claimDue: async ({ share }) => {
        if (share.index === 0) throw new Error('no connection')
        await sleep(20)
        isOver = true
        return 0
      },
    })
    await expect(run).rejects.toThrow('no connection')
    expect(isOver).toBe(true)
  })

  test('only people of open offices are told', async () => {
    const told = await sweepOver({
      listWaitingOffices: () =>
        Promise.resolve([officeIn('goes', 'Asia/Bangkok'), officeIn('sleeps', 'Europe/London')]),
      listWaitingPeople: (ids) => Promise.resolve(ids.map((workspaceId) => ({ workspaceId, personId: 'p' }))),
    })
    expect(told).toEqual([{ workspaceId: 'goes', personId: 'p' }])
  })
})

test('a weekly summary whose Friday is a holiday comes when the offices open again, once', async () => {
  const coordinator = await addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  const fridayOfLabour = hanoi('2026-05-01', '16:00')
  await within(database, stage.workspace.id, ({ summaries }) =>
    summaries.savePlan(
      { kind: 'person', id: coordinator.id },
      { dueAt: fridayOfLabour, schedule: usualSchedule, wish: true, namesAgencies: true },
    ),
  )
  await sweepAt(['2026-05-01', '16:00'], ['2026-05-03', '10:00'])
  expect(await stage.said()).toEqual([])
  await sweepAt(['2026-05-04', '07:30'], ['2026-05-04', '16:00'])
  expect((await stage.said()).map(({ key }) => key)).toEqual([`summary:${coordinator.id}:2026-05-01`])
})
