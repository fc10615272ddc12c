import type { Locale } from '../domain/people.ts'
import type { NewWebSession, WebChat, WebSessions } from '../domain/ports/web.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/** Browser sessions. They are found by the hash of their token before any workspace is known. */
export const createWebSessions = (client: PrismaClient): WebSessions => ({
  findLink: async (tokenHash, now) => {
    const link = await client.signInLink.findUnique({ where: { tokenHash }, select: { usedAt: true, expiresAt: true } })
    if (link === null) return null
    if (link.usedAt !== null) return 'used'
    return link.expiresAt > now ? 'open' : 'expired'
  },

  openFromLink: (linkHash, session, now) =>
    client.$transaction(async (tx) => {
      const [link] = await tx.signInLink.updateManyAndReturn({
        where: { tokenHash: linkHash, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
        select: { workspaceId: true, personId: true },
      })
      if (link === undefined) return false
      await openWebSession(tx, link, session, now)
      return true
    }),

  find: async (tokenHash, now) => {
    const session = await client.webSession.findUnique({ where: { tokenHash, expiresAt: { gt: now } } })
    if (session === null) return null
    const { personId, workspaceId } = session
    const person = await client.person.findFirst({ where: { id: personId, workspaceId }, include: { workspace: true } })
    if (person === null) return null
    const { name, locale, workspace } = person
    return {
      personId,
      name,
      locale: toLocale(locale),
      workspaceId,
      workspaceName: workspace.name,
      zone: workspace.zone,
    }
  },

  end: async (tokenHash) => {
    await client.webSession.deleteMany({ where: { tokenHash } })
  },
})

/**
 * Opens a session for somebody whose right to it has been checked, and gives them the chat that goes with it:
 * whoever signs in can be written to from then on. Returns the chat's id.
 */
export const openWebSession = async (
  tx: Transaction,
  { workspaceId, personId }: WebChat,
  { tokenHash, expiresAt }: NewWebSession,
  now: Date,
): Promise<string> => {
  const { name } = await tx.person.findFirstOrThrow({ where: { id: personId, workspaceId }, select: { name: true } })
  const chat = await tx.chat.upsert({
    where: { channel_externalId: { channel: 'web', externalId: personId } },
    create: { workspaceId, channel: 'web', externalId: personId, kind: 'private', title: name },
    update: { workspaceId, blockedAt: null, blockedReason: null },
    select: { id: true },
  })
  await tx.chatAccount.createMany({
    data: [{ workspaceId, personId, channel: 'web', externalId: personId, chatId: chat.id }],
    skipDuplicates: true,
  })
  await tx.webSession.create({ data: { workspaceId, personId, tokenHash, createdAt: now, expiresAt } })
  return chat.id
}

const toLocale = (locale: string): Locale => (locale === 'en' ? 'en' : 'vi')
