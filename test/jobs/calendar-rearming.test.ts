import { beforeEach, describe, expect, test } from 'vitest'
import { type CalendarChange, nothingChanged, planDays, planForgetting } from '../../domain/calendar/calendar-change.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import { readRule } from '../../domain/milestone-rule.ts'
import { saveChange } from '../../handlers/calendar.ts'
import { messagesIn } from '../../locales/index.ts'
import { addPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const database = await useTestDatabase()
let stage: JobStage

/** Three days before the due date, which is Tuesday the 17th, the day before and on it, in days of work. */
const rule = '3,1,0;3;w'
const monday = '2026-03-16'

beforeEach(async () => {
  stage = await openJobStage(database)
  await addPerson(database, stage.workspace)
  stage.setNow(hanoi('2026-03-11', '09:00'))
  await stage.addTasks([{ title: 'Nộp báo cáo', occurrences: ['2026-03-17'] }])
})

const setRule = (of: 'workspace' | 'plan') =>
  within(database, stage.workspace.id, async ({ milestoneSettings, plans }) => {
    const [plan] = await plans.list()
    await milestoneSettings.save(of === 'plan' ? (plan?.id ?? '') : null, readRule(rule))
  })

const sweepAt = async (day: string, time = '07:30') => {
  stage.setNow(hanoi(day, time))
  await stage.runTwice()
}

/** Changes the calendar; returns what the coordinator reads. */
const change = (at: Date, plan: (calendar: OfficeCalendar) => CalendarChange) =>
  within(database, stage.workspace.id, async (stores) => {
    const by = { workspaceId: stage.workspace.id }
    const wanted = plan(await stores.calendar.read())
    return (await saveChange({ m: messagesIn('vi'), now: at, by }, wanted, stores)).text
  })

const off = (...dates: readonly string[]) =>
  planDays.bind(
    null,
    dates.map((date) => ({ date, kind: 'off', words: 'lễ hội', source: '' }) as const),
  )
const milestones = async () =>
  (await database.client.reminder.findMany({ orderBy: { claimedAt: 'asc' } })).map(({ milestone }) => milestone)
const nextAt = async () => (await database.client.nextReminder.findFirst())?.remindAt ?? null

describe.each(['workspace', 'plan'] as const)('milestones in working days, set for the %s,', (of) => {
  beforeEach(async () => {
    await setRule(of)
    await sweepAt('2026-03-12')
    expect(await milestones()).toEqual([3])
    expect(await nextAt()).toEqual(hanoi(monday, '00:00'))
  })

  test('go by a day off from then on: what was planned on it is said the working day before', async () => {
    expect(await change(hanoi('2026-03-12', '10:00'), off(monday))).toContain('1 lần nhắc kế tiếp đã dời theo')
    expect(await nextAt()).toEqual(hanoi('2026-03-13', '00:00'))
    for (const day of ['2026-03-13', monday, '2026-03-17', '2026-03-18']) await sweepAt(day)
    expect(await milestones()).toEqual([3, 1, 0, -1])
  })

  test('that it puts on this very day are said at once', async () => {
    await change(hanoi('2026-03-13', '10:00'), off(monday))
    await sweepAt('2026-03-13', '10:01')
    expect(await milestones()).toEqual([3, 1])
  })

  test('go back where the day is worked again, and what was said is not repeated', async () => {
    await change(hanoi('2026-03-12', '10:00'), off(monday))
    expect(await change(hanoi('2026-03-12', '11:00'), (calendar) => planForgetting([monday], calendar))).toContain(
      '1 lần nhắc kế tiếp đã dời theo',
    )
    expect(await nextAt()).toEqual(hanoi(monday, '00:00'))
    await change(hanoi('2026-03-12', '12:00'), off(monday))
    await sweepAt('2026-03-13')
    await change(hanoi('2026-03-13', '10:00'), (calendar) => planForgetting([monday], calendar))
    for (const day of ['2026-03-13', monday, '2026-03-17']) await sweepAt(day, '11:00')
    expect(await milestones()).toEqual([3, 1, 0])
  })

  test('stay where no day between now and them is changed, and so does what was answered', async () => {
    await database.client.nextReminder.updateMany({ data: { remindAt: hanoi('2026-03-14', '00:00') } })
    const text = await change(hanoi('2026-03-12', '10:00'), off('2026-03-24', '2026-03-25'))
    expect(text).not.toContain('dời')
    const hours = { ...nothingChanged, hours: [{ opens: 480, closes: 960 }] }
    expect(await change(hanoi('2026-03-12', '11:00'), () => hours)).toContain('giờ làm việc')
    expect(await nextAt()).toEqual(hanoi('2026-03-14', '00:00'))
  })
})

test('milestones in days of the calendar are left alone by a day off', async () => {
  await sweepAt('2026-03-12')
  const before = await nextAt()
  await change(hanoi('2026-03-12', '10:00'), off('2026-03-13'))
  expect(await nextAt()).toEqual(before)
})
