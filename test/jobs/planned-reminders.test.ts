import { expect, test } from 'vitest'
import { findPlanned } from '../../handlers/planned-reminders.ts'
import { addPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()

// The 8th is a Sunday, and the days around the 14th and the 29th are weekends.
test('what /lichnhac plans is what the sweeps then do, milestone by milestone, each once', async () => {
  const stage = await openJobStage(database)
  await addPerson(database, stage.workspace, { name: 'An', agency: 'Phòng Y tế' })
  await stage.addTasks([{ occurrences: ['2026-03-09'], to: ['Phòng Y tế'] }])
  const { planned } = await within(database, stage.workspace.id, async (stores) => {
    const [assignment] = await stores.assignments.findByNumber(1)
    return findPlanned({ now: monday, workspace: stage.workspace }, assignment!, stores)
  })
  expect(planned).toHaveLength(14)
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
