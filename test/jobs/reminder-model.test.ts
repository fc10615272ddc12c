import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../support/database.ts'
import { type Command, commands } from '../support/reminder-model/commands.ts'
import { perform } from '../support/reminder-model/deeds.ts'
import { compareStates, forgetAnswers, liveThrough, openPlay, type Play } from '../support/reminder-model/play.ts'
import { type Beginning, beginnings } from '../support/reminder-model/world.ts'

// Whatever people do, whatever the clock does and whatever breaks: everybody hears of exactly that which a simple model
// says they must. PROPERTY_RUNS tells how many stories are tried.

const runs = process.env['PROPERTY_RUNS']
/** Without a wish of its own the file takes no longer than this, however busy the machine is. */
const ordinaryMs = 22_000

const database = await useTestDatabase()

/** Everything left once, but for what certainly did not arrive; and nothing stays behind. */
const checkDelivery = async ({ office, database: { client } }: Play): Promise<void> => {
  office.fates.length = 0
  for (let minute = 0; minute < 3; minute += 1) {
    office.now += 1
    await office.send()
  }
  const rows = await client.outboundMessage.findMany({ orderBy: { id: 'asc' } })
  expect(rows.filter(({ settledAt }) => settledAt === null)).toEqual([])
  const left = Map.groupBy(office.left, ({ id }) => id)
  for (const { id, state } of rows) {
    const last = left.get(id)?.filter(({ kind }) => kind !== 'retry') ?? []
    expect(last.map(({ kind }) => (kind === 'sent' ? 'sent' : 'unknown'))).toEqual([state])
  }
}

/** Nobody does anything. */
const elapsing: readonly Command['kind'][] = ['pass', 'days', 'run', 'fate']

const tell = async (beginning: Beginning, story: readonly Command[]): Promise<void> => {
  await database.client
    .$executeRaw`TRUNCATE "Workspace", "Chat", "Plan", "Reminder", "OutboundMessage", "InboundEvent" CASCADE`
  const play = await openPlay(database, beginning)
  for (const command of story) {
    await perform(play, command)
    if (!elapsing.includes(command.kind)) await compareStates(play)
    await forgetAnswers(play)
  }
  await liveThrough(play, { count: 4, minute: 480 })
  await checkDelivery(play)
}

test(
  'everybody hears of exactly what a simple model says, whatever happens',
  // What happens once in many stories has happened: it is not looked at a second time.
  { timeout: runs === undefined ? 120_000 : 24 * 3_600_000, retry: 0 },
  () =>
    fc.assert(fc.asyncProperty(beginnings, commands, tell), {
      numRuns: Number(runs ?? 40),
      ...(runs === undefined ? { interruptAfterTimeLimit: ordinaryMs } : {}),
      endOnFailure: process.env['CI'] !== undefined,
    }),
)
