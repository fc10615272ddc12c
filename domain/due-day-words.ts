import { englishDay, englishDeadlines } from './deadlines/english.ts'
import { type ExtensionWords, readDay, readExtension } from './extension-words.ts'
import type { Locale } from './people.ts'
import { daysBetween, type LocalDate } from './time.ts'

interface DueDayContext {
  readonly today: LocalDate
  /** The due date in force. */
  readonly dueOn: LocalDate | null
  /** Days may be written in English too by whoever reads English. */
  readonly locale: Locale
}

/** Farther behind the due date than this a day without a year, said of next year, rather is one that has passed. */
const farDays = 183

/** The day that words name as a due date, as `readDay` has it; "1/3" said on 2/3 is yesterday, not in a year. */
export const readDueDay = (words: string, context: DueDayContext): LocalDate | null => {
  const said = inVietnamese(words, context.locale)
  return notFarOff((today) => readDay(said, { ...context, today }), context)
}

/** What somebody who asks for more time says, with the same view of days. */
export const readRequestForTime = (words: string, context: DueDayContext): ExtensionWords => {
  const said = inVietnamese(words, context.locale)
  const { reason } = readExtension(said, context)
  return { reason, wantedOn: notFarOff((today) => readExtension(said, { ...context, today }).wantedOn, context) }
}

/** What is said with a year, or as many days, does not become a day that has passed when it is read a year earlier. */
const notFarOff = (read: (today: LocalDate) => LocalDate | null, { today, dueOn }: DueDayContext): LocalDate | null => {
  const day = read(today)
  const from = dueOn !== null && dueOn > today ? dueOn : today
  if (day === null || day.slice(0, 4) === today.slice(0, 4) || daysBetween(from, day) <= farDays) return day
  const passed = read(today.replace(/^\d+/, (year) => String(Number(year) - 1)))
  return passed !== null && passed < today ? passed : day
}

/** "Until 1 April because …" with the day as "đến ngày 1/4". */
const inVietnamese = (words: string, locale: Locale): string => {
  if (locale !== 'en') return words
  const whole = englishDay(words)
  if (whole !== null) return whole
  return englishDeadlines(words).reduce((said, found) => said.replace(found.words, `đến ${found.vietnamese}`), words)
}
