import type { LocalDate } from '../time.ts'

/** "Nhắc lại sau": somebody wanted to be reminded of an assignment once more, on a day they named. */
export interface Snooze {
  readonly personId: string
  readonly name: string
  /** Of the due date that it was before. */
  readonly dueVersion: number
  /** Counts those of this person and due date, from 1. */
  readonly turn: number
  readonly day: LocalDate
  /** When it was last said. */
  readonly at: Date
  /** Not yet taken by a sweep. */
  readonly isWaiting: boolean
}

interface Key {
  readonly assignmentId: string
  readonly personId: string
  readonly dueVersion: number
  readonly turn: number
}

export interface Snoozes {
  /** Whoever's, the earliest day first. */
  list(assignmentId: string): Promise<readonly Snooze[]>
  /** A further one, or another day for the one that waits. Throws when a sweep took that one meanwhile. */
  save(snooze: Key & { readonly day: LocalDate; readonly remindAt: Date }, now: Date): Promise<void>
  /** Takes one back; false when a sweep took it before, or there is none. */
  remove(key: Key): Promise<boolean>
}
