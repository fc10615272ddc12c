import { fold } from '../domain/fold.ts'
import { findLike, type LikeStretch, type LikeText, likeText } from '../domain/likeness.ts'

/** A stretch of scanned text in which many phrases are looked for. */
export interface Scanned {
  readonly text: string
  readonly pairs: ReadonlySet<string>
  ready: LikeText | null
}

const pairsIn = (text: string): string[] => {
  const letters = fold(text).replaceAll(' ', '')
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}

export const scannedText = (text: string): Scanned => ({ text, pairs: new Set(pairsIn(text)), ready: null })

const pairsOfPhrases = new Map<string, readonly string[]>()

const pairsOfPhrase = (phrase: string): readonly string[] => {
  const known = pairsOfPhrases.get(phrase)
  if (known !== undefined) return known
  const pairs = pairsIn(phrase)
  pairsOfPhrases.set(phrase, pairs)
  return pairs
}

/** A text with less than this of a phrase's pairs of letters cannot hold it, however damaged: most texts are told by that. */
const leastPairs = 0.34

/** Where scanned text says a phrase, given in correct spelling; null when it says nothing so like it. */
export const findScanned = (scanned: Scanned, phrase: string, threshold: number): LikeStretch | null => {
  const pairs = pairsOfPhrase(phrase)
  if (pairs.filter((pair) => scanned.pairs.has(pair)).length < pairs.length * leastPairs) return null
  scanned.ready ??= likeText(scanned.text, true)
  return findLike(scanned.ready, phrase, threshold)
}

/** Behind the first of these phrases that scanned text opens with; 0 when it opens with none. */
export const opensWithAny = (text: string, phrases: readonly string[], threshold: number): number => {
  const longest = Math.max(...phrases.map(({ length }) => length))
  const scanned = scannedText(text.slice(0, longest + 6))
  for (const phrase of phrases) {
    const found = findScanned(scanned, phrase, threshold)
    if (found?.start === 0) return found.end
  }
  return 0
}
