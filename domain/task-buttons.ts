import { type Assignment, isAwaited } from './assignment.ts'
import type { Button } from './message.ts'

/** The words on the buttons under a task, in the reader's language. */
export interface TaskButtonLabels {
  readonly acknowledge: string
  readonly progress: string
  readonly done: string
  readonly obstacle: string
}

/**
 * What can be answered about an assignment by pressing, for somebody who may answer: nothing once it is closed or
 * handed in, and "received" only until something was said.
 */
export const taskButtons = (
  { id, state }: Pick<Assignment, 'id' | 'state'>,
  labels: TaskButtonLabels,
): readonly (readonly Button[])[] => {
  if (!isAwaited(state)) return []
  const acknowledge = { label: labels.acknowledge, action: `ack:${id}` }
  const progress = { label: labels.progress, action: `prog:${id}` }
  const first = state === 'assigned' ? [acknowledge, progress] : [progress]
  return [
    first,
    [
      { label: labels.done, action: `done:${id}` },
      { label: labels.obstacle, action: `obst:${id}` },
    ],
  ]
}

/** Opens one assignment as a message of its own. */
export const openTaskButton = ({ id }: Pick<Assignment, 'id'>, label: string): Button => ({
  label,
  action: `open:${id}`,
})

/** Buttons side by side, as many as fit on a telephone. */
export const inRows = (buttons: readonly Button[], width: number): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) => buttons.slice(row * width, (row + 1) * width))
