import { agencyKey } from './agency-names.ts'
import { likeness, looksScanned } from './likeness.ts'
import type { NameTarget, Period } from './ports/agencies.ts'

/** Something that an unclear name may mean. */
export interface Candidate {
  readonly target: NameTarget
  readonly name: string
  /** 0 to 1. */
  readonly likeness: number
  /** The name is this one's, but not on the day in question. */
  readonly former: boolean
}

/** One of the names of something in the directory. */
export interface NameEntry extends Period {
  readonly target: NameTarget
  /** How the thing itself is called. */
  readonly shown: string
  readonly name: string
  readonly key: string
  readonly own: boolean
}

/** How like a name has to be to be offered as the one that was meant. */
const meant = 0.86
/** By how much it has to be liker than the next, which is no less likely otherwise. */
const clearly = 0.06
/** Names less like than this are no help. */
const helpful = 0.35
const offered = 3

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

/** Dice's coefficient: the share of letter pairs that two names have in common, 0 to 1. */
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)

const initialsOf = (key: string): string =>
  key
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

/** "phong ktht" for "phong kinh te ha tang do thi": its words after the first are written by their first letters. */
const abbreviates = (key: string, whole: string): boolean => {
  const [first = '', ...rest] = key.split(' ')
  const letters = rest.join('')
  const [begins = '', ...words] = whole.split(' ')
  return letters.length >= 2 && first === begins && initialsOf(words.join(' ')).startsWith(letters)
}

/** Good enough to come first among the nearest, never to be taken for sure. */
const asAbbreviation = 0.8

interface Wanted {
  readonly name: string
  readonly key: string
  readonly pairs: ReadonlySet<string>
  readonly scanned: boolean
}

/** How like an entry's name is: by letters where that may decide, else by what helps a person to choose. */
const scoreOf = ({ name, key, pairs, scanned }: Wanted, entry: NameEntry): number => {
  const byPairs = shared(pairs, pairsOf(entry.key))
  if (abbreviates(key, entry.key)) return Math.max(asAbbreviation, byPairs * asAbbreviation)
  if (byPairs < helpful) return byPairs * asAbbreviation
  return Math.max(byPairs * asAbbreviation, likeness(name, entry.name, scanned), likeness(key, entry.key, true))
}

/** The best of each thing's names, the likest first. */
const ranked = (name: string, entries: readonly NameEntry[], holds: (entry: NameEntry) => boolean): Candidate[] => {
  const key = agencyKey(name)
  const wanted = { name, key, pairs: pairsOf(key), scanned: looksScanned(name) }
  const best = new Map<string, Candidate>()
  for (const entry of entries) {
    const score = scoreOf(wanted, entry)
    const before = best.get(entry.target.id)
    if (score < helpful || (before !== undefined && before.likeness >= score)) continue
    best.set(entry.target.id, { target: entry.target, name: entry.shown, likeness: score, former: !holds(entry) })
  }
  return [...best.values()].toSorted((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name, 'vi'))
}

/** The three nearest, and whether the first is clearly the one that was meant. */
export const nearestTo = (
  name: string,
  entries: readonly NameEntry[],
  holds: (entry: NameEntry) => boolean,
): { readonly candidates: readonly Candidate[]; readonly clear: boolean } => {
  const all = ranked(name, entries, holds)
  const [first, second] = all
  const clear = first !== undefined && first.likeness >= meant && first.likeness - (second?.likeness ?? 0) >= clearly
  return { candidates: all.slice(0, offered), clear }
}
