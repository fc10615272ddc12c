import { fold } from './fold.ts'

/** A task as people name it: by its number on the screen, its own code in the plan, or its line in the file. */
export type Target =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'line'; readonly line: number }

/** One word of what was typed, as it stands and as it is compared. */
export interface Token {
  readonly raw: string
  readonly folded: string
}

/** Cut at spaces, and after the first colon or equals sign that a word ends with: "hạn:30/9". */
export const tokensOf = (text: string): readonly Token[] =>
  text
    .normalize('NFC')
    .replace(/(?<=\p{L})\s*[:=→]\s*/u, ': ')
    .split(/\s+/u)
    .filter((raw) => raw !== '')
    .map((raw) => ({ raw, folded: fold(raw) }))

/** A range longer than this is a slip of the finger. */
const longestRange = 200

const numbers = /^(\d{1,5})$/
const range = /^(\d{1,5})[-–](\d{1,5})$/u
/** "1.3.1", "4.c.1", "PL2-1.1", "II.3": at least one digit, parts divided by dots or hyphens. */
const codes = /^(?=.*\d)(?!\d+-\d+$)[\p{L}\d]{1,4}(?:[.-][\p{L}\d]{1,4})+$/u
/** A list of numbers written without spaces: "12,13". */
const list = /^\d{1,5}(?:,\d{1,5})+$/

const edges = /^[#(]+|[,.:;)?]+$/gu

const rangeOf = (first: number, last: number): readonly Target[] | null =>
  last < first || last - first > longestRange
    ? null
    : Array.from({ length: last - first + 1 }, (_, index) => ({ kind: 'number', number: first + index }))

const asTargets = (raw: string): readonly Target[] | null => {
  const word = raw.replace(edges, '')
  if (numbers.test(word)) return [{ kind: 'number', number: Number(word) }]
  if (list.test(word)) return word.split(',').map((number) => ({ kind: 'number', number: Number(number) }))
  const [, first, last] = range.exec(word) ?? []
  if (first !== undefined && last !== undefined) return rangeOf(Number(first), Number(last))
  return codes.test(word) ? [{ kind: 'code', code: word }] : null
}

/** What stands before a number and says nothing: "nhiệm vụ 12", "mục 12". */
const before = new Set(['nhiem', 'vu', 'viec', 'muc', 'stt', 'so', 'cho', 'cua', 'hang', 'cac'])
const between = new Set(['va', 'voi', 'vao', ''])

export interface FoundTargets {
  readonly targets: readonly Target[]
  /** How many words they took. */
  readonly length: number
}

/** The tasks that are named from a word on; null when there is none. */
export const targetsAt = (tokens: readonly Token[], start: number): FoundTargets | null => {
  const targets: Target[] = []
  let at = start
  let end = start
  while (at < tokens.length) {
    const found = targetsOf(tokens, at)
    if (found === null && !isFiller(tokenAt(tokens, at), targets.length > 0)) break
    at += found === null ? 1 : found.length
    if (found === null) continue
    targets.push(...found.targets)
    end = at
    // After "12:" and "12)" comes something else.
    if (/[:)]$/.test(tokenAt(tokens, end - 1).raw)) break
  }
  return targets.length === 0 ? null : { targets, length: end - start }
}

const tokenAt = (tokens: readonly Token[], at: number): Token => tokens[at] ?? { raw: '', folded: '' }

const targetsOf = (tokens: readonly Token[], at: number): FoundTargets | null => {
  const { raw, folded } = tokenAt(tokens, at)
  const next = tokenAt(tokens, at + 1).folded
  if (folded === 'dong' && /^\d+$/.test(next)) return { targets: [{ kind: 'line', line: Number(next) }], length: 2 }
  const targets = asTargets(raw)
  return targets === null ? null : { targets, length: 1 }
}

const isFiller = ({ folded }: Token, afterTarget: boolean): boolean => (afterTarget ? between : before).has(folded)
