import { stripMarks } from '../fold.ts'

/** Words as deadlines are read from, each letter with its place in the raw text, so that what is found can be shown as it stands. */
export interface Words {
  readonly plain: string
  /** One more than letters: the last is the end of the raw text. */
  readonly at: readonly number[]
}

const folded = new Map<string, string>()

const foldChar = (char: string): string => {
  const known = folded.get(char)
  if (known !== undefined) return known
  const plain = /[^\S\n]/u.test(char) ? ' ' : stripMarks(char).replace(/[‐-―−]/gu, '-')
  if (folded.size < 5_000) folded.set(char, plain)
  return plain
}

/** Lower case without diacritics, one kind of dash, and one space for many. */
export const wordsIn = (raw: string): Words => {
  const plain: string[] = []
  const at: number[] = []
  let place = 0
  for (const char of raw) {
    for (const sign of foldChar(char)) {
      if (sign === ' ' && (plain.at(-1) ?? ' ') === ' ') continue
      plain.push(sign)
      at.push(place)
    }
    place += char.length
  }
  return { plain: plain.join(''), at: [...at, raw.length] }
}

/** A match as it is to be replaced; null leaves it. */
export type Replace = (match: RegExpExecArray) => string | null

/** The words with every match of a global pattern replaced; what is put in stands where the match stood. */
export const replaceIn = ({ plain, at }: Words, pattern: RegExp, replace: Replace): Words => {
  const pieces: string[] = []
  const places: number[] = []
  let done = 0
  const copy = (from: number, to: number): void => {
    pieces.push(plain.slice(from, to))
    for (let index = from; index < to; index += 1) places.push(at[index] ?? 0)
  }
  for (const match of plain.matchAll(pattern)) {
    const replaced = replace(match)
    if (replaced === null) continue
    copy(done, match.index)
    pieces.push(replaced)
    for (let index = 0; index < replaced.length; index += 1) {
      places.push(at[match.index + Math.min(index, match[0].length - 1)] ?? 0)
    }
    done = match.index + match[0].length
  }
  if (done === 0) return { plain, at }
  copy(done, plain.length)
  return { plain: pieces.join(''), at: [...places, at.at(-1) ?? 0] }
}

/** A stretch of the words as it stands in the raw text, one space for many. */
export const rawOf = (raw: string, { at }: Words, start: number, end: number): string =>
  raw
    .slice(at[start] ?? 0, at[end] ?? raw.length)
    .replace(/\s+/gu, ' ')
    .trim()
