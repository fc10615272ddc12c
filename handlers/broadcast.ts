import { z } from 'zod'
import { findNamedAgencies } from '../domain/audience.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { may } from '../domain/permissions.ts'
import type { Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { showPreview } from './broadcast-preview.ts'
import type { Handler, Reply, Request } from './request.ts'

/** How long the bot waits for the text or the names of agencies. */
const dialogMs = 30 * 60 * 1000
/** A draft left lying longer has to be begun anew: whom it would reach has changed. */
const draftMs = 24 * 60 * 60 * 1000

export const textDialog = 'broadcast-text'
export const agenciesDialog = 'broadcast-agencies'

/** /thongbao, with or without the text. */
export const startBroadcast: Handler<'broadcasts' | 'dialogs'> = async (request, text, stores) => {
  checkRight(request)
  if (text !== '') return askAudience(request, text, stores)
  await stores.dialogs.save(request.chat.id, request.person.id, { kind: textDialog, data: {} }, dialogEnd(request))
  return [{ text: request.m.broadcast.askText() }]
}

/** The text, in answer to the bot's question. */
export const receiveText: Handler<'broadcasts' | 'dialogs', { readonly text: string }> = async (
  request,
  { text },
  stores,
) => {
  checkRight(request)
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return askAudience(request, text, stores)
}

const askAudience = async (request: Request, text: string, { broadcasts }: Pick<Stores, 'broadcasts'>) => {
  const draft = { authorId: request.person.id, text, audience: { agencyIds: [] } }
  const id = await broadcasts.saveDraft(draft, request.now)
  return [{ text: request.m.broadcast.askAudience(), buttons: audienceButtons(request, id) }]
}

const audienceButtons = ({ m }: Request, id: string) => [
  [
    { label: m.broadcast.everybody, action: `bc-all:${id}` },
    { label: m.broadcast.someAgencies, action: `bc-some:${id}` },
  ],
  [{ label: m.broadcast.lateAgencies, action: `bc-late:${id}` }],
  [{ label: m.broadcast.cancel, action: `bc-no:${id}` }],
]

export const chooseEverybody: Handler<'agencies' | 'audiences' | 'broadcasts'> = async (request, id, stores) => {
  const { text } = await getDraft(request, id, stores)
  return showPreview(request, { text, agencyIds: [] }, stores)
}

export const chooseLate: Handler<'agencies' | 'assignments' | 'audiences' | 'broadcasts'> = async (
  request,
  id,
  stores,
) => {
  const { text } = await getDraft(request, id, stores)
  const figures = await stores.assignments.figures({ agencyIds: 'all' }, request.today)
  const agencyIds = figures.filter(({ late }) => late > 0).map(({ agencyId }) => agencyId)
  if (agencyIds.length > 0) return showPreview(request, { text, agencyIds }, stores)
  return [{ text: request.m.broadcast.nobodyLate(), buttons: audienceButtons(request, id), replaces: true }]
}

export const chooseAgencies: Handler<'broadcasts' | 'dialogs'> = async (request, id, stores) => {
  await getDraft(request, id, stores)
  return waitForNames(request, { draftId: id, agencyIds: [] }, stores, { text: request.m.broadcast.askAgencies() })
}

const namesSchema = z.object({ draftId: z.string(), agencyIds: z.array(z.string()) })
type Names = z.infer<typeof namesSchema>

/** The names of agencies: what is understood is kept while the rest is asked for again. */
export const receiveAgencies: Handler<
  'agencies' | 'audiences' | 'broadcasts' | 'dialogs',
  { readonly text: string; readonly data: unknown }
> = async (request, { text: typed, data }, stores) => {
  const { draftId, agencyIds: before } = namesSchema.parse(data)
  const { text } = await getDraft(request, draftId, stores)
  const named = await readNames(request, typed, stores)
  const agencyIds = [...new Set([...before, ...named.agencyIds])]
  if (named.unknown.length > 0 || agencyIds.length === 0) {
    const reply = { text: request.m.broadcast.unknownAgencies({ found: agencyIds.length, unknown: named.unknown }) }
    return waitForNames(request, { draftId, agencyIds }, stores, reply)
  }
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return showPreview(request, { text, agencyIds }, stores)
}

const readNames = async (request: Request, typed: string, { agencies }: Pick<Stores, 'agencies'>) => {
  if (fold(typed) === request.m.broadcast.skip) return { agencyIds: [], unknown: [] }
  return findNamedAgencies(typed, { agencies: await agencies.list(), groups: await agencies.listGroups() })
}

const waitForNames = async (
  request: Request,
  data: Names,
  { dialogs }: Pick<Stores, 'dialogs'>,
  reply: Reply,
): Promise<readonly Reply[]> => {
  await dialogs.save(request.chat.id, request.person.id, { kind: agenciesDialog, data }, dialogEnd(request))
  return [reply]
}

const dialogEnd = ({ now }: Request): Date => new Date(now.getTime() + dialogMs)

const checkRight = ({ person }: Request): void => {
  if (!may(person.memberships, 'broadcast')) throw new AppError('not-allowed', {})
}

/** Somebody's own unsent draft of today. */
export const getDraft = async (
  request: Request,
  id: string,
  { broadcasts }: Pick<Stores, 'broadcasts'>,
): Promise<Broadcast> => {
  checkRight(request)
  const draft = await broadcasts.find(id)
  const isUsable = draft?.authorId === request.person.id && request.now.getTime() - draft.createdAt.getTime() < draftMs
  if (draft === null || !isUsable) throw new AppError('button-stale', {})
  return draft
}
