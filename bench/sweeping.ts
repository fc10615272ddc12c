import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { App } from '../app/app.ts'
import type { Database } from '../prisma/database.ts'
import type { BenchDatabase } from './databases.ts'
import { fillWorkspace, milestonesBefore, usualMilestones } from './fill.ts'
import { benchNow, whileRunning } from './running.ts'
import type { Row } from './table.ts'

/**
 * So many assignments, one of how many has reached which milestones, in what time. What is reported above comes on top of
 * what is due, with rows of its own in the ledger: it is shown beside the aim, which is about what is due.
 */
const cases = [
  { assignments: 50_000, every: 1000, milestones: usualMilestones, rounds: 5, aim: '' },
  { assignments: 50_000, every: 10, milestones: milestonesBefore, rounds: 15, aim: '≤ 100 ms (PostgreSQL)' },
  { assignments: 50_000, every: 10, milestones: usualMilestones, rounds: 30, aim: '' },
  { assignments: 1_000_000, every: 1000, milestones: usualMilestones, rounds: 5, aim: '≤ 2000 ms (PostgreSQL)' },
] as const

/** Sweeps over few and many assignments of which few and many are due: the cost is to follow what is due. */
export const measureSweeping = (bench: BenchDatabase): Promise<readonly Row[]> =>
  whileRunning(bench, async (app, database, name) => {
    const rows: Row[] = []
    for (const one of cases) {
      const { id } = await fillWorkspace(database, one.assignments, benchNow, one)
      rows.push(...(await measureCase(app, database, { ...one, id, name })))
      // The sweep works on whatever is due anywhere.
      await database.client.nextReminder.deleteMany({ where: { workspaceId: id } })
    }
    return rows
  })

type Case = (typeof cases)[number] & { readonly id: string; readonly name: string }

/**
 * The sweep alone (find, decide, claim, wake) as its own record has it: digests begin before that is written. Then with
 * every digest written and settled. Each round from the start.
 */
const measureCase = async (
  app: App,
  database: Database,
  { id, name, assignments, milestones, rounds, aim }: Case,
): Promise<readonly Row[]> => {
  const sweeps: number[] = []
  const totals: number[] = []
  const memory: number[] = []
  const ids = await listDue(database, id)
  for (let round = 0; round < rounds; round += 1) {
    await makeDue(database, ids, round + 1)
    const start = performance.now()
    await app.runJobs('reminder-sweep')
    sweeps.push(await lastSweepMs(database))
    await app.quiet()
    totals.push(performance.now() - start)
    memory.push(residentMb())
  }
  const count = (number: number) => number.toLocaleString('en')
  const late = milestones === usualMilestones ? ', two sevenths reported above' : ''
  const what = `${count(assignments)} assignments, ${count(ids.length)} due for 100 people${late}`
  const settled = memory.slice(Math.floor(rounds / 2))
  return [
    { what: `reminder sweep: ${what}`, database: name, samples: sweeps, unit: 'ms', aim },
    { what: `sweep and digests sent: ${what}`, database: name, samples: totals, unit: 'ms', aim: '' },
    ...(rounds < manyRounds
      ? []
      : [
          {
            what: `memory gained in the last half: ${what}`,
            database: name,
            samples: [gainOf(settled)],
            unit: 'MB',
            aim: '≤ 5 MB',
          },
        ]),
  ]
}

const lastSweepMs = async ({ client }: Database): Promise<number> =>
  (await client.jobState.findUniqueOrThrow({ where: { job: 'reminder-sweep' } })).durationMs

/** Before that the program is still warming up, and what it gains says nothing. */
const manyRounds = 20
const gainOf = (megabytes: readonly number[]): number => (megabytes.at(-1) ?? 0) - (megabytes[0] ?? 0)

/** What the workspace was filled with as due. */
const listDue = async ({ client }: Database, workspaceId: string): Promise<readonly string[]> => {
  const where = { workspaceId, remindAt: { lte: benchNow } }
  const rows = await client.nextReminder.findMany({ where, select: { assignmentId: true } })
  return rows.map(({ assignmentId }) => assignmentId)
}

/** The same again, for another due date, and tidied up as a database does by itself between two mornings. */
const makeDue = async ({ client }: Database, ids: readonly string[], version: number): Promise<void> => {
  const remindAt = new Date(benchNow.getTime() - 7_200_000)
  await client.$executeRaw`DELETE FROM "Reminder"`
  await client.$executeRaw`UPDATE "Assignment" SET "dueVersion" = ${version} WHERE "id" = ANY(${[...ids]}::uuid[])`
  await client.$executeRaw`
    INSERT INTO "NextReminder" ("assignmentId", "workspaceId", "remindAt")
    SELECT a."id", a."workspaceId", ${remindAt} FROM "Assignment" a WHERE a."id" = ANY(${[...ids]}::uuid[])
    ON CONFLICT ("assignmentId") DO UPDATE SET "remindAt" = excluded."remindAt"`
  await client.$executeRawUnsafe('VACUUM ANALYZE "Assignment", "NextReminder", "Reminder"')
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is in use, not what could be given back. */
const residentMb = (): number => {
  collect()
  return process.memoryUsage().rss / 2 ** 20
}
