import { expect, test } from 'vitest'
import { findPlanned } from '../../handlers/planned-reminders.ts'
import { addPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()

test('/lichnhac plans to report what was given late from the day it was given on', async () => {
  const stage = await openJobStage(database)
  await addPerson(database, stage.workspace, { name: 'An', agency: 'Phòng Y tế' })
  await addPerson(database, stage.workspace, { name: 'Tổng', role: 'coordinator' })
  await addPerson(database, stage.workspace, { name: 'Chủ', role: 'leader' })
  await stage.addTasks([{ occurrences: ['2026-02-10'], to: ['Phòng Y tế'] }])
  await database.client.assignment.updateMany({ data: { createdAt: monday } })
  const { steps, planned } = await within(database, stage.workspace.id, async (stores) => {
    const [assignment] = await stores.assignments.findByNumber(1)
    return findPlanned({ now: monday, workspace: stage.workspace }, assignment!, stores)
  })
  // Nobody is head there.
  expect(steps).toEqual([
    { level: 'coordinator', at: hanoi('2026-03-03', '07:30') },
    { level: 'leader', at: hanoi('2026-03-16', '07:30') },
  ])
  expect(planned.map(({ heads }) => heads).slice(0, 2)).toEqual([false, true])
})

// The 8th is a Sunday, whose milestone gives way to that of Monday; the days around the 14th and the 29th are weekends.
test('what /lichnhac plans is what the sweeps then do, milestone by milestone, each once', async () => {
  const stage = await openJobStage(database)
  await addPerson(database, stage.workspace, { name: 'An', agency: 'Phòng Y tế' })
  await stage.addTasks([{ occurrences: ['2026-03-09'], to: ['Phòng Y tế'] }])
  const { planned } = await within(database, stage.workspace.id, async (stores) => {
    const [assignment] = await stores.assignments.findByNumber(1)
    return findPlanned({ now: monday, workspace: stage.workspace }, assignment!, stores)
  })
  expect(planned).toHaveLength(13)
  for (const { at } of planned) {
    // A minute too early nothing is claimed.
    stage.setNow(new Date(Math.max(monday.getTime(), at.getTime() - 60_000)))
    await stage.runTwice()
    stage.setNow(at)
    await stage.runTwice()
  }
  const claimed = await database.client.reminder.findMany({ orderBy: { claimedAt: 'asc' } })
  expect(claimed.map(({ milestone, claimedAt }) => ({ milestone, at: claimedAt }))).toEqual(
    planned.map(({ milestone, at }) => ({ milestone, at })),
  )
})
