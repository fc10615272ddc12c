import type { Stores } from '../domain/ports/stores.ts'
import type { Handler, Reply, Request } from './request.ts'

type Needs = 'audit' | 'dialogs' | 'profiles'

export const nameOfPersonDialog = 'person-name'

const waitMinutes = 10
const longest = 100

/** /ten: the name by which this person is shown; asked when it is not given. */
export const rename: Handler<Needs> = (request, typed, stores) =>
  typed === '' ? askName(request, typed, stores) : setName(request, typed, stores)

/** name: – the name comes as the next message. */
export const askName: Handler<Needs> = async ({ now, m, person, chat }, _input, { dialogs }) => {
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000)
  await dialogs.save(chat.id, person.id, { kind: nameOfPersonDialog, data: null }, expiresAt)
  return [{ text: m.account.askName(person.name) }]
}

export const receiveName: Handler<Needs, { readonly text: string; readonly data: unknown }> = (
  request,
  { text },
  stores,
) => setName(request, text, stores)

const setName = async (
  { now, m, person, chat }: Request,
  typed: string,
  { audit, dialogs, profiles }: Pick<Stores, Needs>,
): Promise<readonly Reply[]> => {
  const name = typed.replace(/[^\S\n]+/gu, ' ').trim()
  if (name.length > longest || name.includes('\n') || !/\p{L}/u.test(name)) {
    return [{ text: m.account.nameWrong(longest) }]
  }
  await dialogs.remove(chat.id, person.id)
  await profiles.setName(person.id, name)
  await audit.append(
    {
      ...{ action: 'rename', subject: 'person', subjectId: person.id, personId: person.id, channel: chat.channel },
      ...{ before: { name: person.name }, after: { name } },
    },
    now,
  )
  return [{ text: m.account.nameSet(name) }]
}
