import { findDays } from './reply/days.ts'
import { type Heard, hear, takeOut } from './reply/hear.ts'
import { numberInWords, numberWords } from './reply/number-words.ts'
import { findSpokenDays } from './reply/spoken-days.ts'
import { takeTasks, type TaskReference } from './reply/task-reference.ts'
import type { SnoozeWanted } from './snooze.ts'
import type { LocalDate } from './time.ts'

/** "Nhắc lại nv12 sau 2 ngày": which task, and when; null where it does not say. */
export interface SnoozeWords {
  readonly task: TaskReference | null
  readonly wanted: SnoozeWanted | null
}

/** "2 ngày", "hai ngày làm việc nữa", "2 working days"; days of rest are not counted. */
const count = new RegExp(
  String.raw`(?<![\p{L}\d/])(\d{1,2}|${numberWords}) (?:ngay|hom|bua|(?:working )?days?)(?: lam viec)?(?: nua| sau| toi)?(?!\s*[\p{L}]*\d)(?![\p{L}])`,
  'u',
)

const nextDay = /(?<!\p{L})tomorrow(?!\p{L})/u

/**
 * What may stand beside it. Whatever else is said is about the work, and not for this: "em đã nhắc lại các xã", "nhắc
 * lại: nộp trước 5/3".
 */
const beside = new Set(
  [
    'da vang ok oke a em anh chi toi minh ban bot oi cho xin thi de cu nho hay giup voi nhe nha nhen di duoc',
    'sau vao luc hen tam hoan dung roi sang chieu trua viec nay nhiem vu lai lan nua gio do ngay hom',
    'please again about it this task in on me the later snooze remind to',
  ].flatMap((words) => words.split(' ')),
)

/** Who says that they themselves remind others does not ask the bot: "mai em nhắc các xã", "để em nhắc lại". */
const byThemself = /(?:^| )(?:em|anh|chi|toi|minh|bon em|chung em)(?: se| da| cung)? nhac(?: |$)/u
const negated = /(?:^| )(?:dung|khong|khoi|chua|thoi) (?:can |phai |co )?(?:nhac|remind)(?: |$)/u
const reminding = /(?:^| )(?:nhac|remind|snooze)(?: |$)/u
const again = /(?:^| )(?:nhac (?:\S+ )?(?:lai|sau)|hoan nhac|remind me (?:again|later)|snooze)(?: |$)/u

/** What somebody says who wants to be reminded again; null for everything else. */
export const readSnooze = (text: string, today: LocalDate): SnoozeWords | null => {
  const { tasks, rest } = takeTasks(hear(text))
  if (tasks.length > 1) return null
  const { wanted, left } = takeWhen(rest, today)
  const words = wordsOf(left)
  if (!isAsking(words) || (wanted === null && !again.test(words))) return null
  return { task: tasks[0] ?? null, wanted }
}

/** When it says: what follows the number of a task in the command. */
export const readSnoozeDay = (text: string, today: LocalDate): SnoozeWanted | null => {
  const bare = /^\d{1,2}$/u.exec(text.trim())
  if (bare !== null) return { days: Number(bare[0]) }
  return takeWhen(hear(text), today).wanted
}

const wordsOf = ({ folded }: Heard): string =>
  folded
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .join(' ')

const isAsking = (words: string): boolean =>
  reminding.test(words) &&
  !byThemself.test(words) &&
  !negated.test(words) &&
  words.split(' ').every((word) => word === 'nhac' || beside.has(word))

const takeWhen = (heard: Heard, today: LocalDate): { readonly wanted: SnoozeWanted | null; readonly left: Heard } => {
  const lower = { ...heard, folded: heard.folded.toLowerCase() }
  const counted = count.exec(lower.folded)
  const days = counted === null ? null : numberOf(counted[1] ?? '')
  if (counted !== null && days !== null && days > 0) return { wanted: { days }, left: without(lower, counted) }
  const tomorrow = nextDay.exec(lower.folded)
  if (tomorrow !== null) return { wanted: { days: 1 }, left: without(lower, tomorrow) }
  const [day] = [
    ...findDays(lower, today, { ahead: true, bare: true }),
    ...findSpokenDays(lower.folded, today),
  ].toSorted((a, b) => a.start - b.start)
  return day === undefined
    ? { wanted: null, left: lower }
    : { wanted: { on: day.day }, left: takeOut(lower, [day], ' ') }
}

const numberOf = (word: string): number | null => (/^\d+$/u.test(word) ? Number(word) : numberInWords(word))

const without = (heard: Heard, match: RegExpExecArray): Heard =>
  takeOut(heard, [{ start: match.index, end: match.index + match[0].length }], ' ')
