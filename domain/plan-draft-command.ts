import type { Target } from './plan-draft-targets.ts'
import type { LocalDate } from './time.ts'

/** What of a task a correction is about. */
export type Field = 'due' | 'lead' | 'support' | 'title' | 'output'

/** What is done with it. */
export type Mode = 'set' | 'add' | 'clear'

/** A correction of tasks. Without targets it is about the task that was just shown. */
export type TaskCommand =
  | {
      readonly kind: 'field'
      readonly targets: readonly Target[]
      readonly field: Field
      readonly mode: Mode
      readonly text: string
    }
  | { readonly kind: 'remove' | 'merge' | 'split' | 'accept'; readonly targets: readonly Target[] }
  /** Words after a task's number that name nothing of it: a date means the deadline, all else is asked. */
  | { readonly kind: 'bare'; readonly targets: readonly Target[]; readonly text: string }

/** A correction of the document itself. */
export type DocumentCommand =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'number' | 'issuer' | 'plan-title'; readonly text: string }
  /** `partial`: it names only what changes, and what it does not name stays. */
  | { readonly kind: 'replaces'; readonly text: string; readonly partial: boolean }
  | { readonly kind: 'issued-on'; readonly day: LocalDate }
  | { readonly kind: 'new-plan' }

/** Something to be seen or done with the draft as it is. */
export type ShowCommand =
  | { readonly kind: 'view'; readonly targets: readonly Target[] }
  | { readonly kind: 'list'; readonly from: number }
  | { readonly kind: 'undo' | 'summary' | 'doubts' | 'changes' | 'confirm' | 'drop' }

/** Commands that change the draft. */
export type FixCommand = TaskCommand | DocumentCommand

/** One thing that somebody asks of a draft. */
export type DraftCommand = FixCommand | ShowCommand
