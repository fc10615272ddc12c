const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ordinal = '(?:st|nd|rd|th)?'
const year = '(?:,? (?<year>20\\d\\d))?'

/** Ways to write a day: the group names are unique within each. */
const dates = [
  `(?<day>\\d{1,2})${ordinal}(?: of)? (?<month>${monthName})${year}`,
  `(?<month>${monthName}) (?<day>\\d{1,2})${ordinal}${year}`,
  `(?:the )?end of (?<month>${monthName})${year}`,
  '(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})(?:[/.-](?<year>20\\d\\d))?',
  '(?:the end of )?(?<near>today|tomorrow)',
]
const opening = '(?<opening>no later than|not later than|by|before|until|due(?: on| by)?|deadline(?: is)?:?)'
const between =
  '(?<hour> \\d{1,2}(?::\\d{2}| ?[ap]m|:\\d{2} ?[ap]m),?(?: on)?)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?(?: the)?(?: on)? '
/** "by 15 March and 20 March" names no one day. */
const alone = `(?!\\s*(?:,|and|or|to|-)\\s*(?:the )?(?:\\d{1,2}${ordinal}(?: of)? ${monthName}|${monthName} \\d|\\d{1,2}/\\d))`

const phrases = dates.map((date) => new RegExp(`(?<![\\w/])${opening}${between}${date}(?![\\w/])${alone}`, 'gi'))
const wholes = dates.map((date) => new RegExp(`^(?:(?:on|by) )?${date}$`, 'i'))

/** English words for a day, and the same in Vietnamese, which is what days are read from. */
export interface Translated {
  readonly words: string
  readonly vietnamese: string
}

/** What a text says in English that something is due by. */
export const englishDeadlines = (text: string): readonly Translated[] =>
  phrases.flatMap((phrase) =>
    [...text.matchAll(phrase)].map((match) => ({ words: match[0], vietnamese: translate(match.groups ?? {}) })),
  )

/** A day typed in English; null when it is none. */
export const englishDay = (words: string): string | null => {
  const found = wholes.map((whole) => whole.exec(words.trim())).find((match) => match !== null)
  return found === undefined ? null : translate(found.groups ?? {})
}

type Groups = Readonly<Record<string, string | undefined>>

const translate = (found: Groups): string => {
  const { day, year: stated, near } = found
  const lead = isBefore(found) ? 'trước' : 'chậm nhất'
  if (near !== undefined) return `${lead} ${near.toLowerCase() === 'today' ? 'hôm nay' : 'ngày mai'}`
  const month = `${monthOf(found)}${stated === undefined ? '' : `/${stated}`}`
  return day === undefined ? `hết tháng ${month}` : `${lead} ngày ${day}/${month}`
}

/** "Before 5 pm on 15 March" is that day itself. */
const isBefore = ({ opening: begins, hour }: Groups): boolean =>
  begins?.toLowerCase() === 'before' && hour === undefined

const monthOf = ({ month: name = '' }: Groups): number =>
  /^\d/.test(name) ? Number(name) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1
