import { fold } from './fold.ts'

/** Consonants that a Vietnamese syllable can begin with, without diacritics; "gi" and "qu" bring their own vowel. */
const onsets = 'ngh ng nh n gh gi g kh k ch c ph p th tr t b d h l m qu r s v x'.split(' ')

/** What can follow them, without diacritics. */
const rhymes = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu ' +
    'i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay ' +
    'oc oe oen oeo oet oi om on ong oo ooc oong op ot u ua uan uang uat uay uc ue uech uenh uet ui um un ung uo uoc ' +
    'uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uyn uynh uyp uyt uyu y yem yen yeng yet yeu'
  ).split(' '),
)

const isRhymeAfter = (onset: string, rest: string): boolean => {
  if (onset === 'gi') return rest === '' || rhymes.has(rest)
  if (onset === 'qu') return rhymes.has(rest) || rhymes.has(`u${rest}`)
  return rhymes.has(rest)
}

/** Syllables that end in c, ch, p or t take the acute or the dot below, or have lost their mark. */
const stopWithOtherTone = /[\u0300\u0303\u0309]\P{L}*[a-z]?(?:c|ch|p|t)$/u

const known = new Map<string, boolean>()

const check = (word: string): boolean => {
  const letters = fold(word)
  const fits =
    rhymes.has(letters) ||
    onsets.some((onset) => letters.startsWith(onset) && isRhymeAfter(onset, letters.slice(onset.length)))
  return fits && !stopWithOtherTone.test(word.normalize('NFD').toLowerCase())
}

/** Whether a word, with its diacritics or without, can be a syllable of Vietnamese. */
export const isSyllable = (word: string): boolean => {
  const before = known.get(word)
  if (before !== undefined) return before
  const answer = check(word)
  if (known.size > 20_000) known.clear()
  known.set(word, answer)
  return answer
}

/** A mark, a sign or a figure inside a word that cannot be, no vowel at all, or consonants that no language begins with. */
const damage = /[^a-z]|^[^aeiouy]{3,}$|^(?:ct|cc|tt|dd|nn|tw|trw|[a-z]w[^aeiou])|[^aeiouy]{4}|d(?:ng|nh|c|t|m)$/u
/** Without marks these have lost them: a stop asks for a tone, "uo" and "ie" for the shape of their vowel. */
const bare = /^[a-z]*(?:(?:c|ch|p|t)|[a-z](?:uo|[iy]e)[a-z]*)$/u
const wordPattern = /[^\s\p{P}\p{S}][^\s.,;:/()<>="“”…\p{Pd}]*/gu
const outer = /^['‘’*]+|['‘’*]+$/gu

const address = /^(?:https?|www)$/i
/** Words with several capitals are abbreviations, single letters are numbers of items, figures are figures. */
const isOrdinary = (word: string): boolean =>
  !address.test(word) && /^\p{L}.*\p{Ll}|^\p{L}[&@$]/u.test(word) && !/\p{Lu}.*\p{Lu}/u.test(word)

/** Fewer than four damaged words in a hundred are slips of the pen. */
const scannedShare = 0.04
/** So many foreign words that they cannot be foreign words. */
const foreignShare = 0.12

interface Counts {
  words: number
  /** Not Vietnamese. */
  foreign: number
  /** Not Vietnamese and nothing else either. */
  damaged: number
  bare: number
  marked: number
}

const count = (counts: Counts, word: string): void => {
  const lower = word.toLowerCase()
  counts.words += 1
  if (/[^ -~]/u.test(lower)) counts.marked += 1
  if (isSyllable(word)) counts.bare += bare.test(lower) ? 1 : 0
  else {
    counts.foreign += 1
    counts.damaged += damage.test(lower) ? 1 : 0
  }
}

/**
 * Whether a text came out of a scan with its diacritics destroyed ("trwéc ngay 8/7", "S& Noi vu"): told by
 * the share of words that Vietnamese cannot have. A text that has merely lost all its marks is not damaged,
 * one that has lost a part of them is.
 */
export const looksScanned = (text: string): boolean => {
  const counts: Counts = { words: 0, foreign: 0, damaged: 0, bare: 0, marked: 0 }
  for (const [found] of text.matchAll(wordPattern)) {
    const word = found.replace(outer, '')
    if (isOrdinary(word)) count(counts, word)
  }
  const { words, foreign, damaged } = counts
  const strange = foreign + (counts.marked > 0 ? counts.bare : 0)
  if (damaged > 0 || (counts.marked > 0 && counts.bare > 0)) return strange / words >= scannedShare
  return words >= 20 && foreign / words >= foreignShare
}
