import type { Intent } from './understanding.ts'
import table from './likely-intent.json' with { type: 'json' }

/** What a text may be likened to. */
export type Likely = Exclude<Intent, 'unknown'>

/** Weights are kept as whole numbers: 100 of them are one. */
export const weightScale = 100

const intents = table.intents as readonly Likely[]

/** "xin gia\t-12 4 …": a sign and its weight for each intent, which are read when they are asked for. */
const weights = new Map(
  table.weights.map((line): [string, string] => {
    const end = line.indexOf('\t')
    return [line.slice(0, end), line.slice(end + 1)]
  }),
)

export interface Likeness {
  readonly intent: Likely
  /** Of all intents together 1. */
  readonly share: number
}

/**
 * What a text most resembles, by the signs it shares with the sentences that the table was made from; null where it
 * shares no word with them.
 */
export const findLikely = (signs: readonly string[]): Likeness | null => {
  const known = signs.flatMap((sign) => {
    const row = weights.get(sign)
    return row === undefined ? [] : [{ sign, row: row.split(' ').map(Number) }]
  })
  if (!known.some(({ sign }) => /^\p{L}+0?$/u.test(sign))) return null
  const size = weightScale * Math.sqrt(known.length)
  const powers = intents.map((_, at) => Math.exp(known.reduce((sum, { row }) => sum + (row[at] ?? 0), 0) / size))
  const highest = Math.max(...powers)
  const intent = intents[powers.indexOf(highest)]
  return intent === undefined ? null : { intent, share: highest / powers.reduce((sum, power) => sum + power, 0) }
}

/** Whether a word was met often enough in the sentences that the table was made from. */
export const isMet = (word: string): boolean => weights.has(word)
