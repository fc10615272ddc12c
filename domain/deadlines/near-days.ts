import { addDays, type LocalDate, weekday } from '../time.ts'

const weekdays = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay']
const named = `hom nay|ngay mai|(?:thu (?:${weekdays.join('|')}|[2-7])|chu nhat) tuan (?:nay|sau|toi)`

/** A day near today in plain words: "hom nay", "ngay mai", "thu sau tuan nay". A weekday alone could be any week's. */
export const nearDay = `(?:trong )?(?:het )?(?:ngay )?(?:${named})`

const pattern = new RegExp(`(?<![a-z])(?:${named})(?![a-z])`, 'g')

/** The one day near today that plain words name; null when they name none, or several. */
export const readNearDay = (plain: string, today: LocalDate): LocalDate | null => {
  const [match, ...others] = [...plain.matchAll(pattern)]
  return match === undefined || others.length > 0 ? null : dayOf(match[0], today)
}

const dayOf = (words: string, today: LocalDate): LocalDate => {
  if (words === 'hom nay') return today
  if (words.endsWith('mai')) return addDays(today, 1)
  const monday = addDays(today, -((weekday(today) + 6) % 7))
  return addDays(monday, placeInWeek(words) + (words.endsWith('nay') ? 0 : 7))
}

/** 0 for Monday ("thứ hai") to 6 for Sunday. */
const placeInWeek = (words: string): number => {
  const [, name = ''] = /^thu (\S+)/.exec(words) ?? []
  if (name === '') return 6
  return /\d/.test(name) ? Number(name) - 2 : weekdays.indexOf(name)
}
