import type { Plans, PlanSummary } from '../domain/ports/plans.ts'
import type { Prisma } from './generated/client.ts'
import { amendPlan } from './plan-amend.ts'
import { countDraftTasks, findPlanDraft, listPlanDrafts, savePlanDraft, savePlanFixes } from './plan-drafts.ts'
import { createPlan } from './plan-import.ts'
import { countLeaving, listPlanTasks } from './plan-tasks.ts'
import type { Transaction } from './transaction.ts'

/** The plans of one workspace, and the files that wait to become one. */
export const createPlans = (tx: Transaction, workspaceId: string): Plans => ({
  saveDraft: (draft, now) => savePlanDraft(tx, workspaceId, draft, now),
  findDraft: (draftId) => findPlanDraft(tx, workspaceId, draftId, { lock: false }),
  lockDraft: (draftId) => findPlanDraft(tx, workspaceId, draftId, { lock: true }),
  saveFixes: (draftId, fixes, now) => savePlanFixes(tx, workspaceId, draftId, { fixes, now }),
  countDraftTasks: (draftId) => countDraftTasks(tx, workspaceId, draftId),
  listDrafts: (personId, since) => listPlanDrafts(tx, workspaceId, personId, since),

  removeDraft: async (draftId) => {
    await tx.planDraft.deleteMany({ where: { id: draftId, workspaceId } })
  },

  removeOldDrafts: async (before) => {
    await tx.planDraft.deleteMany({ where: { workspaceId, updatedAt: { lt: before } } })
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

  listTasks: (planId) => listPlanTasks(tx, workspaceId, planId),
  countLeaving: (planId, leaving) => countLeaving(tx, workspaceId, planId, leaving),

  // Not for update: that would also keep out everybody who refers to the workspace.
  lockImports: async () => {
    await tx.$queryRaw`SELECT 1 AS taken FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
  },

  amend: (amendment, now) => amendPlan(tx, workspaceId, amendment, now),
})

const stillThere: Prisma.TaskWhereInput = { OR: [{ leftPlan: null }, { leftPlan: 'kept' }] }

const summary = {
  ...{ id: true, number: true, title: true, issuer: true, planYear: true },
  _count: { select: { tasks: { where: stillThere } } },
} as const

const toSummary = ({ _count, ...row }: Omit<PlanSummary, 'tasks'> & { _count: { tasks: number } }): PlanSummary => ({
  ...row,
  tasks: _count.tasks,
})
