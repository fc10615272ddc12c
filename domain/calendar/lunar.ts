import { addDays, type LocalDate } from '../time.ts'

// The Vietnamese lunar calendar by its own rules, without a table: a month begins on the day of the new moon, the
// month of the winter solstice is the eleventh, and a year of thirteen months repeats the first that holds no
// principal term. All by the clock of UTC+7 (Quyết định 121-CP of 1967); the Chinese calendar has the same rules at
// UTC+8, which is why Tết is now and then a day or a month apart. Sun and moon after Jean Meeus, Astronomical
// Algorithms, chapters 25 and 49: right to about a minute for the moon, a quarter of an hour for the sun.

const hanoi = 7
const degree = Math.PI / 180
const sine = (degrees: number): number => Math.sin(degrees * degree)

/** Noon of 1 January 1970 in Julian days. */
const unixEpoch = 2_440_588
const january2000 = 2_451_545
const daysOfCentury = 36_525
const synodicMonth = 29.530588861
/** How far the clock of the planets is ahead of the clock on the wall: about 70 seconds in these decades. */
const clockOffset = 70 / 86_400

/** What a day of the calendar is counted from: its Julian day number. */
const dateOf = (dayNumber: number): LocalDate => addDays('1970-01-01', dayNumber - unixEpoch)
const dayNumberOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + unixEpoch

/** Amplitude in days, then how often the anomalies of sun and moon and the moon's argument of latitude are in it. */
const moonTerms: readonly (readonly [number, number, number, number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
]

/** The moment of the new moon with this number, counted from January 2000, in Julian days of the wall clock. */
const newMoonAt = (number: number): number => {
  const t = (number * synodicMonth) / daysOfCentury
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t
  const sun = 2.5534 + 29.1053567 * number - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * number + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * number - 0.0016118 * t * t
  const mean = 2_451_550.09766 + synodicMonth * number + 0.00015437 * t * t
  const shift = moonTerms.reduce(
    (sum, [days, ofSun, ofMoon, ofLatitude]) =>
      sum + days * eccentricity ** Math.abs(ofSun) * sine(ofSun * sun + ofMoon * moon + ofLatitude * latitude),
    0,
  )
  const node = -0.00017 * sine(124.7746 - 1.56375588 * number)
  const planets = 0.000325 * sine(299.77 + 0.107408 * number) + 0.000165 * sine(251.88 + 0.016321 * number)
  return mean + shift + node + planets - clockOffset
}

/** The sun's apparent longitude in degrees at a moment in Julian days. */
const sunLongitude = (at: number): number => {
  const t = (at + clockOffset - january2000) / daysOfCentury
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const center =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + center
  const apparent = longitude - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
  return ((apparent % 360) + 360) % 360
}

/** The beginning of a day on the clock of a zone, in Julian days. */
const midnight = (dayNumber: number, zoneHours: number): number => dayNumber - 0.5 - zoneHours / 24

/** The day of a zone on which the new moon with this number is. */
const newMoonDay = (number: number, zoneHours: number): number => Math.floor(newMoonAt(number) + 0.5 + zoneHours / 24)

/** Which twelfth of its way the sun is in when a day begins. */
const sunSector = (dayNumber: number, zoneHours: number): number =>
  Math.floor(sunLongitude(midnight(dayNumber, zoneHours)) / 30)

/** The number of the new moon with which the eleventh month begins that ends in or after a year's December. */
const eleventhMonth = (year: number, zoneHours: number): number => {
  let solstice = dayNumberOf(year, 12, 19)
  while (sunSector(solstice + 1, zoneHours) !== 9) solstice += 1
  let number = Math.ceil((solstice - 2_451_550) / synodicMonth) + 1
  while (newMoonDay(number, zoneHours) > solstice) number -= 1
  return number
}

/** How many months behind the eleventh the leap month is; null in a year of twelve. */
const leapMonth = (from: number, to: number, zoneHours: number): number | null => {
  if (to - from < 13) return null
  for (let behind = 1; behind < 13; behind += 1) {
    const begins = sunSector(newMoonDay(from + behind, zoneHours), zoneHours)
    if (begins === sunSector(newMoonDay(from + behind + 1, zoneHours), zoneHours)) return behind
  }
  return null
}

/**
 * The day of the Gregorian calendar on which a day of the first ten lunar months of a year falls; of a month that is
 * doubled, in the first of the two. Good for 1900 to 2100.
 */
export const lunarDate = (year: number, month: number, day: number, zoneHours = hanoi): LocalDate => {
  const from = eleventhMonth(year - 1, zoneHours)
  const leap = leapMonth(from, eleventhMonth(year, zoneHours), zoneHours)
  const behind = month + 1
  const number = from + behind + (leap !== null && leap <= behind ? 1 : 0)
  return dateOf(newMoonDay(number, zoneHours) + day - 1)
}
