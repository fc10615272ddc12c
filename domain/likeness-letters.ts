import { isTone, isVowel } from './likeness-signs.ts'

const plainOf: Readonly<Record<string, string>> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' }
const plain = (sign: string): string => plainOf[sign] ?? sign

/** What a scan makes of letters, and how little that tells: 0 nothing, 1 another letter. Gathered from scanned plans. */
const confusions: readonly [letters: string, seenAs: string, cost: number][] = [
  ['ư', "wvirt'", 0.2],
  ['ơ', "oc&69'", 0.2],
  ['đ', 'dbp@£', 0.1],
  ['ôơo', '&60e¢$8§qcdbg59', 0.25],
  ['âă', 'edtfi&', 0.3],
  ['a', '@4ed', 0.3],
  ['êe', '€c&¢', 0.2],
  ['il', '1!|lit][j', 0.15],
  ['ưu', "wvrmnt'", 0.3],
  ['y', 'vj', 0.3],
  ['h', 'b', 0.5],
  ['g', 'q9', 0.4],
  ['s', '$5', 0.2],
  ['c', '¢e(', 0.2],
  ['n', 'mr', 0.6],
  ['m', 'n', 0.6],
  ['t', 'fl1', 0.4],
]

const seen = new Map<string, number>()
for (const [letters, seenAs, cost] of confusions) {
  for (const letter of letters) {
    for (const sign of seenAs) seen.set(sign + letter, Math.min(cost, seen.get(sign + letter) ?? 1))
  }
}

/** A mark that is not there, in a word that has none. */
const lost = 0.03
const space = 0.15

/** In a whole text a mark is as good as a letter; a scan leaves marks that say next to nothing. */
const markCost = (scanned: boolean): number => (scanned ? 0.1 : 1.1)
const letterCost = (scanned: boolean): number => (scanned ? 0.9 : 1.1)

/** A sign of the text that the phrase has not, behind another. */
export const extraCost = (sign: string, before: string, scanned: boolean): number => {
  if (sign === ' ') return space
  if (isTone(sign)) return markCost(scanned)
  if (!scanned) return letterCost(false)
  if ('\'’‘~^`"*_'.includes(sign)) return 0.1
  return 'ri'.includes(sign) && 'tiuư'.includes(before) ? 0.3 : 0.9
}

/** A sign of the phrase that the text has not. */
export const missingCost = (sign: string, marked: boolean, scanned: boolean): number => {
  if (sign === ' ') return space
  if (isTone(sign)) return marked ? markCost(scanned) : lost
  return scanned ? 0.75 : letterCost(false)
}

const confusedCost = (sign: string, letter: string): number =>
  seen.get(plain(sign) + letter) ?? (isVowel(sign) && isVowel(letter) ? 0.45 : letterCost(true))

/** A tone is never a letter, a space seldom one. */
const unlikeKinds = (sign: string, letter: string): number => {
  if (isTone(sign) || isTone(letter)) return 2
  return sign === ' ' || letter === ' ' ? 1.5 : 0
}

/** A sign of the text where the phrase has another. */
export const otherCost = (sign: string, letter: string, marked: boolean, scanned: boolean): number => {
  if (sign === letter) return 0
  if (isTone(sign) && isTone(letter)) return markCost(scanned)
  if (plain(sign) === plain(letter)) return marked ? markCost(scanned) : lost
  return unlikeKinds(sign, letter) || (scanned ? confusedCost(sign, letter) : letterCost(false))
}
