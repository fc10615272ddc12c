import { readDeadline } from './deadline.ts'
import { englishDay, englishDeadlines } from './deadlines/english.ts'
import { nearDay, readNearDay } from './deadlines/near-days.ts'
import { plainWords } from './deadlines/plain-words.ts'
import { rawOf } from './deadlines/words.ts'
import type { Locale } from './people.ts'
import { addDays, daysBetween, type LocalDate } from './time.ts'

/** A day that an announcement asks people to keep, and the words that say it. */
export interface ProposedDeadline {
  readonly day: LocalDate
  readonly words: string
}

const opening =
  '(?:truoc(?! khi)|trong(?= (?:hom nay|ngay mai|ngay hom nay))|cham nhat|muon nhat|han(?: chot| cuoi| nop)?|thoi han|den het|het|xong trong)'
const hour = '(?:\\d{1,2} ?(?:h|gio|:) ?(?:\\d{2})?(?: ?phut)?,? ?)?'
const date = '\\d{1,2} ?[/.-] ?\\d{1,2}(?: ?[/.-] ?\\d{4})?(?![\\d/])|\\d{1,2} thang \\d{1,2}(?:,? nam \\d{4})?'
const period =
  '(?:cuoi )?thang \\d{1,2}(?:(?: ?/ ?|,? nam )\\d{4})?|quy (?:iv|iii|ii|i|[1-4])(?:(?: ?/ ?|,? nam )\\d{4})?'
/** "trước ngày 15/3 và 20/3" names no one day. */
const alone = '(?!\\s*(?:,|va|hoac|-|den)\\s*(?:ngay )?\\d{1,2} ?[/.-])'
/** A few words may stand between: "hạn nộp là", "trước 17 giờ thứ Sáu, ngày". */
const phrase = new RegExp(
  `(?<![a-z])${opening}(?: [a-z]+){0,2}:? ${hour}[a-z, ]{0,24}?(?:${date}|${period}|${nearDay})(?![a-z])${alone}`,
  'g',
)

/**
 * The day that a text says something is due by, in English too for whoever writes it. Null when it says none, several,
 * or one that has passed: what is not plain is not guessed.
 */
export const proposeDeadline = (text: string, today: LocalDate, locale: Locale = 'vi'): ProposedDeadline | null => {
  const plain = plainWords(text)
  const said = [...plain.plain.matchAll(phrase)].map((match) => {
    const words = rawOf(text, plain, match.index, match.index + match[0].length)
    return { words, vietnamese: words }
  })
  const found = [...said, ...(locale === 'en' ? englishDeadlines(text) : [])].flatMap(({ words, vietnamese }) => {
    const day = readVietnamese(vietnamese, today)
    return day === null ? [] : [{ day, words }]
  })
  const [first] = found
  return first !== undefined && found.every(({ day }) => day === first.day) ? first : null
}

/** Farther ahead than this a day without a year rather is one that has passed. */
const farDays = 183

/** The one day that words name, from today on; null when they name none, several, or one that has passed. */
export const readDay = (words: string, today: LocalDate, locale: Locale = 'vi'): LocalDate | null => {
  const translated = locale === 'en' ? englishDay(words) : null
  return readVietnamese(translated ?? words, today)
}

const readVietnamese = (words: string, today: LocalDate): LocalDate | null => {
  const thisYear = Number(today.slice(0, 4))
  const [day] = readIn(words, thisYear)
  if (day === undefined) return readNear(plainWords(words).plain, today)
  if (day >= today) return day
  const [later] = readIn(words, thisYear + 1)
  return later !== undefined && later >= today && daysBetween(today, later) <= farDays ? later : null
}

/** "Trước ngày mai" is today, "trước 17 giờ ngày mai" is tomorrow. */
const readNear = (plain: string, today: LocalDate): LocalDate | null => {
  const named = readNearDay(plain, today)
  if (named === null) return null
  const day = /^truoc (?!\d)/.test(plain) ? addDays(named, -1) : named
  return day < today ? null : day
}

const readIn = (words: string, planYear: number): readonly LocalDate[] => {
  const { occurrences, warnings } = readDeadline(words, { planYear, issuedOn: null })
  return occurrences.length === 1 && warnings.length === 0 ? occurrences : []
}
