import type { Database } from '../../prisma/database.ts'
import { addPerson, type TestPerson } from '../support/builders.ts'
import { type JobStage, openJobStage } from './job-stage.ts'

/** The jobs in March 2026, and what people hear of them. */
export interface ListeningStage extends JobStage {
  /** The jobs, twice over, at a time of a day of the month. */
  readonly at: (day: string, time?: string) => Promise<void>
  /** Officials and heads are of Phòng Nội vụ unless told otherwise. */
  readonly join: (name: string, role: 'official' | 'head', agency?: string) => Promise<TestPerson>
  /** What somebody was reminded of, or what was said to all together, since the last time anybody asked. */
  readonly heard: (person?: TestPerson) => Promise<readonly string[]>
  /** Who was told of late work, at which step, and for which due date. */
  readonly ledger: () => Promise<readonly string[]>
}

export const openListeningStage = async (database: Database): Promise<ListeningStage> => {
  const stage = await openJobStage(database)
  const counted = new Map<string | undefined, number>()
  return {
    ...stage,
    at: (day, time) => stage.runAt(`2026-03-${day}`, time),
    join: (name, role, agency = 'Phòng Nội vụ') => addPerson(database, stage.workspace, { name, role, agency }),
    heard: async (person) => {
      const texts = (await stage.said())
        .filter(({ personId, key }) => person === undefined || (personId === person.id && key.startsWith('reminder:')))
        .map(({ text }) => text)
      const news = texts.slice(counted.get(person?.id) ?? 0)
      counted.set(person?.id, texts.length)
      return news
    },
    ledger: async () =>
      (await database.client.reminder.findMany({ where: { kind: { in: ['escalated', 'told'] } } }))
        .map(({ kind, milestone, personId, dueVersion }) => `${kind} ${milestone} ${personId} ${dueVersion}`)
        .toSorted(),
  }
}

/** The same, with whoever is above all agencies. */
export interface OverseenStage extends ListeningStage {
  readonly coordinator: TestPerson
  readonly leader: TestPerson
}

export const openOverseenStage = async (database: Database): Promise<OverseenStage> => {
  const stage = await openListeningStage(database)
  const above = (name: string, role: 'coordinator' | 'leader') => addPerson(database, stage.workspace, { name, role })
  return { ...stage, coordinator: await above('Tổng', 'coordinator'), leader: await above('Chủ', 'leader') }
}
