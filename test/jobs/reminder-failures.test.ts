import { beforeEach, expect, test } from 'vitest'
import { addPerson } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

beforeEach(async () => {
  stage = await openJobStage(database)
})

const textsOf = async () => (await stage.said()).map(({ text }) => text)

test('two sweeps and all their digests at once say it once', async () => {
  const { workspace } = stage
  for (const name of ['An', 'Bình', 'Cúc']) await addPerson(database, workspace, { name })
  await stage.addTasks(Array.from({ length: 4 }, () => ({ occurrences: ['2026-03-05'] })))
  await Promise.all([stage.tick(), stage.tick()])
  await Promise.all([stage.work(), stage.work()])
  await stage.runTwice()
  expect(await stage.said()).toHaveLength(3)
  expect(await database.client.reminder.count()).toBe(12)
})

test('more than one process can claim at a time, and still each person gets one digest', async () => {
  for (const name of ['An', 'Bình']) await addPerson(database, stage.workspace, { name })
  await stage.addTasks(Array.from({ length: 620 }, () => ({ occurrences: ['2026-03-05'] })))
  await Promise.all([stage.tick(), stage.tick(), stage.tick()])
  expect(await stage.work()).toBe(0)
  await stage.runTwice()
  expect(await stage.said()).toHaveLength(2)
  expect(await database.client.reminder.count({ where: { messageKey: { not: null } } })).toBe(1240)
})

test('a wake-up that is lost costs only a delay', async () => {
  await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-03-05'] }])
  await stage.tick()
  stage.waiting.remind.splice(0)
  await stage.runTwice()
  expect(await stage.said()).toHaveLength(1)
})

test("one person's failure does not stop the others", async () => {
  const broken = await addPerson(database, stage.workspace, { name: 'An' })
  const fine = await addPerson(database, stage.workspace, { name: 'Bình' })
  await stage.addTasks([{ occurrences: ['2026-03-05'] }])
  await database.client.person.update({ where: { id: broken.id }, data: { locale: 'unheard of' } })
  await stage.tick()
  expect(await stage.work()).toBe(1)
  expect((await stage.said()).map(({ personId }) => personId)).toEqual([fine.id])
  await database.client.person.update({ where: { id: broken.id }, data: { locale: 'en' } })
  await stage.runTwice()
  expect((await stage.said()).map(({ personId }) => personId)).toEqual([fine.id, broken.id])
  expect((await textsOf())[1]).toContain('3 days left')
})

test('who blocked the bot is told when they come back, once', async () => {
  const person = await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-03-05'] }])
  await stage.tick()
  const block = (blockedAt: Date | null) =>
    database.client.chat.update({ where: { id: person.chatId }, data: { blockedAt } })
  await block(monday)
  await stage.work()
  await stage.runTwice()
  expect(await stage.said()).toEqual([])
  await block(null)
  stage.setNow(hanoi('2026-03-04', '07:45'))
  await stage.runTwice()
  expect(await textsOf()).toEqual([expect.stringContaining('lẽ ra đã được gửi từ ngày 02/03/2026')])
})

test('a due date that was moved away without its reminder is put off and not spoken of', async () => {
  await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-03-05'] }])
  await database.client.assignment.updateMany({ data: { createdAt: monday } })
  await database.client.assignment.updateMany({ data: { dueOn: new Date('2026-05-20'), dueVersion: 2 } })
  await stage.runTwice()
  expect(await stage.said()).toEqual([])
  const { remindAt } = await database.client.nextReminder.findFirstOrThrow()
  expect(remindAt).toEqual(hanoi('2026-03-16', '00:00'))
})
