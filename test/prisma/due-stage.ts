import { beforeEach } from 'vitest'
import type { Look } from '../../domain/look.ts'
import type { DueCase, WaitingReminder } from '../../domain/ports/reminders.ts'
import type { Database } from '../../prisma/database.ts'
import {
  addPerson,
  addPlan,
  createTestWorkspace,
  type TestPerson,
  type TestWorkspace,
  within,
} from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'
import { claimDue, lookWith } from '../support/looks.ts'

export const now = new Date('2026-06-15T02:00:00Z')
export const tomorrow = new Date('2026-06-16T02:00:00Z')

interface Claiming {
  readonly next?: Date | null
  readonly milestone?: number | null
  readonly look?: (due: DueCase) => Look
  readonly limit?: number
  readonly workspace?: TestWorkspace
  readonly at?: Date
}

/** A ward whose Phòng Y tế has an official and a head, and nothing that is due in any workspace. */
interface DueStage {
  readonly database: Database
  readonly ward: TestWorkspace
  readonly official: TestPerson
  readonly head: TestPerson
  /** Tasks for Phòng Y tế, due to be reminded of at these moments. */
  readonly addDue: (remindAts: readonly string[], workspace?: TestWorkspace) => Promise<void>
  /** Claims what is due and decides the same of everything, unless told otherwise; returns the cases that were decided. */
  readonly claim: (claiming?: Claiming) => Promise<{
    readonly count: number
    readonly cases: readonly DueCase[]
    readonly dueOns: readonly (string | null)[]
  }>
  readonly waiting: (person: TestPerson) => Promise<readonly WaitingReminder[]>
}

const openDueStage = async (database: Database): Promise<DueStage> => {
  await database.client.nextReminder.deleteMany()
  await database.client.reminder.deleteMany()
  const ward = await createTestWorkspace(database)
  const claim: DueStage['claim'] = async (claiming = {}) => {
    const { next = tomorrow, milestone = 7, limit = 100, workspace = ward, at = now, look } = claiming
    const cases: DueCase[] = []
    const decide = (due: DueCase) => {
      cases.push(due)
      return look?.(due) ?? lookWith(milestone, next)
    }
    const count = await claimDue(database, { workspaceIds: [workspace.id], now: at, limit }, decide)
    return { count, cases, dueOns: cases.map(({ dueOn }) => dueOn) }
  }
  return {
    ...{ database, ward, claim },
    official: await addPerson(database, ward, { name: 'An', agency: 'Phòng Y tế' }),
    head: await addPerson(database, ward, { name: 'Bình', agency: 'Phòng Y tế', role: 'head' }),
    addDue: async (remindAts, workspace = ward) => {
      await addPlan(
        database,
        workspace,
        remindAts.map((moment) => ({ occurrences: [moment.slice(0, 10)], to: ['Phòng Y tế'] })),
        { remindAt: (dueOn) => new Date(remindAts.find((moment) => moment.startsWith(dueOn ?? '')) ?? now) },
      )
    },
    waiting: (person) => within(database, ward.id, ({ reminders }) => reminders.listWaiting(person.id)),
  }
}

/** A database for the tests of a file, emptied before each; returns what gives the stage of the test. */
export const useDueStage = async (): Promise<() => DueStage> => {
  const database = await useTestDatabase()
  let stage: DueStage
  beforeEach(async () => {
    stage = await openDueStage(database)
  })
  return () => stage
}
