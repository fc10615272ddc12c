import { addDays, daysBetween, type LocalDate } from '../time.ts'
import { type Heard, markers, type Stretch, stretchesOf, takeOut, withoutOverlaps } from './hear.ts'

/** With "ngày" before it or a year after it: "5/6" alone may as well be five of six. */
const written =
  /(?<!\p{L})(?:ngay|hom|den|toi|truoc|het)(?: ngay)?\s(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/])|(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/])/gu
/** "20/3": no part is greater than its whole, so it is a day. */
const bare = /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})(?![\d/%]|[.,]\d)/gu
const spoken = /(?<!\p{L})(?:ngay\s)?(\d{1,2})\sthang\s(\d{1,2})(?:\snam\s(\d{4}))?(?!\d)/gu
const endOfMonth = /(?<!\p{L})(?:het|cuoi)\sthang\s(\d{1,2})(?:[/\s](?:nam\s)?(\d{4}))?(?!\d)/gu

/** "15-3" where a day was asked for; elsewhere it may be a fraction or a code. */
const anyBare = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/])/gu

interface Wanted {
  /** Without a year the next such day is meant, else the one nearest to today. */
  readonly ahead: boolean
  /** "5/6" and "15-3" are days too. */
  readonly bare: boolean
}

export interface FoundDay extends Stretch {
  readonly day: LocalDate
}

/** Days that are written in a text, in its order. */
export const findDays = (heard: Heard, today: LocalDate, { ahead, bare: isBare }: Wanted): readonly FoundDay[] =>
  withoutOverlaps([
    ...find(heard, written, ([, d, m, y, d2, m2, y2]) => dayOf(d ?? d2, m ?? m2, y ?? y2, today, ahead)),
    ...find(heard, bare, ([, d, m]) => (Number(d) > Number(m) ? dayOf(d, m, undefined, today, ahead) : null)),
    ...find(heard, spoken, ([, d, m, y]) => dayOf(d, m, y, today, ahead)),
    ...find(heard, endOfMonth, ([, m, y]) => lastOf(m, y, today)),
    ...(isBare ? find(heard, anyBare, ([, d, m, y]) => dayOf(d, m, y, today, ahead)) : []),
  ])

/** Takes days out of a text. Without a year the one nearest to today, or with `ahead` the next one, is meant. */
export const takeDays = (
  heard: Heard,
  today: LocalDate,
  ahead = false,
): { readonly days: readonly LocalDate[]; readonly rest: Heard } => {
  const found = findDays(heard, today, { ahead, bare: false })
  return { days: found.map(({ day }) => day), rest: takeOut(heard, found, markers.date) }
}

const find = (heard: Heard, pattern: RegExp, read: (match: RegExpMatchArray) => LocalDate | null) =>
  [...heard.folded.matchAll(pattern)].flatMap((match) => {
    const day = read(match)
    return day === null ? [] : stretchesOf([match]).map((stretch) => ({ ...stretch, day }))
  })

const dayOf = (
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: LocalDate,
  ahead: boolean,
): LocalDate | null => {
  const thisYear = Number(today.slice(0, 4))
  if (year !== undefined) return existing(year.length === 2 ? `20${year}` : year, month, day)
  const near = [-1, 0, 1, 2, 3, 4].flatMap((more) => existing(String(thisYear + more), month, day) ?? [])
  if (ahead) return near.find((candidate) => candidate >= today) ?? null
  const far = (candidate: LocalDate) => Math.abs(daysBetween(today, candidate))
  return near.toSorted((a, b) => far(a) - far(b))[0] ?? null
}

/** Null for days that no calendar has: 31/6, 30/2. */
const existing = (year: string, month = '', day = ''): LocalDate | null => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const [m, d] = [Number(month), Number(day)]
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 && addDays(date, 0) === date ? date : null
}

const lastOf = (month: string | undefined, year: string | undefined, today: LocalDate): LocalDate | null => {
  const first = existing(year ?? today.slice(0, 4), month, '1')
  if (first === null) return null
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  if (last >= today || year !== undefined) return last
  return lastOf(month, String(Number(today.slice(0, 4)) + 1), today)
}
