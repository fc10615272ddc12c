import { stripMarks } from './fold.ts'

/**
 * Digits and letters that nobody mistakes for one another. Vowels, D and W are left out as well: Vietnamese
 * keyboards turn them and the digit or letter after them into something else ("A6" becomes "Â").
 */
const letters = '23456789BCFGHJKMNPQRSTVXZ'
const length = 8

/** How many random bytes a code takes: two a letter, so that no letter is likelier than another by more than 1 in 2,600. */
export const inviteCodeBytes = length * 2

/** A code such as "K7M2-9QXT". Throws RangeError when there are too few random bytes. */
export const inviteCodeFrom = (random: Uint8Array): string => {
  if (random.length < inviteCodeBytes) throw new RangeError(`a code takes ${inviteCodeBytes} random bytes`)
  const code = Array.from({ length }, (_, index) => {
    const value = (random[index * 2] ?? 0) * 256 + (random[index * 2 + 1] ?? 0)
    return letters.charAt(value % letters.length)
  }).join('')
  return hyphenated(code)
}

const hyphenated = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** The code that somebody meant: lower case, blanks, marks and a missing hyphen are forgiven. Null when it cannot be one. */
export const normaliseInviteCode = (typed: string): string | null => {
  const code = stripMarks(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
  return /^[2-9A-HJKMNP-Z]{8}$/.test(code) ? hyphenated(code) : null
}

/** The code in what a stranger wrote: after /start, or alone. Null when there is none. */
export const findInviteCode = (text: string): string | null => {
  const words = text.trim()
  const afterStart = /^\/start(?:@\w+)?\s+(\S.*)$/su.exec(words)?.[1]
  return afterStart ?? (normaliseInviteCode(words) === null ? null : words)
}

const days = 7

/** Until when a code made now can be used. */
export const inviteExpiry = (now: Date): Date => new Date(now.getTime() + days * 86_400_000)

/** Wrong codes that one account may try within the window in which they are counted. */
export const allowedFailures = 5
export const failureWindowMinutes = 15
