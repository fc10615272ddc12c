import { closedOffices } from '../domain/calendar/open-offices.ts'
import type { UnsaidDigests } from '../domain/ports/reminders.ts'

export interface TakeBackOptions {
  readonly inTransaction: <T>(run: (tools: { readonly unsaidDigests: UnsaidDigests }) => Promise<T>) => Promise<T>
  readonly now: () => Date
}

/** So many digests a transaction. */
const chunkSize = 1000

/**
 * Takes back the digests that have not left by the time their office is closed: a channel was down, or the program was.
 * Nobody is spoken to in the evening, least of all of what was done meanwhile; the next opening says what holds then.
 * Returns how many they were.
 */
export const createTakeBackJob =
  ({ inTransaction, now }: TakeBackOptions) =>
  async (): Promise<number> => {
    const at = now()
    const closed = closedOffices(await inTransaction(({ unsaidDigests }) => unsaidDigests.listOffices()), at)
    if (closed.length === 0) return 0
    let taken = 0
    let count: number
    do {
      count = await inTransaction(({ unsaidDigests }) => unsaidDigests.takeBack(closed, chunkSize, at))
      taken += count
    } while (count === chunkSize)
    return taken
  }
