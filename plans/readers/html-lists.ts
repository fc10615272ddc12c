/** A list of a page that is open: what its next item is marked with. */
export interface OpenList {
  readonly style: string
  next: number
}

const roman = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** 4 → "iv"; '' beyond what lists use. */
export const romanNumber = (number: number): string => {
  if (number < 1 || number > 3999) return ''
  let left = number
  return roman
    .map(([letters, value]) => {
      const times = Math.floor(left / value)
      left -= times * value
      return letters.repeat(times)
    })
    .join('')
}

/** 1 → "a", 27 → "aa" as Word counts, letters of the English alphabet. */
export const letterNumber = (number: number): string => {
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return number < 1 ? '' : letter.repeat(Math.min(Math.ceil(number / 26), 4))
}

const wholeNumber = (value: string | undefined): number | null => {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) ? number : null
}

type Attributes = Readonly<Record<string, string>>

const styles: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: 'none',
}

/** Plans mark what stands under a dash with a plus sign. */
const usualStyle = (name: string, attributes: Attributes, around: OpenList | undefined): string => {
  if (name === 'ol') return attributes['type'] ?? '1'
  return around?.style === '-' || around?.style === '+' ? '+' : '-'
}

/** The list that a tag opens inside of another one or none. */
export const openList = (name: string, attributes: Attributes, around: OpenList | undefined): OpenList => {
  const stated = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(attributes['style'] ?? '')?.[1] ?? ''
  return {
    style: styles[stated.toLowerCase()] ?? usualStyle(name, attributes, around),
    next: wholeNumber(attributes['start']) ?? 1,
  }
}

const printed: Readonly<Record<string, (number: number) => string>> = {
  a: letterNumber,
  A: (number) => letterNumber(number).toUpperCase(),
  i: romanNumber,
  I: (number) => romanNumber(number).toUpperCase(),
  '1': String,
}

/** What stands before the next item: "2. ", "b) ", "- "; counts on. */
export const nextMarker = (list: OpenList, attributes: Attributes): string => {
  if (list.style === 'none') return ''
  const print = printed[list.style]
  if (print === undefined) return `${list.style === '+' ? '+' : '-'} `
  const number = wholeNumber(attributes['value']) ?? list.next
  list.next = number + 1
  return `${print(number)}${list.style === 'a' ? ')' : '.'} `
}

/** Items that carry their marker in their own words are not marked twice. */
export const isMarked = (words: string): boolean =>
  /^\s*(?:[-–+•*]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|\p{L})[.)])\s/iu.test(words)
