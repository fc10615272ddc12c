import { stripMarks } from './fold.ts'

const mostBytes = 48
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
const inner = /[^\p{L}\p{N}]+/gu

/**
 * What is searched for: words without diacritics; what stands between the letters of one word ("229/KH-UBND",
 * "1.3.1") is a point. As many words as fit into a button, so that every page is of the same search.
 */
export const searchWords = (typed: string): readonly string[] => {
  const words = [
    ...new Set(
      stripMarks(typed)
        .split(/\s+/u)
        .map((word) => word.replace(edges, '').replace(inner, '.'))
        .filter((word) => word !== ''),
    ),
  ]
  const fitting = words.findIndex((_, last) => bytesOf(words.slice(0, last + 1).join(' ')) > mostBytes)
  return fitting < 0 ? words : words.slice(0, fitting)
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/**
 * A word as a regular expression over text as it is written: each letter with all its marks, composed or not, in
 * either case. It needs no folded copy of the text and no extension of the database.
 */
export const patternOf = (words: string): string =>
  `(^|${notLetter})${words.split(' ').map(wordPattern).join(`${notLetter}+`)}($|${notLetter})`

const marks = '\u0300-\u036F'
const notLetter = `[^0-9A-Za-z\u00C0-\u024F\u1EA0-\u1EF9${marks}]`

const wordPattern = (word: string): string =>
  Array.from(word, (letter) => (letter === '.' ? `${notLetter}+` : letterPattern(letter))).join('')

const letterPattern = (letter: string): string => {
  if (!/^[a-z]$/u.test(letter)) return letter
  return `[${letter}${letter.toUpperCase()}${variants.get(letter) ?? ''}][${marks}]*`
}

/** Every letter that folds to a plain one, by the same rule that everything else is folded by. */
const variants: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>()
  for (let code = 0xc0; code <= 0x1ef9; code += 1) {
    const letter = String.fromCodePoint(code)
    const plain = stripMarks(letter)
    if (/^\p{L}$/u.test(letter) && /^[a-z]$/u.test(plain)) found.set(plain, (found.get(plain) ?? '') + letter)
  }
  return found
})()
