import type { DeadlineContext } from '../domain/deadline.ts'
import type { ParsedTask, PlanWarning } from '../domain/plan-document.ts'
import type { Label, LabelRole } from './outline-labels.ts'

/** What is known of a whole document while its outline is walked. */
export interface ListContext extends DeadlineContext {
  readonly scanned: boolean
  /** The document's own kind, "BÁO CÁO". */
  readonly kind: string
  readonly issuer: string
  /** Whom a dispatch addresses: they lead where its items name nobody. */
  readonly addressees: readonly string[]
  /** Before each code: "PL2-" in a second annex. */
  readonly prefix: string
}

/** A deadline that items take from what stands above them. */
export interface Inherited {
  readonly text: string
  /** What is read, where the words alone say less ("năm 2026" in a heading). */
  readonly reads: string
  readonly ongoing: boolean
}

/** What holds for everything under an item. */
export interface Scope {
  readonly role: 'plan' | 'organising' | 'direction' | 'request' | 'outside'
  readonly section: string
  readonly path: readonly string[]
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadline: Inherited | null
  readonly output: string
  /** The words before a colon that the items under it complete. */
  readonly stem: string
}

export interface ListSink {
  readonly tasks: ParsedTask[]
  readonly warnings: PlanWarning[]
}

export const saidOf = (labels: readonly Label[], role: LabelRole): string =>
  labels
    .filter((label) => label.role === role)
    .map(({ value }) => value)
    .filter((value) => value !== '')
    .join('\n')
