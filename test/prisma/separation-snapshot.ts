import type { Database } from '../../prisma/database.ts'

/** All that a workspace has, as it is stored. */
export const snapshotOf = async ({ client }: Pick<Database, 'client'>, workspaceId: string): Promise<object> => {
  const where = { workspaceId }
  return {
    workspace: await client.workspace.findUnique({ where: { id: workspaceId }, include: { days: true } }),
    people: await client.person.findMany({ where, include: { memberships: true, accounts: true } }),
    chats: await client.chat.findMany({ where }),
    agencies: await client.agency.findMany({ where, include: { aliases: true } }),
    unknownNames: await client.unknownAgencyName.findMany({ where, include: { uses: true } }),
    plans: await client.plan.findMany({ where, include: { tasks: { include: { agencies: true } } } }),
    drafts: await client.planDraft.findMany({ where }),
    assignments: await client.assignment.findMany({ where, include: { updates: true, evidence: true, next: true } }),
    urgings: await client.urging.findMany({ where }),
    snoozes: await client.snooze.findMany({ where }),
    reminders: await client.reminder.findMany({ where }),
    broadcasts: await client.broadcast.findMany({ where, include: { receipts: true, files: true, links: true } }),
    dialogs: await client.dialog.findMany({ where }),
    links: await client.signInLink.count({ where }),
    codes: await client.linkCode.count({ where }),
    periods: await client.reportPeriod.findMany({ where, include: { sent: true, notices: true } }),
    frozen: await client.frozenFigures.findMany({ where }),
    delegations: await client.delegation.findMany({ where }),
    invites: await client.invite.count({ where }),
    extensions: await client.extensionRequest.findMany({ where }),
    uploads: await client.uploadLink.findMany({ where }),
  }
}
