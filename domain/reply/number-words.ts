const units: Readonly<Record<string, number>> = {
  ...{ khong: 0, mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, sau: 6, bay: 7, tam: 8, chin: 9 },
}

/** Folded words that numbers up to a hundred are made of, as alternatives of a regular expression. */
export const numberWords = `(?:${[...Object.keys(units), 'muoi', 'chuc', 'tram', 'linh', 'le'].join('|')})`

/**
 * "tam muoi lam" → 85, "bay lam" → 75, "chin chuc" → 90, "mot tram" → 100; null when the words make no number up to
 * a hundred.
 */
export const numberInWords = (folded: string): number | null => {
  const words = folded.split(/\s+/u).filter((word) => word !== 'linh' && word !== 'le')
  if (words.join(' ') === 'mot tram' || words.join(' ') === 'tram') return 100
  const tens = words.findIndex((word) => word === 'muoi' || word === 'chuc')
  return tens === -1 ? withoutTens(words) : withTens(words.slice(0, tens), words.slice(tens + 1))
}

const withTens = (before: readonly string[], after: readonly string[]): number | null => {
  const tens = before.length === 0 ? 1 : unit(before)
  const ones = after.length === 0 ? 0 : unit(after)
  return tens === null || ones === null || tens === 0 ? null : tens * 10 + ones
}

/** "bay lam" leaves the ten out. */
const withoutTens = (words: readonly string[]): number | null => {
  if (words.length === 1) return unit(words)
  const [tens, ones] = [unit(words.slice(0, 1)), unit(words.slice(1))]
  return words.length === 2 && tens !== null && ones !== null && tens > 0 ? tens * 10 + ones : null
}

const unit = (words: readonly string[]): number | null => (words.length === 1 ? (units[words[0] ?? ''] ?? null) : null)
