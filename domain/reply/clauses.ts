import type { Heard } from './hear.ts'
import { sentenceOf } from './sentence.ts'
import type { NamedTask, TaskReference } from './task-reference.ts'

/** A stretch of a text with the tasks it names, if any. */
export interface Clause {
  readonly tasks: readonly TaskReference[]
  /** Its words without the tasks. */
  readonly words: string
  /** "Xong nv12": what is said stands before the tasks. */
  readonly saidBefore: boolean
  /** Something is said before, between and after them: whose it is cannot be told. */
  readonly tangled: boolean
}

/** Not the comma of "12,5%". */
const ends = /,(?!\d{1,3}\s?%)|[;\n•]|\.(?=\s|$)/gu
const connectors = '(?:va|voi|con|rieng|ca|thi|la|deu|cung|nhung|,)'
const leading = new RegExp(
  String.raw`^(?:\s|(?:và|va|với|còn|con|riêng|rieng|cả|ca|thì|thi|là|la|đều|deu|cũng|cung)(?!\p{L})|[:–-])+`,
  'iu',
)
const trailing = /(?:\s|[:–-]|(?<!\p{L})(?:và|va|với|còn|con|riêng|rieng|nhưng|nhung))+$/iu

/** Whether words say anything besides joining what is around them. */
export const saysNothing = (words: string): boolean =>
  sentenceOf(words)
    .replace(new RegExp(`(?<= )${connectors}(?= )`, 'gu'), '')
    .trim() === ''

/**
 * The clauses of a text, one for each run of tasks that something is said about. `masked` is the same text without
 * its addresses, whose commas end nothing.
 */
export const clausesOf = ({ text }: Heard, masked: Heard, named: readonly NamedTask[]): readonly Clause[] => {
  // A comma or a full stop inside a task's own name ends nothing.
  const stops = [...masked.text.matchAll(ends)]
    .map(({ index }) => index)
    .filter((at) => !named.some((n) => n.start < at && at < n.end))
  return [...stops, text.length].flatMap((stop, at) => {
    const start = (stops[at - 1] ?? -1) + 1
    return split(
      text,
      { start, end: stop },
      named.filter((task) => task.start >= start && task.end <= stop + 1),
    )
  })
}

interface Span {
  readonly start: number
  readonly end: number
}

const split = (text: string, { start, end }: Span, named: readonly NamedTask[]): readonly Clause[] => {
  const runs = runsOf(text, named)
  const [first, ...more] = runs
  if (first === undefined) return [clause(text, { start, end }, [])]
  const before = !saysNothing(text.slice(start, first.start))
  if (more.length === 0) return [clause(text, { start, end }, named)]
  const after = !saysNothing(text.slice(more.at(-1)?.end ?? end, end))
  if (before === after) return [{ ...clause(text, { start, end }, named), tangled: true }]
  // "nv12 xong nv15 chưa" is cut before each run, "xong nv12 vướng nv15" after each.
  const cuts = before ? runs.slice(0, -1).map((run) => run.end) : more.map((run) => run.start)
  return [...cuts, end].map((cut, at) => {
    const from = cuts[at - 1] ?? start
    return clause(
      text,
      { start: from, end: cut },
      named.filter((task) => task.start >= from && task.end <= cut),
    )
  })
}

/** Tasks with nothing said between them. */
const runsOf = (text: string, named: readonly NamedTask[]): readonly Span[] =>
  named.reduce<readonly Span[]>((runs, { start, end }) => {
    const last = runs.at(-1)
    return last !== undefined && saysNothing(text.slice(last.end, start))
      ? [...runs.slice(0, -1), { start: last.start, end }]
      : [...runs, { start, end }]
  }, [])

const clause = (text: string, { start, end }: Span, named: readonly NamedTask[]): Clause => {
  const [first] = named
  const words = named.reduceRight(
    (rest, task) => `${rest.slice(0, task.start - start)} ${rest.slice(task.end - start)}`,
    text.slice(start, end),
  )
  return {
    tasks: named.map(({ task }) => task),
    words: (named.length === 0 ? words.trim() : words.replace(leading, '')).replace(trailing, '').replace(/\s+/gu, ' '),
    saidBefore: first !== undefined && !saysNothing(text.slice(start, first.start)),
    tangled: false,
  }
}
