import fc from 'fast-check'
import { countingOf, readRule } from '../../../domain/milestone-rule.ts'
import { firstReminderAt } from '../../../domain/milestones.ts'
import type { Database } from '../../../prisma/database.ts'
import { addPerson, addPlan, createTestWorkspace, type TestPerson, type TestWorkspace } from '../builders.ts'
import { dayFrom, dayMinutes, dayOf, isoOf, toInstant, type WallMinute } from './calendar.ts'
import { ladders } from './ladder.ts'
import { ReminderModel } from './model.ts'
import type { Staff } from './staff.ts'
import type { ModelAssignment, Rule } from './work.ts'

/** With what a story begins. */
export interface Beginning {
  readonly start: WallMinute
  /** By agency: how many officials, and whether there is a head. */
  readonly agencies: readonly { readonly officials: number; readonly head: boolean }[]
  /** Whether the first official of the first agency also heads the second. */
  readonly twoHats: boolean
  readonly ladder: number
  readonly tasks: readonly {
    /** Days from the start; null without a date. */
    readonly due: number | null
    readonly agencies: readonly number[]
    readonly strict: boolean
    readonly rule: number
  }[]
}

const rules: readonly Rule[] = [
  { written: null, before: [7, 3, 1, 0], lateEvery: 3, working: false, askedEvery: 1 },
  { written: '10,5,0;7;c;q', before: [10, 5, 0], lateEvery: 7, working: false, askedEvery: 3 },
  { written: '5,2,0;4;w', before: [5, 2, 0], lateEvery: 4, working: true, askedEvery: 1 },
  { written: '3,1;-;c;-', before: [3, 1], lateEvery: null, working: false, askedEvery: null },
]

const firstDay = dayFrom('2026-01-12')
const lastStart = 220
/** Days from the first on which a month ends soon: on the first of the next one people are asked. */
const monthEnds = Array.from({ length: lastStart }, (_, day) => day).filter(
  (day) => isoOf(firstDay + day).slice(-2) >= '26',
)

export const beginnings: fc.Arbitrary<Beginning> = fc.record({
  start: fc
    .tuple(fc.oneof(fc.nat(lastStart), fc.constantFrom(...monthEnds)), fc.integer({ min: 0, max: dayMinutes - 1 }))
    .map(([day, minute]) => (firstDay + day) * dayMinutes + minute),
  agencies: fc.array(
    fc.record({ officials: fc.constantFrom(0, 1, 1, 2, 2), head: fc.constantFrom(true, true, false) }),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  twoHats: fc.boolean(),
  ladder: fc.nat(ladders.length - 1),
  tasks: fc.array(
    fc.record({
      due: fc.option(fc.integer({ min: -14, max: 24 }), { freq: 3 }),
      agencies: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }),
      strict: fc.boolean(),
      rule: fc.nat(rules.length - 1),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

/** Everybody and everything of a story, in the program's tables and in the model. */
export interface World {
  readonly model: ReminderModel
  readonly workspace: TestWorkspace
  /** The ids of the agencies, by their numbers. */
  readonly agencyIds: readonly string[]
  /** In the order of the model's people. */
  readonly people: readonly TestPerson[]
  /** One who answers for agencies, and one who decides. */
  readonly coordinators: readonly [number, number]
}

const agencyNames = ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế'] as const

export const build = async (database: Database, beginning: Beginning): Promise<World> => {
  const workspace = await createTestWorkspace(database)
  const ladder = ladders[beginning.ladder] ?? ladders[0]!
  // Nobody is asked for being silent: this has tests of its own.
  await database.client.workspace.update({ where: { id: workspace.id }, data: { escalation: ladder.written } })
  const agencyIds = agencyNames.map((name) => workspace.agency(name))
  const model = new ReminderModel(ladder)
  const people: TestPerson[] = []
  const join = async (roles: Roles, above: ModelAbove = null): Promise<number> => {
    people.push(await addMember(database, workspace, `Người ${people.length + 1}`, roles, above))
    return model.staff.people.push({ roles, above, isReachable: true }) - 1
  }
  for (const roles of rolesIn(beginning)) await join(roles)
  const coordinators = [await join([], 2), await join([], 2)] as const
  await join([], 3)
  await addTasks(database, workspace, model, beginning, people.at(-1)?.id ?? '')
  return { model, workspace, agencyIds, people, coordinators }
}

/** Who belongs to the agencies, one after the other. */
const rolesIn = ({ agencies, twoHats }: Beginning): readonly Roles[] =>
  agencies.flatMap(({ officials, head }, agency) => [
    ...Array.from({ length: officials }, (_, count): Roles => {
      const hat = { agency: 1, role: 'head' } as const
      return [{ agency, role: 'official' }, ...(twoHats && agency === 0 && count === 0 ? [hat] : [])]
    }),
    ...(head ? [[{ agency, role: 'head' } as const]] : []),
  ])

type Roles = Staff['people'][number]['roles']
type ModelAbove = Staff['people'][number]['above']

/** Somebody with these roles; a coordinator or a leader without any. */
const addMember = async (
  database: Database,
  workspace: TestWorkspace,
  name: string,
  [first, ...more]: Roles,
  above: ModelAbove,
): Promise<TestPerson> => {
  const role = above === 3 ? 'leader' : 'coordinator'
  const own = first === undefined ? ({ role } as const) : roleIn(first)
  const person = await addPerson(database, workspace, { name, ...own })
  for (const { role, agency } of more) {
    const agencyId = workspace.agency(agencyNames[agency] ?? '')
    await database.client.membership.create({
      data: { workspaceId: workspace.id, personId: person.id, role, agencyId },
    })
  }
  return person
}

const roleIn = ({ agency, role }: { readonly agency: number; readonly role: 'official' | 'head' }) => ({
  role,
  agency: agencyNames[agency] ?? '',
})

/** A plan for each task: each has its own rule and its own way of working. */
const addTasks = async (
  database: Database,
  workspace: TestWorkspace,
  model: ReminderModel,
  { tasks, start }: Beginning,
  createdById: string,
): Promise<void> => {
  for (const [index, task] of tasks.entries()) {
    const rule = rules[task.rule] ?? rules[0]!
    const due = task.due === null ? null : dayOf(start) + task.due
    const counting = countingOf(
      { workspace: { rule: readRule(rule.written ?? '7,3,1,0;3;c')!, calendar: { own: new Map() } }, plans: new Map() },
      null,
    )
    const { planId } = await addPlan(
      database,
      workspace,
      [
        {
          title: `Việc thứ ${index + 1}`,
          occurrences: due === null ? [] : [isoOf(due)],
          to: task.agencies.map((agency) => agencyNames[agency] ?? ''),
        },
      ],
      {
        ...{ number: `${index + 1}/KH-UBND`, createdById, at: toInstant(start) },
        remindAt: (dueOn) => firstReminderAt(dueOn, toInstant(start), workspace.zone, counting),
      },
    )
    const workflow = task.strict ? 'chat' : 'gon'
    await database.client.plan.update({ where: { id: planId }, data: { workflow, milestones: rule.written } })
    const given = { number: index + 1, rule, isStrict: task.strict, due, start }
    model.assignments.push(...task.agencies.map((agency) => newWork({ ...given, agency })))
  }
}

type Given = Pick<ModelAssignment, 'number' | 'rule' | 'isStrict' | 'due' | 'agency'> & { readonly start: WallMinute }

/** The milestone it is in is still spoken of; without a due date it is asked about from the next months on. */
const newWork = ({ start, ...given }: Given): ModelAssignment => ({
  ...{ ...given, given: dayOf(start), version: 1, state: 'open', doer: null, heardAt: -Infinity },
  handledUntil: given.due === null ? start : -Infinity,
  changedAt: start,
})
