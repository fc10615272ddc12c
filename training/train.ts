import type { Likely } from '../domain/reply/likely-intent.ts'

/** A sentence by its signs, and what it means. */
export interface Example {
  readonly signs: readonly string[]
  readonly intent: Likely
}

/** What is learnt: for each sign its weight for each intent, in the order of `intents`. */
export interface Learnt {
  readonly intents: readonly Likely[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

const rounds = 12
const rate = 0.4
const decay = 1e-3

/** The same order every time: a small generator of Park and Miller. */
const createDice = () => {
  let seed = 1
  return (sides: number): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % sides
  }
}

const shuffle = (items: unknown[], dice: (sides: number) => number): void => {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const drawn = dice(last + 1)
    const item = items[drawn]
    items[drawn] = items[last]
    items[last] = item
  }
}

/** What was met less often tells of those who wrote it, and not of what they meant. */
const leastMet = 4

const worthKnowing = (examples: readonly Example[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { signs } of examples) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= leastMet).map(([sign]) => sign)
}

/** All weights in one row: those of a sign stand next to each other, one for each intent. */
interface Weights {
  readonly values: Float64Array
  /** How far each was moved so far. */
  readonly moved: Float64Array
}

/** Moves a weight against its error: less where much was moved before (Adagrad), and always a little towards nothing. */
const move = ({ values, moved }: Weights, place: number, error: number): void => {
  const value = values[place] ?? 0
  const slope = error + decay * value
  const way = (moved[place] ?? 0) + slope * slope
  moved[place] = way
  values[place] = value - (rate * slope) / Math.sqrt(way + 1e-8)
}

interface Lesson {
  /** Where the weights of its signs begin. */
  readonly places: readonly number[]
  readonly wanted: number
}

/** How likely each intent is by the weights so far; all together more or less than one. */
const weigh = ({ values }: Weights, { places }: Lesson, scores: Float64Array): number => {
  let all = 0
  for (let at = 0; at < scores.length; at += 1) {
    let sum = 0
    for (const place of places) sum += values[place + at] ?? 0
    const score = Math.exp(sum / Math.sqrt(places.length))
    scores[at] = score
    all += score
  }
  return all
}

const learn = (weights: Weights, lesson: Lesson, scores: Float64Array): void => {
  const all = weigh(weights, lesson, scores)
  for (let at = 0; at < scores.length; at += 1) {
    const wanted = at === lesson.wanted ? 1 : 0
    const error = ((scores[at] ?? 0) / all - wanted) / Math.sqrt(lesson.places.length)
    for (const place of lesson.places) move(weights, place + at, error)
  }
}

/**
 * Multinomial logistic regression, one sentence after the other. The same examples in the same order give the same
 * weights.
 */
export const train = (examples: readonly Example[]): Learnt => {
  const intents = [...new Set(examples.map(({ intent }) => intent))].toSorted()
  const size = intents.length
  const places = new Map(worthKnowing(examples).map((sign, at) => [sign, at * size]))
  const weights = { values: new Float64Array(places.size * size), moved: new Float64Array(places.size * size) }
  const lessons = examples.map(({ signs, intent }) => ({
    places: signs.flatMap((sign) => places.get(sign) ?? []),
    wanted: intents.indexOf(intent),
  }))
  const scores = new Float64Array(size)
  const dice = createDice()
  for (let round = 0; round < rounds; round += 1) {
    shuffle(lessons, dice)
    for (const lesson of lessons) learn(weights, lesson, scores)
  }
  const rowOf = (place: number): readonly number[] => [...weights.values.subarray(place, place + size)]
  return { intents, weights: new Map([...places].map(([sign, place]) => [sign, rowOf(place)])) }
}
