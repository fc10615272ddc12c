import { findDays, type FoundDay } from './reply/days.ts'
import { type Heard, hear } from './reply/hear.ts'
import { because } from './reply/notes.ts'
import { asksForTime } from './reply/phrases.ts'
import { sentenceOf } from './reply/sentence.ts'
import { findSpokenDays, laterBy } from './reply/spoken-days.ts'
import { takeTasks } from './reply/task-reference.ts'
import type { LocalDate } from './time.ts'

interface DayContext {
  readonly today: LocalDate
  /** The due date in force: "thêm 10 ngày" counts from it while it is not over. */
  readonly dueOn: LocalDate | null
}

/** What somebody who asks for more time says; null and '' where they do not say it. */
export interface ExtensionWords {
  readonly wantedOn: LocalDate | null
  readonly reason: string
}

/** "Xin gia hạn đến 15/12 vì chờ văn bản của Bộ". */
export const readExtension = (text: string, context: DayContext): ExtensionWords => {
  const words = takeTasks(hear(text)).rest.text.trim()
  return { wantedOn: wantedDay(words, context), reason: reasonIn(words, context) }
}

/** What follows "vì"; without it what is said besides the request and its day. */
const reasonIn = (words: string, context: DayContext): string => {
  const match = because.exec(words)
  return clausesOf(match === null ? words : words.slice(match.index + match[0].length))
    .filter((clause) => !asks(clause) && (match !== null || readDay(clause, context) === null))
    .join(', ')
    .trim()
}

/** The day that an answer to "until when?" names, a bare "15/12" as well. */
export const readDay = (text: string, context: DayContext): LocalDate | null =>
  namedDay(hear(text), context.today) ?? addedDay(text, context)

/** The day that a request for time asks for: in the clause that asks, else anywhere before the reason. */
export const wantedDay = (words: string, context: DayContext): LocalDate | null => {
  const [asking = ''] = clausesOf(words).filter(asks).map(beforeBecause)
  return readDay(asking, context) ?? readDay(beforeBecause(words), context) ?? untilDay(hear(words), context.today)
}

/** The clauses of words, without the marks between them. */
const clausesOf = (words: string): readonly string[] =>
  words
    .split(/[,;\n]|\.(?=\s|$)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

const asks = (clause: string): boolean => asksForTime(sentenceOf(clause))

const beforeBecause = (words: string): string => words.slice(0, because.exec(words)?.index ?? words.length)

const until = /(?<!\p{L})(?:den|toi|sang|qua|vao|thanh)(?: (?:het|cuoi|ngay|hom|luc|khoang|tan|\d{1,2}h|17 gio))*\s$/u

/** "Từ 5/3 sang 25/3": the day that is gone to, else the first one named. */
const namedDay = (heard: Heard, today: LocalDate): LocalDate | null => {
  const days = daysIn(heard, today)
  return (days.findLast((day) => isUntil(heard, day)) ?? days[0])?.day ?? null
}

/** Behind a reason only "đến …" names the day that is wanted: others are days of letters and meetings. */
const untilDay = (heard: Heard, today: LocalDate): LocalDate | null =>
  daysIn(heard, today).findLast((day) => isUntil(heard, day))?.day ?? null

const isUntil = ({ folded }: Heard, { start, end }: FoundDay): boolean => {
  const words = /^\D*/u.exec(folded.slice(start, end))?.[0] ?? ''
  const before = folded.slice(Math.max(0, start - 30), start)
  return until.test(before) || until.test(before + words)
}

const daysIn = (heard: Heard, today: LocalDate): readonly FoundDay[] => {
  const written = findDays(heard, today, { ahead: true, bare: true })
  const spoken = findSpokenDays(heard.folded, today).filter(
    (day) => !written.some(({ start, end }) => start < day.end && day.start < end),
  )
  return [...written, ...spoken].sort((a, b) => a.start - b.start)
}

/** "Thêm 10 ngày": from the due date, from today when that is over. */
const addedDay = (text: string, { today, dueOn }: DayContext): LocalDate | null =>
  laterBy(hear(text).folded, dueOn !== null && dueOn > today ? dueOn : today)
