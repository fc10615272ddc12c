import { createToken, hashSecret } from './secrets.ts'
import type { Handler } from './request.ts'

const validMinutes = 15

/** /web: a one-time address that opens this person's chat in a browser. */
export const sendWebLink: Handler<'audit' | 'signInLinks'> = async (
  { now, m, person, chat, links },
  _input,
  stores,
) => {
  const token = createToken()
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000)
  await stores.signInLinks.create(person.id, hashSecret(token), expiresAt)
  await stores.audit.append(
    {
      ...{ action: 'sign-in-link', subject: 'person', subjectId: person.id, personId: person.id },
      ...{ channel: chat.channel, after: { expiresAt: expiresAt.toISOString() } },
    },
    now,
  )
  const url = `${links.web}/vao/${token}`
  return [{ text: m.help.signInLink({ name: person.name, url, minutes: validMinutes }) }]
}
