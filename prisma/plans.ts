import type { Plans, PlanSummary } from '../domain/ports/plans.ts'
import { findPlanDraft, savePlanDraft } from './plan-drafts.ts'
import { createPlan } from './plan-import.ts'
import type { Transaction } from './transaction.ts'

/** The plans of one workspace, and the files that wait to become one. */
export const createPlans = (tx: Transaction, workspaceId: string): Plans => ({
  saveDraft: (draft, now) => savePlanDraft(tx, workspaceId, draft, now),
  findDraft: (draftId) => findPlanDraft(tx, workspaceId, draftId),

  removeDraft: async (draftId) => {
    await tx.planDraft.deleteMany({ where: { id: draftId, workspaceId } })
  },

  findByContent: async (contentHash) => {
    const row = await tx.plan.findUnique({
      where: { workspaceId_contentHash: { workspaceId, contentHash } },
      select: summary,
    })
    return row === null ? null : toSummary(row)
  },

  create: (plan, now) => createPlan(tx, workspaceId, plan, now),

  list: async () => {
    const rows = await tx.plan.findMany({
      where: { workspaceId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: summary,
    })
    return rows.map(toSummary)
  },
})

const summary = { id: true, number: true, title: true, _count: { select: { tasks: true } } } as const

const toSummary = ({ _count, ...row }: Omit<PlanSummary, 'tasks'> & { _count: { tasks: number } }): PlanSummary => ({
  ...row,
  tasks: _count.tasks,
})
