import { markers } from './hear.ts'
import { canonical } from './lexicon.ts'

/** What markers are called among words: in capitals, which no word is in. */
const names: Readonly<Record<string, string>> = {
  [markers.link]: 'LINK',
  [markers.document]: 'DOCUMENT',
  [markers.percent]: 'PERCENT',
  [markers.date]: 'DAY',
}

const tokens = /[\p{L}\p{M}\p{N}]+|[\uE000-\uE003]|[,;:!?…•()\n]|\.(?=\s|$)|(?<=\s)[-–—](?=\s)/gu

/**
 * A text as rules read it: canonical words with one space on each side, "," between clauses and "?" after questions.
 * " xong roi , minh chung , LINK "
 */
export const sentenceOf = (text: string): string => {
  const words = [...text.matchAll(tokens)].map(([token]) => {
    if (/[\p{L}\p{N}]/u.test(token)) return canonical(token)
    return names[token] ?? (token === '?' ? '?' : ',')
  })
  return ` ${words.join(' ')} `.replace(/ ,(?: ,)+ /gu, ' , ').replace(/^ , | , $/gu, ' ')
}

/** Matches any of these phrases as whole words. */
export const phrase = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<= )(?:${alternatives.join('|')})(?= )`, 'u')

export const phrases = (...alternatives: readonly string[]): RegExp => new RegExp(phrase(...alternatives).source, 'gu')
