import { capabilities } from '../domain/channels.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Reply, Request } from './request.ts'

type Needs = Pick<Stores, 'sentMessages'>

const findOffered = async ({ about, chat }: Request, { sentMessages }: Needs): Promise<readonly string[]> =>
  (about ?? (await sentMessages.findLatestChoices(chat.id)))?.choices ?? []

/** "2" takes the second of the choices offered: by the message replied to, else by the last one in the chat. */
export const findChoice = async (request: Request, text: string, stores: Needs): Promise<string | null> => {
  if (!/^\d{1,2}$/.test(text)) return null
  const offered = await findOffered(request, stores)
  return offered[Number(text) - 1] ?? null
}

/** Where choices are numbered, "9" after three of them is a slip; a larger number may be a share. Null otherwise. */
export const sayNoSuchChoice = async (
  request: Request,
  text: string,
  stores: Needs,
): Promise<readonly Reply[] | null> => {
  if (capabilities[request.chat.channel].buttons || !/^\d$/.test(text)) return null
  const { length } = await findOffered(request, stores)
  return length === 0 ? null : [{ text: request.m.answers.noSuchChoice(text, length) }]
}
