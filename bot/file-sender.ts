import { announcedIn, type FilePurpose, purposeOfFile } from '../domain/file-purpose.ts'
import type { Incoming } from '../domain/incoming.ts'
import type { Membership } from '../domain/people.ts'
import { may, ownAgencies } from '../domain/permissions.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { localDate } from '../domain/time.ts'
import { understand } from '../domain/reply/understand.ts'
import { answerDialogs } from '../handlers/answer-dialogs.ts'
import { takesFiles } from '../handlers/broadcast-dialogs.ts'
import type { HandlingOptions, HandlingTools } from './handling-tools.ts'

/** Whoever sent a file, and what it is for. */
export interface FileSender {
  readonly workspaceId: string
  readonly plans: boolean
  readonly agencies: boolean
  /** Whether there is any agency whose work this person may prove. */
  readonly answers: boolean
  readonly broadcasts: boolean
  readonly calendar: boolean
  readonly purpose: FilePurpose
}

/** Null for somebody who has not joined. */
export const findFileSender = (
  { inTransaction, now }: Pick<HandlingOptions, 'inTransaction' | 'now'>,
  incoming: Incoming,
): Promise<FileSender | null> =>
  inTransaction(async (tools) => {
    const account = await tools.accounts.find(incoming.channel, incoming.sender.id)
    if (account === null) return null
    const stores = tools.storesOf(account.workspaceId)
    const { memberships } = await stores.people.get(account.personId)
    const { zone } = await tools.getWorkspace(account.workspaceId)
    const rights = rightsOf(memberships)
    const signs = await readSigns({ incoming, now: now(), zone, personId: account.personId }, tools, stores)
    const purpose = purposeOfFile({ mayImport: rights.plans || rights.agencies, ...signs })
    return { workspaceId: account.workspaceId, ...rights, purpose }
  })

const rightsOf = (memberships: readonly Membership[]) => ({
  plans: may(memberships, 'import-plan'),
  agencies: may(memberships, 'manage-agencies'),
  answers: may(memberships, 'answer') || ownAgencies(memberships).length > 0,
  broadcasts: may(memberships, 'broadcast'),
  calendar: may(memberships, 'manage-calendar'),
})

interface Sent {
  readonly incoming: Incoming
  readonly now: Date
  readonly zone: string
  readonly personId: string
}

/** What says that a file is about an announcement or a task. */
const readSigns = async (
  { incoming, now, zone, personId }: Sent,
  { turn }: HandlingTools,
  { dialogs, sentMessages }: Stores,
) => {
  const { body, replyTo } = incoming
  const chat = await turn.openChat(incoming)
  const replied = replyTo === undefined ? null : await sentMessages.findByExternalId(chat.id, replyTo)
  const dialog = await dialogs.find(chat.id, personId, now)
  const caption = body.kind === 'file' ? body.caption : ''
  return {
    announces: announcedIn(caption) !== null,
    repliesToTask: replied !== null && replied.assignmentId !== null,
    namesTask: understand(caption, { today: localDate(now, zone), aboutTask: true }).task !== null,
    awaited: awaitedBy(dialog?.kind),
  }
}

const awaitedBy = (dialog: string | undefined): 'evidence' | 'broadcast' | null => {
  if (takesFiles(dialog)) return 'broadcast'
  return dialog === answerDialogs.evidence ? 'evidence' : null
}
