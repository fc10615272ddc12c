import { explain } from '../../bot/explain.ts'
import { AppError } from '../../domain/errors.ts'
import { localDate } from '../../domain/time.ts'
import { dispatch } from '../../handlers/dispatch.ts'
import { messagesIn } from '../../locales/index.ts'
import type { Scene } from '../support/conversation.ts'

/** What somebody is told who sends the action of a button that they were never shown. */
export const pressForged = async (scene: Scene, name: string, action: string): Promise<string> => {
  const { client } = scene.database
  const { id, accounts } = await client.person.findFirstOrThrow({ where: { name }, include: { accounts: true } })
  const m = messagesIn('vi')
  try {
    return await scene.stores(async (stores) => {
      const today = localDate(scene.now(), scene.workspace.zone)
      const request = {
        ...{ now: scene.now(), today, workspace: scene.workspace },
        standsIn: await stores.delegations.listStandIns(id, today),
        ...{ person: await stores.people.get(id), chat: await stores.chats.get(accounts[0]!.chatId), about: null, m },
        ...{ key: `forged:${crypto.randomUUID()}`, links: { web: '', telegram: null, zalo: false } },
      }
      const replies = await dispatch(request, { kind: 'button', action }, null, stores)
      return replies.map(({ text }) => text.text).join('\n')
    })
  } catch (error) {
    if (error instanceof AppError) return explain(error, m).text
    throw error
  }
}

/** The action of the button that was shown last under this prefix: what a second tap sends. */
export const lastAction = async ({ database }: Scene, prefix: string): Promise<string> => {
  const messages = await database.client.outboundMessage.findMany({
    orderBy: { id: 'desc' },
    select: { content: true },
  })
  const actions = messages.flatMap(({ content }) => JSON.stringify(content).match(/(?<="action":")[^"]+/gu) ?? [])
  const found = actions.find((action) => action.startsWith(prefix))
  if (found === undefined) throw new Error(`no button was shown that begins with ${prefix}`)
  return found
}
