import type { LocalDate } from '../time.ts'
import { judgeCompletion, type Completion } from './completion.ts'
import { takeDays } from './days.ts'
import { type Heard, hear } from './hear.ts'
import { takeDocuments, takeLinks } from './links.ts'
import { isPlain } from './plainness.ts'
import { noteOf, obstacleWords, reasonOf } from './notes.ts'
import { reportedPercent, takePercents } from './percents.ts'
import * as says from './phrases.ts'
import { sentenceOf } from './sentence.ts'
import { takeTasks } from './task-reference.ts'
import type { Intent, Understanding } from './understanding.ts'

/** What is known besides the words. */
export interface Context {
  readonly today: LocalDate
  /** The words answer a message about one task: "ok" and 👍 then acknowledge it. */
  readonly aboutTask?: boolean
}

/** What an answer means: by rules alone, the same every time, without asking anybody. */
export const understand = (raw: string, context: Context): Understanding => {
  const facts = gather(raw, context)
  const { tasks, links } = facts
  const [task] = tasks
  return {
    ...{ task: tasks.length === 1 && task !== undefined ? task : null, tasks, links },
    ...{ state: null, percent: null, date: null, note: '', documents: [], confidence: 1, unblocked: false },
    ...decide(facts),
  }
}

interface Facts {
  readonly raw: string
  /** Without the task's number and addresses; what a note is taken from. */
  readonly words: string
  readonly tasks: Understanding['tasks']
  readonly links: readonly string[]
  readonly documents: readonly string[]
  readonly percent: number | null
  readonly percents: number
  /** The next day named, as an extension means it. */
  readonly date: LocalDate | null
  readonly sentence: string
  readonly completion: Completion
  readonly aboutTask: boolean
}

const gather = (raw: string, { today, aboutTask = false }: Context): Facts => {
  const { links, rest: withoutLinks } = takeLinks(hear(raw))
  const { tasks, rest: words } = takeTasks(withoutLinks)
  const { documents, rest: withoutDocuments } = takeDocuments(words)
  const { percents, rest: withoutPercents } = takePercents(withoutDocuments)
  const { days, rest } = takeDays(withoutPercents, today)
  const sentence = sentenceOf(rest.text)
  const completion = judgeCompletion(sentence, {
    below100: percents.some(({ value }) => value !== 100),
    laterDay: days.some((day) => day > today),
    notPlain: !isPlain(raw),
  })
  return {
    ...{ raw, words: words.text, tasks, links, documents, sentence, completion, aboutTask },
    percent: reportedPercent(percents),
    percents: percents.length,
    date: nextDay(withoutPercents, today),
  }
}

const nextDay = (heard: Heard, today: LocalDate): LocalDate | null => takeDays(heard, today, true).days[0] ?? null

type Decided = { readonly intent: Intent } & Partial<Omit<Understanding, 'intent' | 'task' | 'tasks' | 'links'>>
type Rule = (facts: Facts) => Decided | null

const decide = (facts: Facts): Decided => {
  for (const rule of rules) {
    const decided = rule(facts)
    if (decided !== null) return decided
  }
  return { intent: 'unknown', confidence: 0, note: noteOf(facts.words) }
}

const isEmpty = (sentence: string): boolean => !/[\p{L}\p{N}]/u.test(sentence.replace(/LINK|DOCUMENT/gu, ''))

const onlyProof: Rule = ({ sentence, links, documents, tasks, raw, aboutTask }) => {
  if (!isEmpty(sentence)) return null
  if (links.length + documents.length > 0) return { intent: 'evidence', documents, note: documents.join('; ') }
  if (sentence.includes('?') || tasks.length > 0) return { intent: 'question' }
  return onlyPicture(raw, aboutTask)
}

/** 👍 on a reminder is an acknowledgement; ✅ may be more, which is asked. */
const onlyPicture = (raw: string, aboutTask: boolean): Decided | null => {
  if (/[✅✔☑]/u.test(raw)) return { intent: 'progress', confidence: 0.5 }
  if (!/\p{Extended_Pictographic}/u.test(raw)) return null
  const agrees = /[👍👌🆗🫡✊]/u.test(raw)
  return aboutTask && agrees ? { intent: 'acknowledge', state: 'acknowledged' } : { intent: 'small_talk' }
}

const extension: Rule = ({ sentence, words, date }) =>
  says.asksForTime(sentence) ? { intent: 'extension', date, note: reasonOf(words) } : null

const returned: Rule = ({ sentence, completion, words }) =>
  completion !== 'done' && says.isReturned(sentence) ? { intent: 'return', note: noteOf(words) } : null

const done: Rule = ({ completion, documents }) =>
  completion === 'done' ? { intent: 'done', state: 'done', percent: 100, documents } : null

const doubtful: Rule = ({ completion, percent, words }) =>
  completion === 'doubtful' ? { intent: 'progress', percent, note: noteOf(words), confidence: 0.5 } : null

const question: Rule = ({ sentence, completion }) => {
  if (completion === 'asked') return { intent: 'question' }
  const asks = says.asksByWords(sentence) || (sentence.includes(' ? ') && completion !== 'doubtful')
  return asks && !says.namesObstacle(sentence) ? { intent: 'question' } : null
}

const obstacle: Rule = ({ sentence, percent, words }) => {
  if (!says.namesObstacle(sentence) && !says.describesObstacle(sentence)) return null
  if (says.isFriendly(sentence)) return null
  return { intent: 'obstacle', percent, note: obstacleWords(words) }
}

/** "Đã nhận, sẽ hoàn thành đúng hạn": the promise is not yet work. */
const promise: Rule = ({ sentence, completion, percents, words }) => {
  const promised = completion === 'not-yet' && / se /u.test(sentence) && !/ (?:sap|gan|chua|dang|mai) /u.test(sentence)
  if (!promised || percents > 0 || !(says.isAcknowledged(sentence) || / (?:vang|ok) /u.test(sentence))) return null
  return { intent: 'acknowledge', state: 'acknowledged', note: noteOf(words) }
}

const progress: Rule = ({ sentence, completion, percent, percents, words }) => {
  const going = completion === 'not-yet' || percents > 0 || says.isGoing(sentence)
  if (!going) return null
  // A hundred alone is not "xong": the last signature is often still missing.
  if (percent === 100) return { intent: 'progress', percent, note: noteOf(words), confidence: 0.5 }
  const begun = percent !== null || !says.isNotBegun(sentence)
  const state = begun ? 'in_progress' : 'acknowledged'
  return { intent: 'progress', state, percent, note: noteOf(words), unblocked: says.isUnblocked(sentence) }
}

const unblocked: Rule = ({ sentence, words }) =>
  says.isUnblocked(sentence) ? { intent: 'progress', state: 'in_progress', note: noteOf(words), unblocked: true } : null

const acknowledgement: Rule = ({ sentence, words, aboutTask }) =>
  says.isAcknowledged(sentence) || (aboutTask && says.isAssent(sentence))
    ? { intent: 'acknowledge', state: 'acknowledged', note: noteOf(words) }
    : null

const evidence: Rule = ({ links, documents, words }) =>
  links.length + documents.length > 0 ? { intent: 'evidence', documents, note: noteOf(words) } : null

const bareYes: Rule = ({ sentence }) => (says.isBareYes(sentence) ? { intent: 'progress', confidence: 0.5 } : null)

const claim: Rule = ({ sentence, words }) =>
  says.claimsSomething(sentence) ? { intent: 'progress', note: noteOf(words), confidence: 0.5 } : null

const smallTalk: Rule = ({ sentence }) =>
  says.isFriendly(sentence) || says.isAssent(sentence) ? { intent: 'small_talk' } : null

/** "80" is probably a share. */
const bareNumber: Rule = ({ sentence }) => {
  const number = /^ (?:\S+ )?(\d{1,3}) $/u.exec(sentence)?.[1]
  return number === undefined ? null : { intent: 'progress', percent: Number(number), confidence: 0.5 }
}

/** The first that fits decides. What could be taken for "done" by mistake comes after what speaks against it. */
const rules: readonly Rule[] = [
  ...[onlyProof, extension, returned, done, question, doubtful, obstacle, promise, progress],
  ...[bareYes, unblocked, acknowledgement, evidence, claim, smallTalk, bareNumber],
]
