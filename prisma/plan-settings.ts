import { z } from 'zod'
import type { PlanSettingsStore } from '../domain/ports/plan-settings.ts'
import { isId } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** How the plans of one workspace are worked on. */
export const createPlanSettings = (tx: Transaction, workspaceId: string): PlanSettingsStore => ({
  lock: async (planId) => {
    if (!isId(planId)) return null
    const rows = await tx.$queryRaw`
      SELECT "id", "number", "title", "workflow", "requiresEvidence" FROM "Plan"
      WHERE "id" = ${planId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    return z.array(settingsRow).parse(rows)[0] ?? null
  },

  save: async (planId, { workflow, requiresEvidence }) => {
    await tx.plan.update({
      where: { id: planId, workspaceId },
      data: { workflow, requiresEvidence },
      select: { id: true },
    })
  },
})

const settingsRow = z.object({
  ...{ id: z.string(), number: z.string(), title: z.string() },
  ...{ workflow: z.enum(['gon', 'chat']), requiresEvidence: z.boolean() },
})
