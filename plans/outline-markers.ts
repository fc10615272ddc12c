import { fold, stripMarks } from '../domain/fold.ts'

/** Families of markers, from the chapters of a document down to its dashes. */
export type Style =
  | 'part'
  | 'capital'
  | 'roman'
  | 'article'
  | 'number'
  | 'decimal'
  | 'bracketed'
  | 'letter'
  | 'star'
  | 'dash'
  | 'bullet'
  | 'plus'

/** What an item opens with. */
export interface Marker {
  readonly style: Style
  /** Its place in its list, from 1; for "1.2.3" each figure; 0 for dashes, which do not count. */
  readonly ordinals: readonly number[]
  /** As codes show it: "IV", "7.1", "đ"; '' for dashes. */
  readonly label: string
  /** The item's own words. */
  readonly rest: string
}

/** The letters of lists, in Vietnamese order, with those that some writers borrow. */
const alphabet = 'abcdđefghijklmnopqrstuvwxyz'
const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
const counting = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

/** Specks that scanning leaves before a marker: "_ a)", "~d)". */
const specks = /^[_~'"`´‘’“”.,|·\\]{1,2}\s*(?=(?:[\p{L}\d@¢][).]|\d{1,2}\.|[-–])\s*\S)/u

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)

const marker = (style: Style, ordinals: readonly number[], label: string, rest = ''): Marker => ({
  style,
  ordinals,
  label,
  rest: rest.trim(),
})

const partPattern =
  /^(?:phan|chuong)\s+(?:thu\s+)?(\d{1,2}|[ivxl1|]{1,5}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\s*(?:[.:\-–]|$)\s*/

const partNumber = (number: string): number => {
  const named = counting.indexOf(number) + 1
  if (named > 0) return named
  return /^\d/.test(number) && number !== '1' ? Number(number) : romanOf(number)
}

/** "PHẦN II", "Phần thứ nhất:", "CHƯƠNG 3". */
const parts = (text: string): Marker[] => {
  const found = partPattern.exec(stripMarks(text))
  if (found === null) return []
  const ordinal = partNumber(found[1] ?? '')
  return ordinal === 0 ? [] : [marker('part', [ordinal], String(ordinal), text.slice(found[0].length))]
}

/** The value of a Roman figure, also where scanning made "1", "l" or "|" of its strokes; 0 for anything else. */
const romanOf = (figure: string): number => romans.indexOf(figure.replaceAll(/[il1|!]/gu, 'I').toUpperCase()) + 1

const romanPattern = /^([IVXil1|!]{1,6})\s*(?:[.:)]|\/(?!\d)|\s[-–])\s*(?=\S)(.*)$/su

/** Figures alone are Roman only over words in capitals: "1. YÊU CẦU" may be II, "1. Rà soát" never is. */
const mayBeRoman = (figure: string, rest: string): boolean =>
  /^["“'(]?[\p{Lu}\d]/u.test(rest) && (!/^[il1!|]+$/u.test(figure) || isCapitals(rest))

const romanFigures = (text: string): Marker[] => {
  const [, figure = '', rest = ''] = romanPattern.exec(text) ?? []
  const ordinal = romanOf(figure)
  if (ordinal === 0 || !mayBeRoman(figure, rest)) return []
  return [marker('roman', [ordinal], romans[ordinal - 1] ?? figure, rest)]
}

const capitals = (text: string): Marker[] => {
  const [, letter = '', rest = ''] = /^([A-HĐ])\s*(?:[.)/]|\s[-–])\s*(?=[\p{Lu}"“])(.*)$/su.exec(text) ?? []
  return letter === '' ? [] : [marker('capital', [alphabet.indexOf(letter.toLowerCase()) + 1], letter, rest)]
}

const articles = (text: string): Marker[] => {
  const [, number = '', rest = ''] = /^[ĐDP]i[^\s\d]{1,3}\s+(\d{1,2})\s*[.:]\s*(.*)$/su.exec(text) ?? []
  return number === '' ? [] : [marker('article', [Number(number)], `Điều ${number}`, rest)]
}

const decimals = (text: string): Marker[] => {
  const found = /^(\d{1,2}(?:\s?[.,]\s?\d{1,2}){1,3})\s*([.):])?\s*(?=[^\s\d.,])(.*)$/su.exec(text)
  const [, figures = '', stop = '', rest = ''] = found ?? []
  if (figures === '' || (stop === '' && !/^["“'(*]?\p{Lu}/u.test(rest))) return []
  const label = figures.replaceAll(/\s/gu, '').replaceAll(',', '.')
  return [marker('decimal', label.split('.').map(Number), label, rest)]
}

const dottedNumber = /^([1-9]\d?|[lI|!])\s*\.\s*(?=[^\s\d])(.*)$/su
const dashedNumber = /^([1-9]\d?)\s*(?:\/\s*(?=\p{Lu}\p{Ll})|\/\s+(?=\p{Lu})|\s[-–]\s+(?=\p{Lu}))(.*)$/su
/** A stroke is the figure 1 only before a capital. */
const damagedOne = /^[lI|!]/u

const numbers = (text: string): Marker[] => {
  const [, figure, rest = ''] = dottedNumber.exec(text) ?? dashedNumber.exec(text) ?? []
  if (figure === undefined) return []
  if (!damagedOne.test(figure)) return [marker('number', [Number(figure)], figure, rest)]
  return /^["“]?\p{Lu}/u.test(rest) ? [marker('number', [1], '1', rest)] : []
}

const bracketed = (text: string): Marker[] => {
  const [, figure = '', rest = ''] = /^\(?(\d{1,2})\)\s*(?=\S)(.*)$/su.exec(text) ?? []
  return figure === '' ? [] : [marker('bracketed', [Number(figure)], figure, rest)]
}

/** What scanning may have made of a letter before a bracket. */
const scannedLetters: Readonly<Record<string, string>> = {
  '¢': 'c',
  '@': 'đ',
  d: 'dđ',
  đ: 'đd',
  '9': 'g',
  '6': 'bđ',
  q: 'gq',
  ø: 'o',
  '0': 'o',
  '1': 'li',
  l: 'li',
  '|': 'li',
  í: 'i',
  ï: 'i',
}

const lettersFor = (sign: string): string[] => {
  const lower = sign.toLowerCase()
  const known = scannedLetters[lower]
  if (known !== undefined) return Array.from(known)
  const bare = stripMarks(lower)
  return alphabet.includes(bare) ? [bare] : []
}

const letters = (text: string): Marker[] => {
  const bracket = /^\(?([^\s()\-–+*•])\s?\)\s*(?=\S)(.*)$/su.exec(text)
  const dotted = /^(\p{Ll})\s?[./]\s*(?=\p{Lu})(.*)$/su.exec(text)
  const [, sign = '', rest = ''] = bracket ?? dotted ?? []
  if (sign === '' || /^\d$/u.test(sign) !== /^[1690]$/u.test(sign)) return []
  return lettersFor(sign).map((letter) => marker('letter', [alphabet.indexOf(letter) + 1], letter, rest))
}

const dashStyles: readonly (readonly [RegExp, Style])[] = [
  [/^[-–—−~=«­‐‑]+\s*/u, 'dash'],
  [/^\+\s*/u, 'plus'],
  [/^\*\s*/u, 'star'],
  [/^[•●○◦▪■□·>✓✔➢\uE000-\uF8FF]\s*/u, 'bullet'],
]

const dashes = (text: string): Marker[] => {
  const style = dashStyles.find(([pattern]) => pattern.test(text))
  const rest = style === undefined ? '' : text.replace(style[0], '')
  return style === undefined || !/\p{L}{2}|\d/u.test(rest) ? [] : [marker(style[1], [0], '', rest)]
}

const readers = [parts, articles, decimals, romanFigures, capitals, numbers, bracketed, letters, dashes]

/** The markers that a paragraph may open with, the likeliest first: "1." in capitals is a figure or a damaged "I.". */
export const readMarkers = (text: string): Marker[] => {
  const clean = text.replace(specks, '')
  const found = readers.flatMap((reader) => reader(clean))
  return found.length > 0 || clean === text ? found : readers.flatMap((reader) => reader(text))
}

/** Whether a line opens an item. */
export const beginsItem = (text: string): boolean => readMarkers(text).length > 0

/** Whether a marker is Roman only where scanning made figures or strokes of its letters. */
export const isDamagedRoman = (text: string): boolean =>
  /^\P{L}*[1il|!]+\s*[.:)]/u.test(text.replace(/^[^\p{L}\d|!]+/u, ''))

export const romanLabel = (ordinal: number): string => romans[ordinal - 1] ?? String(ordinal)

/** Whether a text is a heading by its letters: capitals, and more than an abbreviation. */
export const isCapitalLine = (text: string): boolean => isCapitals(text) && fold(text).replaceAll(' ', '').length > 5
