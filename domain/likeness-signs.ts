/** What likeness is measured by: letters with their shape but without their tone, tones, signs, and one space for many. */
export interface Signs {
  /** Each sign as one character: "ấ" is "â" and the acute. */
  readonly list: readonly string[]
  /** Where each sign begins in the raw text; one more for the end. */
  readonly at: readonly number[]
  /** Whether the word that a sign belongs to has any mark at all: one that has none has lost them. */
  readonly marked: readonly boolean[]
}

const tones = '\u0300\u0301\u0303\u0309\u0323'
const shapes = '\u0302\u0306\u031b'

export const isTone = (sign: string): boolean => tones.includes(sign)
export const isVowel = (sign: string): boolean => 'aăâeêioôơuưy'.includes(sign)
export const isLetter = (sign: string): boolean => /[\p{L}\p{M}]/u.test(sign)

interface Parts {
  readonly letter: string
  readonly tone: string
  readonly kind: 'vowel' | 'letter' | 'space' | 'mark'
  readonly shaped: boolean
}

const kindOf = (char: string, letter: string): Parts['kind'] => {
  if (/\s/u.test(char)) return 'space'
  if (/\p{M}/u.test(char)) return 'mark'
  return isVowel(letter) ? 'vowel' : 'letter'
}

const split = (char: string): Parts => {
  const [first = '', ...marks] = char.normalize('NFD').toLowerCase()
  const shaped = (first + marks.filter((mark) => shapes.includes(mark)).join('')).normalize('NFC')
  const letter = shaped === 'ð' ? 'đ' : shaped
  return {
    letter,
    tone: marks.find(isTone) ?? '',
    kind: kindOf(char, letter),
    shaped: 'ăâêôơưđ'.includes(letter),
  }
}

const known = new Map<string, Parts>()

const partsOf = (char: string): Parts => {
  const before = known.get(char)
  if (before !== undefined) return before
  const parts = split(char)
  if (known.size < 5_000) known.set(char, parts)
  return parts
}

/** Signs as they are gathered; a tone waits for the end of its vowels, so that "hoà" and "hòa" are the same. */
interface Gathering {
  readonly list: string[]
  readonly at: number[]
  readonly marked: boolean[]
  tone: string
  toneAt: number
  inMarkedWord: boolean
}

const add = (gathering: Gathering, sign: string, at: number): void => {
  gathering.list.push(sign)
  gathering.at.push(at)
}

const closeVowels = (gathering: Gathering): void => {
  if (gathering.tone !== '') add(gathering, gathering.tone, gathering.toneAt)
  gathering.tone = ''
}

const closeWord = (gathering: Gathering): void => {
  closeVowels(gathering)
  while (gathering.marked.length < gathering.list.length) gathering.marked.push(gathering.inMarkedWord)
  gathering.inMarkedWord = false
}

const addTone = (gathering: Gathering, tone: string, at: number): void => {
  gathering.tone = tone
  gathering.toneAt = at
  gathering.inMarkedWord = true
}

const addMark = (gathering: Gathering, mark: string, at: number): void => {
  const last = gathering.list.at(-1)
  if (shapes.includes(mark) && last !== undefined) {
    gathering.list[gathering.list.length - 1] = (last + mark).normalize('NFC').slice(0, 1)
    gathering.inMarkedWord = true
  } else if (isTone(mark)) addTone(gathering, mark, at)
}

const addChar = (gathering: Gathering, { letter, tone, kind, shaped }: Parts, at: number): void => {
  if (kind !== 'vowel') closeVowels(gathering)
  add(gathering, letter.slice(0, 1), at)
  if (shaped) gathering.inMarkedWord = true
  if (tone !== '') addTone(gathering, tone, at)
}

const addSpace = (gathering: Gathering, at: number): void => {
  closeWord(gathering)
  const last = gathering.list.at(-1)
  if (last !== undefined && last !== ' ') add(gathering, ' ', at)
}

/** The signs of a text, each with its place in the raw text. */
export const signsOf = (raw: string): Signs => {
  const gathering: Gathering = { list: [], at: [], marked: [], tone: '', toneAt: 0, inMarkedWord: false }
  for (let at = 0; at < raw.length; at += 1) {
    const parts = partsOf(raw.charAt(at))
    if (parts.kind === 'space') addSpace(gathering, at)
    else if (parts.kind === 'mark') addMark(gathering, raw.charAt(at), at)
    else addChar(gathering, parts, at)
  }
  closeWord(gathering)
  return { list: gathering.list, at: [...gathering.at, raw.length], marked: gathering.marked }
}
