import type { InviteCodes, Invites } from '../domain/ports/people.ts'
import { z } from 'zod'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The invitations that one workspace gives out. */
export const createInvites = (tx: Transaction, workspaceId: string): Invites => ({
  create: async (invite, now) => {
    await requireOwn('person', tx.person.count({ where: { id: invite.createdById, workspaceId } }))
    if (invite.agencyId !== null)
      await requireOwn('agency', tx.agency.count({ where: { id: invite.agencyId, workspaceId } }))
    await tx.invite.create({ data: { ...invite, workspaceId, createdAt: now }, select: { id: true } })
  },
})

/** Wrong codes are counted for this long from the first of them. */
const attemptMinutes = 15

/** Redeeming a code, before any workspace is known. */
export const createInviteCodes = (tx: Transaction): InviteCodes => ({
  find: (codeHash) =>
    tx.invite.findUnique({
      where: { codeHash },
      select: { id: true, workspaceId: true, agencyId: true, role: true, expiresAt: true, usedAt: true },
    }),

  claim: async (inviteId, personId, now) =>
    (await tx.$executeRaw`
      UPDATE "Invite" invite SET "usedAt" = ${now}, "usedById" = person."id"
      FROM "Person" person
      WHERE invite."id" = ${inviteId}::uuid AND invite."usedAt" IS NULL AND invite."expiresAt" > ${now}
        AND person."id" = ${personId}::uuid AND person."workspaceId" = invite."workspaceId"`) === 1,

  findLink: (codeHash) =>
    tx.linkCode.findUnique({
      where: { codeHash },
      select: { id: true, workspaceId: true, personId: true, expiresAt: true, usedAt: true },
    }),

  claimLink: async (linkId, now) =>
    (
      await tx.linkCode.updateMany({
        where: { id: linkId, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      })
    ).count === 1,

  countFailure: async (channel, externalId, now) => {
    const opened = windowStart(now)
    const rows = await tx.$queryRaw`
      INSERT INTO "CodeAttempt" AS attempt ("channel", "externalId", "failures", "since")
      VALUES (${channel}::"Channel", ${externalId}, 1, ${now})
      ON CONFLICT ("channel", "externalId") DO UPDATE SET
        "failures" = CASE WHEN attempt."since" > ${opened} THEN attempt."failures" + 1 ELSE 1 END,
        "since" = CASE WHEN attempt."since" > ${opened} THEN attempt."since" ELSE excluded."since" END
      RETURNING "failures"`
    return z.tuple([z.object({ failures: z.int() })]).parse(rows)[0].failures
  },

  countFailures: async (channel, externalId, now) => {
    const attempt = await tx.codeAttempt.findFirst({
      where: { channel, externalId, since: { gt: windowStart(now) } },
      select: { failures: true },
    })
    return attempt?.failures ?? 0
  },
})

const windowStart = (now: Date): Date => new Date(now.getTime() - attemptMinutes * 60_000)
