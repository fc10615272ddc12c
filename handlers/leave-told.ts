import type { Outgoing } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { EmptiedAgency, LeftBehind } from '../domain/ports/departures.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { shorten } from '../domain/shorten.ts'
import { messagesIn } from '../locales/index.ts'
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
        buttons: [[{ label: shorten(m.account.inviteInto(agency), labelLength), action: `inv-to:${id}` }]],
        choiceHint: m.common.choiceHint,
      }
    }),
  )
}

const numbersShown = 10

const toAgencies = async (
  { key, person }: Request,
  { behind }: Leaving,
  { people }: TellingStores,
): Promise<readonly Outgoing[]> => {
  const messages: Outgoing[] = []
  for (const [agencyId, freed] of Map.groupBy(behind.freed, (task) => task.agencyId)) {
    const numbers = [...new Set(freed.map(({ number }) => number))]
    const words = { name: person.name, numbers: numbers.slice(0, numbersShown), more: numbers.length - numbersShown }
    for (const { personId, chatId, locale } of await listResponsible(agencyId, people)) {
      const text = messagesIn(locale).account.tasksFreed(words)
      messages.push({ chatId, personId, key: `${key}:freed:${agencyId}:${personId}`, kind: 'assignment', text })
    }
  }
  return messages
}

/** The heads; where there are none, everybody of the agency. */
const listResponsible = async (agencyId: string, people: TellingStores['people']): Promise<readonly Recipient[]> => {
  const heads = await people.listRecipients({ agencyIds: [agencyId], roles: ['head'] })
  return heads.length > 0 ? heads : people.listRecipients({ agencyIds: [agencyId], roles: ['official'] })
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
