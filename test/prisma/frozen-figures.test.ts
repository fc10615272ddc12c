import { beforeEach, describe, expect, test } from 'vitest'
import { byField } from '../../domain/fields.ts'
import type { AssignmentState } from '../../domain/assignment.ts'
import { templateOf } from '../../domain/periods/template.ts'
import type { Period } from '../../domain/periods/period.ts'
import { localDate } from '../../domain/time.ts'
import { addPerson, addPlan, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const zone = 'Asia/Ho_Chi_Minh'
const cutoff = new Date('2026-03-14T09:30:00Z')
const before = (hours: number): Date => new Date(cutoff.getTime() - hours * 3_600_000)
const after = (hours: number): Date => new Date(cutoff.getTime() + hours * 3_600_000)
const everything = { agencyIds: 'all' } as const

const database = await useTestDatabase()
let ward: TestWorkspace
let personId: string
beforeEach(async () => {
  ward = await createTestWorkspace(database)
  personId = (await addPerson(database, ward)).id
})

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
  return within(database, ward.id, async ({ assignments }) => (await assignments.find(id))!)
}

const stand = (state: AssignmentState, more: { percent?: number; obstacle?: string | null } = {}, now = cutoff) => ({
  ...{ state, percent: more.percent ?? 0, obstacle: more.obstacle ?? null, remindAt: null },
  doneOn: state === 'done' ? localDate(now, zone) : null,
})

const say = async (
  task: Parameters<typeof assignmentOf>,
  kind: 'progress' | 'done' | 'obstacle',
  change: ReturnType<typeof stand>,
  now: Date,
) => {
  const assignment = await assignmentOf(...task)
  return within(database, ward.id, ({ assignments }) =>
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
  await within(database, ward.id, ({ decisions }) =>
    decisions.record({ assignment, personId, kind, note: '', change, ...(dueOn !== undefined && { dueOn }) }, now),
  )
}

const makePeriod = async (): Promise<Period> =>
  within(database, ward.id, async ({ periods }) => {
    const [first] = templateOf(2026)
    await periods.add([{ ...first!, cutoffAt: cutoff, armedFrom: before(999), nextRemindAt: null }], before(999))
    return (await periods.lock({ year: 2026, kind: 'q1' }))!
  })

const freezeAt = async (now: Date) => {
  const period = await makePeriod()
  return within(database, ward.id, async ({ frozen }) => {
    await frozen.freeze(period, zone, now)
    return (await frozen.read(period.id, 'all'))!
  })
}

/** What /tinhhinh would say at this moment. */
const statusAt = (now: Date) =>
  within(database, ward.id, async ({ assignments }) => {
    const today = localDate(now, zone)
    const sections = await assignments.figuresBy('section', everything, today)
    return {
      agencies: await assignments.figures(everything, today),
      plans: await assignments.figuresBy('plan', everything, today),
      sections,
    }
  })

const figuresOf = ({ agencies, plans, sections }: Awaited<ReturnType<typeof freezeAt>>) => ({
  ...{ agencies, plans, sections },
})

/** All open work of one agency goes to another. */
const transfer = async (from: string, to: string, now: Date) => {
  const wish = { fromId: ward.agency(from), toId: ward.agency(to), planId: null, received: false }
  await within(database, ward.id, async ({ transfers }) => {
    const all = (await transfers.list(wish)).map((one) => ({ ...one, newState: 'assigned' as const }))
    const passed = all.filter(({ there }) => there === null)
    const reopened = all.filter(({ there }) => there?.state === 'returned')
    const by = { personId, channel: 'telegram' } as const
    await transfers.move({ wish, toName: to, by, passed, reopened, left: [] }, now)
  })
}

describe('frozen figures', () => {
  test('are those of /tinhhinh at that moment: by agency, plan and field', async () => {
    await fill()
    await say(['Một'], 'done', stand('done'), before(2))
    await say(['Hai', 'Phòng Y tế'], 'obstacle', stand('acknowledged', { obstacle: 'Thiếu kinh phí' }), before(1))
    const status = await statusAt(cutoff)
    const frozen = await freezeAt(cutoff)
    expect(figuresOf(frozen)).toEqual(status)
    expect(byField(frozen.sections).map(({ name, total }) => [name, total])).toEqual([
      ['Cải cách thể chế', 2],
      ['Tài chính công', 3],
    ])
    expect(frozen).toMatchObject({ asOf: cutoff, frozenAt: cutoff, lateBecause: null, asOfDay: '2026-03-14' })
  })

  test('stay the same whatever happens afterwards, and the database refuses to change them', async () => {
    await fill()
    const frozen = await freezeAt(cutoff)
    await say(['Một'], 'done', stand('done'), after(1))
    const { id } = await database.client.frozenFigures.findFirstOrThrow({ where: { workspaceId: ward.id } })
    const { periodId } = await database.client.frozenFigures.findUniqueOrThrow({ where: { id } })
    expect(await within(database, ward.id, (stores) => stores.frozen.read(periodId, 'all'))).toEqual(frozen)
    const { client } = database
    await expect(client.frozenFigures.updateMany({ data: { asOf: after(1) } })).rejects.toThrow(/append-only/)
    await expect(client.frozenCell.updateMany({ data: { done: 9 } })).rejects.toThrow(/append-only/)
    await expect(client.frozenCell.deleteMany()).rejects.toThrow(/append-only/)
    await expect(client.$executeRaw`TRUNCATE "FrozenFigures", "FrozenCell"`).rejects.toThrow(/append-only/)
  })

  test('are frozen once', async () => {
    await fill()
    await freezeAt(cutoff)
    const again = within(database, ward.id, async ({ frozen, periods }) => {
      await frozen.freeze((await periods.lock({ year: 2026, kind: 'q1' }))!, zone, after(1))
    })
    await expect(again).rejects.toThrow()
    expect(await database.client.frozenFigures.count({ where: { workspaceId: ward.id } })).toBe(1)
  })

  test('of some agencies are told alone', async () => {
    await fill()
    await freezeAt(cutoff)
    const { id } = (await within(database, ward.id, ({ periods }) => periods.lock({ year: 2026, kind: 'q1' })))!
    const own = await within(database, ward.id, ({ frozen }) => frozen.read(id, [ward.agency('Phòng Tư pháp')]))
    expect(own!.agencies.map(({ agencyName, total }) => [agencyName, total])).toEqual([['Phòng Tư pháp', 1]])
    expect(own!.plans).toHaveLength(1)
  })
})

describe('after downtime the cut-off is rebuilt from the history', () => {
  const lateFreeze = async (meanwhile: () => Promise<unknown>) => {
    const status = await statusAt(cutoff)
    await meanwhile()
    const frozen = await freezeAt(after(72))
    return { status, frozen }
  }

  test.each<readonly [string, () => Promise<unknown>]>([
    ['what was said', () => say(['Hai'], 'progress', stand('in_progress', { percent: 50 }), after(1))],
    ['what was done', () => say(['Một'], 'done', stand('done', {}, after(1)), after(1))],
    ['an obstacle named', () => say(['Hai'], 'obstacle', stand('acknowledged', { obstacle: 'Chờ' }), after(1))],
    [
      'more time granted, twice',
      async () => {
        await decide(['Một'], 'extend', stand('assigned'), '2026-04-30', after(1))
        await decide(['Một'], 'extend', stand('assigned'), '2026-05-30', after(2))
      },
    ],
    ['work given back', () => decide(['Hai', 'Phòng Y tế'], 'return', stand('returned'), undefined, after(1))],
    [
      'work that came later',
      () =>
        addPlan(database, ward, [{ title: 'Mới' }], { number: '03/KH-UBND' }).then(() =>
          database.client.assignment.updateMany({
            where: { workspaceId: ward.id, occurrence: { task: { title: 'Mới' } } },
            data: { createdAt: after(1) },
          }),
        ),
    ],
  ])('without %s since', async (_what, meanwhile) => {
    await fill()
    const { status, frozen } = await lateFreeze(meanwhile)
    expect(figuresOf(frozen)).toEqual(status)
    expect(frozen).toMatchObject({ asOf: cutoff, frozenAt: after(72), lateBecause: null })
  })

  test('with what was taken back or opened again since', async () => {
    await fill()
    await say(['Một'], 'done', stand('done', {}, before(48)), before(48))
    const said = await say(['Hai'], 'progress', stand('in_progress'), before(5))
    const { status, frozen } = await lateFreeze(async () => {
      await decide(['Một'], 'reopen', stand('in_progress'), undefined, after(1))
      await say(['Một'], 'done', stand('done', {}, after(30)), after(30))
      await within(database, ward.id, ({ assignments }) => assignments.undo(said, stand('assigned'), after(2)))
    })
    expect(figuresOf(frozen)).toEqual(status)
    expect(frozen.lateBecause).toBeNull()
  })

  test('with work that went to another agency since, and came back', async () => {
    await fill()
    await say(['Ba', 'Phòng Tư pháp'], 'progress', stand('in_progress', { percent: 30 }), before(3))
    const { status, frozen } = await lateFreeze(async () => {
      await transfer('Phòng Tư pháp', 'Trạm Y tế', after(1))
      await transfer('Trạm Y tế', 'Phòng Tư pháp', after(2))
      await transfer('Phòng Y tế', 'Trạm Y tế', after(3))
    })
    expect(figuresOf(frozen)).toEqual(status)
    expect(frozen.lateBecause).toBeNull()
  })

  test('but after an amendment they are those of now, and say so', async () => {
    await fill()
    const { frozen, status } = await lateFreeze(async () => {
      await database.client.assignment.updateMany({
        where: { workspaceId: ward.id, dueOn: new Date('2026-03-10') },
        data: { state: 'cancelled' },
      })
      const entry = { action: 'amend', subject: 'plan', subjectId: 'x' }
      await within(database, ward.id, ({ audit }) => audit.append(entry, after(1)))
    })
    expect(frozen).toMatchObject({ asOf: after(72), lateBecause: 'amended', asOfDay: '2026-03-17' })
    expect(figuresOf(frozen)).not.toEqual(status)
    expect(figuresOf(frozen)).toEqual(await statusAt(after(72)))
  })

  test('and where the history has a gap', async () => {
    await fill()
    const { frozen } = await lateFreeze(async () => {
      await say(['Hai'], 'progress', stand('in_progress'), after(1))
      await database.client.assignment.updateMany({ where: { workspaceId: ward.id }, data: { state: 'cancelled' } })
    })
    expect(frozen).toMatchObject({ asOf: after(72), lateBecause: 'history' })
  })
})
