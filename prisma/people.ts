import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Channel } from '../domain/incoming.ts'
import type { Locale, Membership, Person, Recipient } from '../domain/people.ts'
import type { People, RecipientFilter } from '../domain/ports/people.ts'
import { leads, nextSummaryAt } from '../domain/weekly.ts'
import { adoptChat } from './chats.ts'
import { Prisma } from './generated/client.ts'
import { isUsableChat } from './reachable.ts'
import { requireOwn } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The people of one workspace. */
export const createPeople = (tx: Transaction, workspaceId: string): People => ({
  get: async (personId) =>
    toPerson(
      await tx.person.findFirstOrThrow({
        where: { id: personId, workspaceId },
        include: { memberships: { orderBy: { id: 'asc' } } },
      }),
    ),

  create: async ({ name, locale }, now) =>
    (await tx.person.create({ data: { workspaceId, name, locale, createdAt: now }, select: { id: true } })).id,

  addMembership: (personId, membership, now) => addMembership(tx, workspaceId, { personId, ...membership }, now),

  linkAccount: (personId, channel, externalId, chatId) =>
    linkAccount(tx, { workspaceId, personId, channel, externalId, chatId }),

  setLocale: async (personId, locale) => {
    await tx.person.update({ where: { id: personId, workspaceId }, data: { locale }, select: { id: true } })
  },

  listChannels: async (personId) => {
    const accounts = await tx.chatAccount.findMany({
      where: { personId, workspaceId },
      distinct: 'channel',
      orderBy: { id: 'asc' },
      select: { channel: true },
    })
    return accounts.map(({ channel }) => channel)
  },

  listRecipients: (filter) => listRecipients(tx, workspaceId, filter),
})

const localeColumn = z.enum(['vi', 'en']) satisfies z.ZodType<Locale>

const toPerson = (row: Prisma.PersonGetPayload<{ include: { memberships: true } }>): Person => ({
  id: row.id,
  name: row.name,
  locale: localeColumn.parse(row.locale),
  memberships: row.memberships.map(({ role, agencyId }) => ({ role, agencyId })),
})

const addMembership = async (
  tx: Transaction,
  workspaceId: string,
  { personId, role, agencyId }: Membership & { readonly personId: string },
  now: Date,
): Promise<void> => {
  await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
  if (agencyId !== null) await requireOwn('agency', tx.agency.count({ where: { id: agencyId, workspaceId } }))
  await tx.membership.createMany({ data: [{ workspaceId, personId, agencyId, role }], skipDuplicates: true })
  if (leads(role)) await planSummary(tx, workspaceId, personId, now)
}

const planSummary = async (tx: Transaction, workspaceId: string, personId: string, now: Date): Promise<void> => {
  const { zone } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { zone: true } })
  await tx.person.updateMany({
    where: { id: personId, workspaceId, summaryDueAt: null, summaryWish: null },
    data: { summaryDueAt: nextSummaryAt(now, zone) },
  })
}

/** An account that is here already moves to this person and chat; one of another workspace is left alone. */
const linkAccount = async (
  tx: Transaction,
  account: { workspaceId: string; personId: string; channel: Channel; externalId: string; chatId: string },
): Promise<void> => {
  const { workspaceId, personId, channel, externalId, chatId } = account
  await requireOwn('person', tx.person.count({ where: { id: personId, workspaceId } }))
  await adoptChat(tx, workspaceId, chatId)
  const { count } = await tx.chatAccount.createMany({ data: [account], skipDuplicates: true })
  if (count === 1) return
  const moved = await tx.chatAccount.updateMany({
    where: { channel, externalId, workspaceId },
    data: { personId, chatId },
  })
  if (moved.count === 0) throw new AppError('other-workspace', {})
}

/** The chat used last is the one in which something came in last; before that, the one linked last. */
const listRecipients = async (
  tx: Transaction,
  workspaceId: string,
  filter: RecipientFilter,
): Promise<readonly Recipient[]> =>
  z.array(recipientRow).parse(
    await tx.$queryRaw`
      SELECT found.* FROM (
        SELECT DISTINCT ON (person."id")
          person."id" AS "personId", person."name", person."locale", chat."id" AS "chatId", chat."channel"
        FROM "Person" person
        JOIN "ChatAccount" account ON account."personId" = person."id"
        JOIN "Chat" chat ON chat."id" = account."chatId"
        WHERE person."workspaceId" = ${workspaceId}::uuid AND ${isUsableChat}
          AND ${isOneOf('person."id"', filter.personIds)}
          AND EXISTS (
            SELECT 1 FROM "Membership" m
            WHERE m."personId" = person."id" AND m."workspaceId" = ${workspaceId}::uuid
              AND ${isOneOf('m."agencyId"', filter.agencyIds)}
              AND ${filter.roles ? Prisma.sql`m."role" = ANY(${[...filter.roles]}::text[]::"Role"[])` : Prisma.sql`true`})
        ORDER BY person."id",
          (SELECT max(e."id") FROM "InboundEvent" e
            WHERE e."chatKey" = chat."channel" || ':' || chat."externalId") DESC NULLS LAST,
          account."id" DESC
      ) found
      ORDER BY found."name", found."personId"`,
  )

const recipientRow = z.object({
  ...{ personId: z.string(), name: z.string(), locale: localeColumn, chatId: z.string() },
  channel: z.enum(['telegram', 'zalo', 'web']),
})

/** An absent list asks for nothing; an empty one is nobody. */
const isOneOf = (column: 'person."id"' | 'm."agencyId"', ids: readonly string[] | undefined): Prisma.Sql =>
  ids === undefined ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(column)} = ANY(${[...ids]}::uuid[])`
