import { z } from 'zod'
import { findNamedAgencies } from '../domain/audience.ts'
import { AppError } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import type { Button } from '../domain/message.ts'
import type { AgencyGroup } from '../domain/ports/agencies.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { inRows } from '../domain/task-buttons.ts'
import { waitForWords } from './broadcast-dialogs.ts'
import { onDraft } from './broadcast-draft.ts'
import { previewChanged } from './broadcast-preview.ts'
import type { Handler, Request } from './request.ts'

export const agenciesDialog = 'broadcast-agencies'

const namesSchema = z.object({ draftId: z.string(), agencyIds: z.array(z.string()) })

type Needs = 'agencies' | 'audiences' | 'broadcasts' | 'dialogs'

const groupsShown = 6
/** An action holds 64 bytes: the end of an id, which is its random part, is enough inside one workspace. */
const idEnd = 12
const labelLength = 40

/** bc-some:<draft>[:<where a page begins>]: the groups of the directory, or names as the next message. */
export const chooseAgencies = onDraft<Needs>(async (request, { draft, rest }, stores) => {
  if (!/^\d{0,4}$/u.test(rest)) throw new AppError('button-stale', {})
  const groups = await listGroups(stores)
  const text = request.m.broadcast.askAgencies(groups.length > 0)
  const buttons = groupButtons(request, draft.id, groups, Number(rest))
  const dialog = { kind: agenciesDialog, data: { draftId: draft.id, agencyIds: [] } }
  return waitForWords(request, dialog, stores, { text, buttons, replaces: true })
})

/** A group of nobody means nothing. */
const listGroups = async ({ agencies }: Pick<Stores, 'agencies'>): Promise<readonly AgencyGroup[]> =>
  (await agencies.listGroups()).filter(({ memberIds }) => memberIds.length > 0)

const groupButtons = (
  { m }: Request,
  draftId: string,
  groups: readonly AgencyGroup[],
  from: number,
): readonly (readonly Button[])[] => {
  const shown = groups.slice(from, from + groupsShown).map(({ id, name, memberIds }) => ({
    label: m.broadcast.group(shorten(name, labelLength), memberIds.length),
    action: `bc-grp:${draftId}:${id.slice(-idEnd)}`,
  }))
  const turning = [
    from > 0 && { label: m.common.back, action: `bc-some:${draftId}:${Math.max(0, from - groupsShown)}` },
    from + groupsShown < groups.length && {
      label: m.common.more,
      action: `bc-some:${draftId}:${from + groupsShown}`,
    },
  ].filter((button) => button !== false)
  return [...inRows(shown, 1), ...(turning.length === 0 ? [] : [turning])]
}

/** bc-grp:<draft>:<the end of a group's id> */
export const chooseGroup = onDraft<Needs>(async (request, { draft, rest }, stores) => {
  const group = (await listGroups(stores)).find(({ id }) => rest.length === idEnd && id.endsWith(rest))
  if (group === undefined) throw new AppError('button-stale', {})
  await stores.dialogs.remove(request.chat.id, request.person.id)
  return previewChanged(request, draft, { audience: { agencyIds: group.memberIds } }, stores)
})

/** The names of agencies: what is understood is kept while the rest is asked for again. */
export const receiveAgencies: Handler<Needs, { readonly text: string; readonly data: unknown }> = (
  request,
  { text: typed, data },
  stores,
) => {
  const { draftId, agencyIds: before } = namesSchema.parse(data)
  return onDraft<Needs>(async (_request, { draft }) => {
    const named = await readNames(request, typed, stores)
    const agencyIds = [...new Set([...before, ...named.agencyIds])]
    if (named.unknown.length > 0 || agencyIds.length === 0) {
      const text = request.m.broadcast.unknownAgencies({ found: agencyIds.length, unknown: named.unknown })
      return waitForWords(request, { kind: agenciesDialog, data: { draftId, agencyIds } }, stores, { text })
    }
    await stores.dialogs.remove(request.chat.id, request.person.id)
    return previewChanged(request, draft, { audience: { agencyIds } }, stores)
  })(request, draftId, stores)
}

const readNames = async (request: Request, typed: string, { agencies }: Pick<Stores, 'agencies'>) => {
  if (fold(typed) === request.m.broadcast.skip) return { agencyIds: [], unknown: [] }
  return findNamedAgencies(typed, { agencies: await agencies.list(), groups: await agencies.listGroups() })
}
