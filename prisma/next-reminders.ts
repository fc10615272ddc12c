import type { Transaction } from './transaction.ts'

/**
 * Sets when an assignment is next reminded of, after the assignment itself was written: whoever changes both takes
 * them in this order. Null when there is nothing left to remind.
 */
export const saveNextReminder = async (
  tx: Transaction,
  workspaceId: string,
  assignmentId: string,
  remindAt: Date | null,
): Promise<void> => {
  if (remindAt === null) {
    await tx.nextReminder.deleteMany({ where: { assignmentId, workspaceId } })
    return
  }
  await tx.$executeRaw`
    INSERT INTO "NextReminder" AS next ("assignmentId", "workspaceId", "remindAt")
    VALUES (${assignmentId}::uuid, ${workspaceId}::uuid, ${remindAt})
    ON CONFLICT ("assignmentId") DO UPDATE SET "remindAt" = excluded."remindAt"
    WHERE next."workspaceId" = excluded."workspaceId"`
}
