import { replaceIn, type Words } from './words.ts'

/** What can only be a figure where a figure stands: O is 0; I, l, | and ! are 1. A sign with two readings stays unread. */
const figure = (seen: string): string => seen.replaceAll('o', '0').replaceAll(/[il|!]/g, '1')

/** Roman numbers have no O. */
const hasFigure = (text: string): boolean => /[\do]/.test(text)
const one = '[\\doil|!]'
const free = '(?<![a-z\\d|!])'
const over = '(?![a-z\\d|!])'

const day = new RegExp(
  `${free}(?<!quy )(${one}{1,2})(\\s*[/.-]\\s*)(${one}{1,2})(?:(\\s*[/.-]\\s*)(${one}{4}|${one}{2}))?${over}`,
  'g',
)
const monthAndYear = new RegExp(`${free}(?<!quy )(${one}{1,2})(\\s*\\/\\s*)(2${one}{3})${over}`, 'g')
const counted = new RegExp(`(?<=(?<![a-z])(?:ngay|thang|tuan|nam) )(${one}{1,4})${over}`, 'g')

/** "quý 1V", "quý lll" and "quý 111": there are four quarters. */
const quarters: Readonly<Record<string, string>> = { i: 'i', ii: 'ii', iii: 'iii', iv: 'iv', tv: 'iv' }
const quarterSigns = '(?:[il1|!]{1,3}|[il1|!t]v)'
const joint = '\\s*(?:,|-|&|va|den|den het|hoac)\\s*'
const quarterList = new RegExp(
  `(?<=(?<![a-z])quy\\s?)(?:${quarterSigns}|[1-4])(?:${joint}(?:quy )?(?:${quarterSigns}|[1-4])(?![a-z\\d|!]|\\s*\\/\\s*\\d{1,2}(?!\\d)|\\s*thang)){0,11}(?![a-z\\d|!])`,
  'g',
)
const quarter = (seen: string): string => quarters[seen.replaceAll(/[l1|!]/g, 'i')] ?? seen
const eachQuarter = (list: string): string =>
  list.replaceAll(new RegExp(`(?<![a-z])${quarterSigns}(?![a-z\\d|!])`, 'g'), quarter)

const timeUnits = '(?:ngay|thang|nam|quy|tuan|lan|gio)(?![a-z])'
const beforeUnit = new RegExp(`(?<![a-z\\d|!/.-])(?:[oil|!]\\d|\\d[oil|!]|[il|!]o|o[il|!])(?=\\s${timeUnits})`, 'g')
const listedFigure = /(?<=\d(?:,| va) ?)(?:[oil|!]\d|\d[oil|!]|[il|!]o)(?![a-z\d|!])/g
const yearFigure = /(?<![a-z\d])2[0o][\doil|!]{2}(?![a-z\d])/g

/** A date of which a part is blank or cannot be read: nothing of it is known. */
const blank = '(?:[?_#*]{1,9}|…{1,9}|\\.{2,9})'
const illegible = new RegExp(
  `${blank}\\s*\\d{0,2}\\s*[/.-]\\s*\\d{1,2}(?:\\s*[/.-]\\s*\\d{2,4})?|\\d{1,2}\\s*${blank}\\s*[/.-]\\s*\\d{1,2}(?:\\s*[/.-]\\s*\\d{2,4})?|\\d{1,2}\\s*[/.-]\\s*${blank}(?:\\s*[/.-]\\s*\\d{2,4})?|\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{0,3}${blank}`,
  'g',
)

/** "tháng II" may be the second or the eleventh. */
const twoReadings = /(?<=(?<![a-z])thang )[il|!]{2}(?![a-z\d|!])/g

/** "3 0/9" is the 30th, "1 5/6" the 15th or a 1 beside the 5th. */
const parted = /(?<![\d/.,-]\s?|quy )([0-3]) (\d)(?=\s*\/\s*\d)/g
const partedYear = /(?<=\d\s*\/\s*\d{1,2}\s*\/\s*)20 (\d\d)(?!\s*[\d/])/g

const spacedDots = /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(20\d\d)(?!\d)/g

/** Puts right the figures of dates and the numbers of quarters. */
export const mendFigures = (words: Words): Words => {
  let better = replaceIn(words, /(?<=\d)\s?\\\s?(?=\d)/g, () => '/')
  better = replaceIn(better, illegible, ({ 0: seen }) => '?'.repeat(seen.length))
  better = replaceIn(
    better,
    spacedDots,
    ({ 1: first = '', 2: second = '', 3: year = '' }) => `${first}.${second}.${year}`,
  )
  better = replaceIn(better, yearFigure, ({ 0: seen }) => figure(seen))
  better = replaceIn(better, listedFigure, ({ 0: seen }) => figure(seen))
  better = replaceIn(better, beforeUnit, ({ 0: seen }) => figure(seen))
  better = replaceIn(better, day, ({ 0: seen, 1: first = '', 3: second = '' }) =>
    hasFigure(first + second) ? figure(seen) : null,
  )
  better = replaceIn(better, monthAndYear, ({ 0: seen, 1: month = '' }) => (hasFigure(month) ? figure(seen) : null))
  better = replaceIn(better, counted, ({ 0: seen }) => (hasFigure(seen) ? figure(seen) : null))
  better = replaceIn(better, twoReadings, () => '??')
  better = replaceIn(better, parted, ({ 1: tens = '', 2: ones = '' }) =>
    ones === '0' && tens !== '0' ? `${tens}0` : '???',
  )
  better = replaceIn(better, partedYear, ({ 1: years = '' }) => `20${years}`)
  return replaceIn(better, quarterList, ({ 0: list }) => eachQuarter(list))
}
