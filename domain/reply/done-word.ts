import { phrases } from './sentence.ts'

/** What "done" is called, on canonical words. */
export const doneWord =
  '(?:xong(?: xuoi)?|hoan thanh|hoan tat|(?<= da )ht|ht(?= (?:roi|PERCENT))|done|finish(?:ed)?|completed?)'

export const doneWords = phrases(doneWord)
