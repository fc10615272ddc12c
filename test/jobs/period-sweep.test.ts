import { beforeEach, describe, expect, test } from 'vitest'
import { createTransactions } from '../../app/transactions.ts'
import type { WantedChange } from '../../domain/periods/period-words.ts'
import { templateOf } from '../../domain/periods/template.ts'
import { changePeriod } from '../../handlers/period-change.ts'
import { makeYear } from '../../handlers/period-making.ts'
import type { Request } from '../../handlers/request.ts'
import { createPeriodSweepJob } from '../../jobs/period-sweep.ts'
import { messagesIn } from '../../locales/index.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, monday, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage
let coordinator: TestPerson
let official: TestPerson
beforeEach(async () => {
  stage = await openJobStage(database)
  coordinator = await addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  official = await addPerson(database, stage.workspace)
  await stage.addTasks([
    { title: 'Rà soát thủ tục', occurrences: ['2026-04-20'] },
    { title: 'Báo cáo tháng Hai', occurrences: ['2026-03-12'], to: ['Phòng Nội vụ', 'Phòng Tư pháp'] },
  ])
  // What is told of tasks themselves is not asked about here.
  await database.client.nextReminder.deleteMany()
})

/** A request of the coordinator, for what handlers do outside of any chat. */
const asking = (now: Date): Request =>
  ({
    ...{ now, today: now.toISOString().slice(0, 10), workspace: stage.workspace, about: null, m: messagesIn('vi') },
    person: { id: coordinator.id, name: '', locale: 'vi', memberships: [{ role: 'coordinator', agencyId: null }] },
    chat: { id: coordinator.chatId, channel: 'telegram', kind: 'private', workspaceId: stage.workspace.id, title: '' },
    ...{ key: 'k', links: { web: '', telegram: null, zalo: false } },
  }) as unknown as Request

const makePeriods = (now = monday) =>
  within(database, stage.workspace.id, (stores) => makeYear(asking(now), 2026, stores))

const change = (wanted: WantedChange, now = monday) =>
  within(database, stage.workspace.id, async (stores) => {
    const period = (await stores.periods.lock({ year: 2026, kind: 'q1' }))!
    return changePeriod(asking(now), period, wanted, stores)
  })

const runAt = async (...moments: readonly (readonly [string, string])[]) => {
  for (const [day, time] of moments) {
    stage.setNow(hanoi(day, time))
    await stage.runTwice()
  }
}

const told = async (person: TestPerson) =>
  (await stage.said()).filter(({ personId }) => personId === person.id).map(({ text }) => text)

const frozen = () => database.client.frozenFigures.findMany({ where: { workspaceId: stage.workspace.id } })
const quarter = () => database.client.reportPeriod.findFirstOrThrow({ where: { kind: 'q1', year: 2026 } })

describe('before the cut-off', () => {
  test('agencies are reminded 7, 3 and 1 days before, once each, in office hours', async () => {
    await makePeriods()
    await runAt(['2026-03-05', '16:00'], ['2026-03-06', '07:29'])
    expect(await stage.said()).toEqual([])
    await runAt(['2026-03-06', '07:30'])
    const [first, ...more] = await told(official)
    expect(more).toEqual([])
    expect(first).toContain('📋 Số liệu kỳ báo cáo Quý I năm 2026 chốt lúc 16:30 ngày 14/03/2026, còn 8 ngày.')
    expect(first).toContain('Phòng Nội vụ: 1 việc trong kỳ chưa xong.\nChưa có cập nhật trong kỳ (1):')
    // Due after the end of the period: nothing is asked about it.
    expect(first).not.toContain('Rà soát thủ tục')
    await runAt(['2026-03-09', '07:30'], ['2026-03-11', '07:30'], ['2026-03-12', '07:30'], ['2026-03-13', '07:30'])
    expect(await told(official)).toHaveLength(3)
  })

  test('the coordinator is told who has not sent, and agencies where nobody has joined', async () => {
    await makePeriods()
    await runAt(['2026-03-06', '07:30'])
    const [overview] = await told(coordinator)
    expect(overview).toContain('2/2 đơn vị chưa gửi số liệu:')
    expect(overview).toContain('• Phòng Nội vụ: 1 việc chưa xong, 1 chưa cập nhật')
    expect(overview).toContain('• Phòng Tư pháp: 1 việc chưa xong, 1 chưa cập nhật, chưa ai tham gia')
    const [message] = (await stage.said()).filter(({ personId }) => personId === coordinator.id)
    expect(message!.choices).toEqual([
      `list:${stage.workspace.agency('Phòng Nội vụ')}:open:0`,
      `list:${stage.workspace.agency('Phòng Tư pháp')}:open:0`,
      'prd-call:2026q1',
    ])
  })

  test('whoever has sent is not reminded, until it is taken back', async () => {
    await makePeriods()
    const { id } = await quarter()
    const agencyId = stage.workspace.agency('Phòng Nội vụ')
    await within(database, stage.workspace.id, ({ periods }) =>
      periods.markSent(id, { agencyId, personId: official.id }, monday),
    )
    await runAt(['2026-03-06', '07:30'])
    expect(await told(official)).toEqual([])
    expect((await told(coordinator))[0]).toContain('1/2 đơn vị chưa gửi số liệu:')
    await within(database, stage.workspace.id, ({ periods }) => periods.takeBackSent(id, agencyId))
    await runAt(['2026-03-11', '07:30'])
    expect(await told(official)).toHaveLength(1)
  })

  test('whoever stands in for somebody is reminded in their place', async () => {
    await makePeriods()
    const deputy = await addPerson(database, stage.workspace, { name: 'Người làm thay', agency: 'Phòng Y tế' })
    await within(database, stage.workspace.id, ({ delegations }) =>
      delegations.create(
        { fromPersonId: official.id, toPersonId: deputy.id, firstDay: '2026-03-06', lastDay: '2026-03-10' },
        monday,
      ),
    )
    await runAt(['2026-03-06', '07:30'], ['2026-03-11', '07:30'])
    expect((await told(deputy)).map((text) => text.includes('Phòng Nội vụ: 1 việc'))).toEqual([true])
    expect(await told(official)).toHaveLength(2)
  })

  test('after downtime one message, not several, and it says that it is late', async () => {
    await makePeriods()
    await runAt(['2026-03-12', '09:00'])
    const [only, ...more] = await told(official)
    expect(more).toEqual([])
    expect(only).toContain('còn 2 ngày')
    expect(only).toContain('Tin này gửi muộn: lẽ ra gửi ngày 11/03/2026.')
  })

  test('two periods at once are one message', async () => {
    await makePeriods()
    await database.client.reportPeriod.updateMany({
      where: { kind: 'h1' },
      data: {
        cutoffOn: new Date('2026-03-14'),
        cutoffAt: hanoi('2026-03-14', '16:30'),
        nextRemindAt: hanoi('2026-03-06', '00:00'),
      },
    })
    await runAt(['2026-03-06', '07:30'])
    const [only, ...more] = await told(official)
    expect(more).toEqual([])
    expect(only).toContain('Quý I năm 2026')
    expect(only).toContain('6 tháng đầu năm 2026')
  })

  test('a changed cut-off arms what was not said, and repeats nothing', async () => {
    await makePeriods()
    await runAt(['2026-03-06', '07:30'])
    await change({ kind: 'remind', daysBefore: [8, 7, 2] }, hanoi('2026-03-09', '09:00'))
    await runAt(['2026-03-09', '09:01'], ['2026-03-11', '09:00'])
    expect(await told(official)).toHaveLength(1)
    await runAt(['2026-03-12', '07:30'])
    expect(await told(official)).toHaveLength(2)
    await change({ kind: 'cutoff', day: '24/03/2026', time: null }, hanoi('2026-03-12', '09:00'))
    await runAt(['2026-03-14', '17:00'], ['2026-03-16', '07:30'])
    expect(await frozen()).toEqual([])
    expect(await told(official)).toHaveLength(3)
  })

  test('nothing is said or frozen of a period that is switched off', async () => {
    await makePeriods()
    await change({ kind: 'switch', on: false })
    await runAt(['2026-03-06', '07:30'], ['2026-03-16', '07:30'])
    await change({ kind: 'switch', on: true }, hanoi('2026-03-16', '09:00'))
    await runAt(['2026-03-16', '10:00'])
    expect([await stage.said(), await frozen()]).toEqual([[], []])
  })
})

describe('at the cut-off', () => {
  test('figures are frozen once, and the coordinator hears of it when the office is open', async () => {
    await makePeriods()
    await runAt(['2026-03-13', '09:00'])
    const before = (await told(coordinator)).length
    await runAt(['2026-03-14', '16:29'])
    expect(await frozen()).toEqual([])
    await runAt(['2026-03-14', '16:30'], ['2026-03-14', '18:00'])
    expect(await frozen()).toMatchObject([{ asOf: hanoi('2026-03-14', '16:30'), lateBecause: null }])
    expect(await told(coordinator)).toHaveLength(before)
    await runAt(['2026-03-16', '07:30'], ['2026-03-16', '08:00'])
    const close = (await told(coordinator)).slice(before)
    expect(close).toHaveLength(1)
    expect(close[0]).toContain('✅ Đã chốt số liệu kỳ Quý I năm 2026 tại thời điểm 16:30 ngày 14/03/2026.')
    expect(close[0]).toContain('2/2 đơn vị chưa xác nhận gửi số liệu:')
    expect(
      await database.client.auditEvent.count({ where: { workspaceId: stage.workspace.id, action: 'period.freeze' } }),
    ).toBe(1)
  })

  test('what passed before the year was made is not frozen', async () => {
    const late = hanoi('2026-06-01', '09:00')
    await makePeriods(late)
    await runAt(['2026-06-01', '09:05'])
    expect(await frozen()).toEqual([])
    expect(await stage.said()).toEqual([])
    expect((await quarter()).nextRemindAt).toBeNull()
  })

  test('after months of downtime every cut-off is frozen as of its moment, and one message tells of all', async () => {
    await makePeriods()
    await runAt(['2026-09-21', '09:00'])
    expect((await frozen()).map(({ asOf }) => asOf).toSorted((a, b) => a.getTime() - b.getTime())).toEqual([
      ...[hanoi('2026-03-14', '16:30'), hanoi('2026-06-14', '16:30'), hanoi('2026-09-14', '16:30')],
    ])
    const [only, ...more] = await told(coordinator)
    expect(more).toEqual([])
    for (const name of ['Quý I năm 2026', '6 tháng đầu năm 2026', 'Quý III năm 2026']) expect(only).toContain(name)
    expect(await told(official)).toEqual([])
  })

  test('two processes at once freeze once and tell once', async () => {
    await makePeriods()
    const now = () => hanoi('2026-03-16', '08:00')
    const nobody = {
      handle: async () => {},
      deliver: async () => {},
      remind: async () => {},
      summarize: async () => {},
    }
    const inTransaction = createTransactions(database, { within: () => nobody }, now)
    const run = createPeriodSweepJob({ inTransaction, now })
    await Promise.all([run(), run(), run()])
    expect(await frozen()).toHaveLength(1)
    expect(await told(coordinator)).toHaveLength(1)
    expect(await database.client.periodNotice.count({ where: { step: 'v1:close', personId: coordinator.id } })).toBe(1)
  })

  test('one that cannot be frozen keeps no other back, and comes again', async () => {
    await makePeriods()
    const { id } = await quarter()
    await within(database, stage.workspace.id, ({ frozen: store }) =>
      store.freeze({ id, cutoffAt: monday, lost: null }, stage.workspace.zone, monday),
    )
    stage.setNow(hanoi('2026-06-15', '09:00'))
    await expect(stage.tick()).rejects.toThrow('some periods were not dealt with')
    const open = await database.client.reportPeriod.findMany({
      where: { frozenAt: null },
      orderBy: { cutoffAt: 'asc' },
    })
    expect(open.map(({ kind }) => kind)).toEqual(['q1', 'q3', 'year'])
  })
})

test('the year after is made as this one was set, once', async () => {
  await makePeriods()
  await change({ kind: 'cutoff', day: '12/03/2026', time: '15:00' })
  const make = () => within(database, stage.workspace.id, (stores) => makeYear(asking(monday), null, stores))
  expect((await make()).text.text).toContain('✅ Đã lập 4 kỳ báo cáo năm 2027.')
  const next = await database.client.reportPeriod.findFirstOrThrow({ where: { year: 2027, kind: 'q1' } })
  expect(next).toMatchObject({ cutoffTime: '15:00', cutoffAt: hanoi('2027-03-12', '15:00') })
  const count = await within(database, stage.workspace.id, ({ periods }) =>
    periods.add([{ ...templateOf(2027)[0]!, cutoffAt: monday, armedFrom: monday, nextRemindAt: null }], monday),
  )
  expect(count).toBe(0)
})
