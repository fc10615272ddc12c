import type { LocalDate } from '../time.ts'
import type { TaskReference } from './task-reference.ts'

export type Intent =
  | 'done'
  | 'progress'
  | 'acknowledge'
  | 'obstacle'
  | 'extension'
  | 'return'
  | 'evidence'
  | 'question'
  | 'small_talk'
  | 'unknown'

/** How a sentence is understood. */
export interface Understanding {
  readonly intent: Intent
  /** The task it names, null when it names none or several. */
  readonly task: TaskReference | null
  /** What the work is said to be; null where nothing is said about that. */
  readonly state: 'acknowledged' | 'in_progress' | 'done' | null
  /** May lie outside of 0–100: what was said, not what is right. */
  readonly percent: number | null
  readonly date: LocalDate | null
  /** What was said beyond it, in the person's own words. */
  readonly note: string
  readonly links: readonly string[]
  /** 1 can be acted on, 0.5 has to be asked back, 0 was not understood. */
  readonly confidence: 0 | 0.5 | 1
  /** Numbers of official documents given as evidence, as they were written. */
  readonly documents: readonly string[]
  /** All tasks named: more than one cannot be answered at once. */
  readonly tasks: readonly TaskReference[]
  /** "Hết vướng": an obstacle is gone. */
  readonly unblocked: boolean
}
