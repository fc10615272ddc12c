import type { Button, RichText } from '../domain/message.ts'
import type { Recipient } from '../domain/people.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { type Messages, messagesIn } from '../locales/index.ts'
import type { Request } from './request.ts'

/** What people are told about one assignment, each in their own language. */
export interface News {
  /** What happened: nobody is told the same thing twice. */
  readonly key: string
  readonly assignmentId: string
  readonly write: (m: Messages) => {
    readonly text: RichText
    readonly buttons?: readonly (readonly Button[])[]
  }
}

/** Tells everybody but the one who did it; says how many. */
export const tellPeople = async (
  { person }: Pick<Request, 'person'>,
  recipients: readonly Recipient[],
  { key, assignmentId, write }: News,
  { outbox }: Pick<Stores, 'outbox'>,
): Promise<number> => {
  const others = recipients.filter(({ personId }) => personId !== person.id)
  await outbox.add(
    others.map(({ personId, chatId, locale }) => {
      const m = messagesIn(locale)
      return {
        ...{ chatId, personId, assignmentId, key: `${key}:${personId}`, kind: 'assignment' as const },
        ...{ ...write(m), choiceHint: m.common.choiceHint },
      }
    }),
  )
  return others.length
}

/** Those who steer the whole: they decide on requests for time and on what is returned. */
export const findCoordinators = ({ people }: Pick<Stores, 'people'>): Promise<readonly Recipient[]> =>
  people.listRecipients({ roles: ['coordinator'] })

/** Everybody who answers for an agency. */
export const findAgencyPeople = (agencyId: string, { people }: Pick<Stores, 'people'>): Promise<readonly Recipient[]> =>
  people.listRecipients({ agencyIds: [agencyId], roles: ['official', 'head'] })
