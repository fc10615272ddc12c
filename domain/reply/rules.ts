import type { Reading } from './answers.ts'
import type { Facts } from './facts.ts'
import * as says from './phrases.ts'

/** What certain words are a sign of. */
export interface Rule {
  readonly name: string
  readonly reading: Reading
  readonly holds: (facts: Facts) => boolean
}

const rule = (name: string, reading: Reading, holds: Rule['holds']): Rule => ({ name, reading, holds })

/** "Đã nhận, sẽ hoàn thành đúng hạn": the promise is not yet work. */
const isPromise = ({ sentence, completion, percents }: Facts): boolean => {
  const promised = completion === 'not-yet' && / se /u.test(sentence) && !/ (?:sap|gan|chua|dang|mai) /u.test(sentence)
  return promised && percents === 0 && (says.isAcknowledged(sentence) || / (?:vang|ok) /u.test(sentence))
}

const asks = ({ sentence, completion }: Facts): boolean =>
  says.asksByWords(sentence) || (sentence.includes(' ? ') && !isDoubtful({ completion }))

const isDoubtful = ({ completion }: Pick<Facts, 'completion'>): boolean =>
  completion === 'doubtful' || completion === 'contradicted' || completion === 'guessed'

const isObstacle = ({ sentence }: Facts): boolean =>
  (says.namesObstacle(sentence) || says.describesObstacle(sentence)) && !says.isFriendly(sentence)

/** The first that holds decides. What could be taken for "done" by mistake comes after what speaks against it. */
const rules: readonly Rule[] = [
  rule('time', 'extension', ({ sentence }) => says.asksForTime(sentence)),
  rule('not ours', 'return', ({ sentence, completion }) => completion !== 'done' && says.isReturned(sentence)),
  rule('done', 'done', ({ completion }) => completion === 'done'),
  rule('done?', 'question', ({ completion }) => completion === 'asked'),
  rule('question', 'question', (facts) => asks(facts) && !says.namesObstacle(facts.sentence)),
  rule('doubtful', 'ask', isDoubtful),
  rule('obstacle', 'obstacle', isObstacle),
  rule('promise', 'acknowledge', isPromise),
  rule('not yet', 'progress', ({ completion }) => completion === 'not-yet'),
  rule('share', 'progress', ({ percents }) => percents > 0),
  rule('going', 'progress', ({ sentence }) => says.isGoing(sentence)),
  rule('bare yes', 'ask', ({ sentence }) => says.isBareYes(sentence)),
  rule('unblocked', 'progress', ({ sentence }) => says.isUnblocked(sentence)),
  rule('received', 'acknowledge', ({ sentence }) => says.isAcknowledged(sentence)),
  rule('proof', 'evidence', ({ links, documents }) => links.length + documents.length > 0),
  rule('claim', 'ask', ({ sentence }) => says.claimsSomething(sentence)),
  rule('friendly', 'small_talk', ({ sentence }) => says.isFriendly(sentence)),
]

/** The rules that hold, the one that decides first. */
export const rulesOn = (facts: Facts): readonly Rule[] => rules.filter(({ holds }) => holds(facts))
