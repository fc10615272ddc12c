import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// What day it is for an office never depends on the clock of the server: everything that reckons with time passes its
// own tests wherever the process lives, from the day before Hà Nội's to the day after.

const zones = [
  ['America/Los_Angeles', 8],
  ['Pacific/Kiritimati', -14],
  ['UTC', 0],
] as const

const reckoning = [
  './time.test.ts',
  './calendar/lunar.test.ts',
  './calendar/office-calendar.test.ts',
  './calendar/office-hours.test.ts',
  './calendar/calendar-words.test.ts',
  './calendar/calendar-change.test.ts',
  './calendar/milestones-on-days-off.test.ts',
  './milestones.test.ts',
  './milestone-rule.test.ts',
  './look.test.ts',
  './escalation.test.ts',
  './status-requests.test.ts',
  './snooze.test.ts',
  './reminder-schedule.test.ts',
  './digest.test.ts',
  './weekly.test.ts',
  './timeliness.test.ts',
  './deadline.test.ts',
  './absence-words.test.ts',
  './periods.test.ts',
]

const before = process.env['TZ']
const moveTo = (zone: string | undefined): void => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
}

for (const [zone, behind] of zones) {
  describe(`on a server in ${zone}`, async () => {
    beforeAll(() => moveTo(zone))
    afterAll(() => moveTo(before))

    test('the clock is that of the zone', () => {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(behind * 60)
    })

    // What the files reckon while they are read is reckoned there too.
    moveTo(zone)
    for (const file of reckoning) await import(`${file}?${zone}`)
    moveTo(before)
  })
}
