import { nameParts, titles } from './agency-name-parts.ts'
import { departmentNames, sectorNames } from './agency-sectors.ts'
import { usualNames } from './agency-vocabulary.ts'
import { fold } from './fold.ts'
import { findLike, likeText, looksScanned } from './likeness.ts'

const lettersIn = (text: string): number => text.replace(/[^\p{L}]/gu, '').length

const expanded = (name: string): readonly string[] =>
  /UBND|HĐND/u.test(name)
    ? [name, name.replace('UBND', 'Ủy ban nhân dân').replace('HĐND', 'Hội đồng nhân dân')]
    : [name]

interface Phrase {
  readonly sought: string
  /** Whether it stands only where a name begins. */
  readonly first: boolean
  readonly becomes: string
  readonly letters: number
  readonly pairs: readonly string[]
}

const pairsOf = (text: string): string[] => {
  const folded = fold(text).replaceAll(' ', '')
  return Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2))
}

const phraseOf = (sought: string, becomes: string): Phrase => ({
  ...{
    sought,
    becomes,
    first: titles.includes(becomes),
    letters: lettersIn(sought),
    pairs: [...new Set(pairsOf(sought))],
  },
})

/** What is looked for in damaged text and what it becomes. */
const phrases: readonly Phrase[] = [
  ...[...usualNames, ...departmentNames, ...titles, ...nameParts].flatMap((name) =>
    expanded(name).map((sought) => phraseOf(sought, name)),
  ),
  ...sectorNames.map((name) => phraseOf(name, name)),
].filter(({ letters }) => letters >= 5)

/** Text that only lost its diacritics has nearly all of its letters; else the shorter the words, the surer they have to be. */
const thresholdOf = ({ letters, first }: Phrase, scanned: boolean): number => {
  if (first) return 0.78
  if (!scanned) return 0.92
  return letters < 12 ? 0.85 : 0.82
}

/** The pairs of letters of a text, each with its place. */
interface TextPairs {
  readonly pairs: readonly string[]
  readonly at: readonly number[]
}

const pairsWithPlaces = (text: string): TextPairs => {
  const letters: { readonly sign: string; readonly at: number }[] = []
  let at = 0
  for (const char of text) {
    for (const sign of fold(char)) letters.push({ sign, at })
    at += char.length
  }
  const pairs = letters.slice(1).map(({ sign }, before) => (letters[before]?.sign ?? '') + sign)
  return { pairs, at: letters.map((letter) => letter.at) }
}

/** A stretch that has less than this of a phrase's pairs of letters is not looked at closely. */
const worthLooking = 0.45

/** Ends of windows of pairs, as wide as a phrase, that hold enough of its pairs. */
const windowsWith = (pairs: readonly string[], sought: ReadonlySet<string>, width: number): readonly number[] => {
  let inside = 0
  return pairs.flatMap((pair, end) => {
    if (sought.has(pair)) inside += 1
    const left = pairs[end - width]
    if (left !== undefined && sought.has(left)) inside -= 1
    return inside >= sought.size * worthLooking ? [end] : []
  })
}

/** The stretches of a text in which a phrase may stand, by its pairs of letters. */
const regionsOf = ({ pairs, at }: TextPairs, phrase: Phrase): readonly { start: number; end: number }[] => {
  const width = Math.ceil(phrase.pairs.length * 1.3) + 2
  const place = (index: number): number => at[Math.min(Math.max(0, index), at.length - 1)] ?? 0
  const regions: { start: number; end: number }[] = []
  for (const end of windowsWith(pairs, new Set(phrase.pairs), width)) {
    const start = place(end - width - 2)
    const last = regions.at(-1)
    if (last !== undefined && start <= last.end) last.end = place(end + 4) + 1
    else regions.push({ start, end: place(end + 4) + 1 })
  }
  return regions
}

interface Found {
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
  readonly likeness: number
  readonly gain: number
}

/** Long names that fit nearly are worth less than short ones that fit well. */
const gainOf = (letters: number, likeness: number): number => letters * (likeness - 0.6)

const isWordSign = (sign: string): boolean => /[\p{L}\p{M}]/u.test(sign)

/** A stretch with whole words at its ends. */
const wholeWords = (text: string, { start, end }: { readonly start: number; readonly end: number }) => {
  let from = start
  let to = Math.min(end, text.length)
  while (from > 0 && isWordSign(text.charAt(from - 1))) from -= 1
  while (to < text.length && isWordSign(text.charAt(to))) to += 1
  return { from, to }
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}\d&$@'¢€¥]+/gu)?.length ?? 0

/** Scanning loses letters, rarely a word: with one more or less it is another name, unless hardly a letter differs. */
const sameName = 0.9

const isSameName = (stretch: string, { sought }: Phrase, likeness: number): boolean =>
  likeness >= sameName || wordsIn(stretch) === wordsIn(sought)

/** Every place of one phrase. */
const placesOf = (text: string, scanned: boolean, pairs: TextPairs, phrase: Phrase): readonly Found[] =>
  regionsOf(pairs, phrase).flatMap((region) => {
    const { from, to } = wholeWords(text, region)
    let rest = text.slice(from, to)
    const found: Found[] = []
    for (let turn = 0; turn < mostTimes; turn += 1) {
      const place = findLike(likeText(rest, true), phrase.sought, thresholdOf(phrase, scanned))
      if (place === null) break
      const { start, end, likeness } = place
      if (isSameName(rest.slice(start, end), phrase, likeness))
        found.push({ phrase, start: from + start, end: from + end, likeness, gain: gainOf(phrase.letters, likeness) })
      rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end)
    }
    return found
  })

const mostTimes = 6

const overlap = (a: Found, b: Found): boolean => a.start < b.end && b.start < a.end

/** Whether letters of a text were misread; else only their marks are gone, or next to nothing. */
const isScanned = (text: string): boolean =>
  looksScanned(text) || /\p{M}|[wjfz¥€¢£]|\p{L}[0-9&$@']|[&$@]\p{L}/iu.test(text.normalize('NFD'))

/** Two readings of the same stretch of text; there the likelier one wins, not the longer one. */
const sameStretch = (a: Found, b: Found): boolean => Math.abs(a.start - b.start) <= 1 && Math.abs(a.end - b.end) <= 1

const beginsName = (before: string): boolean =>
  /(?:(?:^|[,;:.\n])\s*[-–+•]?|\d[.)]|\b(?:va|và|cho|gửi|gui))\s*$/iu.test(before)

/** What fits best of all that was found, in the order of the text. */
export const bestIn = (text: string): readonly Found[] => {
  const pairs = pairsWithPlaces(text)
  const scanned = isScanned(text)
  const all = phrases
    .flatMap((phrase) => placesOf(text, scanned, pairs, phrase))
    .filter(({ phrase, start }) => !phrase.first || beginsName(text.slice(0, start)))
  const chosen: Found[] = []
  for (const found of all.toSorted((a, b) => b.gain - a.gain)) {
    if (all.some((other) => other.likeness > found.likeness && sameStretch(found, other))) continue
    if (!chosen.some((other) => overlap(found, other))) chosen.push(found)
  }
  return chosen.toSorted((a, b) => a.start - b.start)
}
