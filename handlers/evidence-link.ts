import type { Assignment } from '../domain/assignment.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { findFileTarget, taskChoices } from './evidence-target.ts'
import { getAssignment } from './reach.ts'
import { whichOf } from './record.ts'
import type { Handler, Reply, Request } from './request.ts'
import { createToken, hashSecret } from './secrets.ts'

type Needs = 'agencies' | 'assignments' | 'audit' | 'dialogs' | 'uploadLinks'

const validHours = 24

/** A file that the channel does not pass on: an address of the web page for it, once its task is known. */
export const offerUploadLink: Handler<Needs> = async (request, caption, stores) => {
  const { m, chat } = request
  const target = await findFileTarget(request, caption, stores)
  if (target.kind === 'one') return [await createUploadLink(request, target.assignment, stores)]
  return [
    {
      text: m.evidence.linkForWhich({ channel: chat.channel, offered: target.among.length }),
      buttons: taskChoices(request, target.among, ({ id }) => `ev-up:${id}`),
    },
  ]
}

/** ev-up:<assignment> */
export const pressUploadLink: Handler<Needs> = async (request, id, stores) => {
  const assignment = await getAssignment(request, { id, action: 'answer' }, stores)
  return [await createUploadLink(request, assignment, stores)]
}

const createUploadLink = async (
  request: Request,
  assignment: Assignment,
  { audit, uploadLinks }: Pick<Stores, Needs>,
): Promise<Reply> => {
  const { m, now, person, chat, links } = request
  const token = createToken()
  const expiresAt = new Date(now.getTime() + validHours * 3_600_000)
  const bound = { personId: person.id, assignmentId: assignment.id }
  await uploadLinks.create({ ...bound, tokenHash: hashSecret(token) }, expiresAt)
  await audit.append(
    {
      ...{ action: 'upload-link', subject: 'assignment', subjectId: assignment.id },
      ...{ personId: person.id, channel: chat.channel, after: { expiresAt: expiresAt.toISOString() } },
    },
    now,
  )
  const url = `${links.web}/nop/${token}`
  const text = m.evidence.uploadLink(whichOf(request, assignment), { url, channel: chat.channel })
  return { text, assignmentId: assignment.id }
}
