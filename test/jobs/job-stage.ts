import { createTransactions } from '../../app/transactions.ts'
import type { Wakeups } from '../../domain/ports/wakeups.ts'
import { firstReminderAt } from '../../domain/milestones.ts'
import { createJobs } from '../../jobs/index.ts'
import type { Database } from '../../prisma/database.ts'
import { renderedSchema } from '../../prisma/outbox.ts'
import {
  addPlan,
  builtAt,
  createTestWorkspace,
  within,
  type TestTask,
  type TestWorkspace,
} from '../support/builders.ts'

/** Monday 2 March 2026, 09:00 in Hà Nội. */
export const monday = new Date('2026-03-02T02:00:00Z')

/** A moment on the clock of Hà Nội. */
export const hanoi = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)

interface Said {
  readonly personId: string | null
  readonly chatId: string
  readonly key: string
  readonly assignmentId: string | null
  readonly text: string
  readonly choices: readonly string[]
}

/** The jobs over a real database, with wake-ups that are kept until somebody feels them. */
export interface JobStage {
  readonly database: Database
  readonly workspace: TestWorkspace
  setNow(now: Date): void
  /** One tick of each kind: what is due is claimed, nothing is said yet. */
  tick(): Promise<void>
  /** Feels the wake-ups; returns how many failed. */
  work(): Promise<number>
  /** What is done before anything is sent; returns how many digests were taken back. */
  takeBack(): Promise<number>
  /** Both, twice over: a second time must never change anything. */
  runTwice(): Promise<void>
  /** The same at a time of a day in Hà Nội. */
  runAt(day: string, time?: string): Promise<void>
  /** The wake-ups that wait to be felt. */
  readonly waiting: { readonly remind: unknown[]; readonly summarize: unknown[] }
  said(): Promise<readonly Said[]>
  texts(): Promise<readonly string[]>
  /** As if everything that waits had been sent, or had failed for good. */
  deliver(state?: 'sent' | 'failed'): Promise<void>
  /** The one message there is. */
  saidOnce(): Promise<Said>
  addTasks(tasks: readonly TestTask[], workspace?: TestWorkspace): Promise<void>
}

/** A stage on an empty database, which may have been used before. */
export const openJobStage = async (database: Database): Promise<JobStage> => {
  let now = monday
  await emptyTables(database)
  const workspace = await createTestWorkspace(database)
  const waiting: {
    remind: Parameters<Wakeups['remind']>[0][number][]
    summarize: Parameters<Wakeups['summarize']>[0][number][]
  } = { remind: [], summarize: [] }
  const wakeups: Wakeups = {
    handle: () => Promise.resolve(),
    deliver: () => Promise.resolve(),
    remind: (people) => Promise.resolve(void waiting.remind.push(...people)),
    summarize: (chats) => Promise.resolve(void waiting.summarize.push(...chats)),
  }
  const inTransaction = createTransactions(database, { within: () => wakeups }, () => now)
  const { ticks, workers, takeBack } = createJobs({ inTransaction, now: () => now, shares: 2, alarmMinutes: 10 })

  const tick = async () => {
    // Time is moved by hand here: whoever looks at the clock would take that for one that had stopped.
    for (const one of ticks) if (one.name !== 'clock-watch') await one.run()
  }
  const work = async () => {
    const runs = [
      ...waiting.remind.splice(0).map(async (who) => workers.remind(who)),
      ...waiting.summarize.splice(0).map(async (which) => workers.summarize(which)),
    ]
    return (await Promise.allSettled(runs)).filter(({ status }) => status === 'rejected').length
  }
  const said = async () =>
    (await database.client.outboundMessage.findMany({ orderBy: { id: 'asc' } })).map(
      ({ personId, chatId, key, assignmentId, content }) => {
        const { text, choices } = renderedSchema.parse(content)
        return { personId, chatId, key, assignmentId, text, choices }
      },
    )
  const runTwice = async () => {
    for (let run = 0; run < 2; run += 1) {
      await tick()
      await work()
    }
  }
  return {
    ...{ database, workspace, waiting, tick, work, runTwice, said, takeBack },
    setNow: (date) => {
      now = date
    },
    runAt: (day, time = '09:00') => {
      now = hanoi(day, time)
      return runTwice()
    },
    texts: async () => (await said()).map(({ text }) => text),
    deliver: async (state = 'sent') => {
      await database.client.outboundMessage.updateMany({
        where: { state: 'pending' },
        data: { state, settledAt: now },
      })
    },
    saidOnce: async () => {
      const [only, ...more] = await said()
      if (only === undefined || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} messages were said`)
      return only
    },
    addTasks: async (tasks, where = workspace) => {
      await addPlan(database, where, tasks, {
        createdById: await planner(database, where),
        remindAt: (dueOn) => firstReminderAt(dueOn, now, where.zone),
      })
    },
  }
}

/** Who made the plans has no role and no chat: nobody above hears of what is late, unless a test brings them. */
const planner = (database: Database, { id }: TestWorkspace): Promise<string> =>
  within(database, id, ({ people }) => people.create({ name: 'Cán bộ Tám', locale: 'vi' }, builtAt))

/** Opening a database takes longer than emptying one. The record of changes refuses to be emptied and is let be. */
const emptyTables = async ({ client }: Database): Promise<void> => {
  await client.$executeRaw`TRUNCATE "Workspace", "Chat", "Plan", "Reminder", "OutboundMessage", "InboundEvent" CASCADE`
}
