import { findBareNumbers } from './bare-numbers.ts'
import { type Clause, clausesOf, saysNothing } from './clauses.ts'
import { isHarmlessAround } from './harmless.ts'
import { hear } from './hear.ts'
import { takeDocuments, takeLinks } from './links.ts'
import { isPlain } from './plainness.ts'
import { phrase, sentenceOf } from './sentence.ts'
import { findTasks, type NamedTask, type TaskReference } from './task-reference.ts'
import { isUncertain } from './unfinished.ts'
import type { Context } from './facts.ts'
import { understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

export interface SeveralContext extends Context {
  /** The numbers a person may leave bare: their own open tasks; "any" where nobody is known. */
  readonly open: readonly number[] | 'any'
}

/**
 * What an answer means for each task it names: one understanding for a message about one task or none, several in the
 * order of the words otherwise. What holds for the whole message, a condition or a guess, holds for each of them.
 */
export const understandEach = (raw: string, { open, ...context }: SeveralContext): readonly Understanding[] => {
  const heard = hear(raw)
  const named = findNamed(raw, open)
  const tasks = new Set(named.map(({ task }) => task))
  if (tasks.size < 2) return [understand(spellOut(heard.text, named), context)]
  const clauses = clausesOf(heard, takeLinks(heard).rest, named)
  const isUnsettled = !isPlain(raw) || unsettled.test(sentenceOf(heard.text)) || clauses.some(isGuessForAll)
  return onePerTask(gatherSaid(clauses)).map(({ task, words, isTangled }) => {
    const understood = { ...understand(words, { today: context.today }), task, tasks: [task] }
    return isTangled || (isUnsettled && understood.intent === 'done') ? doubted(understood) : understood
  })
}

/** "Sếp bảo nv12 xong, nv15 xong", "…, hình như thế"; but "nv15 chắc xong" is a guess about that one. */
const isGuessForAll = ({ tasks, saidBefore, words }: Clause): boolean =>
  (tasks.length === 0 || saidBefore) && isUncertain(sentenceOf(words))

const doubted = (understood: Understanding): Understanding =>
  understood.confidence === 1
    ? { ...understood, intent: 'progress', state: null, percent: null, confidence: 0.5 }
    : understood

/** Said once, they make every "done" of a message doubtful. */
const unsettled = phrase('neu|gia su|mien la|mien sao|if|unless|noi dua|dua thoi|dua day|nham|hy vong|hi vong|\\?')

const findNamed = (raw: string, open: SeveralContext['open']): readonly NamedTask[] => {
  const { rest } = takeLinks(hear(raw))
  const byName = findTasks(rest)
  const bare = findBareNumbers(takeDocuments(rest).rest, open)
  const apart = bare.filter(({ start, end }) => !byName.some((task) => task.start < end && start < task.end))
  return [...byName, ...apart].toSorted((a, b) => a.start - b.start)
}

/** "12 xong" as if it were "nv12 xong". */
const spellOut = (text: string, [named]: readonly NamedTask[]): string =>
  named !== undefined && /^\d{1,6}$/u.test(text.slice(named.start, named.end))
    ? `${text.slice(0, named.start)}nv${text.slice(named.start)}`
    : text

interface Said {
  readonly task: TaskReference
  readonly words: string
  readonly isTangled: boolean
}

interface Gathered {
  readonly said: readonly Said[]
  /** Tasks named so far of which nothing was said yet: "nv12, nv15 xong". */
  readonly waiting: readonly TaskReference[]
  /** How many tasks the last words were about; a clause without a task belongs to them. */
  readonly last: number
  readonly lastSaidBefore: boolean
  /** What was said before any task. */
  readonly preamble: string
}

const nothing: Gathered = { said: [], waiting: [], last: 0, lastSaidBefore: false, preamble: '' }

const gatherSaid = (clauses: readonly Clause[]): readonly Said[] => {
  const { said, waiting, preamble } = clauses.reduce(take, nothing)
  const unsaid = waiting.map((task) => ({ task, words: '', isTangled: false }))
  // "Kính báo cáo anh" adds nothing; "nếu được duyệt" holds for all that follows.
  if (isHarmlessAround(sentenceOf(preamble))) return [...said, ...unsaid]
  return [...said, ...unsaid].map((item) => ({ ...item, words: joined(preamble, item.words) }))
}

const take = (before: Gathered, clause: Clause): Gathered => {
  if (clause.tasks.length === 0) return takeWords(before, clause)
  if (!saysNothing(clause.words)) return takeBoth(before, clause)
  const previous = before.said.at(-1)
  // "Xong nv12, nv15"
  if (before.lastSaidBefore && before.waiting.length === 0 && previous !== undefined) {
    const more = clause.tasks.map((task) => ({ ...previous, task }))
    return { ...before, said: [...before.said, ...more], last: before.last + more.length }
  }
  return { ...before, waiting: [...before.waiting, ...clause.tasks] }
}

const takeWords = (before: Gathered, clause: Clause): Gathered => {
  if (saysNothing(clause.words)) return before
  if (before.waiting.length > 0) return takeBoth(before, { ...clause, saidBefore: false })
  if (before.said.length === 0) return { ...before, preamble: joined(before.preamble, clause.words) }
  const kept = before.said.length - before.last
  const extended = before.said.slice(kept).map((item) => ({ ...item, words: joined(item.words, clause.words) }))
  return { ...before, said: [...before.said.slice(0, kept), ...extended], lastSaidBefore: false }
}

const joined = (first: string, second: string): string => (first === '' ? second : `${first}, ${second}`)

const takeBoth = (before: Gathered, { tasks, words, saidBefore, tangled }: Clause): Gathered => {
  // "nv12, xong nv15": of nv12 nothing is said.
  const unsaid = saidBefore ? before.waiting.map((task) => ({ task, words: '', isTangled: false })) : []
  const meant = [...(saidBefore ? [] : before.waiting), ...tasks]
  const added = meant.map((task) => ({ task, words, isTangled: tangled }))
  return {
    ...before,
    said: [...before.said, ...unsaid, ...added],
    ...{ waiting: [], last: added.length, lastSaidBefore: saidBefore && !tangled },
  }
}

/** A task of which two different things are said is asked about. */
const onePerTask = (said: readonly Said[]): readonly Said[] =>
  [...Map.groupBy(said, ({ task }) => task).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : { ...first, isTangled: true }],
  )
