import type { ErrorCode } from '../domain/errors.ts'
import { stripMarks } from '../domain/fold.ts'
import type { IncomingBody } from '../domain/incoming.ts'
import type { Chat } from '../domain/ports/messages.ts'
import type { Person } from '../domain/people.ts'
import type { Audit } from '../domain/ports/audit.ts'

const refusals: readonly ErrorCode[] = ['not-allowed', 'other-workspace', 'private-only']

/** What was tried, without what was written: the command, the button's prefix, or that words or a file were sent. */
const attemptOf = (body: IncomingBody): string => {
  if (body.kind === 'button') return /^[a-z-]{1,20}/.exec(body.action)?.[0] ?? 'button'
  if (body.kind !== 'text' || !body.text.startsWith('/')) return body.kind
  return /^\/[a-z]{1,20}/.exec(stripMarks(body.text))?.[0] ?? 'command'
}

interface Attempt {
  readonly code: ErrorCode
  readonly body: IncomingBody
  readonly chat: Pick<Chat, 'channel'>
}

/**
 * Puts on record that a member tried what is not theirs to do. Other failures are no attempts, and strangers have no
 * workspace whose record could hold theirs.
 */
export const recordRefusal = async (
  { code, body, chat }: Attempt,
  { person, audit }: { readonly person: Pick<Person, 'id'>; readonly audit: Audit },
  now: Date,
): Promise<void> => {
  if (!refusals.includes(code)) return
  await audit.append(
    {
      ...{ action: 'refused', subject: 'person', subjectId: person.id, personId: person.id, channel: chat.channel },
      after: { code, attempt: attemptOf(body) },
    },
    now,
  )
}
