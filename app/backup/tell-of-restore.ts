import { nextOpening } from '../../domain/calendar/office-hours.ts'
import type { Outgoing } from '../../domain/message.ts'
import { type Period, periodKey } from '../../domain/periods/period.ts'
import { inRows } from '../../domain/task-buttons.ts'
import { localDate, localTime } from '../../domain/time.ts'
import { type Messages, messagesIn } from '../../locales/index.ts'
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
      const { audit, calendar, people, periods } = createStores(tx, id, outbox)
      const unsent = held.flatMap(({ workspaceId, kind, count }) => (workspaceId === id ? [{ kind, count }] : []))
      const undone = unheard.find(({ workspaceId }) => workspaceId === id)?.count ?? 0
      const clock = { day: localDate(takenAt, zone), time: localTime(takenAt, zone).slice(0, 5) }
      const notBefore = nextOpening(now, await calendar.read())
      const lost = await periods.noteLost({ from: takenAt, until: now })
      const told = await people.listRecipients({ roles: ['admin', 'coordinator'] })
      await outbox.add(
        told.map(({ personId, chatId, locale }) => {
          const m = messagesIn(locale)
          return {
            ...{ personId, chatId, notBefore, kind: 'notice', key: `restored:${now.toISOString()}:${personId}` },
            text: m.restored.told({ takenAt: clock, unsent, undone, periods: lost }),
            ...waitingPeriods(m, lost),
          }
        }),
      )
      const after = { takenAt, unsent, undone, periods: lost.map(periodKey) }
      await audit.append({ action: 'restore', subject: 'workspace', subjectId: id, after }, now)
    }
  })

/** Each opens, to be frozen once its data is entered again. */
const waitingPeriods = (m: Messages, lost: readonly Period[]): Pick<Outgoing, 'buttons' | 'choiceHint'> => {
  if (lost.length === 0) return {}
  const opening = lost.map((period) => ({ label: m.periods.name(period), action: `prd:${periodKey(period)}` }))
  return { buttons: inRows(opening, 2), choiceHint: m.common.choiceHint }
}
