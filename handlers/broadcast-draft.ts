import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import { may } from '../domain/permissions.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { awaitedDraft } from './broadcast-dialogs.ts'
import { clockOf, excerptOf } from './broadcast-words.ts'
import type { Handler, Reply, Request } from './request.ts'

/** A draft left lying longer has to be begun anew: whom it would reach has changed. */
const draftMs = 24 * 60 * 60 * 1000

/** When a draft can no longer be used. */
export const endOfDraft = ({ createdAt }: Pick<Broadcast, 'createdAt'>): Date => new Date(createdAt.getTime() + draftMs)

export const checkRight = ({ person }: Request): void => {
  if (!may(person.memberships, 'broadcast')) throw new AppError('not-allowed', {})
}

interface OnDraft {
  readonly draft: Broadcast
  /** What stands behind the draft's id in the action. */
  readonly rest: string
}

/** "<prefix>:<draft>[:<rest>]" on one's own draft of today; what has gone out meanwhile is only told about. */
export const onDraft =
  <Needs extends keyof Stores>(
    run: (request: Request, input: OnDraft, stores: Pick<Stores, Needs>) => Promise<readonly Reply[]>,
  ): Handler<Needs | 'broadcasts'> =>
  async (request, input, stores) => {
    const [id = '', rest = ''] = input.split(':')
    const draft = await getDraft(request, id, stores)
    return draft.sentAt === null ? run(request, { draft, rest }, stores) : tellSentBefore(request, draft, draft.sentAt)
  }

/** Somebody's own draft of today, or what became of it; nobody else changes or sends it meanwhile. */
export const getDraft = async (
  request: Request,
  id: string,
  stores: Pick<Stores, 'broadcasts'>,
): Promise<Broadcast> => {
  const draft = await findDraft(request, id, stores)
  if (draft === null) throw new AppError('button-stale', {})
  return draft
}

/** The same; null when there is none of that id any more. */
export const findDraft = async (
  request: Request,
  id: string,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<Broadcast | null> => {
  checkRight(request)
  const draft = await broadcasts.findToChange(id)
  const isUsable = draft?.authorId === request.person.id && request.now < endOfDraft(draft)
  return isUsable ? draft : null
}

/** The draft whose words or files the bot waits for in this chat. */
export const findAwaited = async (
  request: Request,
  stores: Pick<Stores, 'broadcasts' | 'dialogs'>,
): Promise<Broadcast | null> => {
  const id = await awaitedDraft(request, stores)
  return id === null ? null : findDraft(request, id, stores)
}

export type SentBroadcast = Broadcast & { readonly sentAt: Date }

/** Any broadcast of the workspace that went out. */
export const getSent = async (
  request: Request,
  id: string,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<SentBroadcast> => {
  checkRight(request)
  const broadcast = await broadcasts.find(id)
  if (broadcast === null || broadcast.sentAt === null) throw new AppError('button-stale', {})
  return { ...broadcast, sentAt: broadcast.sentAt }
}

export const tellSentBefore = (request: Request, draft: Broadcast, sentAt: Date): readonly Reply[] => {
  const text = request.m.broadcast.sentBefore({ excerpt: excerptOf(draft), ...clockOf(request, sentAt) })
  return [{ text, buttons: followButtons(request, draft, 'who') }]
}

/** What can be done about a broadcast that went out; the first button is the figures, or counts them anew. */
export const followButtons = (
  { m: { broadcastSent: m } }: Request,
  { id, withdrawnAt }: Broadcast,
  first: 'who' | 'refresh',
): readonly (readonly Button[])[] => {
  const looking = [
    { label: m[first], action: `bc-who:${id}` },
    { label: m.silent, action: `bc-not:${id}:0` },
  ]
  if (withdrawnAt !== null) return [looking]
  return [
    looking,
    [
      { label: m.callAgain, action: `bc-call:${id}` },
      { label: m.withdraw, action: `bc-wd:${id}` },
    ],
  ]
}
