import { createInviteCode, hashSecret } from './secrets.ts'
import type { Handler } from './request.ts'

const validMinutes = 30

/** /lienket: a one-time code by which this person comes in from a further channel. */
export const sendLinkCode: Handler<'audit' | 'linkCodes'> = async (
  { now, m, person, chat, links },
  _input,
  { audit, linkCodes },
) => {
  const code = createInviteCode()
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000)
  await linkCodes.create(person.id, hashSecret(code), expiresAt, now)
  await audit.append(
    {
      ...{ action: 'link-code', subject: 'person', subjectId: person.id, personId: person.id },
      ...{ channel: chat.channel, after: { expiresAt: expiresAt.toISOString() } },
    },
    now,
  )
  const text = m.account.linkCode({
    ...{ name: person.name, code, minutes: validMinutes, zalo: links.zalo },
    telegram: links.telegram === null ? null : `${links.telegram}?start=${code}`,
    web: `${links.web}/vao/${code}?noi=1`,
    picture: `${links.web}/ma#noi:${code}`,
  })
  return [{ text }]
}
