import type { WantedChange } from '../../domain/periods/period-words.ts'
import { changePeriod } from '../../handlers/period-change.ts'
import { makeYear } from '../../handlers/period-making.ts'
import type { Request } from '../../handlers/request.ts'
import { messagesIn } from '../../locales/index.ts'
import type { Database } from '../../prisma/database.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { type JobStage, monday, openJobStage } from './job-stage.ts'

export type PeriodStage = Awaited<ReturnType<typeof openPeriodStage>>

/** The jobs, in an office with a task that falls into the first quarter of 2026 and one that does not. */
export const openPeriodStage = async (database: Database) => {
  const stage = await openJobStage(database)
  const coordinator = await addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' })
  const official = await addPerson(database, stage.workspace)
  await stage.addTasks([
    { title: 'Rà soát thủ tục', occurrences: ['2026-04-20'] },
    { title: 'Báo cáo tháng Hai', occurrences: ['2026-03-12'], to: ['Phòng Nội vụ', 'Phòng Tư pháp'] },
  ])
  // What is told of tasks themselves is not asked about here.
  await database.client.nextReminder.deleteMany()
  return {
    ...{ ...stage, ...periodsOf(stage, coordinator), coordinator, official },
    /** The jobs, twice over, at each of these moments. */
    runThrough: async (...moments: readonly (readonly [day: string, time: string])[]) => {
      for (const [day, time] of moments) await stage.runAt(day, time)
    },
    told: async (person: TestPerson) =>
      (await stage.said()).filter(({ personId }) => personId === person.id).map(({ text }) => text),
  }
}

const periodsOf = ({ database, workspace }: JobStage, coordinator: TestPerson) => {
  /** A request of the coordinator, for what handlers do outside of any chat. */
  const asking = (now: Date): Request =>
    ({
      ...{ now, today: now.toISOString().slice(0, 10), workspace, about: null, m: messagesIn('vi') },
      person: { id: coordinator.id, name: '', locale: 'vi', memberships: [{ role: 'coordinator', agencyId: null }] },
      chat: { id: coordinator.chatId, channel: 'telegram', kind: 'private', workspaceId: workspace.id, title: '' },
      ...{ key: 'k', links: { web: '', telegram: null, zalo: false } },
    }) as unknown as Request
  return {
    /** Those of a year; where none is named, of the one after the last. */
    makePeriods: (now = monday, year: number | null = 2026) =>
      within(database, workspace.id, (stores) => makeYear(asking(now), year, stores)),
    /** Changes the first quarter. */
    change: (wanted: WantedChange, now = monday) =>
      within(database, workspace.id, async (stores) => {
        const period = (await stores.periods.lock({ year: 2026, kind: 'q1' }))!
        return changePeriod(asking(now), period, wanted, stores)
      }),
    quarter: () => database.client.reportPeriod.findFirstOrThrow({ where: { kind: 'q1', year: 2026 } }),
    frozen: () => database.client.frozenFigures.findMany({ where: { workspaceId: workspace.id } }),
  }
}
