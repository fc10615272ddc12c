import type { Completion } from './completion.ts'
import type { Facts } from './facts.ts'
import { isUncertain } from './unfinished.ts'

/** How much a text has to resemble "done" to be heard so, by what the rules heard in it; null for never. */
export const leastDone: Readonly<Record<Completion, number | null>> = {
  none: 0.8,
  asked: null,
  guessed: null,
  'not-yet': null,
  contradicted: 0.95,
  doubtful: 0.8,
  done: 0,
}

/** Nobody writes more about one task. */
const mostCharacters = 3000

/** What is laughed at, heard from others, asked or names a share of the work is not done, whatever it resembles. */
export const mayBeDone = ({ sentence, circumstances }: Facts): boolean =>
  !circumstances.notPlain &&
  !circumstances.below100 &&
  !sentence.includes(' ? ') &&
  !isUncertain(sentence) &&
  sentence.length < mostCharacters
