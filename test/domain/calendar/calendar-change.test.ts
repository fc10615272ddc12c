import { describe, expect, test } from 'vitest'
import {
  calendarAfter,
  countMoved,
  daysToSave,
  isNothing,
  ownDay,
  planDays,
  planForgetting,
} from '../../../domain/calendar/calendar-change.ts'
import { calendarYear, nextStretch } from '../../../domain/calendar/calendar-view.ts'
import { daysFrom, type WantedDay } from '../../../domain/calendar/calendar-words.ts'
import { isWorkingDay, type OfficeCalendar } from '../../../domain/calendar/office-calendar.ts'
import { nextOpening, usualHours } from '../../../domain/calendar/office-hours.ts'
import { readRule, usualRule } from '../../../domain/milestone-rule.ts'
import { instantAt } from '../../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const shipped: OfficeCalendar = { zone, hours: usualHours, own: new Map() }
const day = (date: string, kind: 'off' | 'working', words = '', source = ''): WantedDay => ({
  ...{ date, kind, words, source },
})
const off = (from: string, to: string, words = ''): WantedDay[] =>
  daysFrom(from, to).map((date) => day(date, 'off', words))
const datesOf = (days: readonly WantedDay[]): string[] => days.map(({ date }) => date)

describe('what has to be written', () => {
  test('is nothing for what the calendar says already: a holiday, a weekend, a plain day of work', () => {
    const change = planDays(
      [day('2026-04-30', 'off'), day('2026-03-07', 'off'), day('2026-03-09', 'working'), day('2026-08-22', 'working')],
      shipped,
    )
    expect(isNothing(change)).toBe(true)
    expect(change.unchanged).toBe(4)
  })

  test('is a day that becomes another, and an expected one that is decided', () => {
    const change = planDays(
      [day('2027-01-04', 'off'), day('2027-01-09', 'working'), ...off('2027-02-08', '2027-02-08')],
      shipped,
    )
    expect(datesOf(change.save)).toEqual(['2027-01-04', '2027-01-09', '2027-02-08'])
    expect(change.dropped).toEqual([])
  })

  test('includes expected days of Tết that the notice on Tết leaves out', () => {
    const change = planDays(off('2027-02-05', '2027-02-11', 'Tết Nguyên đán'), shipped)
    expect(change.dropped).toEqual(['2027-02-04'])
    const after = calendarAfter(shipped, change)
    expect(daysFrom('2027-02-04', '2027-02-12').filter((date) => isWorkingDay(date, after))).toEqual([
      ...['2027-02-04', '2027-02-12'],
    ])
  })

  test('leaves Tết as it is expected when one local day beside it is given off', () => {
    expect(planDays(off('2027-02-11', '2027-02-11'), shipped).dropped).toEqual([])
  })

  test('the day before 2 September puts an end to the expected one after it', () => {
    const change = planDays(off('2027-09-01', '2027-09-02'), shipped)
    expect([datesOf(change.save), change.dropped]).toEqual([['2027-09-01'], ['2027-09-03']])
  })

  test('a workspace may call its own day something else, and take it back', () => {
    const own = calendarAfter(shipped, planDays([day('2026-03-04', 'off', 'lễ hội')], shipped))
    expect(isNothing(planDays([day('2026-03-04', 'off', 'lễ hội')], own))).toBe(true)
    expect(datesOf(planDays([day('2026-03-04', 'off', 'lễ hội làng')], own).save)).toEqual(['2026-03-04'])
    const forgetting = planForgetting(['2026-03-04', '2026-03-05'], own)
    expect(forgetting.forget).toEqual(['2026-03-04'])
    expect(calendarAfter(own, forgetting)).toEqual(shipped)
  })

  test('the same day twice is written once', () => {
    expect(daysToSave(planDays([day('2026-03-04', 'off'), day('2026-03-04', 'off', 'x')], shipped))).toHaveLength(1)
  })
})

describe('reminders that move', () => {
  const at = (date: string, time = '08:00') => instantAt(date, time, zone)
  const far = { dueOn: '2026-12-31', rule: usualRule }
  const reminders = [
    { ...far, at: at('2026-03-03'), count: 2 },
    { ...far, at: at('2026-03-04'), count: 5 },
    { ...far, at: at('2026-03-07'), count: 3 },
  ]
  const now = at('2026-03-02', '09:00')
  const moved = (wanted: readonly WantedDay[], when = now) =>
    countMoved(reminders, { before: shipped, after: calendarAfter(shipped, planDays(wanted, shipped)) }, when)

  test('are those of a new day off, and none of another day', () => {
    expect(moved(off('2026-03-04', '2026-03-04'))).toBe(5)
    expect(moved(off('2026-03-05', '2026-03-05'))).toBe(0)
  })

  test('are those of a weekend whose Monday is off, or whose Saturday is worked', () => {
    expect(moved(off('2026-03-09', '2026-03-09'))).toBe(3)
    expect(moved([day('2026-03-07', 'working')])).toBe(3)
  })

  test('are those counted in days of work over a day that changes', () => {
    // Due on Tuesday the 17th: spoken of on Thursday, Monday and the day itself.
    const counted = { dueOn: '2026-03-17', rule: readRule('3,1,0;3;w')!, count: 4 }
    const movedAt = (next: string, changed: WantedDay, when: Date) => {
      const after = calendarAfter(shipped, planDays([changed], shipped))
      return countMoved([{ ...counted, at: at(next, '00:00') }], { before: shipped, after }, when)
    }
    const [tuesday, thursday] = [at('2026-03-10', '10:00'), at('2026-03-12', '10:00')]
    expect(movedAt('2026-03-12', day('2026-03-13', 'off'), tuesday)).toBe(4)
    expect(movedAt('2026-03-16', day('2026-03-13', 'off'), thursday)).toBe(0)
    expect(movedAt('2026-03-16', day('2026-03-14', 'working'), thursday)).toBe(0)
    // What comes first is not a milestone, and stays.
    expect(movedAt('2026-03-11', day('2026-03-13', 'off'), tuesday)).toBe(0)
  })

  test('that wait already are reckoned from now', () => {
    expect(moved(off('2026-03-05', '2026-03-05'), at('2026-03-05', '07:00'))).toBe(7)
  })

  test('are said later and never lost: the next opening after Tết', () => {
    expect(nextOpening(at('2026-02-18'), shipped)).toEqual(at('2026-02-23', '07:30'))
  })
})

describe('the year as it is shown', () => {
  test('has rests in one piece, swapped days apart and every source once', () => {
    const { off: rests, working, sources, isExpected } = calendarYear(2026, shipped)
    expect(rests.map(({ from, to, name }) => [from.slice(5), to.slice(5), name])).toContainEqual([
      ...['02-16', '02-20', 'tet'],
    ])
    expect(working.map(({ from }) => from)).toEqual(['2026-01-10', '2026-08-22'])
    expect(new Set(sources).size).toBe(sources.length)
    expect([isExpected, calendarYear(2027, shipped).isExpected]).toEqual([false, true])
  })

  test("shows the workspace's own day in place of the holiday", () => {
    const own = new Map([['2026-04-30', ownDay(day('2026-04-30', 'working', 'trực'))]])
    const year = calendarYear(2026, { own })
    expect(year.off.some(({ from }) => from === '2026-04-30')).toBe(false)
    expect(year.working.find(({ from }) => from === '2026-04-30')?.basis).toBe('own')
  })

  test.each([
    ['2026-03-02', '2026-04-26'],
    ['2026-02-18', '2026-02-16'],
    ['2026-08-21', '2026-08-22'],
    ['2026-12-01', '2027-01-01'],
  ])('on %s what comes next begins on %s', (today, from) => {
    expect(nextStretch(today, shipped)?.from).toBe(from)
  })
})
