import { type AssignmentState, isOpen } from './assignment.ts'
import type { Giving, Passing } from './ports/transfers.ts'
import type { LocalDate } from './time.ts'

/** What becomes of each assignment that one agency gives to another. */
export interface TransferPlan {
  /** The other agency gets one of its own. */
  readonly passed: readonly Passing[]
  /** The other agency has it and gave it back or had it cancelled: it is given to it again. */
  readonly reopened: readonly Passing[]
  /** The other agency does it already or has done it: nothing is given twice, and the first one's part ends. */
  readonly left: readonly Giving[]
}

export const planTransfer = (all: readonly Giving[]): TransferPlan => {
  const passing = all.filter(({ there }) => there === null || isClosed(there.state))
  return {
    passed: passing.filter(({ there }) => there === null).map(toPassing),
    reopened: passing.filter(({ there }) => there !== null).map(toPassing),
    left: all.filter(({ there }) => there !== null && !isClosed(there.state)),
  }
}

const isClosed = (state: AssignmentState): boolean => !isOpen(state) && state !== 'done'

/** What was handed in stays handed in; everything else has to be received anew, as after any reassignment. */
const toPassing = (giving: Giving): Passing => ({
  ...giving,
  newState: giving.state === 'submitted' ? 'submitted' : 'assigned',
})

/** What a preview says of it. */
export interface TransferFigures {
  readonly total: number
  readonly late: number
  readonly submitted: number
  readonly askingForTime: number
  readonly reopened: number
  readonly left: number
  /** The most first. */
  readonly plans: readonly { readonly id: string; readonly number: string; readonly total: number }[]
}

export const countTransfer = (all: readonly Giving[], today: LocalDate): TransferFigures => {
  const { reopened, left } = planTransfer(all)
  const moving = all.filter((item) => !left.includes(item))
  return {
    total: all.length,
    late: all.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    submitted: moving.filter(({ state }) => state === 'submitted').length,
    askingForTime: moving.filter(({ asksForTime }) => asksForTime).length,
    reopened: reopened.length,
    left: left.length,
    plans: [...Map.groupBy(all, ({ planId }) => planId)]
      .map(([id, items]) => ({ id, number: items[0]?.planNumber ?? '', total: items.length }))
      .toSorted((a, b) => b.total - a.total || a.number.localeCompare(b.number, 'vi')),
  }
}

/** What else is done when the agency that gives is merged into the one that takes. */
export interface MergeChoices {
  /** Its people come along. */
  readonly people: boolean
  /** Nothing new is assigned to it. */
  readonly close: boolean
  /** Its names mean the other from now on. */
  readonly names: boolean
}

export type MergeChoice = keyof MergeChoices

export const mergeChoices: readonly MergeChoice[] = ['people', 'close', 'names']

/** While an agency exists its own name means itself: names go over only together with its closing. */
export const toggleMerge = (choices: MergeChoices, choice: MergeChoice): MergeChoices => {
  const next = { ...choices, [choice]: !choices[choice] }
  return choice === 'names'
    ? { ...next, close: next.close || next.names }
    : { ...next, names: next.names && next.close }
}

/** As a button carries them: "p", "pcn", "-" for none. */
export const writeChoices = (choices: MergeChoices): string =>
  mergeChoices
    .filter((choice) => choices[choice])
    .map((choice) => choice.charAt(0))
    .join('') || '-'

/** Null for what no button of ours carries. */
export const readChoices = (written: string): MergeChoices | null => {
  if (!/^(?:-|p?(?:cn?)?)$/u.test(written) || written === '') return null
  return { people: written.includes('p'), close: written.includes('c'), names: written.includes('n') }
}
