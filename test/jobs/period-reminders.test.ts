import { beforeEach, describe, expect, test } from 'vitest'
import { type CalendarChange, planDays, planForgetting } from '../../domain/calendar/calendar-change.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import { saveChange } from '../../handlers/calendar.ts'
import { messagesIn } from '../../locales/index.ts'
import { addPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, monday } from './job-stage.ts'
import { openPeriodStage, type PeriodStage } from './period-stage.ts'

const database = await useTestDatabase()
let stage: PeriodStage

beforeEach(async () => {
  stage = await openPeriodStage(database)
})

const changeCalendar = (now: Date, plan: (calendar: OfficeCalendar) => CalendarChange) =>
  within(database, stage.workspace.id, async (stores) => {
    const wanted = plan(await stores.calendar.read())
    await saveChange({ m: messagesIn('vi'), now, by: { workspaceId: stage.workspace.id } }, wanted, stores)
  })

describe('before the cut-off', () => {
  test('agencies are reminded 7, 3 and 1 days before, once each, in office hours', async () => {
    await stage.makePeriods()
    await stage.runThrough(['2026-03-05', '16:00'], ['2026-03-06', '07:29'])
    expect(await stage.said()).toEqual([])
    await stage.runAt('2026-03-06', '07:30')
    const [first, ...more] = await stage.told(stage.official)
    expect(more).toEqual([])
    expect(first).toContain('📋 Số liệu kỳ báo cáo Quý I năm 2026 chốt lúc 16:30 ngày 14/03/2026, còn 8 ngày.')
    expect(first).toContain('Phòng Nội vụ: 1 việc trong kỳ chưa xong.\nChưa có cập nhật trong kỳ (1):')
    // Due after the end of the period: nothing is asked about it.
    expect(first).not.toContain('Rà soát thủ tục')
    await stage.runThrough(
      ['2026-03-09', '07:30'],
      ['2026-03-11', '07:30'],
      ['2026-03-12', '07:30'],
      ['2026-03-13', '07:30'],
    )
    expect(await stage.told(stage.official)).toHaveLength(3)
  })

  test('a day off that is decided later moves the reminder before it, and taken back says nothing twice', async () => {
    await stage.makePeriods()
    await stage.runThrough(['2026-03-06', '07:30'], ['2026-03-11', '07:30'], ['2026-03-12', '09:00'])
    expect(await stage.told(stage.official)).toHaveLength(2)
    // On Friday the last one would come; after the weekend its cut-off has passed.
    const friday = { date: '2026-03-13', kind: 'off', words: 'lễ hội', source: '' } as const
    await changeCalendar(hanoi('2026-03-12', '09:01'), (calendar) => planDays([friday], calendar))
    await stage.runThrough(['2026-03-12', '09:02'], ['2026-03-12', '16:00'])
    const last = await stage.told(stage.official)
    expect(last).toHaveLength(3)
    expect(last[2]).toContain('chốt lúc 16:30 ngày 14/03/2026, còn 2 ngày.')
    await changeCalendar(hanoi('2026-03-12', '16:01'), (calendar) => planForgetting([friday.date], calendar))
    await stage.runThrough(['2026-03-12', '16:02'], ['2026-03-13', '07:30'])
    expect(await stage.told(stage.official)).toHaveLength(3)
  })

  test('the coordinator is told who has not sent, and agencies where nobody has joined', async () => {
    await stage.makePeriods()
    await stage.runAt('2026-03-06', '07:30')
    const [overview] = await stage.told(stage.coordinator)
    expect(overview).toContain('2/2 đơn vị chưa gửi số liệu:')
    expect(overview).toContain('• Phòng Nội vụ: 1 việc chưa xong, 1 chưa cập nhật')
    expect(overview).toContain('• Phòng Tư pháp: 1 việc chưa xong, 1 chưa cập nhật, chưa ai tham gia')
    const [message] = (await stage.said()).filter(({ personId }) => personId === stage.coordinator.id)
    expect(message!.choices).toEqual([
      `list:${stage.workspace.agency('Phòng Nội vụ')}:open:0`,
      `list:${stage.workspace.agency('Phòng Tư pháp')}:open:0`,
      'prd-call:2026q1',
    ])
  })

  test('whoever has sent is not reminded, until it is taken back', async () => {
    await stage.makePeriods()
    const { id } = await stage.quarter()
    const agencyId = stage.workspace.agency('Phòng Nội vụ')
    await within(database, stage.workspace.id, ({ periods }) =>
      periods.markSent(id, { agencyId, personId: stage.official.id }, monday),
    )
    await stage.runAt('2026-03-06', '07:30')
    expect(await stage.told(stage.official)).toEqual([])
    expect((await stage.told(stage.coordinator))[0]).toContain('1/2 đơn vị chưa gửi số liệu:')
    await within(database, stage.workspace.id, ({ periods }) => periods.takeBackSent(id, agencyId))
    await stage.runAt('2026-03-11', '07:30')
    expect(await stage.told(stage.official)).toHaveLength(1)
  })

  test('whoever stands in for somebody is reminded in their place', async () => {
    await stage.makePeriods()
    const deputy = await addPerson(database, stage.workspace, { name: 'Người làm thay', agency: 'Phòng Y tế' })
    await within(database, stage.workspace.id, ({ delegations }) =>
      delegations.create(
        { fromPersonId: stage.official.id, toPersonId: deputy.id, firstDay: '2026-03-06', lastDay: '2026-03-10' },
        monday,
      ),
    )
    await stage.runThrough(['2026-03-06', '07:30'], ['2026-03-11', '07:30'])
    expect((await stage.told(deputy)).map((text) => text.includes('Phòng Nội vụ: 1 việc'))).toEqual([true])
    expect(await stage.told(stage.official)).toHaveLength(2)
  })

  test('after downtime one message, not several, and it says that it is late', async () => {
    await stage.makePeriods()
    await stage.runAt('2026-03-12', '09:00')
    const [only, ...more] = await stage.told(stage.official)
    expect(more).toEqual([])
    expect(only).toContain('còn 2 ngày')
    expect(only).toContain('Tin này gửi muộn: lẽ ra gửi ngày 11/03/2026.')
  })

  test('two periods at once are one message', async () => {
    await stage.makePeriods()
    await database.client.reportPeriod.updateMany({
      where: { kind: 'h1' },
      data: {
        cutoffOn: new Date('2026-03-14'),
        cutoffAt: hanoi('2026-03-14', '16:30'),
        nextRemindAt: hanoi('2026-03-06', '00:00'),
      },
    })
    await stage.runAt('2026-03-06', '07:30')
    const [only, ...more] = await stage.told(stage.official)
    expect(more).toEqual([])
    expect(only).toContain('Quý I năm 2026')
    expect(only).toContain('6 tháng đầu năm 2026')
  })

  test('a changed cut-off arms what was not said, and repeats nothing', async () => {
    await stage.makePeriods()
    await stage.runAt('2026-03-06', '07:30')
    await stage.change({ kind: 'remind', daysBefore: [8, 7, 2] }, hanoi('2026-03-09', '09:00'))
    await stage.runThrough(['2026-03-09', '09:01'], ['2026-03-11', '09:00'])
    expect(await stage.told(stage.official)).toHaveLength(1)
    await stage.runAt('2026-03-12', '07:30')
    expect(await stage.told(stage.official)).toHaveLength(2)
    await stage.change({ kind: 'cutoff', day: '24/03/2026', time: null }, hanoi('2026-03-12', '09:00'))
    await stage.runThrough(['2026-03-14', '17:00'], ['2026-03-16', '07:30'])
    expect(await stage.frozen()).toEqual([])
    expect(await stage.told(stage.official)).toHaveLength(3)
  })

  test('nothing is said or frozen of a period that is switched off', async () => {
    await stage.makePeriods()
    await stage.change({ kind: 'switch', on: false })
    await stage.runThrough(['2026-03-06', '07:30'], ['2026-03-16', '07:30'])
    await stage.change({ kind: 'switch', on: true }, hanoi('2026-03-16', '09:00'))
    await stage.runAt('2026-03-16', '10:00')
    expect([await stage.said(), await stage.frozen()]).toEqual([[], []])
  })
})
