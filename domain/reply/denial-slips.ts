import { isMet } from './likely-intent.ts'
import { isSyllable } from './syllables.ts'
import { signOf, withoutKeys } from './typed-words.ts'

const denials = ['chua', 'khong', 'chang', 'sap', 'gan', 'mai', 'se', 'neu', 'dang', 'dau', 'doi', 'suyt', 'chac']
/** Keys that were hit besides, or that the Telex keyboard left over: "chuaw", "khoong", "sawps". */
const mostBesides = 3

/** "chuaw" holds "chua": all of its letters in their order. */
const holds = (word: string, letters: string): boolean => {
  let found = 0
  for (const letter of word) if (letter === letters[found]) found += 1
  return found === letters.length
}

const sorted = (word: string): string => Array.from(word).toSorted().join('')

const isSlipOf = (word: string, denial: string): boolean => {
  if (holds(word, denial)) return word.length - denial.length <= mostBesides
  if (word.length === denial.length)
    return (
      sorted(word) === sorted(denial) || Array.from(denial).filter((letter, at) => letter !== word[at]).length === 1
    )
  return denial.length > 3 && word.length === denial.length - 1 && holds(denial, word)
}

const isUnknown = (word: string): boolean => /^[a-z]{2,}0?$/u.test(word) && !isMet(signOf(word)) && !isSyllable(word)

const isDenialWithKeys = (word: string): boolean => !denials.includes(word) && denials.includes(withoutKeys(word))

/** Whether a word, on canonical words, may be "chưa" or another denial with a slip of the keys. */
export const mayBeDenial = (word: string): boolean =>
  isDenialWithKeys(word) || (isUnknown(word) && denials.some((denial) => isSlipOf(word, denial)))
