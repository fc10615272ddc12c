/** Combining marks, and the Icelandic eth that old Vietnamese keyboards wrote for đ. */
const combiningMarks = /\p{M}+/gu
const letterD = /[đĐðÐ]/gu
const betweenWords = /[^\p{L}\p{N}]+/gu
const hasMore = /[^ -~]/u

/** Lower case without diacritics, đ as d; punctuation and spaces stay as they are. */
export const stripMarks = (text: string): string =>
  hasMore.test(text)
    ? text.normalize('NFD').replace(combiningMarks, '').replace(letterD, 'd').toLowerCase()
    : text.toLowerCase()

/**
 * What texts are compared by: lower case, no diacritics, đ as d, everything between words one space.
 * The same for composed and decomposed spellings; folding twice changes nothing.
 */
export const fold = (text: string): string => stripMarks(text).replace(betweenWords, ' ').trim()
