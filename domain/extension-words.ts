import { takeDays } from './reply/days.ts'
import { hear } from './reply/hear.ts'
import { because } from './reply/notes.ts'
import { asksForTime } from './reply/phrases.ts'
import { sentenceOf } from './reply/sentence.ts'
import { takeTasks } from './reply/task-reference.ts'
import { addDays, type LocalDate } from './time.ts'

/** What somebody who asks for more time says; null and '' where they do not say it. */
export interface ExtensionWords {
  readonly wantedOn: LocalDate | null
  readonly reason: string
}

interface Context {
  readonly today: LocalDate
  /** The due date in force: "thêm 10 ngày" counts from it while it is not over. */
  readonly dueOn: LocalDate | null
}

/** "Xin gia hạn đến 15/12 vì chờ văn bản của Bộ". */
export const readExtension = (text: string, context: Context): ExtensionWords => {
  const words = takeTasks(hear(text)).rest.text.trim()
  const clauses = clausesOf(words)
  const asking = clauses.filter(asks).map(beforeBecause)
  const [first = ''] = asking
  const wantedOn = readDay(first, context) ?? readDay(beforeBecause(words), context) ?? untilDay(words, context.today)
  return { wantedOn, reason: reasonIn(words, clauses, context) }
}

/** The day that an answer to "until when?" names, a bare "15/12" as well. */
export const readDay = (text: string, context: Context): LocalDate | null => {
  const day = namedDay(text, context.today) ?? bareDay(text, context.today)
  return day ?? quarterEnd(text, context.today) ?? laterBy(text, context)
}

const clausesOf = (words: string): readonly string[] =>
  words
    .split(/[,;\n]|\.(?=\s|$)/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

const asks = (clause: string): boolean => asksForTime(sentenceOf(clause))

const beforeBecause = (words: string): string => words.slice(0, because.exec(words)?.index ?? words.length)

/** What follows "vì"; without it what is said besides the request and its day. */
const reasonIn = (words: string, clauses: readonly string[], context: Context): string => {
  const match = because.exec(words)
  const from = match === null ? clauses : clausesOf(words.slice(match.index + match[0].length))
  return from
    .filter((clause) => !asks(clause) && (match !== null || readDay(clause, context) === null))
    .join(', ')
    .trim()
}

const namedDay = (text: string, today: LocalDate): LocalDate | null => takeDays(hear(text), today, true).days[0] ?? null

/** Behind a reason only "đến …" names the day that is wanted: others are days of letters and meetings. */
const untilDay = (text: string, today: LocalDate): LocalDate | null => {
  const until = /(?<!\p{L})(?:den|toi|sang)(?: het)?(?: ngay)?\s(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/u
  const day = until.exec(hear(text).folded)?.[1]
  return day === undefined ? null : namedDay(`ngày ${day}`, today)
}

/** takeDays takes a bare "5/6" for a fraction; where a day was asked for it is one. */
const bareDay = (text: string, today: LocalDate): LocalDate | null => {
  const bare = /(?<![\d/.-])(\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?)(?![\d/])/u.exec(text)?.[1]
  return bare === undefined ? null : namedDay(`ngày ${bare}`, today)
}

const quarters = ['i', 'ii', 'iii', 'iv']
const quarterEnds = ['03-31', '06-30', '09-30', '12-31']

/** "Hết quý II" of this year, or of the next when that is over. */
const quarterEnd = (text: string, today: LocalDate): LocalDate | null => {
  const name = /(?<!\p{L})(?:quy|q)\s*(iv|i{1,3}|[1-4])(?!\p{L}|\d)/u.exec(hear(text).folded)?.[1]
  if (name === undefined) return null
  const end = quarterEnds[/\d/u.test(name) ? Number(name) - 1 : quarters.indexOf(name)]
  if (end === undefined) return null
  const year = Number(today.slice(0, 4))
  return `${year}-${end}` >= today ? `${year}-${end}` : `${year + 1}-${end}`
}

const amount = /(?<!\p{L}|\d)(\d{1,3})\s*(ngay|tuan|thang|days?|weeks?|months?)(?!\p{L}|\s*\d)/u

/** "Thêm 10 ngày": from the due date, from today when that is over. */
const laterBy = (text: string, { today, dueOn }: Context): LocalDate | null => {
  const [, count, unit = ''] = amount.exec(hear(text).folded) ?? []
  if (count === undefined) return null
  const from = dueOn !== null && dueOn > today ? dueOn : today
  if (/^(?:thang|month)/u.test(unit)) return addMonths(from, Number(count))
  return addDays(from, Number(count) * (/^(?:tuan|week)/u.test(unit) ? 7 : 1))
}

/** The same day of a later month, or its last where it has no such day. */
const addMonths = (day: LocalDate, months: number): LocalDate => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const first = (at: number): LocalDate => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
  const last = addDays(first(index + 1), -1)
  const same = `${first(index).slice(0, 8)}${day.slice(8)}`
  return same > last ? last : same
}
