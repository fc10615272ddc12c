import { createHash, randomUUID } from 'node:crypto'
import type { Channel } from '../../domain/incoming.ts'
import type { Membership, Role } from '../../domain/people.ts'
import type { ParsedPlan, ParsedTask } from '../../domain/plan-document.ts'
import type { Stores, Workspace } from '../../domain/ports/stores.ts'
import type { Database } from '../../prisma/database.ts'
import { createStores } from '../../prisma/stores.ts'
import type { Transaction } from '../../prisma/transaction.ts'
import { createWorkspace, type Directory } from '../../prisma/workspaces.ts'

/** The moment at which everything that builders make is made: Monday 5 January 2026, 09:00 in Hà Nội. */
export const builtAt = new Date('2026-01-05T02:00:00Z')

/** Stores that say nothing: messages are dropped. */
const silentStores = (tx: Transaction, workspaceId: string): Stores =>
  createStores(tx, workspaceId, { add: () => Promise.resolve([]) })

/** Runs something with the stores of a workspace, in a transaction of its own. */
export const within = <T>(
  database: Pick<Database, 'client'>,
  workspaceId: string,
  work: (stores: Stores) => Promise<T>,
): Promise<T> => database.client.$transaction((tx) => work(silentStores(tx, workspaceId)))

/** A small ward: three divisions below it, one of them with a unit of its own. */
const smallDirectory: Directory = {
  agencies: [
    { name: 'UBND phường An Biên', kind: 'ubnd-cap-xa', aliases: ['UBND phường'] },
    { name: 'Phòng Nội vụ', kind: 'phong', parent: 'UBND phường An Biên', aliases: ['PNV'] },
    { name: 'Phòng Tư pháp', kind: 'phong', parent: 'UBND phường An Biên', aliases: [] },
    { name: 'Phòng Y tế', kind: 'phong', parent: 'UBND phường An Biên', aliases: [] },
    { name: 'Trạm Y tế', kind: 'don-vi-su-nghiep', parent: 'Phòng Y tế', aliases: [] },
  ],
  groups: [
    {
      name: 'Các phòng chuyên môn',
      aliases: ['Các phòng, ban', 'Các đơn vị thuộc phường'],
      members: ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Y tế'],
    },
  ],
}

export interface TestWorkspace extends Workspace {
  /** The id of the agency with this name. */
  readonly agency: (name: string) => string
}

/** A workspace with a small directory, unless another is given. */
export const createTestWorkspace = async (
  database: Pick<Database, 'client'>,
  options: { readonly name?: string; readonly zone?: string; readonly directory?: Directory } = {},
): Promise<TestWorkspace> => {
  const { name = 'UBND phường An Biên', zone = 'Asia/Ho_Chi_Minh', directory = smallDirectory } = options
  const workspace = await createWorkspace(database.client, { name, zone, locale: 'vi', directory }, builtAt)
  const agencies = await database.client.agency.findMany({ where: { workspaceId: workspace.id } })
  const ids = new Map(agencies.map((agency) => [agency.name, agency.id]))
  return {
    ...workspace,
    agency: (agencyName) => {
      const id = ids.get(agencyName)
      if (id === undefined) throw new Error(`No agency "${agencyName}" in the test workspace`)
      return id
    },
  }
}

export interface TestPerson {
  readonly id: string
  readonly chatId: string
  /** Who they are on the channel. */
  readonly externalId: string
}

export interface TestPersonOptions {
  readonly name?: string
  readonly role?: Role
  /** The name of the agency; without one the role spans the workspace. */
  readonly agency?: string
  readonly channel?: Channel
  /** Their account and private chat; made up unless given. */
  readonly externalId?: string
  /** Whether the weekly summary comes to them by itself where their role has it so. */
  readonly getsSummary?: boolean
}

/** Somebody who has joined: an official of the first division and reachable on Telegram, unless told otherwise. */
export const addPerson = (
  database: Pick<Database, 'client'>,
  workspace: TestWorkspace,
  options: TestPersonOptions = {},
): Promise<TestPerson> => {
  const { name = 'Chuyên viên Ba', role = 'official', channel = 'telegram', externalId = randomUUID() } = options
  const membership = membershipOf(workspace, role, options.agency)
  return database.client.$transaction(async (tx) => {
    const { people } = silentStores(tx, workspace.id)
    const chat = await tx.chat.create({ data: { channel, externalId, kind: 'private', title: name } })
    const id = await people.create({ name, locale: 'vi' }, builtAt)
    await people.addMembership(id, membership, builtAt)
    // A weekly summary that comes by itself is its own test's matter.
    if (options.getsSummary !== true) await tx.person.update({ where: { id }, data: { summaryDueAt: null } })
    await people.linkAccount(id, channel, externalId, chat.id)
    return { id, chatId: chat.id, externalId }
  })
}

const membershipOf = (workspace: TestWorkspace, role: Role, agency: string | undefined): Membership => {
  const ofAgency = role === 'official' || role === 'head'
  return { role, agencyId: ofAgency || agency !== undefined ? workspace.agency(agency ?? 'Phòng Nội vụ') : null }
}

/** A task as a reader would find it. */
export const parsedTask = (task: Partial<ParsedTask> = {}): ParsedTask => ({
  code: '1',
  section: 'I. Cải cách thể chế',
  title: 'Rà soát văn bản',
  requirement: '',
  lead: ['Phòng Nội vụ'],
  support: [],
  deadlineText: '',
  occurrences: [],
  occurrenceLabels: (task.occurrences ?? []).map(() => ''),
  cadence: 'once',
  output: 'Báo cáo',
  sourceText: '',
  line: 1,
  warnings: [],
  ...task,
})

export const parsedPlan = (tasks: readonly ParsedTask[], number = '01/KH-UBND'): ParsedPlan => ({
  document: {
    number,
    kind: 'KẾ HOẠCH',
    title: 'Cải cách hành chính năm 2026',
    issuer: 'UBND phường An Biên',
    issuedOn: '2026-01-05',
    planYear: 2026,
  },
  tasks,
  warnings: [],
})

export interface TestTask extends Partial<ParsedTask> {
  /** The names of the agencies it is assigned to. */
  readonly to?: readonly string[]
}

export interface TestPlan {
  readonly planId: string
  /** How many assignments it made. */
  readonly assignments: number
}

/** A plan with these tasks, assigned to the first division unless told otherwise. */
export const addPlan = async (
  database: Pick<Database, 'client'>,
  workspace: TestWorkspace,
  tasks: readonly TestTask[],
  options: {
    readonly number?: string
    readonly createdById?: string
    /** When it is made, if not with everything else. */
    readonly at?: Date
    readonly remindAt?: (dueOn: string | null) => Date | null
  } = {},
): Promise<TestPlan> => {
  const createdById =
    options.createdById ?? (await addPerson(database, workspace, { name: 'Cán bộ Tám', role: 'coordinator' })).id
  const newTasks = tasks.map(({ to = ['Phòng Nội vụ'], ...task }) => ({
    parsed: parsedTask(task),
    assignedTo: to.map((name) => workspace.agency(name)),
  }))
  const parsed = parsedPlan(
    newTasks.map((task) => task.parsed),
    options.number,
  )
  const contentHash = createHash('sha256').update(randomUUID()).digest('hex')
  return within(database, workspace.id, ({ plans }) =>
    plans.create(
      {
        ...{ parsed, contentHash, createdById, planYear: 2026, tasks: newTasks },
        remindAt: options.remindAt ?? (() => null),
      },
      options.at ?? builtAt,
    ),
  )
}
