import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { AssignmentState } from '../../domain/assignment.ts'
import { onTimeRate, sumFigures } from '../../domain/figures.ts'
import type { Assignments, ListName, Scope } from '../../domain/ports/assignments.ts'
import { addDays, type LocalDate } from '../../domain/time.ts'
import { type Timeliness, timelinessOf } from '../../domain/timeliness.ts'
import { addPlan, createTestWorkspace, type TestWorkspace, within } from '../support/builders.ts'
import { useTestDatabase } from '../support/database.ts'

const agencyNames = ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế']
const today = '2026-06-15'

/** What decides how an assignment is counted. */
interface Standing {
  readonly state: AssignmentState
  readonly originalDueOn: LocalDate | null
  readonly dueOn: LocalDate | null
  readonly doneOn: LocalDate | null
  readonly obstacle: string | null
  readonly lastUpdateAt: string | null
}

const database = await useTestDatabase()
let ward: TestWorkspace
let planId: string
let rows: { id: string; agencyId: string; taskId: string }[]
let tasks: ReadonlyMap<string, { readonly planId: string; readonly section: string; readonly number: number }>

const reform = 'I. Cải cách thể chế'
const service = '2. Thủ tục hành chính'

beforeAll(async () => {
  ward = await createTestWorkspace(database)
  const planned = Array.from({ length: 5 }, (_, at) => ({ to: agencyNames, section: at < 2 ? reform : service }))
  planId = (await addPlan(database, ward, planned)).planId
  await addPlan(database, ward, planned)
  rows = await database.client.assignment.findMany({ select: { id: true, agencyId: true, taskId: true } })
  const found = await database.client.task.findMany({
    select: { id: true, planId: true, section: true, number: true },
  })
  tasks = new Map(found.map(({ id, ...task }) => [id, task]))
})

const write = async (standings: readonly Standing[]): Promise<void> => {
  const json = JSON.stringify(rows.map(({ id }, index) => ({ id, ...standings[index] })))
  await database.client.$executeRaw`
    UPDATE "Assignment" a SET "state" = s."state", "originalDueOn" = s."originalDueOn", "dueOn" = s."dueOn",
      "doneOn" = s."doneOn", "obstacle" = s."obstacle", "lastUpdateAt" = s."lastUpdateAt"
    FROM json_populate_recordset(NULL::"Assignment", ${json}::json) s WHERE a."id" = s."id"`
}

// Days cluster around the borders: today, a week from today and each other.
const day = fc.integer({ min: -9, max: 9 }).map((days) => addDays(today, days))
const dayOrNone = fc.option(day, { freq: 5 })
const standing: fc.Arbitrary<Standing> = fc.record({
  state: fc.constantFrom(
    'assigned',
    'acknowledged',
    'in_progress',
    'submitted',
    'done',
    'done',
    'returned',
    'cancelled',
  ),
  originalDueOn: dayOrNone,
  dueOn: dayOrNone,
  doneOn: dayOrNone,
  obstacle: fc.option(fc.constant('chưa có kinh phí')),
  lastUpdateAt: fc.option(fc.constant('2026-06-01T00:00:00Z')),
})

const is = (...classes: readonly Timeliness[]) => classes
const openClasses = is('late', 'due-soon', 'in-time', 'undated')
const doneClasses = is('done-in-time', 'done-late')

const isWithin = ({ dueOn }: Standing, from: LocalDate, to: LocalDate) => dueOn !== null && from <= dueOn && dueOn <= to

/** Every list, counted without SQL. */
const belongs: Record<ListName, (item: Standing, timeliness: Timeliness) => boolean> = {
  all: (_, timeliness) => timeliness !== 'closed',
  open: (_, timeliness) => openClasses.includes(timeliness),
  'due-today': (item, timeliness) => openClasses.includes(timeliness) && item.dueOn === today,
  'this-week': (item, timeliness) => openClasses.includes(timeliness) && isWithin(item, '2026-06-15', '2026-06-21'),
  'this-month': (item, timeliness) => openClasses.includes(timeliness) && isWithin(item, '2026-06-01', '2026-06-30'),
  late: (_, timeliness) => timeliness === 'late',
  'due-soon': (_, timeliness) => timeliness === 'due-soon',
  'in-time': (_, timeliness) => timeliness === 'in-time',
  undated: (_, timeliness) => timeliness === 'undated',
  done: (_, timeliness) => doneClasses.includes(timeliness),
  'done-late': (_, timeliness) => timeliness === 'done-late',
  obstacles: (item, timeliness) => openClasses.includes(timeliness) && item.obstacle !== null,
  silent: (item, timeliness) => openClasses.includes(timeliness) && item.lastUpdateAt === null,
}
const listNames = Object.keys(belongs) as ListName[]

const countList = (items: readonly Standing[], name: ListName) =>
  items.filter((item) => belongs[name](item, timelinessOf(item, today))).length

const recount = (items: readonly Standing[]) => {
  const fellDue = items.filter(
    (item) => timelinessOf(item, today) !== 'closed' && item.dueOn !== null && item.dueOn <= today,
  )
  const onTime = (dueOn: (item: Standing) => LocalDate | null) =>
    fellDue.filter((item) => timelinessOf({ ...item, dueOn: dueOn(item) }, today) === 'done-in-time').length
  return {
    total: countList(items, 'all'),
    done: countList(items, 'done'),
    doneLate: countList(items, 'done-late'),
    late: countList(items, 'late'),
    dueSoon: countList(items, 'due-soon'),
    inTime: countList(items, 'in-time'),
    undated: countList(items, 'undated'),
    silent: countList(items, 'silent'),
    obstacles: countList(items, 'obstacles'),
    fellDue: fellDue.length,
    onTime: onTime(({ dueOn }) => dueOn),
    onTimeOriginal: onTime(({ originalDueOn }) => originalDueOn),
  }
}

type Row = (typeof rows)[number]

const isIn = ({ agencyIds, planId: plan, sections }: Scope, { agencyId, taskId }: Row): boolean => {
  const task = tasks.get(taskId)!
  return (
    (agencyIds === 'all' || agencyIds.includes(agencyId)) &&
    (plan === undefined || task.planId === plan) &&
    (sections === undefined || sections.includes(task.section))
  )
}

const inside = (standings: readonly Standing[], scope: Scope, also: (row: Row) => boolean = () => true) =>
  standings.filter((_, index) => isIn(scope, rows[index]!) && also(rows[index]!))

/** What must be found, by agency, by plan and by section. */
const expectFigures = async (assignments: Assignments, standings: readonly Standing[], scope: Scope) => {
  const agencyIds = scope.agencyIds === 'all' ? agencyNames.map(ward.agency) : scope.agencyIds
  const expected = agencyIds.map((agencyId) => {
    const agencyName = agencyNames.find((name) => ward.agency(name) === agencyId)
    return { agencyId, agencyName, ...recount(inside(standings, scope, (row) => row.agencyId === agencyId)) }
  })
  expect(await assignments.figures(scope, today)).toEqual(expected)
  for (const division of ['plan', 'section'] as const) {
    const keyOf = ({ taskId }: Row) => tasks.get(taskId)![division === 'plan' ? 'planId' : 'section']
    const found = await assignments.figuresBy(division, scope, today)
    const there = rows.filter((row) => isIn(scope, row))
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set(there.map(keyOf)))
    for (const { key, name, task, ...counted } of found) {
      expect(counted).toEqual(recount(inside(standings, scope, (row) => keyOf(row) === key)))
      expect(name).toBe(division === 'plan' ? '01/KH-UBND' : key)
      const numbers = there.filter((row) => keyOf(row) === key).map(({ taskId }) => tasks.get(taskId)!.number)
      expect(task).toBe(Math.min(...numbers))
    }
  }
}

/** The list behind every number of a scope, with nothing in it that does not belong. */
const expectLists = async (assignments: Assignments, standings: readonly Standing[], scope: Scope) => {
  for (const name of listNames) {
    const { total, items } = await assignments.list(scope, name, today, { offset: 0, limit: 50 })
    const count = countList(inside(standings, scope), name)
    expect([name, total, items.length]).toEqual([name, count, count])
    for (const item of items) {
      const index = rows.findIndex(({ id }) => id === item.id)
      expect(isIn(scope, rows[index]!)).toBe(true)
      expect(belongs[name](standings[index]!, timelinessOf(item, today))).toBe(true)
    }
  }
}

test('every number is what timelinessOf says, and every list is as long as its number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(standing, { minLength: 30, maxLength: 30 }), async (standings) => {
      await write(standings)
      await within(database, ward.id, async ({ assignments }) => {
        const scopes: Scope[] = [
          { agencyIds: 'all' },
          { agencyIds: [ward.agency('Phòng Y tế')] },
          { agencyIds: 'all', planId },
          { agencyIds: 'all', sections: [reform] },
          { agencyIds: [ward.agency('Phòng Y tế')], planId, sections: [service] },
        ]
        for (const scope of scopes) {
          await expectFigures(assignments, standings, scope)
          await expectLists(assignments, standings, scope)
        }
      })
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('the sum of what was done, is open and undated is the total', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(standing, { minLength: 30, maxLength: 30 }), async (standings) => {
      await write(standings)
      const found = await within(database, ward.id, ({ assignments }) =>
        assignments.figures({ agencyIds: 'all' }, today),
      )
      const { total, done, late, dueSoon, inTime, undated, ...rest } = sumFigures(found)
      expect(done + late + dueSoon + inTime + undated).toBe(total)
      expect(rest.doneLate).toBeLessThanOrEqual(done)
      expect(rest.onTime).toBeLessThanOrEqual(rest.fellDue)
      expect(rest.onTimeOriginal).toBeLessThanOrEqual(rest.fellDue)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('a workspace without assignments has no figures and no rate', async () => {
  const empty = await createTestWorkspace(database)
  const found = await within(database, empty.id, ({ assignments }) => assignments.figures({ agencyIds: 'all' }, today))
  expect(found).toEqual([])
  expect(onTimeRate(sumFigures(found))).toBeNull()
})
