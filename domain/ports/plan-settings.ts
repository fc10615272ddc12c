import type { Workflow } from '../assignment.ts'

/** How the work of one plan is accepted. */
export interface PlanSettings {
  readonly workflow: Workflow
  readonly requiresEvidence: boolean
}

export interface PlanWithSettings extends PlanSettings {
  readonly id: string
  readonly number: string
  readonly title: string
}

export interface PlanSettingsStore {
  /** Whoever changes the same plan at this moment waits until this transaction is over. */
  lock(planId: string): Promise<PlanWithSettings | null>
  save(planId: string, settings: PlanSettings): Promise<void>
}
