import { readDeadline } from './deadline.ts'
import { plainWords } from './deadlines/plain-words.ts'
import { rawOf } from './deadlines/words.ts'
import type { LocalDate } from './time.ts'
import { daysBetween } from './time.ts'

/** A day that an announcement asks people to keep, and the words that say it. */
export interface ProposedDeadline {
  readonly day: LocalDate
  readonly words: string
}

const opening = '(?:truoc(?! khi)|cham nhat|muon nhat|han(?: chot| cuoi| nop)?|thoi han|den het|het|xong trong)'
const hour = '(?:\\d{1,2} ?(?:h|gio|:) ?(?:\\d{2})?(?: ?phut)?,? ?)?'
const date = '\\d{1,2} ?[/.-] ?\\d{1,2}(?: ?[/.-] ?\\d{4})?(?![\\d/])|\\d{1,2} thang \\d{1,2}(?:,? nam \\d{4})?'
const period =
  '(?:cuoi )?thang \\d{1,2}(?:(?: ?/ ?|,? nam )\\d{4})?|quy (?:iv|iii|ii|i|[1-4])(?:(?: ?/ ?|,? nam )\\d{4})?'
/** "trước ngày 15/3 và 20/3" names no one day. */
const alone = '(?!\\s*(?:,|va|hoac|-|den)\\s*(?:ngay )?\\d{1,2} ?[/.-])'
/** A few words may stand between: "hạn nộp là", "trước 17 giờ thứ Sáu, ngày". */
const phrase = new RegExp(
  `(?<![a-z])${opening}(?: [a-z]+){0,2}:? ${hour}[a-z, ]{0,24}?(?:${date}|${period})(?![a-z])${alone}`,
  'g',
)

/**
 * The day that a text says something is due by. Null when it says none, several, or one that has passed: what is not
 * plain is not guessed.
 */
export const proposeDeadline = (text: string, today: LocalDate): ProposedDeadline | null => {
  const plain = plainWords(text)
  const found = [...plain.plain.matchAll(phrase)].flatMap((match) => {
    const words = rawOf(text, plain, match.index, match.index + match[0].length)
    const day = readDay(words, today)
    return day === null ? [] : [{ day, words }]
  })
  const [first] = found
  return first !== undefined && found.every(({ day }) => day === first.day) ? first : null
}

/** Farther ahead than this a day without a year rather is one that has passed. */
const farDays = 183

/** The one day that words name, from today on; null when they name none, several, or one that has passed. */
export const readDay = (words: string, today: LocalDate): LocalDate | null => {
  const thisYear = Number(today.slice(0, 4))
  const [day] = readIn(words, thisYear)
  if (day === undefined || day >= today) return day ?? null
  const [later] = readIn(words, thisYear + 1)
  return later !== undefined && later >= today && daysBetween(today, later) <= farDays ? later : null
}

const readIn = (words: string, planYear: number): readonly LocalDate[] => {
  const { occurrences, warnings } = readDeadline(words, { planYear, issuedOn: null })
  return occurrences.length === 1 && warnings.length === 0 ? occurrences : []
}
