import { inRows } from './task-buttons.ts'
import type { Button } from './message.ts'

/** What may be pressed under one assignment, by what it is for. */
export interface CardButtons {
  /** What waits for this person's decision. */
  readonly decide: readonly Button[]
  /** Received, working on it, done, an obstacle. */
  readonly answer: readonly Button[]
  /** Naming who does it. */
  readonly doer: readonly Button[]
  /** More time; not ours. */
  readonly ask: readonly Button[]
  /** Evidence, history, the other agencies. */
  readonly look: readonly Button[]
}

/** More than this nobody takes in at a glance, least of all as numbered lines. */
const mostShown = 6
const perRow = 2

/**
 * By need: what waits for a decision, then answers, then what is asked of others, then what is only looked at. Work
 * that is nobody's yet is first of all received and given to somebody.
 */
const inOrder = ({ decide, answer, doer, ask, look }: CardButtons, isNobodys: boolean): readonly Button[] => {
  const [first = [], rest = []] = isNobodys ? [answer.slice(0, 1), answer.slice(1)] : [answer, []]
  return isNobodys
    ? [...decide, ...first, ...doer, ...rest, ...ask, ...look]
    : [...decide, ...first, ...ask, ...doer, ...look]
}

/** Six at most: where there are more, the rarer ones are behind `more`, in the same message, with a way back. */
export const cardRows = (
  buttons: CardButtons,
  { isNobodys, showsRest }: { readonly isNobodys: boolean; readonly showsRest: boolean },
  { more, back }: { readonly more: Button; readonly back: Button },
): readonly (readonly Button[])[] => {
  const all = inOrder(buttons, isNobodys)
  if (all.length <= mostShown) return inRows(all, perRow)
  const first = all.slice(0, mostShown - 1)
  return inRows(showsRest ? [...all.slice(mostShown - 1), back] : [...first, more], perRow)
}
