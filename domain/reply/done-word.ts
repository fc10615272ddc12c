import { phrases } from './sentence.ts'

/** What "done" is called, on canonical words. */
export const doneWord =
  '(?:xong(?: xuoi)?|hoan thanh|hoan tat|(?<= da )ht|ht(?= (?:roi|PERCENT))|(?<= (?:viec|nhiem vu)(?: nay)?(?: da)? )ket0? thuc|done|finish(?:ed)?|completed?)'

export const doneWords = phrases(doneWord)
