import { type Answer, answerAs, type Reading } from './answers.ts'
import { doneWord } from './done-word.ts'
import { type Context, type Facts, gather } from './facts.ts'
import { type Likeness, findLikely } from './likely-intent.ts'
import { noteOf } from './notes.ts'
import * as says from './phrases.ts'
import { isHeardDone } from './resembling-done.ts'
import { type Rule, rulesOn } from './rules.ts'
import { signsOf } from './signs.ts'
import type { Understanding } from './understanding.ts'

/** What an answer means: the same every time, without asking anybody. */
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

const decide = (facts: Facts): Answer => {
  if (isEmpty(facts.sentence)) return withoutWords(facts) ?? unknown(facts)
  const held = rulesOn(facts)
  return outright(facts, held[0]?.reading ?? null) ?? weigh(facts, held)
}

const unknown = ({ words }: Facts): Answer => ({ intent: 'unknown', confidence: 0, note: noteOf(words) })

const isEmpty = (sentence: string): boolean => !/[\p{L}\p{N}]/u.test(sentence.replace(/LINK|DOCUMENT/gu, ''))

/** An address, a picture or a task's number alone. */
const withoutWords = ({ sentence, links, documents, tasks, raw, context }: Facts): Answer | null => {
  if (links.length + documents.length > 0) return { intent: 'evidence', documents, note: documents.join('; ') }
  if (sentence.includes('?') || tasks.length > 0) return { intent: 'question' }
  return onlyPicture(raw, context.aboutTask === true)
}

/** 👍 on a reminder is an acknowledgement; ✅ may be more, which is asked. */
const onlyPicture = (raw: string, aboutTask: boolean): Answer | null => {
  if (/[✅✔☑]/u.test(raw)) return { intent: 'progress', confidence: 0.5 }
  if (!/\p{Extended_Pictographic}|[:;=][-']?[()DPp]|\^_*\^|<3/u.test(raw)) return null
  const agrees = /[👍👌🆗🫡✊]/u.test(raw)
  return aboutTask && agrees ? { intent: 'acknowledge', state: 'acknowledged' } : { intent: 'small_talk' }
}

/** "12 xong": no open task has that number. */
const onlyNumbersDone = new RegExp(
  `^ (?:(?:\\d+|,|${doneWord}|roi|a|nhe) )*\\d+ (?:(?:\\d+|,|${doneWord}|roi|a|nhe) )*${doneWord} (?:(?:roi|a|nhe) )*$`,
  'u',
)

/** What needs no weighing: what the rules heard to be done, and a few words alone. */
const outright = (facts: Facts, byRules: Reading | null): Answer | null => {
  const { sentence, context } = facts
  if (byRules === 'done') return answerAs.done(facts)
  if (says.isBareYes(sentence)) return { intent: 'progress', confidence: 0.5 }
  if (says.isAssent(sentence)) return answerAs[isOfTask(context) ? 'acknowledge' : 'small_talk'](facts)
  return onlyNumbersDone.test(sentence) ? answerAs.ask(facts) : onlyNumber(sentence)
}

const isOfTask = ({ aboutTask = false }: Context): boolean => aboutTask !== false

/** "80" is probably a share. */
const onlyNumber = (sentence: string): Answer | null => {
  const number = /^ (?:\S+ )?(\d{1,3}) $/u.exec(sentence)?.[1]
  return number === undefined ? null : { intent: 'progress', percent: Number(number), confidence: 0.5 }
}

/** Under this share of likeness the rules are followed; it takes more not to ask where "done" was said somehow. */
const leastShare = 0.35
const leastBesideDone = 0.6
const leastBesideShare = 0.85

/** What the words resemble most. A wrong "done" is the worst mistake: it takes more likeness than anything else. */
const weigh = (facts: Facts, held: readonly Rule[]): Answer => {
  const likely = facts.context.byRulesAlone === true ? null : findLikely(signsOf(facts, held))
  const reading = readingOf(facts, held[0]?.reading ?? null, likely)
  return reading === null ? unknown(facts) : answerAs[reading](facts)
}

const readingOf = (facts: Facts, byRules: Reading | null, likely: Likeness | null): Reading | null => {
  if (likely === null || likely.share < leastShare) return byRules
  if (likely.intent === 'done') return isHeardDone(facts, likely.share) ? 'done' : insteadOfDone(byRules)
  if (facts.completion === 'guessed') return likely.intent === 'question' ? 'question' : byRules
  return byRules === 'ask' ? insteadOfAsking(facts, likely) : likely.intent
}

const insteadOfDone = (byRules: Reading | null): Reading => byRules ?? 'ask'

const insteadOfAsking = ({ completion }: Facts, { intent, share }: Likeness): Reading =>
  share < (completion === 'contradicted' ? leastBesideShare : leastBesideDone) ? 'ask' : intent
