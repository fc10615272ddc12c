import { agenciesOf, planReach, type Reach } from '../domain/audience.ts'
import { proposeDeadline } from '../domain/broadcast-deadline.ts'
import { fingerprintOf } from '../domain/broadcast-draft.ts'
import { mostFiles } from '../domain/broadcast-files.ts'
import { AppError } from '../domain/errors.ts'
import type { Button } from '../domain/message.ts'
import type { Audience, Broadcast } from '../domain/ports/broadcasts.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { addressOfRecipients } from './broadcast-file-addresses.ts'
import { announcement } from './broadcast-words.ts'
import type { Reply, Request } from './request.ts'

type PreviewStores = Pick<Stores, 'agencies' | 'audiences' | 'broadcasts'>

/** Changes a draft and shows it. */
export const previewChanged = async (
  request: Request,
  draft: Broadcast,
  change: Partial<Pick<Broadcast, 'audience' | 'deadline' | 'files'>>,
  stores: PreviewStores,
): Promise<readonly Reply[]> => {
  const changed = { ...draft, ...change }
  await stores.broadcasts.changeDraft(draft.id, changed)
  return [{ ...(await showPreview(request, changed, stores)), replaces: true }]
}

/**
 * What will be sent and whom it will reach. The button carries a fingerprint of both: what is agreed to is exactly
 * what was seen.
 */
export const showPreview = async (
  request: Request,
  draft: Broadcast,
  stores: Pick<Stores, 'agencies' | 'audiences'>,
): Promise<Reply> => {
  const { m, today, person } = request
  const reach = await findReach(request, draft.audience, stores)
  const proposed = proposeDeadline(draft.text, today, person.locale)
  const text = m.broadcast.preview({
    message: announcement(request, draft, m, { address: addressOfRecipients(request, draft.id) }),
    hasFiles: draft.files.length > 0,
    people: reach.members.length,
    agencies: reach.reached,
    unreached: reach.unreached,
    roles: draft.audience.roles ?? [],
    recognised: proposed !== null && proposed.day === draft.deadline ? proposed : null,
  })
  return { text, buttons: previewButtons(request, draft) }
}

const previewButtons = ({ m }: Request, draft: Broadcast): readonly (readonly Button[])[] => {
  const { id, deadline } = draft
  const ask = { label: deadline === null ? m.broadcast.addDeadline : m.broadcast.otherDeadline, action: `bc-due:${id}` }
  const drop = { label: m.broadcast.noDeadline, action: `bc-undue:${id}` }
  return [
    [
      { label: m.broadcast.send, action: `bc-send:${id}:${fingerprintOf(draft)}` },
      { label: m.broadcast.cancel, action: `bc-no:${id}` },
    ],
    deadline === null ? [ask] : [ask, drop],
    ...fileRows(m, draft, { label: m.broadcast.changeAudience, action: `bc-to:${id}` }),
  ]
}

/** An action holds 64 bytes: the end of an id, which is its random part, is enough. */
const idEnd = 12
const labelLength = 32

/** What can be done about files; the last row has room for one more button. */
const fileRows = (
  { broadcastFiles: m }: Request['m'],
  { id, files }: Broadcast,
  last: Button,
): readonly (readonly Button[])[] => {
  const add = files.length < mostFiles ? [{ label: m.attach, action: `bc-file:${id}` }] : []
  const drops = files.map((file) => ({
    label: files.length === 1 ? m.drop : shorten(m.dropOne(file.name), labelLength),
    action: `bc-unfile:${id}:${file.id.slice(-idEnd)}`,
  }))
  switch (drops.length) {
    case 0:
      return [[...add, last]]
    case 1:
      return [[...add, ...drops], [last]]
    default:
      return [...drops.map((drop) => [drop]), [...add, last]]
  }
}

/** Whom an audience reaches now. Throws AppError 'nobody-to-reach' when that is nobody. */
export const findReach = async (
  { person }: Request,
  audience: Audience,
  stores: Pick<Stores, 'agencies' | 'audiences'>,
): Promise<Reach> => {
  const agencies = agenciesOf(audience, await stores.agencies.list())
  const reach = planReach(agencies, await stores.audiences.list(audience), person.id)
  if (reach.members.length === 0) throw new AppError('nobody-to-reach', {})
  return reach
}
