import { fold } from './fold.ts'

/** What tells one task of a plan from another. */
export interface Matchable {
  readonly code: string
  readonly title: string
}

/** Places in the two lists that are one and the same task. */
export interface Match {
  readonly before: number
  readonly after: number
}

interface Keyed {
  readonly index: number
  readonly code: string
  readonly title: string
  readonly words: ReadonlySet<string>
}

/** With the same number, half the words in common are the same task reworded. */
const sameNumberLikeness = 0.5
/** Under another number it has to be nearly the same words. */
const otherNumberLikeness = 0.75
/** A word that so many tasks have says nothing about which is which. */
const commonWord = 60

/**
 * Finds again what stayed when a plan was amended: first what has the same number and words, then the same words
 * under another number, then what was reworded. Each task is matched once, in the order of the plan.
 */
export const matchTasks = (before: readonly Matchable[], after: readonly Matchable[]): readonly Match[] => {
  const matches: Match[] = []
  let left = before.map(toKeyed)
  let right = after.map(toKeyed)
  const keep = (found: readonly (readonly [Keyed, Keyed])[]): void => {
    const [olds, news] = [new Set(found.map(([old]) => old)), new Set(found.map(([, now]) => now))]
    left = left.filter((task) => !olds.has(task))
    right = right.filter((task) => !news.has(task))
    for (const [old, now] of found) matches.push({ before: old.index, after: now.index })
  }
  keep(pairBy(left, right, ({ code, title }) => `${code}\n${title}`))
  keep(pairBy(left, right, ({ title }) => title))
  keep(pairReworded(left, right))
  return matches.toSorted((a, b) => a.after - b.after)
}

const toKeyed = ({ code, title }: Matchable, index: number): Keyed => {
  const folded = fold(title)
  return { index, code: fold(code), title: folded, words: new Set(folded.split(' ')) }
}

/** Those with the same key, the first with the first; a key of nothing is no key. */
const pairBy = (
  left: readonly Keyed[],
  right: readonly Keyed[],
  keyOf: (task: Keyed) => string,
): readonly (readonly [Keyed, Keyed])[] => {
  const waiting = Map.groupBy(left, keyOf)
  return right.flatMap((now) => {
    const old = now.title === '' ? undefined : waiting.get(keyOf(now))?.shift()
    return old === undefined ? [] : [[old, now] as const]
  })
}

/** The likest pairs first. */
const pairReworded = (left: readonly Keyed[], right: readonly Keyed[]): readonly (readonly [Keyed, Keyed])[] => {
  const candidates = candidatesOf(left, right)
    .map(([old, now]) => ({ old, now, likeness: likenessOf(old.words, now.words), same: isSameCode(old, now) }))
    .filter(({ likeness, same }) => likeness >= (same ? sameNumberLikeness : otherNumberLikeness))
    .toSorted((a, b) => Number(b.same) - Number(a.same) || b.likeness - a.likeness || a.now.index - b.now.index)
  const taken = new Set<Keyed>()
  return candidates.flatMap(({ old, now }) => {
    if (taken.has(old) || taken.has(now)) return []
    taken.add(old).add(now)
    return [[old, now] as const]
  })
}

const isSameCode = (a: Keyed, b: Keyed): boolean => a.code !== '' && a.code === b.code

/** Only pairs that share a number or a telling word are compared: a plan of thousands stays quick. */
const candidatesOf = (left: readonly Keyed[], right: readonly Keyed[]): readonly (readonly [Keyed, Keyed])[] => {
  const byWord = new Map<string, Keyed[]>()
  for (const task of left) for (const word of keysOf(task)) byWord.set(word, [...(byWord.get(word) ?? []), task])
  return right.flatMap((now) => {
    const near = new Set(
      keysOf(now).flatMap((word) => {
        const tasks = byWord.get(word) ?? []
        return tasks.length > commonWord && !word.startsWith('#') ? [] : tasks
      }),
    )
    return [...near].map((old) => [old, now] as const)
  })
}

const keysOf = ({ code, words }: Keyed): readonly string[] => [...(code === '' ? [] : [`#${code}`]), ...words]

/** Dice's coefficient over words, 0 to 1. */
const likenessOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((word) => b.has(word)).length
  return (2 * shared) / (a.size + b.size)
}
