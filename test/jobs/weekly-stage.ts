import type { SummaryTarget } from '../../domain/ports/summaries.ts'
import { usualSchedule } from '../../domain/summary-schedule.ts'
import type { Database } from '../../prisma/database.ts'
import { addPerson, type TestPerson, within } from '../support/builders.ts'
import { hanoi, openJobStage } from './job-stage.ts'

export const friday = hanoi('2026-03-06', '16:00')
export const nextFriday = hanoi('2026-03-13', '16:00')

export const aPerson = ({ id }: TestPerson): SummaryTarget => ({ kind: 'person', id })

export type WeeklyStage = Awaited<ReturnType<typeof openWeeklyStage>>

/** The jobs, with a coordinator who may see every week and an official who may not. */
export const openWeeklyStage = async (database: Database) => {
  const stage = await openJobStage(database)
  return {
    ...stage,
    coordinator: await addPerson(database, stage.workspace, { name: 'Cán bộ Tổng hợp', role: 'coordinator' }),
    official: await addPerson(database, stage.workspace),
    subscribe: (target: SummaryTarget, dueAt: Date | null = friday, namesAgencies = false) =>
      within(database, stage.workspace.id, ({ summaries }) =>
        summaries.savePlan(target, { dueAt, schedule: usualSchedule, wish: true, namesAgencies }),
      ),
    dueOf: (target: SummaryTarget) =>
      within(database, stage.workspace.id, async ({ summaries }) => (await summaries.findPlan(target)).dueAt),
  }
}
