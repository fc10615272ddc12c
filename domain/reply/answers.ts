import { readDay, wantedDay } from '../extension-words.ts'
import type { LocalDate } from '../time.ts'
import type { Facts } from './facts.ts'
import { noteOf, obstacleWords, reasonOf } from './notes.ts'
import * as says from './phrases.ts'
import type { Intent, Understanding } from './understanding.ts'

/** What is understood besides the tasks and addresses. */
export type Answer = { readonly intent: Intent } & Partial<Omit<Understanding, 'intent' | 'task' | 'tasks' | 'links'>>

/** What a text is taken for; "ask" may mean done and is asked back. */
export type Reading = Exclude<Intent, 'unknown'> | 'ask'

/** "Mai xong", "chiều nay hoàn thành": the day by which it is meant to be done. */
const expectedDay = ({ completion, words, sentence, context }: Facts): LocalDate | null => {
  if (completion !== 'not-yet' || says.isNotBegun(sentence)) return null
  const day = readDay(words, { ...context, dueOn: null })
  if (day !== null) return day >= context.today ? day : null
  return / (?:hom|sang|trua|chieu|tối|toi) nay /u.test(sentence) && !/ (?:chua|khong) /u.test(sentence)
    ? context.today
    : null
}

const progress = (facts: Facts): Answer => {
  const { sentence, percent, words } = facts
  // A hundred alone is not "xong": the last signature is often still missing.
  if (percent === 100 && !says.isNotBegun(sentence))
    return { intent: 'progress', percent, note: noteOf(words), confidence: 0.5 }
  const begun = percent !== null || !says.isNotBegun(sentence)
  const state = begun ? 'in_progress' : 'acknowledged'
  const date = expectedDay(facts)
  return { intent: 'progress', state, percent, date, note: noteOf(words), unblocked: says.isUnblocked(sentence) }
}

/** What each reading makes of the facts. */
export const answerAs: Readonly<Record<Reading, (facts: Facts) => Answer>> = {
  progress,
  done: ({ documents }) => ({ intent: 'done', state: 'done', percent: 100, documents }),
  ask: ({ percent, words }) => ({ intent: 'progress', percent, note: noteOf(words), confidence: 0.5 }),
  acknowledge: ({ words }) => ({ intent: 'acknowledge', state: 'acknowledged', note: noteOf(words) }),
  obstacle: ({ percent, words }) => ({ intent: 'obstacle', percent, note: obstacleWords(words) }),
  extension: ({ words, percent, context }) => ({
    ...{ intent: 'extension', percent, date: wantedDay(words, { ...context, dueOn: null }), note: reasonOf(words) },
  }),
  return: ({ words }) => ({ intent: 'return', note: noteOf(words) }),
  evidence: ({ documents, words }) => ({ intent: 'evidence', documents, note: noteOf(words) }),
  question: () => ({ intent: 'question' }),
  small_talk: () => ({ intent: 'small_talk' }),
}
