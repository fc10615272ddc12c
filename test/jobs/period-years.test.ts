import { beforeEach, expect, test } from 'vitest'
import { createTransactions } from '../../app/transactions.ts'
import { cutoffAtOf } from '../../domain/periods/period-change.ts'
import { templateOf } from '../../domain/periods/template.ts'
import { createPeriodSweepJob } from '../../jobs/period-sweep.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'
import { openPeriodStage } from './period-stage.ts'

const database = await useTestDatabase()
let stage: JobStage
beforeEach(async () => {
  stage = await openJobStage(database)
})

const makeYear = (year: number, isOff = false) =>
  within(database, stage.workspace.id, ({ periods }) =>
    periods.add(
      templateOf(year).map((period) => ({
        ...{ ...period, isOff, armedFrom: hanoi(`${year}-12-31`, '00:00'), nextRemindAt: null },
        cutoffAt: cutoffAtOf(period, stage.workspace.zone),
      })),
      monday,
    ),
  )

const coordinate = () => addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })

const runAt = async (...moments: readonly (readonly [string, string])[]) => {
  for (const [day, time] of moments) {
    stage.setNow(hanoi(day, time))
    await stage.runTwice()
  }
}

/** What each message about a missing year begins with, of one person. */
const told = async (person: TestPerson) =>
  (await stage.said()).filter(({ personId }) => personId === person.id).map(({ text }) => text.split('\n')[0])

const december = '🗓️ Chưa lập kỳ báo cáo năm 2027.'
const january = '🗓️ Đã sang năm 2027 mà chưa lập kỳ báo cáo năm 2027.'

test('the coordinator hears in December and once in January that the periods of the year are missing', async () => {
  await makeYear(2026)
  const coordinator = await coordinate()
  const official = await addPerson(database, stage.workspace)
  const admin = await addPerson(database, stage.workspace, { name: 'Quản trị', role: 'admin' })
  await runAt(['2026-12-14', '16:00'], ['2026-12-15', '07:00'])
  expect(await told(coordinator)).toEqual([])
  await runAt(['2026-12-15', '08:00'], ['2026-12-15', '08:01'], ['2026-12-28', '09:00'])
  expect(await told(coordinator)).toEqual([december])
  const [message] = await stage.said()
  expect(message!.text).toContain('lập như các kỳ năm 2026')
  expect(message!.choices).toEqual(['prd-new:2027'])
  // 1 January is a holiday.
  await runAt(['2027-01-01', '09:00'])
  expect(await told(coordinator)).toEqual([december])
  await runAt(['2027-01-04', '08:00'], ['2027-01-05', '08:00'], ['2027-02-15', '08:00'])
  expect(await told(coordinator)).toEqual([december, january])
  expect([await told(official), await told(admin)]).toEqual([[], []])
})

test('nobody hears of it once the year is made, and whoever came later not a second time', async () => {
  await makeYear(2026)
  const coordinator = await coordinate()
  await runAt(['2026-12-15', '08:00'])
  const later = await addPerson(database, stage.workspace, { name: 'Cán bộ Mới', role: 'coordinator' })
  await runAt(['2026-12-16', '08:00'])
  await makeYear(2027)
  await runAt(['2027-01-04', '08:00'])
  expect([await told(coordinator), await told(later)]).toEqual([[december], []])
})

test('without a coordinator the administrator hears of it', async () => {
  await makeYear(2026)
  const admin = await addPerson(database, stage.workspace, { name: 'Quản trị', role: 'admin' })
  await runAt(['2026-12-15', '08:00'])
  expect(await told(admin)).toEqual([december])
})

test('nobody hears of it where periods are not used', async () => {
  const coordinator = await coordinate()
  await runAt(['2026-12-15', '08:00'])
  await makeYear(2025)
  await makeYear(2026, true)
  await runAt(['2026-12-16', '08:00'], ['2027-01-04', '08:00'])
  expect(await told(coordinator)).toEqual([])
})

test('after the first cut-off of the year it is too late to say', async () => {
  await makeYear(2026)
  const coordinator = await coordinate()
  await runAt(['2027-04-01', '08:00'])
  expect(await told(coordinator)).toEqual([])
})

test('it is said in the one message with what was frozen', async () => {
  await makeYear(2026)
  const coordinator = await coordinate()
  await database.client.reportPeriod.updateMany({ where: { kind: 'year' }, data: { armedFrom: monday } })
  await runAt(['2026-12-14', '17:30'], ['2026-12-15', '08:00'])
  const [only, ...more] = (await stage.said()).filter(({ personId }) => personId === coordinator.id)
  expect(more).toEqual([])
  expect(only!.text).toContain('✅ Đã chốt số liệu kỳ Năm 2026')
  expect(only!.text).toContain(`\n\n${december}`)
})

test('two processes at once tell it once', async () => {
  await makeYear(2026)
  const coordinator = await coordinate()
  const now = () => hanoi('2026-12-15', '08:00')
  const nobody = { handle: async () => {}, deliver: async () => {}, remind: async () => {}, summarize: async () => {} }
  const inTransaction = createTransactions(database, { within: () => nobody }, now)
  const run = createPeriodSweepJob({ inTransaction, now })
  await Promise.all([run(), run(), run()])
  expect(await told(coordinator)).toEqual([december])
})

test('the year after is made as this one was set, once', async () => {
  const { change, makePeriods, workspace } = await openPeriodStage(database)
  await makePeriods()
  await change({ kind: 'cutoff', day: '12/03/2026', time: '15:00' })
  expect((await makePeriods(monday, null)).text.text).toContain('✅ Đã lập 4 kỳ báo cáo năm 2027.')
  const next = await database.client.reportPeriod.findFirstOrThrow({ where: { year: 2027, kind: 'q1' } })
  expect(next).toMatchObject({ cutoffTime: '15:00', cutoffAt: hanoi('2027-03-12', '15:00') })
  const count = await within(database, workspace.id, ({ periods }) =>
    periods.add([{ ...templateOf(2027)[0]!, cutoffAt: monday, armedFrom: monday, nextRemindAt: null }], monday),
  )
  expect(count).toBe(0)
})
