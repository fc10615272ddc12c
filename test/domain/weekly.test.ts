import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyFigures } from '../../domain/figures.ts'
import { addDays, daysBetween, localDate, minuteOfDay, weekday } from '../../domain/time.ts'
import {
  findWeekScope,
  isoWeek,
  latestSummaryAt,
  nextSummaryAt,
  summarizeWeek,
  weekUntil,
} from '../../domain/weekly.ts'

const zone = 'Asia/Ho_Chi_Minh'
const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

describe('when the weekly summary is said', () => {
  test.each([
    ['on Monday it is next Friday', '2026-03-02T02:00:00Z', '2026-03-06T09:00:00Z'],
    ['on Friday before four it is today', '2026-03-06T08:59:59Z', '2026-03-06T09:00:00Z'],
    ['on Friday at four it is a week later', '2026-03-06T09:00:00Z', '2026-03-13T09:00:00Z'],
    ['on Saturday it is in six days', '2026-03-07T02:00:00Z', '2026-03-13T09:00:00Z'],
    ['what is Thursday in London may be Friday in Hà Nội', '2026-03-05T18:00:00Z', '2026-03-06T09:00:00Z'],
  ])('%s', (_name, after, expected) => {
    expect(nextSummaryAt(new Date(after), zone).toISOString()).toBe(new Date(expected).toISOString())
  })

  test.each([zone, 'Europe/Paris', 'America/New_York'])(
    'it is always a Friday at 16:00 within a week in %s',
    (where) => {
      fc.assert(
        fc.property(moment, (after) => {
          const next = nextSummaryAt(after, where)
          const latest = latestSummaryAt(after, where)
          expect([weekday(localDate(next, where)), minuteOfDay(next, where)]).toEqual([5, 16 * 60])
          expect(next > after && latest <= after).toBe(true)
          expect(daysBetween(localDate(latest, where), localDate(next, where))).toBe(7)
        }),
      )
    },
  )
})

describe('the week of a year', () => {
  test.each([
    ['2026-01-01', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-03-06', '2026-W10'],
  ])('%s lies in %s', (day, week) => {
    expect(isoWeek(day)).toBe(week)
  })

  test('changes every Monday and on no other day', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = localDate(at, zone)
        expect(isoWeek(day) === isoWeek(addDays(day, 1))).toBe(weekday(day) !== 0)
      }),
    )
  })
})

test('weeks told every Friday leave nothing out', () => {
  const friday = new Date('2026-03-06T09:00:00Z')
  const next = nextSummaryAt(friday, zone)
  expect(weekUntil(next, zone).since).toEqual(friday)
  expect(weekUntil(next, zone)).toMatchObject({ from: '2026-03-06', to: '2026-03-13' })
})

describe('whose week somebody may see', () => {
  test.each([
    ['a leader sees everybody', [{ role: 'leader', agencyId: null }], 'all'],
    ['a head sees the agencies they head', [{ role: 'head', agencyId: 'a' }], ['a']],
    [
      'work elsewhere does not widen it',
      [
        { role: 'head', agencyId: 'a' },
        { role: 'official', agencyId: 'b' },
      ],
      ['a'],
    ],
    ['an official sees none', [{ role: 'official', agencyId: 'a' }], null],
  ] as const)('%s', (_name, memberships, expected) => {
    expect(findWeekScope(memberships)).toEqual(expected)
  })
})

const none = { total: 0, done: 0, doneLate: 0, late: 0, dueSoon: 0, inTime: 0, undated: 0, silent: 0 }
const figuresOf = (agencyId: string, some: Partial<AgencyFigures>): AgencyFigures => ({
  ...none,
  ...{ obstacles: 0, fellDue: 0, onTime: 0, onTimeOriginal: 0 },
  agencyId,
  agencyName: agencyId.toUpperCase(),
  ...some,
})
const week = weekUntil(new Date('2026-03-06T09:00:00Z'), zone)

describe('what the summary is made of', () => {
  const found = {
    week,
    figures: [
      figuresOf('a', { total: 5, late: 1 }),
      figuresOf('b', { total: 4, late: 3 }),
      figuresOf('c', { total: 2, done: 2 }),
      figuresOf('d', { total: 2 }),
      figuresOf('e', { total: 2 }),
    ],
    agencyWeeks: [
      { agencyId: 'a', before: 5, done: 0, newlyLate: 1, updates: 2 },
      { agencyId: 'b', before: 4, done: 0, newlyLate: 0, updates: 0 },
      { agencyId: 'c', before: 2, done: 2, newlyLate: 0, updates: 0 },
      { agencyId: 'd', before: 2, done: 0, newlyLate: 0, updates: 0 },
      { agencyId: 'e', before: 0, done: 0, newlyLate: 0, updates: 0 },
    ],
    unreached: [
      { id: 'd', name: 'D' },
      { id: 'elsewhere', name: 'Elsewhere' },
    ],
    namesAgencies: true,
  }

  test('adds up the figures and the changes', () => {
    expect(summarizeWeek(found)).toMatchObject({
      totals: { total: 15, done: 2, late: 4 },
      changes: { done: 2, newlyLate: 1, updates: 2 },
    })
  })

  test('names the worst first, the silent, and those where nobody has joined, each only once', () => {
    const { agencies } = summarizeWeek(found)
    expect(agencies?.worst.map(({ agencyName }) => agencyName)).toEqual(['B', 'A'])
    expect(agencies?.silent.map(({ agencyName }) => agencyName)).toEqual(['B'])
    expect(agencies?.unreached).toEqual(['D'])
  })

  test('names no more than the five worst', () => {
    const figures = [2, 7, 1, 4, 6, 3, 5].map((late) => figuresOf(`v${late}`, { total: 9, late }))
    const { agencies } = summarizeWeek({ ...found, figures, agencyWeeks: [] })
    expect(agencies?.worst.map(({ late }) => late)).toEqual([7, 6, 5, 4, 3])
  })

  test('names no agency where a whole group reads along', () => {
    expect(summarizeWeek({ ...found, namesAgencies: false }).agencies).toBeNull()
  })

  test('has nothing to compare with when everything is new', () => {
    const agencyWeeks = found.agencyWeeks.map((one) => ({ ...one, before: 0 }))
    expect(summarizeWeek({ ...found, agencyWeeks }).changes).toBeNull()
  })
})
