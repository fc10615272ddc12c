// A calendar of its own, so that it cannot share a mistake with the program: minutes since 1970 on a clock that shows
// UTC+7 all year round, days as whole numbers, and the days off of one year written out by hand.

const offsetMs = 7 * 3_600_000
const minuteMs = 60_000
export const dayMinutes = 1440

/** Minutes since 1970 on the wall in Hà Nội. */
export type WallMinute = number
/** Days since 1970-01-01. */
export type Day = number

export const toInstant = (wall: WallMinute): Date => new Date(wall * minuteMs - offsetMs)
export const dayOf = (wall: WallMinute): Day => Math.floor(wall / dayMinutes)
export const dayFrom = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
export const isoOf = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
/** "09/03/2026" */
export const spoken = (day: Day): string => isoOf(day).split('-').toReversed().join('/')

const off = new Set(
  [
    ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    ...['2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
  ].map(dayFrom),
)
const worked = new Set(['2026-01-10', '2026-08-22'].map(dayFrom))

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => [6, 0].includes((day + 4) % 7)

const isWorked = (day: Day): boolean => worked.has(day) || !(off.has(day) || isWeekend(day))

/** From 07:30 until 17:00 on a day that is worked. */
export const isOpen = (wall: WallMinute): boolean => {
  const minute = wall % dayMinutes
  return minute >= 450 && minute < 1020 && isWorked(dayOf(wall))
}

/** So many days of work later (or earlier, when negative). */
export const workingDaysFrom = (day: Day, count: number): Day => {
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at += Math.sign(count)
    if (isWorked(at)) left -= 1
  }
  return at
}

/** The first day of the months in which this day lies, so many taken together from January on. */
export const firstDayOf = (day: Day, months: number): Day => {
  const date = new Date(isoOf(day))
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % months)) / 86_400_000
}

/** The first day of those that come after them. */
export const firstDayAfter = (day: Day, months: number): Day =>
  firstDayOf(firstDayOf(day, months) + months * 31, months)

/** From when on a day is spoken of. */
export const beginningOf = (day: Day): WallMinute => day * dayMinutes

/** What happens before the offices open speaks for the days before only. */
export const speaksUntil = (wall: WallMinute): WallMinute =>
  wall % dayMinutes < 450 ? beginningOf(dayOf(wall)) - 1 : wall
