import { beforeEach, describe, expect, test } from 'vitest'
import type { SummarySchedule } from '../../domain/summary-schedule.ts'
import { addDays, instantAt, localDate } from '../../domain/time.ts'
import { nextSummaryAt } from '../../domain/weekly.ts'
import { addPerson, builtAt, type TestPerson, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { hanoi, type JobStage, openJobStage } from './job-stage.ts'

const zone = 'Asia/Ho_Chi_Minh'
/** From well before Tết 2026, whose offices are closed from 14 to 22 February, to well after it. */
const days = Array.from({ length: 50 }, (_, at) => addDays('2026-01-24', at))

const database = await useTestDatabase()
let stage: JobStage
let leader: TestPerson

beforeEach(async () => {
  stage = await openJobStage(database)
  leader = await addPerson(database, stage.workspace, { role: 'leader', name: 'Lãnh đạo' })
  stage.setNow(builtAt)
  await stage.addTasks([
    ...days.map((day) => ({ title: `Quá hạn sau ngày ${day}`, occurrences: [day] })),
    ...days.map((day) => ({ title: `Xong ngày ${day}`, occurrences: [] })),
  ])
  await database.client.nextReminder.deleteMany()
})

/** Every day at noon, on holidays too, one task is done and one update received. */
const happen = async () => {
  const { client } = database
  const undated = await client.assignment.findMany({ where: { dueOn: null }, orderBy: { id: 'asc' } })
  for (const [at, day] of days.entries()) {
    const now = instantAt(day, '12:00', zone)
    await client.assignment.update({
      where: { id: undated[at]!.id },
      data: { state: 'done', doneOn: new Date(day), doneAt: now, lastUpdateAt: now },
    })
    await client.statusUpdate.create({
      data: {
        ...{
          workspaceId: stage.workspace.id,
          assignmentId: undated[at]!.id,
          personId: leader.id,
          kind: 'done',
          note: '',
        },
        ...{ stateBefore: 'assigned', stateAfter: 'done', percentBefore: 0, percentAfter: 100, at: now },
      },
    })
  }
}

interface Told {
  readonly at: Date
  readonly from: string
  readonly to: string
  readonly done: number
  readonly newlyLate: number
  readonly updates: number
}

const words =
  /Tổng hợp tuần (?<from>\S+) – (?<to>\S+)[^]*thêm (?<done>\d+) việc hoàn thành, thêm (?<newlyLate>\d+) việc quá hạn, (?<updates>\d+) lượt cập nhật/u

/** Lives through all those days, an hour at a time where summaries may be due; `fails` says which are not delivered. */
const live = async (schedule: SummarySchedule, fails: (day: string) => boolean = () => false): Promise<Told[]> => {
  await within(database, stage.workspace.id, ({ summaries }) =>
    summaries.savePlan(
      { kind: 'person', id: leader.id },
      { dueAt: nextSummaryAt(hanoi(days[7]!, '00:00'), zone, schedule), schedule, wish: true, namesAgencies: true },
    ),
  )
  const found: Told[] = []
  for (const day of days) {
    for (const time of ['07:30', '08:00', '16:00']) {
      const at = hanoi(day, time)
      stage.setNow(at)
      await stage.runTwice()
      const fresh = (await stage.said()).slice(found.length)
      expect(fresh.length).toBeLessThanOrEqual(1)
      found.push(...fresh.map(({ text }) => ({ at, ...read(text) })))
      await stage.deliver(fails(day) ? 'failed' : 'sent')
    }
  }
  return found
}

const read = (text: string) => {
  const { from = '', to = '', done, newlyLate, updates } = words.exec(text)?.groups ?? {}
  return { from, to, done: Number(done), newlyLate: Number(newlyLate), updates: Number(updates) }
}

const sum = (told: readonly Told[], key: 'done' | 'newlyLate' | 'updates') =>
  told.reduce((all, one) => all + one[key], 0)

/** What happened at noon of days after a moment and up to another. */
const noons = (since: Date, until: Date) =>
  days.filter((day) => instantAt(day, '12:00', zone) > since && instantAt(day, '12:00', zone) <= until).length

/** Due days that had not passed on one day, and have on another. */
const passed = (from: string, to: string) => days.filter((day) => day >= from && day < to).length

const weekBefore = (at: Date) => new Date(at.getTime() - 7 * 86_400_000)

const expectWhole = (told: readonly Told[]) => {
  const [first, last] = [told[0]!, told.at(-1)!]
  const since = weekBefore(first.at)
  expect(sum(told, 'done')).toBe(noons(since, last.at))
  expect(sum(told, 'updates')).toBe(noons(since, last.at))
  expect(sum(told, 'newlyLate')).toBe(passed(localDate(since, zone), localDate(last.at, zone)))
  for (const [at, one] of told.entries()) expect(one.from).toBe(told[at - 1]?.to ?? one.from)
}

describe('over Tết 2026 no day is left out and none told twice', { timeout: 120_000 }, () => {
  test('when it is said on Fridays: that of the holiday comes when the offices open', async () => {
    await happen()
    const told = await live({ day: 5, time: '16:00' })
    expect(told.map(({ at }) => localDate(at, zone))).toEqual([
      ...['2026-02-06', '2026-02-13', '2026-02-23', '2026-02-27', '2026-03-06', '2026-03-13'],
    ])
    expect(told[2]).toMatchObject({ from: '13/02/2026', to: '23/02/2026', at: hanoi('2026-02-23', '07:30') })
    expect(told[3]).toMatchObject({ from: '23/02/2026', to: '27/02/2026' })
    expectWhole(told)
  })

  test('when it is said on Mondays: that of the holiday takes the place of the one half an hour later', async () => {
    await happen()
    const told = await live({ day: 1, time: '08:00' })
    expect(told.map(({ at }) => localDate(at, zone))).toEqual([
      ...['2026-02-02', '2026-02-09', '2026-02-23', '2026-03-02', '2026-03-09'],
    ])
    expectWhole(told)
  })

  test('one that did not arrive is told with the next', async () => {
    await happen()
    const told = await live({ day: 5, time: '16:00' }, (day) => day === '2026-02-13' || day === '2026-03-06')
    expect(told.map(({ from }) => from)).toEqual([
      ...['30/01/2026', '06/02/2026', '06/02/2026', '23/02/2026', '27/02/2026', '27/02/2026'],
    ])
    expectWhole(told.filter((_one, at) => at !== 1 && at !== 4))
  })
})
