import { describe, expect, test } from 'vitest'
import { usualHours } from '../../domain/calendar/office-hours.ts'
import { planPeriodChange } from '../../domain/periods/period-change.ts'
import { type Period, readPeriodKey, standingOf } from '../../domain/periods/period.ts'
import { readPeriodWords } from '../../domain/periods/period-words.ts'
import { decidePeriodReminder, nextPeriodReminder, planPeriodCall } from '../../domain/periods/reminding.ts'
import { copyOf, templateOf } from '../../domain/periods/template.ts'
import { localDate } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const calendar = { zone, hours: usualHours, own: new Map() }
const hanoi = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)
const now = hanoi('2026-03-02', '09:00')

const quarter: Period = {
  ...templateOf(2026)[0]!,
  ...{ id: 'p', cutoffAt: hanoi('2026-03-14', '16:30'), armedFrom: hanoi('2026-01-05', '09:00'), cutoffVersion: 1 },
  ...{ remindedAt: null, calledAt: null, calls: 0, frozenAt: null, lost: null },
}

describe('the template', () => {
  test('has the periods of the guidance, data of the year from 15/12 of the year before', () => {
    expect(templateOf(2026).map(({ kind, fromOn, toOn, chain }) => [kind, fromOn, toOn, chain.at(-1)?.dueOn])).toEqual([
      ['q1', '2025-12-15', '2026-03-14', '2026-03-20'],
      ['h1', '2025-12-15', '2026-06-14', '2026-06-20'],
      ['q3', '2026-06-15', '2026-09-14', '2026-09-20'],
      ['year', '2025-12-15', '2026-12-14', '2026-12-20'],
    ])
  })

  test('of another year is every day as many years later, 29 February as the 28th', () => {
    expect(copyOf(templateOf(2026), 2027)).toEqual(templateOf(2027))
    const leap = { ...templateOf(2028)[0]!, cutoffOn: '2028-02-29' }
    expect(copyOf([leap], 2029)[0]).toMatchObject({ cutoffOn: '2029-02-28', fromOn: '2028-12-15' })
  })
})

describe('what somebody asks of the periods', () => {
  const q1 = { period: 'q1', year: null } as const
  test.each([
    ['', { kind: 'list', year: null }],
    ['2027', { kind: 'list', year: 2027 }],
    ['năm 2027', { kind: 'list', year: 2027 }],
    ['lập 2027', { kind: 'make', year: 2027 }],
    ['make', { kind: 'make', year: null }],
    ['quý 1', { kind: 'show', of: q1 }],
    ['Quý I/2026', { kind: 'show', of: { period: 'q1', year: 2026 } }],
    ['quý III năm 2026', { kind: 'show', of: { period: 'q3', year: 2026 } }],
    ['6 tháng đầu năm 2026', { kind: 'show', of: { period: 'h1', year: 2026 } }],
    ['cả năm 2026', { kind: 'show', of: { period: 'year', year: 2026 } }],
    ['full year 2026 figures', { kind: 'figures', of: { period: 'year', year: 2026 } }],
    ['quý 1 số liệu', { kind: 'figures', of: q1 }],
    ['quy 1 ai chua gui', { kind: 'who', of: q1 }],
    ['quý 2', { kind: 'unclear', of: null }],
    ['quý 1 gì đó', { kind: 'unclear', of: q1 }],
    ['quý 1 chốt 25:00', { kind: 'unclear', of: q1 }],
    ['quý 1 nhắc 0', { kind: 'unclear', of: q1 }],
  ])('%s', (typed, words) => {
    expect(readPeriodWords(typed)).toEqual(words)
  })

  test.each([
    ['chốt 12/03', { kind: 'cutoff', day: '12/03', time: null }],
    ['chốt 12/03 16:30', { kind: 'cutoff', day: '12/03', time: '16:30' }],
    ['chốt số liệu 8h ngày 12/3/2026', { kind: 'cutoff', day: '12/3/2026', time: '08:00' }],
    ['cutoff at 9:00', { kind: 'cutoff', day: null, time: '09:00' }],
    ['từ 15/12/2025 đến 14/03/2026', { kind: 'span', from: '15/12/2025', to: '14/03/2026' }],
    ['hạn 2 18/3', { kind: 'due', position: 2, day: '18/3', name: null }],
    ['Hạn 2 18/03: Sở Nội vụ', { kind: 'due', position: 2, day: '18/03', name: 'Sở Nội vụ' }],
    ['thêm hạn 19/03: Trình ký', { kind: 'add-due', day: '19/03', name: 'Trình ký' }],
    ['bỏ hạn 2', { kind: 'drop-due', position: 2 }],
    ['nhắc 2, 10 5', { kind: 'remind', daysBefore: [10, 5, 2] }],
    ['tắt', { kind: 'switch', on: false }],
    ['on', { kind: 'switch', on: true }],
  ])('quý 1 %s', (typed, change) => {
    expect(readPeriodWords(`quý 1 ${typed}`)).toEqual({ kind: 'change', of: q1, change })
  })
})

describe('a change', () => {
  const change = (typed: string, period = quarter) => {
    const words = readPeriodWords(`quý 1 ${typed}`)
    if (words.kind !== 'change') throw new Error(`not understood: ${typed}`)
    return planPeriodChange(period, words.change, { now, zone })
  }

  test('of a day without a year is the day nearest to the end of the period', () => {
    expect(change('chốt 12/3')).toMatchObject({ cutoffOn: '2026-03-12', cutoffTime: '16:30' })
    expect(change('từ 20/12 đến 10/3')).toMatchObject({ fromOn: '2025-12-20', toOn: '2026-03-10' })
  })

  test('puts a due day where it belongs', () => {
    const added = change('thêm hạn 12/3: Văn phòng gửi')
    expect('chain' in added && added.chain.map(({ dueOn }) => dueOn)).toEqual([
      ...['2026-03-09', '2026-03-12', '2026-03-17', '2026-03-20'],
    ])
  })

  test.each([
    ['chốt 31/02', { code: 'no-such-day', typed: '31/02' }],
    ['chốt 01/03/2026', { code: 'cutoff-passed', on: '2026-03-01', time: '16:30' }],
    ['từ 15/03/2026 đến 14/03/2026', { code: 'backwards' }],
    ['hạn 4 18/03', { code: 'no-such-due', position: 4, most: 3 }],
    ['hạn 2 21/03', { code: 'out-of-order' }],
    ['nhắc 7,3,1', { code: 'already' }],
  ])('%s is refused with a reason', (typed, problem) => {
    expect(change(typed)).toMatchObject(problem)
  })

  test('of the cut-off is refused once the figures are frozen, of a due day it is not', () => {
    const frozen = { ...quarter, frozenAt: now }
    expect(change('chốt 20/03/2026', frozen)).toMatchObject({ code: 'frozen' })
    expect(change('hạn 2 18/03', frozen)).toMatchObject({ chain: [{}, { dueOn: '2026-03-18' }, {}] })
  })
})

describe('reminders before the cut-off', () => {
  const at = (moment: Date, period: Period = quarter) => decidePeriodReminder(period, moment, calendar)

  test('on a day off are said on the day of work before it', () => {
    // 7/3/2026 is a Saturday.
    expect(at(now).next).toEqual({ daysBefore: 7, at: hanoi('2026-03-06', '00:00') })
    expect(at(hanoi('2026-03-06', '00:00'))).toEqual({
      current: { daysBefore: 7, at: hanoi('2026-03-06', '00:00') },
      next: { daysBefore: 3, at: hanoi('2026-03-11', '00:00') },
    })
  })

  test('after a time of silence only the nearest is said', () => {
    expect(at(hanoi('2026-03-13', '10:00'))).toEqual({
      ...{ current: { daysBefore: 1, at: hanoi('2026-03-13', '00:00') }, next: null },
    })
  })

  test('on the day of the cut-off itself are said where the office opens before it', () => {
    const opening = { ...quarter, remindBefore: [1, 0], cutoffOn: '2026-03-13' }
    const on13 = hanoi('2026-03-13', '07:00')
    const cutAt = (time: string) => ({ ...opening, cutoffAt: hanoi('2026-03-13', time) })
    expect(at(on13, cutAt('07:45')).current).toMatchObject({ daysBefore: 0 })
    expect(at(on13, cutAt('07:30')).current).toMatchObject({ daysBefore: 1 })
  })

  test('that meet on one day are one', () => {
    const weekend = { ...quarter, remindBefore: [2, 1], cutoffOn: '2026-03-15', cutoffAt: hanoi('2026-03-15', '16:30') }
    expect(at(hanoi('2026-03-13', '09:00'), weekend)).toMatchObject({ current: { daysBefore: 1 }, next: null })
  })

  test('are armed by what was not said since the milestone was reached', () => {
    const reminded = { ...quarter, remindedAt: hanoi('2026-03-06', '07:30') }
    const on9 = hanoi('2026-03-09', '09:00')
    expect(nextPeriodReminder(quarter, on9, calendar)).toEqual(hanoi('2026-03-06', '00:00'))
    expect(nextPeriodReminder(reminded, on9, calendar)).toEqual(hanoi('2026-03-11', '00:00'))
    const sooner = { ...reminded, cutoffOn: '2026-03-11', cutoffAt: hanoi('2026-03-11', '16:30') }
    expect(nextPeriodReminder(sooner, on9, calendar)).toEqual(hanoi('2026-03-10', '00:00'))
    expect(nextPeriodReminder(quarter, hanoi('2026-03-15', '09:00'), calendar)).toBeNull()
  })

  test('by hand are limited, and by what the clock said', () => {
    const planCall = (period: Period, at: Date) => planPeriodCall(period, at, { ...calendar, hours: usualHours })
    expect(planCall(quarter, now)).toEqual({ kind: 'call', call: 1, at: now })
    const last = hanoi('2026-03-02', '08:00')
    const next = hanoi('2026-03-02', '10:00')
    expect(planCall({ ...quarter, remindedAt: last }, now)).toEqual({ kind: 'too-soon', last, next })
    expect(planCall({ ...quarter, calledAt: last, calls: 1 }, next)).toEqual({ kind: 'call', call: 2, at: next })
    expect(planCall({ ...quarter, calls: 5 }, now)).toEqual({ kind: 'enough', calls: 5 })
  })

  test.each([
    [
      'in office hours they leave at once',
      '2026-03-13',
      '16:00',
      { kind: 'call', call: 1, at: hanoi('2026-03-13', '16:00') },
    ],
    [
      'in the evening at the next opening',
      '2026-03-12',
      '18:00',
      { kind: 'call', call: 1, at: hanoi('2026-03-13', '07:30') },
    ],
    ['not where that comes after the cut-off', '2026-03-13', '18:00', { kind: 'too-late' }],
    ['nor after the cut-off itself', '2026-03-16', '09:00', { kind: 'too-late' }],
  ])('by hand: %s', (_what, day, time, wanted) => {
    expect(planPeriodCall(quarter, hanoi(day, time), { ...calendar, hours: usualHours })).toEqual(wanted)
  })

  test('by hand name no moment that comes after the cut-off', () => {
    const reminded = { ...quarter, calledAt: hanoi('2026-03-13', '16:00'), calls: 1 }
    expect(planPeriodCall(reminded, hanoi('2026-03-13', '16:30'), { ...calendar, hours: usualHours })).toEqual({
      kind: 'too-late',
    })
  })
})

test('a period whose cut-off had passed when it was made is not frozen', () => {
  expect(standingOf(quarter)).toBe('open')
  expect(standingOf({ ...quarter, armedFrom: quarter.cutoffAt })).toBe('missed')
  expect(standingOf({ ...quarter, isOff: true })).toBe('off')
  const lost = { from: hanoi('2026-03-09', '12:00'), until: hanoi('2026-03-16', '09:00') }
  expect(standingOf({ ...quarter, lost })).toBe('lost')
  // A cut-off that is set anew lies after it.
  expect(standingOf({ ...quarter, lost, cutoffAt: hanoi('2026-03-20', '16:30') })).toBe('open')
  expect(standingOf({ ...quarter, lost, frozenAt: now })).toBe('frozen')
})

test('buttons name periods and nothing else', () => {
  expect(readPeriodKey('2026q1')).toEqual({ year: 2026, kind: 'q1' })
  for (const key of ['', '2026', '2026q2', '1999q1', '2026q1x']) expect(readPeriodKey(key)).toBeNull()
  expect(localDate(quarter.cutoffAt, zone)).toBe(quarter.cutoffOn)
})
