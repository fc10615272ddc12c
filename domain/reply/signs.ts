import { conceptsIn } from './concepts.ts'
import type { Facts } from './facts.ts'
import type { Rule } from './rules.ts'
import { signOf } from './typed-words.ts'

/** Nobody writes more about one task; what follows says no more of what the beginning means. */
export const mostCharacters = 3000

/**
 * What a text is weighed by: its words, each two and three that follow each other ("^" and "$" stand for its ends, "N" for any
 * number), and the rules that hold for it. Each sign once.
 */
export const signsOf = (facts: Facts, rules: readonly Rule[]): readonly string[] => {
  const sentence = facts.sentence.slice(0, mostCharacters)
  const words = wordsOf(sentence)
  const ends = ['^', ...words, '$']
  const pairs = ends.slice(1).map((word, at) => `${ends[at]} ${word}`)
  const triples = pairs.slice(1).map((pair, at) => `${ends[at]} ${pair}`)
  const [first, ...others] = rules.map(({ name }) => name)
  const held = first === undefined ? ['='] : [`=${first}`, ...others.map((name) => `+${name}`)]
  return [
    ...new Set([
      ...words,
      ...pairs,
      ...triples,
      ...held,
      ...conceptsIn(sentence),
      `~${facts.completion}`,
      ...shareOf(facts),
    ]),
  ]
}

/** A hundred per cent says another thing than any other share. */
const shareOf = ({ sentence, circumstances }: Facts): readonly string[] =>
  sentence.includes(' PERCENT ') ? [circumstances.below100 ? '~part' : '~whole'] : []

const wordsOf = (sentence: string): readonly string[] =>
  sentence
    .split(' ')
    .filter((word) => word !== '')
    .map(signOf)
