import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEscalation } from '../../domain/escalation.ts'
import { decideLook, firstLookAt, nextLookAt } from '../../domain/look.ts'
import { milestoneDay, milestonesOf, usualCounting } from '../../domain/milestone-rule.ts'
import { silentDay } from '../../domain/silence.ts'
import { addDays, daysBetween, instantAt } from '../../domain/time.ts'
import '../support/properties.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: string, time = '00:00'): Date => instantAt(day, time, zone)
const heard = (since: string) => ({ since, asked: false })

describe('silence', () => {
  test.each([
    ['two weeks after the last word', '2026-06-30', '2026-03-02', '2026-03-16'],
    [
      'not where a milestone speaks within three days: two weeks after the last of them',
      '2026-03-20',
      '2026-03-02',
      '2026-05-01',
    ],
    ['where the first milestone is four days off it is asked all the same', '2026-03-27', '2026-03-02', '2026-03-16'],
    ['nor where one spoke meanwhile', '2026-03-13', '2026-03-02', '2026-04-24'],
    ['long after the milestones it is asked again', '2026-01-05', '2026-03-02', '2026-03-16'],
  ])('is asked about %s', (_name, dueOn, since, expected) => {
    expect(silentDay(dueOn, { since, from: since }, usualCounting)).toBe(expected)
  })

  test('is asked about once, and never where that is off', () => {
    const dueOn = '2026-06-30'
    expect(decideLook({ dueOn, givenOn: null, silence: heard('2026-03-02') }, at('2026-03-16'), zone)).toMatchObject({
      silent: true,
    })
    expect(
      decideLook({ dueOn, givenOn: null, silence: heard('2026-03-02') }, at('2026-03-15', '23:59'), zone),
    ).toMatchObject({
      ...{ silent: false, following: at('2026-03-16') },
    })
    expect(
      decideLook({ dueOn, givenOn: null, silence: { since: '2026-03-02', asked: true } }, at('2026-03-20'), zone),
    ).toMatchObject({
      ...{ silent: false, following: at('2026-06-23') },
    })
    const off = { ...usualCounting, escalation: readEscalation('1,7,14;-')! }
    expect(
      decideLook({ dueOn, givenOn: null, silence: heard('2026-01-02') }, at('2026-03-16'), zone, off),
    ).toMatchObject({
      ...{ silent: false, following: at('2026-06-23') },
    })
  })

  test('is looked at again after as long, for whoever joins later, until it has lasted a year', () => {
    const dueOn = '2030-06-30'
    const on = (day: string) => {
      const silence = heard('2026-03-02')
      return decideLook({ dueOn, givenOn: null, silence }, at(day), zone)
    }
    expect(on('2026-03-16')).toMatchObject({ silent: true, following: at('2026-03-30') })
    expect(on('2026-03-30')).toMatchObject({ silent: true, following: at('2026-04-13') })
    expect(on('2027-02-16')).toMatchObject({ silent: true, following: at('2027-03-02') })
    expect(on('2027-03-02')).toMatchObject({ silent: true, following: at('2030-06-23') })
  })

  const days = fc.integer({ min: -60, max: 120 }).map((days) => addDays('2026-03-02', days))

  test('whenever it is asked about, no milestone spoke in as many days before, nor speaks in the three after', () => {
    fc.assert(
      fc.property(days, days, days, (dueOn, since, from) => {
        const day = silentDay(dueOn, { since, from }, usualCounting)!
        expect(day >= from && day >= addDays(since, 14)).toBe(true)
        const spoken = milestonesOf(usualCounting.rule).map((one) => milestoneDay(dueOn, one, usualCounting))
        expect(spoken.filter((on) => daysBetween(on, day) < 14 && daysBetween(day, on) <= 3)).toEqual([])
      }),
    )
  })
})

test('a look sees the milestone, the step and what comes next together', () => {
  expect(
    decideLook({ dueOn: '2026-03-02', givenOn: null, silence: heard('2026-03-02') }, at('2026-03-09', '09:00'), zone),
  ).toMatchObject({
    ...{ milestone: { milestone: -7 }, step: { level: 'coordinator' }, heads: true, silent: false },
    following: at('2026-03-12'),
  })
  // The leader's step falls between two milestones.
  expect(
    decideLook({ dueOn: '2026-03-02', givenOn: null, silence: heard('2026-03-02') }, at('2026-03-15', '09:00'), zone)
      .following,
  ).toEqual(at('2026-03-16'))
})

test('what was given late goes up from the day it was given; its milestones are still those of its due date', () => {
  const late = { dueOn: '2026-02-10', givenOn: '2026-03-02' }
  const look = (day: string) => decideLook({ ...late, silence: heard('2026-03-02') }, at(day, '09:00'), zone)
  expect(look('2026-03-02')).toMatchObject({ milestone: { milestone: -19 }, step: null, heads: false })
  expect(look('2026-03-03')).toMatchObject({ step: { level: 'head' }, heads: true, following: at('2026-03-04') })
  expect(look('2026-03-09')).toMatchObject({ step: { level: 'coordinator' } })
  expect(look('2026-03-15')).toMatchObject({ step: { level: 'coordinator' }, following: at('2026-03-16') })
  expect(look('2026-03-16')).toMatchObject({ step: { level: 'leader' } })
  const long = { dueOn: '2025-12-01', givenOn: '2026-03-02' }
  expect(nextLookAt(long, at('2026-03-03', '09:00'), zone)).toEqual(at('2026-03-09'))
})

test('a milestone lapses after its moment; a request holds for its period until somebody says something in it', () => {
  expect(
    decideLook({ dueOn: '2026-03-02', givenOn: null, silence: heard('2026-03-02') }, at('2026-03-16', '09:00'), zone)
      .milestone,
  ).toEqual({
    ...{ milestone: -13, at: at('2026-03-15'), lapsesAfter: at('2026-03-15'), answeredFrom: null },
  })
  expect(
    decideLook({ dueOn: null, givenOn: null, silence: heard('2026-03-02') }, at('2026-03-16', '09:00'), zone).milestone,
  ).toMatchObject({
    ...{ at: at('2026-03-01'), lapsesAfter: null, answeredFrom: at('2026-03-01', '00:00') },
  })
})

test('what was just spoken of is looked at when something comes, and what is new at once where it is late', () => {
  expect(nextLookAt({ dueOn: '2026-03-31', givenOn: null }, at('2026-03-02', '09:00'), zone)).toEqual(at('2026-03-16'))
  expect(nextLookAt({ dueOn: '2026-03-09', givenOn: null }, at('2026-03-02', '09:00'), zone)).toEqual(at('2026-03-06'))
  expect(firstLookAt('2026-02-27', at('2026-03-02', '09:00'), zone)).toEqual(at('2026-02-28'))
  expect(firstLookAt(null, at('2026-03-02'), zone)).toEqual(at('2026-04-01'))
})

test('what is done before offices open leaves that day its own milestone, but for months that are asked about', () => {
  expect(nextLookAt({ dueOn: '2026-03-09', givenOn: null }, at('2026-03-09', '07:29'), zone)).toEqual(at('2026-03-09'))
  expect(nextLookAt({ dueOn: '2026-03-09', givenOn: null }, at('2026-03-09', '07:30'), zone)).toEqual(at('2026-03-10'))
  expect(nextLookAt({ dueOn: '2026-03-09', givenOn: null }, at('2026-03-10', '00:00'), zone)).toEqual(at('2026-03-10'))
  expect(nextLookAt({ dueOn: null, givenOn: null }, at('2026-04-01', '07:00'), zone)).toEqual(at('2026-05-01'))
})
