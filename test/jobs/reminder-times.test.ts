import { beforeEach, describe, expect, test } from 'vitest'
import { addPerson, createTestWorkspace } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
})

describe('when it is reminded', () => {
  test('each milestone is said once: three days before, the day before, on the day, the day after', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ occurrences: ['2026-03-05'] }])
    for (const day of ['02', '03', '04', '05', '06']) {
      for (const time of ['07:29', '07:30', '08:00', '16:59']) {
        await stage.runAt(`2026-03-${day}`, time)
      }
    }
    const first = (await stage.texts()).map((text) => text.split(':')[0])
    expect(first).toEqual(['⏰ Còn 3 ngày', '⏰ Còn 1 ngày', '⏰ Hạn hôm nay', '⚠️ Quá hạn 1 ngày'])
  })

  test('of one task with two occurrences each has its own, in one digest where they meet, and after the other is done', async () => {
    await addPerson(database, stage.workspace)
    await stage.addTasks([{ title: 'Báo cáo tháng', occurrences: ['2026-03-09', '2026-03-12'] }])
    const { client } = database
    const [first] = await client.assignment.findMany({ orderBy: { dueOn: 'asc' } })
    const sweepOn = (day: string) => stage.runAt(`2026-03-${day}`)
    for (const day of ['02', '05', '06', '09']) await sweepOn(day)
    await client.assignment.update({ where: { id: first?.id ?? '' }, data: { state: 'done' } })
    for (const day of ['10', '11', '12']) await sweepOn(day)
    const spokenOf = (text: string) =>
      [...text.matchAll(/hạn:? (\d\d)\/03\/2026 \(([^)]+)\)/giu)].map(([, due, left]) => `${due}: ${left}`)
    expect((await stage.texts()).map(spokenOf)).toEqual([
      ['09: còn 7 ngày'],
      ['12: còn 7 ngày'],
      ['09: còn 3 ngày'],
      ['09: hạn hôm nay', '12: còn 3 ngày'],
      ['12: còn 1 ngày'],
      ['12: hạn hôm nay'],
    ])
  })

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
    await stage.runAt('2026-03-03', '07:30')
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
    await stage.runAt('2026-03-12', '09:00')
    const [text, ...more] = await stage.texts()
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
    const [text, ...more] = await stage.texts()
    expect(more).toEqual([])
    expect(text).toContain('Quá hạn')
    expect(text).not.toContain('muộn')
  })
})
