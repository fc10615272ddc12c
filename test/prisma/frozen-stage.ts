import { beforeEach } from 'vitest'
import type { AssignmentState } from '../../domain/assignment.ts'
import { templateOf } from '../../domain/periods/template.ts'
import type { Period } from '../../domain/periods/period.ts'
import type { FrozenFigures } from '../../domain/ports/periods.ts'
import type { Stores } from '../../domain/ports/stores.ts'
import { localDate } from '../../domain/time.ts'
import { addPerson, addPlan, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

export const zone = 'Asia/Ho_Chi_Minh'
export const cutoff = new Date('2026-03-14T09:30:00Z')
const everything = { agencyIds: 'all' } as const
export const before = (hours: number): Date => new Date(cutoff.getTime() - hours * 3_600_000)
export const after = (hours: number): Date => new Date(cutoff.getTime() + hours * 3_600_000)

/** How an assignment stands after somebody said or decided something. */
export const stand = (
  state: AssignmentState,
  more: { percent?: number; obstacle?: string | null } = {},
  now = cutoff,
) => ({
  ...{ state, percent: more.percent ?? 0, obstacle: more.obstacle ?? null, remindAt: null },
  doneOn: state === 'done' ? localDate(now, zone) : null,
})

export const figuresOf = ({ agencies, plans, sections }: Pick<FrozenFigures, 'agencies' | 'plans' | 'sections'>) => ({
  ...{ agencies, plans, sections },
})

/** For each test a ward of its own: what is said and decided there, and its figures, frozen or as they stand. */
export const useFrozenFigures = async () => {
  const database = await useTestDatabase()
  let ward: TestWorkspace
  let personId: string
  beforeEach(async () => {
    ward = await createTestWorkspace(database)
    personId = (await addPerson(database, ward)).id
  })

  const here = <T>(work: (stores: Stores) => Promise<T>): Promise<T> => within(database, ward.id, work)

  /** Tasks of two plans, sections and agencies, in the order of their numbers. */
  const fill = async () => {
    await addPlan(database, ward, [
      { title: 'Một', occurrences: ['2026-03-10'], section: 'I. Cải cách thể chế' },
      { title: 'Hai', occurrences: ['2026-03-18'], section: 'II. Tài chính công', to: ['Phòng Nội vụ', 'Phòng Y tế'] },
      { title: 'Ba', occurrences: ['2026-06-01'], section: 'II. Tài chính công', to: ['Phòng Tư pháp'] },
    ])
    await addPlan(database, ward, [{ title: 'Bốn', section: '1. Cải cách thể chế', to: ['Phòng Y tế'] }], {
      number: '02/KH-UBND',
    })
  }

  const assignmentOf = async (title: string, agency = 'Phòng Nội vụ') => {
    const { id } = await database.client.assignment.findFirstOrThrow({
      where: { workspaceId: ward.id, agencyId: ward.agency(agency), occurrence: { task: { title } } },
    })
    return here(async ({ assignments }) => (await assignments.find(id))!)
  }

  const say = async (
    task: Parameters<typeof assignmentOf>,
    kind: 'progress' | 'done' | 'obstacle',
    change: ReturnType<typeof stand>,
    now: Date,
  ) => {
    const assignment = await assignmentOf(...task)
    return here(({ assignments }) =>
      assignments.record({ assignment, personId, kind, note: '', links: [], change }, now),
    )
  }

  const decide = async (
    task: Parameters<typeof assignmentOf>,
    kind: 'extend' | 'reopen' | 'return',
    change: ReturnType<typeof stand>,
    dueOn: string | undefined,
    now: Date,
  ) => {
    const assignment = await assignmentOf(...task)
    await here(({ decisions }) =>
      decisions.record({ assignment, personId, kind, note: '', change, ...(dueOn !== undefined && { dueOn }) }, now),
    )
  }

  const makePeriod = async (): Promise<Period> =>
    here(async ({ periods }) => {
      const [first] = templateOf(2026)
      await periods.add([{ ...first!, cutoffAt: cutoff, armedFrom: before(999), nextRemindAt: null }], before(999))
      return (await periods.lock({ year: 2026, kind: 'q1' }))!
    })

  const freezeAt = async (now: Date) => {
    const period = await makePeriod()
    return here(async ({ frozen }) => {
      await frozen.freeze(period, zone, now)
      return (await frozen.read(period.id, 'all'))!
    })
  }

  /** What /tinhhinh would say at this moment. */
  const statusAt = (now: Date) =>
    here(async ({ assignments }) => {
      const today = localDate(now, zone)
      const sections = await assignments.figuresBy('section', everything, today)
      return {
        agencies: await assignments.figures(everything, today),
        plans: await assignments.figuresBy('plan', everything, today),
        sections,
      }
    })

  /** All open work of one agency goes to another. */
  const transfer = async (from: string, to: string, now: Date) => {
    const wish = { fromId: ward.agency(from), toId: ward.agency(to), planId: null, received: false }
    await here(async ({ transfers }) => {
      const all = (await transfers.list(wish)).map((one) => ({ ...one, newState: 'assigned' as const }))
      const passed = all.filter(({ there }) => there === null)
      const reopened = all.filter(({ there }) => there?.state === 'returned')
      const by = { personId, channel: 'telegram' } as const
      await transfers.move({ wish, toName: to, by, passed, reopened, left: [] }, now)
    })
  }

  return { ...{ database, here, ward: () => ward, fill, say, decide, transfer, freezeAt, statusAt } }
}
