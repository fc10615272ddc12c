import type { Plans } from '../domain/ports/plans.ts'
import { insertAssignments, insertOccurrences, insertTaskAgencies, insertTasks, numberTasks } from './plan-rows.ts'
import { requireOwn, storableText, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

type NewPlan = Parameters<Plans['create']>[0]

/** Creates a plan with all that hangs on it, set by set: the number of statements hardly grows with the plan. */
export const createPlan = async (
  tx: Transaction,
  workspaceId: string,
  plan: NewPlan,
  now: Date,
): Promise<{ readonly planId: string; readonly assignments: number }> => {
  const assigned = [...new Set(plan.tasks.flatMap(({ assignedTo }) => assignedTo))]
  await requireOwn('person', tx.person.count({ where: { id: plan.createdById, workspaceId } }))
  await requireOwn('agency', tx.agency.count({ where: { id: { in: assigned }, workspaceId } }), assigned.length)

  const planId = await insertPlan(tx, workspaceId, plan, now)
  const tasks = await numberTasks(tx, workspaceId, plan.tasks)
  await insertTasks(tx, { workspaceId, planId, tasks })
  await insertTaskAgencies(tx, workspaceId, tasks)
  const occurrences = await insertOccurrences(tx, workspaceId, tasks)
  const assignments = await insertAssignments(tx, { workspaceId, occurrences, remindAt: plan.remindAt, now })
  return { planId, assignments }
}

const insertPlan = async (tx: Transaction, workspaceId: string, plan: NewPlan, now: Date): Promise<string> => {
  const { number, kind, title, issuer, issuedOn } = plan.parsed.document
  const { contentHash, createdById, planYear } = plan
  const { id } = await tx.plan.create({
    data: {
      ...{ workspaceId, planYear, contentHash, createdById },
      ...{ number: storableText(number), kind: storableText(kind) },
      ...{ title: storableText(title), issuer: storableText(issuer) },
      issuedOn: toDate(issuedOn),
      createdAt: now,
    },
    select: { id: true },
  })
  return id
}
