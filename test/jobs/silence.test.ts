import { beforeEach, expect, test } from 'vitest'
import { addPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage
let heard: number

beforeEach(async () => {
  stage = await openJobStage(database)
  heard = 0
})

const at = async (day: string, time = '09:00') => {
  stage.setNow(hanoi(`2026-03-${day}`, time))
  await stage.runTwice()
}

/** What was said since the last time it was asked for. */
const news = async (): Promise<readonly string[]> => {
  const texts = (await stage.said()).map(({ text }) => text).slice(heard)
  heard += texts.length
  return texts
}

test('silence is asked about once, after two weeks, within office hours', async () => {
  await addPerson(database, stage.workspace)
  await stage.addTasks([{ title: 'Khảo sát', occurrences: ['2026-06-30'] }])
  const { client } = database
  await client.assignment.updateMany({ data: { createdAt: hanoi('2026-03-01', '10:00') } })
  await client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-15', '00:00') } })
  await at('15', '09:00') // A Sunday.
  expect(await news()).toEqual([])
  await at('16', '07:45')
  expect(await news()).toEqual([
    expect.stringContaining('Chưa có cập nhật nào từ ngày 01/03/2026. Xin cho biết tiến độ hoặc vướng mắc.'),
  ])
  for (const day of ['20', '31']) await at(day)
  expect(await news()).toEqual([])
  expect((await client.nextReminder.findFirst())?.remindAt).toEqual(hanoi('2026-06-23', '00:00'))
})

test('silence is not asked about where somebody answered before it could be said', async () => {
  await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-06-30'] }])
  const { client } = database
  await client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-02', '00:00') } })
  stage.setNow(hanoi('2026-03-02', '09:00'))
  await stage.tick()
  await client.assignment.updateMany({ data: { lastUpdateAt: hanoi('2026-03-02', '09:01') } })
  stage.setNow(hanoi('2026-03-02', '09:02'))
  await stage.work()
  await stage.runTwice()
  expect(await news()).toEqual([])
})
