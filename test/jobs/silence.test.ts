import { beforeEach, expect, test } from 'vitest'
import { addPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi } from './job-stage.ts'
import { type ListeningStage, openListeningStage } from './listening-stage.ts'

const database = await useTestDatabase()
const { client } = database
let stage: ListeningStage

beforeEach(async () => {
  stage = await openListeningStage(database)
})

/** Somebody answers after the sweep has seen the silence, and before anything is said of it. */
const answerJustInTime = async () => {
  stage.setNow(hanoi('2026-03-02', '09:00'))
  await stage.tick()
  await client.assignment.updateMany({ data: { lastUpdateAt: hanoi('2026-03-02', '09:01') } })
  stage.setNow(hanoi('2026-03-02', '09:02'))
  await stage.work()
  await stage.runTwice()
}

test('silence is asked about once, after two weeks, within office hours', async () => {
  await addPerson(database, stage.workspace)
  await stage.addTasks([{ title: 'Khảo sát', occurrences: ['2026-06-30'] }])
  await client.assignment.updateMany({ data: { createdAt: hanoi('2026-03-01', '10:00') } })
  await client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-15', '00:00') } })
  await stage.at('15', '09:00') // A Sunday.
  expect(await stage.heard()).toEqual([])
  await stage.at('16', '07:45')
  expect(await stage.heard()).toEqual([
    expect.stringContaining('Chưa có cập nhật nào từ ngày 01/03/2026. Xin cho biết tiến độ hoặc vướng mắc.'),
  ])
  for (const day of ['20', '31']) await stage.at(day)
  expect(await stage.heard()).toEqual([])
  expect((await client.nextReminder.findFirst())?.remindAt).toEqual(hanoi('2026-06-23', '00:00'))
})

test('silence is not asked about where somebody answered before it could be said', async () => {
  await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-06-30'] }])
  await client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-02', '00:00') } })
  await answerJustInTime()
  expect(await stage.heard()).toEqual([])
})

test('silence of an agency nobody has joined from is told to the coordinators once, and asked once somebody joined', async () => {
  const coordinator = await addPerson(database, stage.workspace, { name: 'Tổng', role: 'coordinator' })
  await stage.addTasks([
    { title: 'Khảo sát', occurrences: ['2026-09-30'], to: ['Trạm Y tế'] },
    { title: 'Báo cáo', occurrences: ['2026-03-19'], to: ['Trạm Y tế'] },
  ])
  await client.assignment.updateMany({ data: { createdAt: hanoi('2026-03-02', '10:00') } })
  await client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-16', '08:00') } })
  await stage.at('16')
  expect(await stage.heard()).toEqual([
    [
      'Báo cáo ngày 16/03/2026',
      '',
      '🚪 Chưa ai tham gia: 1 đơn vị, 1 việc đến mốc nhắc, 1 việc lâu chưa có tin',
      '• Trạm Y tế: NV2 (còn 3 ngày); NV1 (chưa có tin từ 02/03/2026)',
    ].join('\n'),
  ])
  await client.assignment.updateMany({ where: { dueOn: new Date('2026-03-19') }, data: { state: 'done' } })
  const next = () => client.nextReminder.findFirst({ where: { assignment: { dueOn: new Date('2026-09-30') } } })
  expect((await next())?.remindAt).toEqual(hanoi('2026-03-30', '00:00'))
  await stage.at('20')
  await stage.at('30')
  expect(await stage.heard()).toEqual([])
  await addPerson(database, stage.workspace, { name: 'An', agency: 'Trạm Y tế' })
  await stage.at('31')
  expect(await stage.heard()).toEqual([])
  await stage.runAt('2026-04-13')
  expect(await stage.heard()).toEqual([expect.stringContaining('Chưa có cập nhật nào từ ngày 02/03/2026.')])
  await stage.runAt('2026-04-27')
  await stage.runAt('2026-04-28')
  expect(await stage.heard()).toEqual([])
  expect((await next())?.remindAt).toEqual(hanoi('2026-09-23', '00:00'))
  expect((await stage.said()).filter(({ personId }) => personId === coordinator.id)).toHaveLength(1)
})

test('silence of an agency nobody has joined from is not told where somebody answered for it before', async () => {
  await addPerson(database, stage.workspace, { name: 'Tổng', role: 'coordinator' })
  await stage.addTasks([{ occurrences: ['2026-06-30'], to: ['Trạm Y tế'] }])
  await client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-02', '08:00') } })
  await answerJustInTime()
  expect(await stage.heard()).toEqual([])
})
