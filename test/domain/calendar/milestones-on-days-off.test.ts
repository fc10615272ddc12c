import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownDay } from '../../../domain/calendar/calendar-change.ts'
import type { OfficeCalendar } from '../../../domain/calendar/office-calendar.ts'
import { isOfficeHours, nextOpening, readHours, usualHours } from '../../../domain/calendar/office-hours.ts'
import { currentMilestone, firstReminderAt, type Milestone, nextMilestone } from '../../../domain/milestones.ts'
import { addDays, instantAt, type LocalDate, localDate } from '../../../domain/time.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** What the sweep does for one assignment: when the offices open, the milestone it is in then, and on to the next. */
const say = (dueOn: LocalDate, createdAt: Date, calendar: OfficeCalendar): readonly Milestone[] => {
  const said: Milestone[] = []
  let next = firstReminderAt(dueOn, createdAt, zone)
  while (next !== null) {
    const at = nextOpening(next < createdAt ? createdAt : next, calendar)
    const current = currentMilestone(dueOn, at, zone)
    if (current !== null) said.push({ milestone: current.milestone, at })
    next = nextMilestone(dueOn, at, zone)?.at ?? null
  }
  return said
}

const all = (dueOn: LocalDate, since: Date): readonly Milestone[] => {
  const found: Milestone[] = []
  for (let next = nextMilestone(dueOn, since, zone); next !== null; next = nextMilestone(dueOn, next.at, zone)) {
    found.push(next)
  }
  return found
}

const days = fc.integer({ min: 0, max: 2000 }).map((later) => addDays('2022-01-01', later))
const ownDays = fc.array(
  fc.tuple(fc.integer({ min: -40, max: 60 }), fc.constantFrom('off' as const, 'working' as const)),
  { maxLength: 12 },
)
const hours = fc.constantFrom(usualHours, readHours('07:30-11:30, 13:30-17:00')!, readHours('13:00-16:00')!)

test('whatever days are off, a milestone or a nearer one is said at the first opening of its day or after, once a day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -20, max: 40 }), ownDays, hours, (dueOn, ahead, decided, open) => {
      const own = new Map(
        decided.map(([later, kind]) => {
          const date = addDays(dueOn, later)
          return [date, ownDay({ date, kind, words: '', source: '' })]
        }),
      )
      const calendar = { zone, hours: open, own }
      const createdAt = instantAt(addDays(dueOn, -ahead), '10:00', zone)
      const said = say(dueOn, createdAt, calendar)
      expect(said.every(({ at }) => isOfficeHours(at, calendar))).toBe(true)
      for (const { milestone, at } of all(dueOn, createdAt)) {
        const opening = nextOpening(at, calendar).getTime()
        expect(said.some((one) => one.at.getTime() === opening && one.milestone <= milestone)).toBe(true)
      }
      const spokenOn = said.map(({ at }) => localDate(at, zone))
      expect(spokenOn).toEqual([...new Set(spokenOn)])
      const spoken = said.map(({ milestone }) => milestone)
      expect(spoken).toEqual([...new Set(spoken)].toSorted((a, b) => b - a))
    }),
    { numRuns: 60 },
  )
})
