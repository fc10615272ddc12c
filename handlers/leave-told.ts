import type { Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { EmptiedAgency, LeftBehind } from '../domain/ports/departures.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { messagesIn } from '../locales/index.ts'
import { endOf } from './decision-items.ts'
import type { Request } from './request.ts'

type TellingStores = Pick<Stores, 'outbox' | 'people'>

interface Leaving {
  readonly emptied: readonly EmptiedAgency[]
  readonly behind: LeftBehind
}

/** Tells whoever has to go on without somebody: coordinators, the heads of their agencies, those they stood in for. */
export const tellLeft = async (request: Request, leaving: Leaving, stores: TellingStores): Promise<void> => {
  await stores.outbox.add([
    ...(await toCoordinators(request, leaving, stores)),
    ...(await toAgencies(request, leaving, stores)),
    ...(await toThoseAway(request, leaving, stores)),
  ])
}

const labelLength = 40

const toCoordinators = async (
  { key, person }: Request,
  { emptied }: Leaving,
  { people }: TellingStores,
): Promise<readonly Outgoing[]> => {
  if (emptied.length === 0) return []
  const coordinators = await people.listRecipients({ roles: ['coordinator'] })
  return coordinators.flatMap(({ personId, chatId, locale }) =>
    emptied.map(({ id, name: agency, open }): Outgoing => {
      const m = messagesIn(locale)
      return {
        ...{ chatId, personId, key: `${key}:emptied:${id}:${personId}`, kind: 'assignment' },
        text: m.account.agencyEmptied({ name: person.name, agency, open }),
        buttons: [
          [{ label: shorten(m.account.inviteInto(agency), labelLength), action: `inv-to:${id}` }],
          ...(open > 0 ? [[{ label: m.transfer.toOther, action: `mv:${endOf(id)}:-:-:-` }]] : []),
        ],
        choiceHint: m.common.choiceHint,
      }
    }),
  )
}

const numbersShown = 10

const toAgencies = (request: Request, { behind }: Leaving, stores: TellingStores): Promise<readonly Outgoing[]> =>
  tellFreed(request, behind.freed, null, stores)

/** The heads may give to somebody else what somebody had to do who left, the whole or one agency. */
export const tellFreed = async (
  { key, person }: Request,
  tasks: LeftBehind['freed'],
  agency: string | null,
  { people }: TellingStores,
): Promise<readonly Outgoing[]> => {
  const messages: Outgoing[] = []
  for (const [agencyId, freed] of Map.groupBy(tasks, (task) => task.agencyId)) {
    const numbers = [...new Set(freed.map(({ number }) => number))]
    const words = {
      name: person.name,
      agency,
      numbers: numbers.slice(0, numbersShown),
      more: numbers.length - numbersShown,
    }
    for (const { personId, chatId, locale, isHead } of await listResponsible(agencyId, people)) {
      const m = messagesIn(locale)
      messages.push({
        ...{ chatId, personId, key: `${key}:freed:${agencyId}:${personId}`, kind: 'assignment' },
        ...{ text: m.account.tasksFreed(words), choiceHint: m.common.choiceHint },
        ...(isHead && { buttons: [[{ label: m.handover.handOn, action: `ho:${endOf(person.id)}` }]] }),
      })
    }
  }
  return messages
}

/** The heads; where there are none, everybody of the agency. */
const listResponsible = async (
  agencyId: string,
  people: TellingStores['people'],
): Promise<readonly (Recipient & { readonly isHead: boolean })[]> => {
  const heads = await people.listRecipients({ agencyIds: [agencyId], roles: ['head'] })
  const found = heads.length > 0 ? heads : await people.listRecipients({ agencyIds: [agencyId], roles: ['official'] })
  return found.map((recipient) => ({ ...recipient, isHead: heads.length > 0 }))
}

const toThoseAway = async (
  { key, person }: Request,
  { behind }: Leaving,
  { people }: TellingStores,
): Promise<readonly Outgoing[]> => {
  const away = await people.listRecipients({ personIds: behind.standIns })
  return away.map(({ personId, chatId, locale }) => ({
    ...{ chatId, personId, key: `${key}:stand-in:${personId}`, kind: 'reply' as const },
    text: messagesIn(locale).account.standInLeft(person.name),
  }))
}
