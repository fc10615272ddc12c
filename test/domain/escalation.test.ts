import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  climbsFrom,
  decideStep,
  type EscalationRule,
  headsHear,
  type Level,
  levels,
  rankOfLevel,
  readEscalation,
  usualEscalation,
  writeEscalation,
} from '../../domain/escalation.ts'
import { addDays, instantAt } from '../../domain/time.ts'
import '../support/properties.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: string, time = '00:00'): Date => instantAt(day, time, zone)
const dueOn = '2026-03-02'

describe('the ladder', () => {
  test.each<[string, string, Level | null]>([
    ['on the due date itself nobody above hears', '2026-03-02', null],
    ['the day after the head does', '2026-03-03', 'head'],
    ['on the sixth day still only the head', '2026-03-08', 'head'],
    ['after a week the coordinator', '2026-03-09', 'coordinator'],
    ['after two weeks the leader', '2026-03-16', 'leader'],
    ['and nobody above the leader', '2026-06-01', 'leader'],
  ])('%s', (_name, day, level) => {
    expect(decideStep(dueOn, at(day), zone, usualEscalation).reached?.level ?? null).toBe(level)
  })

  test.each([
    ['the due date where it was given before it', '2026-01-05', '2026-03-02'],
    ['the due date where it was given on it', '2026-03-02', '2026-03-02'],
    ['the day it was given where that was later', '2026-03-20', '2026-03-20'],
    ['the due date where it does not matter when it was given', null, '2026-03-02'],
  ])('is climbed from %s', (_name, givenOn, from) => {
    expect(climbsFrom(dueOn, givenOn)).toBe(from)
  })

  test('is climbed from the beginning of the day on', () => {
    expect(decideStep(dueOn, at('2026-03-02', '23:59'), zone, usualEscalation).reached).toBeNull()
  })

  test('goes past a level that is off', () => {
    const rule = readEscalation('1,-,14;-')!
    expect(decideStep(dueOn, at('2026-03-03'), zone, rule)).toMatchObject({
      ...{ reached: { level: 'head', beyond: ['leader'] }, next: { level: 'leader', days: 14 } },
    })
  })

  test('lets heads hear of reminders from its day on, or never', () => {
    expect(headsHear(dueOn, at('2026-03-02'), zone, usualEscalation)).toBe(false)
    expect(headsHear(dueOn, at('2026-03-03'), zone, usualEscalation)).toBe(true)
    expect(headsHear(dueOn, at('2026-06-03'), zone, readEscalation('-,7,14;14')!)).toBe(false)
  })
})

test.each(['7,1,14;14', '1,1,2;14', '0,7,14;14', '1,7;14', '1,7,14', '1,7,14;2', '1,7,100;14', ''])(
  'no rule is %j',
  (text) => {
    expect(readEscalation(text)).toBeNull()
  },
)

const dayOff = fc.option(fc.integer({ min: 1, max: 30 }), { nil: null })
const rules: fc.Arbitrary<EscalationRule> = fc
  .tuple(dayOff, dayOff, dayOff, fc.option(fc.integer({ min: 3, max: 60 }), { nil: null }))
  .map(([head, more, most, silentAfter]) => {
    const coordinator = more === null ? null : (head ?? 0) + more
    const leader = most === null ? null : (coordinator ?? head ?? 0) + most
    return { ladder: { head, coordinator, leader }, silentAfter }
  })

describe('whatever the ladder', () => {
  test('it reads as it was written', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(readEscalation(writeEscalation(rule))).toEqual(rule)
      }),
    )
  })

  /** What a ledger holds after looks at these days: each level that is above all before it. */
  const walk = (rule: EscalationRule, days: readonly number[]): readonly { day: number; level: Level }[] => {
    let highest = 0
    return days.flatMap((day) => {
      const { reached } = decideStep(dueOn, at(addDays(dueOn, day), '10:00'), zone, rule)
      if (reached === null || rankOfLevel(reached.level) <= highest) return []
      highest = rankOfLevel(reached.level)
      return [{ day, level: reached.level }]
    })
  }

  test('looked at every day each step is reached once, on its own day, from below to above', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const everyDay = Array.from({ length: 100 }, (_, day) => day - 5)
        const expected = levels.flatMap((level) => {
          const day = rule.ladder[level]
          return day === null ? [] : [{ day, level }]
        })
        expect(walk(rule, everyDay)).toEqual(expected)
      }),
    )
  })

  test('after any gaps only the highest step reached is left, and what is planned next is never passed over', () => {
    fc.assert(
      fc.property(rules, fc.uniqueArray(fc.integer({ min: -5, max: 95 }), { maxLength: 12 }), (rule, days) => {
        const looks = days.toSorted((a, b) => a - b)
        const said = walk(rule, looks)
        expect(said.map(({ level }) => rankOfLevel(level))).toEqual(
          said.map(({ level }) => rankOfLevel(level)).toSorted((a, b) => a - b),
        )
        for (const { day, level } of said) {
          const higher = levels.filter((other) => rankOfLevel(other) > rankOfLevel(level))
          for (const other of higher) expect(rule.ladder[other] ?? Infinity).toBeGreaterThan(day)
        }
        for (const day of looks) {
          const now = at(addDays(dueOn, day), '10:00')
          const { next } = decideStep(dueOn, now, zone, rule)
          const coming = levels.flatMap((level) => rule.ladder[level] ?? []).filter((step) => step > day)
          expect(next?.days).toBe(coming[0])
        }
      }),
    )
  })
})
