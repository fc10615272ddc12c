import type { WaitingReminder } from './ports/reminders.ts'
import { isToldSilence, silentSinceOf } from './silence.ts'
import { isSince } from './status-requests.ts'
import type { LocalDate } from './time.ts'

type Waiting = Pick<WaitingReminder, 'kind' | 'milestone' | 'heardAt' | 'dueAt' | 'assignment'>

const isSilence = ({ kind, milestone }: Waiting): boolean => kind === 'unreached' && isToldSilence(milestone)

/** Without the silences of agencies that nobody has joined from where somebody said something meanwhile. */
export const withoutBroken = <T extends Waiting>(waiting: readonly T[]): readonly T[] =>
  waiting.filter((one) => !isSilence(one) || !isSince(one.heardAt, one.dueAt))

/** Since when it is silent, by assignment, where its agency's silence alone is told, and no milestone. */
export const toldSilences = (waiting: readonly Waiting[]): ReadonlyMap<string, LocalDate> => {
  const told = waiting.filter(({ kind }) => kind === 'unreached')
  const reached = new Set(told.filter((one) => !isSilence(one)).map(({ assignment }) => assignment.id))
  return new Map(
    told
      .filter(({ assignment }) => !reached.has(assignment.id))
      .map(({ assignment, milestone }) => [assignment.id, silentSinceOf(milestone)]),
  )
}
