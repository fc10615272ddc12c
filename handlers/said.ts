import type { Answer } from '../domain/assignment-change.ts'
import { AppError } from '../domain/errors.ts'
import type { Understanding } from '../domain/reply/understanding.ts'

/** A share that cannot be is said to be so, however sure the rest is. */
export const requirePossible = ({ percent }: Understanding): void => {
  if (percent !== null && (percent < 0 || percent > 100)) {
    throw new AppError('percent-out-of-range', { typed: `${percent}%` })
  }
}

/** The answer that words are; null when an obstacle was named without a word about what it is. */
export const answerOf = (understood: Understanding): Answer | null => {
  const { intent, percent, note, unblocked, state } = understood
  switch (intent) {
    case 'done':
    case 'acknowledge':
    case 'evidence':
      return { kind: intent }
    case 'obstacle':
      return note === '' ? null : { kind: 'obstacle', words: note, percent }
    default:
      return { kind: 'progress', percent, started: state === 'in_progress', unblocked }
  }
}
