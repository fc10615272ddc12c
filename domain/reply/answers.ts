import { wantedDay } from '../extension-words.ts'
import type { Facts } from './facts.ts'
import { noteOf, obstacleWords, reasonOf } from './notes.ts'
import * as says from './phrases.ts'
import type { Intent, Understanding } from './understanding.ts'

/** What is understood besides the tasks and addresses. */
export type Answer = { readonly intent: Intent } & Partial<Omit<Understanding, 'intent' | 'task' | 'tasks' | 'links'>>

/** What a text is taken for; "ask" may mean done and is asked back. */
export type Reading = Exclude<Intent, 'unknown'> | 'ask'

const progress = ({ sentence, percent, words }: Facts): Answer => {
  // A hundred alone is not "xong": the last signature is often still missing.
  if (percent === 100 && !says.isNotBegun(sentence))
    return { intent: 'progress', percent, note: noteOf(words), confidence: 0.5 }
  const begun = percent !== null || !says.isNotBegun(sentence)
  const state = begun ? 'in_progress' : 'acknowledged'
  return { intent: 'progress', state, percent, note: noteOf(words), unblocked: says.isUnblocked(sentence) }
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
