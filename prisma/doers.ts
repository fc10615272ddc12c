import type { Doers } from '../domain/ports/doers.ts'
import { ChangedMeanwhile, standing } from './assignment-updates.ts'
import { requireOwn, toDate } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** Who does what in one workspace. */
export const createDoers = (tx: Transaction, workspaceId: string): Doers => ({
  name: async ({ assignment, personId, doer }, now) => {
    const people = [...new Set([personId, ...(doer === null ? [] : [doer.id])])]
    await requireOwn('person', tx.person.count({ where: { workspaceId, id: { in: people } } }), people.length)
    const { id: assignmentId, state, percent, obstacle, dueOn, assigneeId } = assignment
    const { count } = await tx.assignment.updateMany({
      where: { id: assignmentId, workspaceId, assigneeId, ...standing(assignment) },
      data: { assigneeId: doer?.id ?? null, updatedAt: now },
    })
    if (count === 0) throw new ChangedMeanwhile(assignmentId)
    const { id } = await tx.statusUpdate.create({
      data: {
        ...{ workspaceId, assignmentId, personId, kind: 'assignee', note: doer?.name ?? '', at: now },
        ...{ stateBefore: state, stateAfter: state, percentBefore: percent, percentAfter: percent },
        ...{ obstacleBefore: obstacle, obstacleAfter: obstacle, dueBefore: toDate(dueOn), dueAfter: toDate(dueOn) },
      },
      select: { id: true },
    })
    return id
  },
})
