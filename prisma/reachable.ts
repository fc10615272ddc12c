import { agencyRoles } from '../domain/people.ts'
import { Prisma } from './generated/client.ts'

/** The roles that reminders and unreached agencies are about: the agency's own people. */
export const tellable: string[] = [...agencyRoles]

/** Whether the person with this id has a private chat that is not blocked. */
export const isReachable = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "ChatAccount" account JOIN "Chat" chat ON chat."id" = account."chatId"
  WHERE account."personId" = ${personId} AND ${isUsableChat})`

/** Messages can go to this row of "Chat" AS chat, linked by "ChatAccount" AS account. */
export const isUsableChat: Prisma.Sql = Prisma.sql`(
  chat."blockedAt" IS NULL AND chat."kind" = 'private' AND chat."workspaceId" = account."workspaceId")`
