import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOfficeHours, usualHours } from '../../domain/calendar/office-hours.ts'
import { type Rhythm, usualCounting, usualRule } from '../../domain/milestone-rule.ts'
import { decideReminder, firstReminderAt, nextMilestone } from '../../domain/milestones.ts'
import { isAnswered, isStatusRequest, periodsAt, requestedFrom } from '../../domain/status-requests.ts'
import { instantAt, type LocalDate, localDate } from '../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: LocalDate, time: string): Date => instantAt(day, time, zone)
const by = (rhythm: Rhythm | null) => ({ ...usualCounting, rule: { ...usualRule, rhythm } })

describe('work without a due date', () => {
  test.each([
    ['2026-03-15', '09:00', 'monthly', '2026-03-01', '2026-04-01'],
    ['2026-03-01', '00:00', 'monthly', '2026-03-01', '2026-04-01'],
    ['2026-12-31', '23:59', 'monthly', '2026-12-01', '2027-01-01'],
    ['2026-03-15', '09:00', 'quarterly', '2026-01-01', '2026-04-01'],
    ['2026-12-31', '23:59', 'quarterly', '2026-10-01', '2027-01-01'],
  ] as const)('on %s at %s is asked about %s: from %s, then from %s', (day, time, rhythm, current, next) => {
    const decision = decideReminder(null, at(day, time), zone, by(rhythm))
    expect(decision.current?.at).toEqual(at(current, '00:00'))
    expect(requestedFrom(decision.current?.milestone ?? 0)).toBe(current)
    expect(decision.following?.at).toEqual(at(next, '00:00'))
  })

  test.each([
    ['2026-03-15', '09:00', '2026-04-01'],
    ['2026-03-01', '07:00', '2026-04-01'],
    ['2026-12-31', '09:00', '2027-01-01'],
  ])('that is new on %s at %s waits for the next month', (day, time, first) => {
    expect(firstReminderAt(null, at(day, time), zone)).toEqual(at(first, '00:00'))
    expect(nextMilestone(null, at(day, time), zone)?.at).toEqual(at(first, '00:00'))
  })

  test('is not asked about where that is off', () => {
    expect(decideReminder(null, at('2026-03-15', '09:00'), zone, by(null))).toEqual({ current: null, following: null })
    expect(firstReminderAt(null, at('2026-03-15', '09:00'), zone, by(null))).toBeNull()
  })

  test('who was asked in October is not asked again for the fourth quarter', () => {
    const october = decideReminder(null, at('2026-10-05', '09:00'), zone, by('monthly'))
    const quarter = decideReminder(null, at('2026-11-05', '09:00'), zone, by('quarterly'))
    expect(quarter.current?.milestone).toBe(october.current?.milestone)
  })

  test('is answered by what was said since the first day of the period', () => {
    const request = decideReminder(null, at('2026-03-15', '09:00'), zone).current?.milestone ?? 0
    expect(isAnswered(request, at('2026-03-01', '00:00'), zone)).toBe(true)
    expect(isAnswered(request, at('2026-02-28', '23:59'), zone)).toBe(false)
    expect(isAnswered(request, null, zone)).toBe(false)
    expect(isAnswered(3, at('2026-03-01', '00:00'), zone)).toBe(false)
  })

  test('has requests that no milestone is taken for', () => {
    expect([60, 0, -31].map(isStatusRequest)).toEqual([false, false, false])
  })
})

/** The sweep and the ledger as plain as can be, to be run at any moments whatever. */
const runClock = (rhythm: Rhythm, created: Date, moments: readonly Date[], answers: ReadonlySet<number>) => {
  const calendar = { zone, hours: usualHours, own: new Map() }
  const asked: number[] = []
  const silent = new Set<number>()
  let next = firstReminderAt(null, created, zone, by(rhythm))
  let heardAt: Date | null = null
  const sweep = (now: Date) => {
    const { current, next: following } = periodsAt(now, zone, rhythm)
    const { request } = current
    const isQuiet = !isAnswered(request, heardAt, zone)
    if (isQuiet && requestedFrom(request) > localDate(created, zone)) silent.add(request)
    if (next === null || next > now) return
    if (isQuiet) asked.push(request)
    next = following.at
  }
  for (const [index, now] of moments.entries()) {
    if (answers.has(index)) {
      heardAt = now
      next = nextMilestone(null, now, zone, by(rhythm))?.at ?? null
    }
    if (isOfficeHours(now, calendar)) sweep(now)
  }
  return { asked, silent }
}

test('whatever steps the clock makes, each period that is silent is asked about once, and no other', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 70 * 24 * 60 }), { minLength: 1, maxLength: 60 })
  const cases = fc.record({
    rhythm: fc.constantFrom<Rhythm>('monthly', 'quarterly'),
    created: fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    steps,
    answers: fc.array(fc.nat({ max: 59 }), { maxLength: 20 }),
  })
  fc.assert(
    fc.property(cases, ({ rhythm, created, steps: minutes, answers }) => {
      let now = created.getTime()
      const moments = minutes.map((step) => new Date((now += step * 60_000)))
      const { asked, silent } = runClock(rhythm, created, moments, new Set(answers))
      expect(new Set(asked).size).toBe(asked.length)
      expect(new Set(asked)).toEqual(silent)
    }),
    { numRuns: 300 },
  )
})
