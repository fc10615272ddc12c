import { isMetBesideDone } from './likely-intent.ts'
import { officeWords } from './office-words.ts'
import { isSyllable } from './syllables.ts'
import { signOf } from './typed-words.ts'

/** Whether a word beside "done" is no slip that might hide a denial: one that was met, an office's, or one that could be Vietnamese. */
export const isKnownWord = (word: string): boolean =>
  word === '' ||
  /^(?:[A-Z]+|[,?])$/u.test(word) ||
  signOf(word) === 'N' ||
  isMetBesideDone(word) ||
  officeWords.has(word) ||
  isSyllable(word)
