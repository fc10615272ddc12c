import { nextOpening } from '../../domain/calendar/office-hours.ts'
import { localDate, localTime } from '../../domain/time.ts'
import { messagesIn } from '../../locales/index.ts'
import type { Database } from '../../prisma/database.ts'
import type { Held, Unheard } from '../../prisma/load.ts'
import { createOutbox } from '../../prisma/outbox.ts'
import { createStores } from '../../prisma/stores.ts'
import { listWorkspaces } from '../../prisma/workspaces.ts'

interface Restored {
  readonly takenAt: Date
  readonly held: readonly Held[]
  readonly unheard: readonly Unheard[]
  readonly now: Date
}

/** Nobody feels a wake-up while the program stands still: its next start looks for what waits by itself. */
const noWakeups = { deliver: () => Promise.resolve() }

/** Tells the coordinators and administrators of each workspace, once, what was not sent and not done; writes the record. */
export const tellOfRestore = (
  { client }: Pick<Database, 'client'>,
  { takenAt, held, unheard, now }: Restored,
): Promise<void> =>
  client.$transaction(async (tx) => {
    for (const { id, zone } of await listWorkspaces(tx)) {
      const outbox = createOutbox(tx, id, noWakeups, now)
      const { audit, calendar, people } = createStores(tx, id, outbox)
      const unsent = held.flatMap(({ workspaceId, kind, count }) => (workspaceId === id ? [{ kind, count }] : []))
      const undone = unheard.find(({ workspaceId }) => workspaceId === id)?.count ?? 0
      const clock = { day: localDate(takenAt, zone), time: localTime(takenAt, zone).slice(0, 5) }
      const notBefore = nextOpening(now, await calendar.read())
      const told = await people.listRecipients({ roles: ['admin', 'coordinator'] })
      await outbox.add(
        told.map(({ personId, chatId, locale }) => ({
          ...{ personId, chatId, notBefore, kind: 'notice' as const, key: `restored:${now.toISOString()}:${personId}` },
          text: messagesIn(locale).restored.told({ takenAt: clock, unsent, undone }),
        })),
      )
      const after = { takenAt, unsent, undone }
      await audit.append({ action: 'restore', subject: 'workspace', subjectId: id, after }, now)
    }
  })
