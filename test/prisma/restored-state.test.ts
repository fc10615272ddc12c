import { expect, test } from 'vitest'
import { makeYear } from '../../handlers/period-making.ts'
import type { Request } from '../../handlers/request.ts'
import { messagesIn } from '../../locales/index.ts'
import { closeAndHold } from '../../prisma/restored-state.ts'
import { inOneTransaction } from '../../prisma/sql-session.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from '../jobs/job-stage.ts'

const database = await useTestDatabase()

/** The year's periods, made by somebody who coordinates. */
const makePeriods = async ({ workspace }: JobStage): Promise<TestPerson> => {
  const coordinator = await addPerson(database, workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  const asking = {
    ...{ now: monday, today: '2026-03-02', workspace, about: null, m: messagesIn('vi') },
    person: { id: coordinator.id, name: '', locale: 'vi', memberships: [{ role: 'coordinator', agencyId: null }] },
    chat: { id: coordinator.chatId, channel: 'telegram', kind: 'private', workspaceId: workspace.id, title: '' },
  } as unknown as Request
  await within(database, workspace.id, (stores) => makeYear(asking, 2026, stores))
  return coordinator
}

const restore = (now: Date) =>
  inOneTransaction(database, 'ISOLATION LEVEL READ COMMITTED', (session) => closeAndHold(session, now))

/** What will be said to somebody: what the restored program holds back is not. */
const waitingFor = async (stage: JobStage, { id }: TestPerson) => {
  const rows = await database.client.outboundMessage.findMany({ where: { personId: id, state: 'pending' } })
  const said = await stage.said()
  return rows.map(({ key }) => said.find((one) => one.key === key)!.text)
}

test('a reminder to send data that waited at the backup is said anew, and the word of a cut-off as well', async () => {
  const stage = await openJobStage(database)
  const official = await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-03-12'] }])
  await database.client.nextReminder.deleteMany()
  const coordinator = await makePeriods(stage)
  stage.setNow(hanoi('2026-03-06', '08:00'))
  await stage.runTwice()
  expect(await waitingFor(stage, official)).toEqual([expect.stringContaining('còn 8 ngày')])

  await restore(hanoi('2026-03-09', '08:00'))
  expect(await waitingFor(stage, official)).toEqual([])
  stage.setNow(hanoi('2026-03-09', '08:01'))
  await stage.runTwice()
  expect(await waitingFor(stage, official)).toEqual([expect.stringContaining('còn 5 ngày')])
  expect(await waitingFor(stage, coordinator)).toEqual([expect.stringContaining('1/1 đơn vị chưa gửi số liệu:')])

  await stage.deliver()
  stage.setNow(hanoi('2026-03-16', '08:00'))
  await stage.runTwice()
  await restore(hanoi('2026-03-17', '08:00'))
  stage.setNow(hanoi('2026-03-17', '08:01'))
  await stage.runTwice()
  expect(await waitingFor(stage, official)).toEqual([])
  expect(await waitingFor(stage, coordinator)).toEqual([
    expect.stringContaining('✅ Đã chốt số liệu kỳ Quý I năm 2026'),
  ])
})

test('what was sent before the backup is not said again', async () => {
  const stage = await openJobStage(database)
  const official = await addPerson(database, stage.workspace)
  await stage.addTasks([{ occurrences: ['2026-03-12'] }])
  await database.client.nextReminder.deleteMany()
  await makePeriods(stage)
  stage.setNow(hanoi('2026-03-06', '08:00'))
  await stage.runTwice()
  await stage.deliver()
  await restore(hanoi('2026-03-09', '08:00'))
  stage.setNow(hanoi('2026-03-09', '08:01'))
  await stage.runTwice()
  expect(await waitingFor(stage, official)).toEqual([])
})

test('that the next year has no periods is said anew where it waited at the backup', async () => {
  const stage = await openJobStage(database)
  const coordinator = await makePeriods(stage)
  stage.setNow(hanoi('2026-12-15', '08:00'))
  await stage.runTwice()
  const toldOfNextYear = [expect.stringContaining('2027')]
  expect((await waitingFor(stage, coordinator)).slice(-1)).toEqual(toldOfNextYear)
  await restore(hanoi('2026-12-16', '08:00'))
  expect(await waitingFor(stage, coordinator)).toEqual([])
  stage.setNow(hanoi('2026-12-16', '08:01'))
  await stage.runTwice()
  expect(await waitingFor(stage, coordinator)).toEqual(toldOfNextYear)
  await stage.runTwice()
  expect(await waitingFor(stage, coordinator)).toHaveLength(1)
})
