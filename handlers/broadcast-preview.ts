import { planReach, type Reach } from '../domain/audience.ts'
import { AppError } from '../domain/errors.ts'
import type { RichText } from '../domain/message.ts'
import type { Audience } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { Messages } from '../locales/index.ts'
import type { Reply, Request } from './request.ts'

/**
 * Shows what will be sent and whom it will reach, as a draft of its own: what is agreed to is exactly what was seen.
 * No agencies means everybody.
 */
export const showPreview = async (
  request: Request,
  { text, agencyIds }: { readonly text: string; readonly agencyIds: readonly string[] },
  stores: Pick<Stores, 'agencies' | 'audiences' | 'broadcasts'>,
): Promise<readonly Reply[]> => {
  const { person, m } = request
  const audience = { agencyIds }
  const reach = await findReach(request, audience, stores)
  const id = await stores.broadcasts.saveDraft({ authorId: person.id, text, audience }, request.now)
  return [
    {
      text: m.broadcast.preview({
        message: announcement(request, text, m),
        people: reach.members.length,
        agencies: reach.reached,
        unreached: reach.unreached,
      }),
      buttons: [
        [
          { label: m.broadcast.send, action: `bc-send:${id}` },
          { label: m.broadcast.cancel, action: `bc-no:${id}` },
        ],
      ],
      replaces: true,
    },
  ]
}

/** Whom an audience reaches now. Throws AppError 'nobody-to-reach' when that is nobody. */
export const findReach = async (
  { person }: Request,
  audience: Audience,
  stores: Pick<Stores, 'agencies' | 'audiences'>,
): Promise<Reach> => {
  const all = await stores.agencies.list()
  const chosen = audience.agencyIds.length === 0 ? all : all.filter(({ id }) => audience.agencyIds.includes(id))
  const reach = planReach(chosen, await stores.audiences.list(audience), person.id)
  if (reach.members.length === 0) throw new AppError('nobody-to-reach', {})
  return reach
}

/** What each recipient reads, in their language. */
export const announcement = ({ workspace, person }: Request, text: string, m: Messages): RichText =>
  m.broadcast.message({ workspace: workspace.name, text, author: person.name })
