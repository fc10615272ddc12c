import { createTransactions } from '../../app/transactions.ts'
import { fingerprintOf } from '../../domain/broadcast-draft.ts'
import { dispatch } from '../../handlers/dispatch.ts'
import type { Request } from '../../handlers/request.ts'
import { messagesIn } from '../../locales/index.ts'
import type { Database } from '../../prisma/database.ts'
import type { MessageState } from '../../prisma/generated/enums.ts'
import type { TestPerson, TestWorkspace } from '../support/builders.ts'

/** Monday 2 March 2026, 09:00 in Hà Nội. */
export const now = new Date('2026-03-02T02:00:00Z')
export const minutesOn = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

const silence = () => Promise.resolve()
const wakeups = { handle: silence, deliver: silence, remind: silence, summarize: silence }

/** What is pressed, by whom and when, without any channel around it. */
export const createPress =
  (database: Database) =>
  async (
    action: string,
    by: TestPerson,
    { at = now, where, dies = false }: { readonly at?: Date; readonly where: TestWorkspace; readonly dies?: boolean },
  ): Promise<{ readonly text: string; readonly actions: readonly string[] }> => {
    const run = createTransactions(database, { within: () => wakeups }, () => at)
    return run(async ({ storesOf }) => {
      const stores = storesOf(where.id)
      const request: Request = {
        ...{ now: at, today: '2026-03-02', workspace: where, about: null, m: messagesIn('vi'), key: action },
        person: await stores.people.get(by.id),
        chat: await stores.chats.get(by.chatId),
        links: { web: '', telegram: null, zalo: false },
      }
      const replies = await dispatch(request, { kind: 'button', action }, null, stores)
      if (dies) throw new Error('killed before the end of the transaction')
      const buttons = replies.flatMap((reply) => reply.buttons ?? []).flat()
      return {
        text: replies.map(({ text }) => text.text).join('\n'),
        actions: buttons.map(({ action: offered }) => offered),
      }
    })
  }

/** A draft to everybody, perhaps with a file, and the action that sends it. */
export const draftOf = async (
  { client }: Database,
  by: TestPerson,
  where: TestWorkspace,
  file?: string,
): Promise<{ readonly id: string; readonly send: string }> => {
  const [text, audience] = ['Họp', { agencyIds: [] }]
  const data = { workspaceId: where.id, authorId: by.id, text, audience, createdAt: now }
  const { id } = await client.broadcast.create({ data })
  const files = file === undefined ? [] : [await attachTo({ client }, id, { by, where, file })]
  return { id, send: `bc-send:${id}:${fingerprintOf({ text, audience, deadline: null, files })}` }
}

const attachTo = (
  { client }: Pick<Database, 'client'>,
  broadcastId: string,
  { by, where, file }: { readonly by: TestPerson; readonly where: TestWorkspace; readonly file: string },
) =>
  client.broadcastFile.create({
    data: {
      ...{ workspaceId: where.id, broadcastId, name: file, size: 1, sha256: file, mime: 'application/pdf' },
      ...{ storageKey: `broadcast/${where.id}/${file}`, addedById: by.id, addedAt: now },
    },
  })

/** As the courier would leave them. */
export const settle = ({ client }: Database, personId: string, state: MessageState, externalId: string | null = null) =>
  client.outboundMessage.updateMany({
    where: { personId, state: 'pending' },
    data: { state, externalId, ...(state === 'pending' ? {} : { settledAt: now }) },
  })
