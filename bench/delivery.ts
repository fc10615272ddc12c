import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { capabilities } from '../domain/channels.ts'
import { type DatabaseLocation, openDatabase } from '../prisma/database.ts'
import { applyMigrations } from '../prisma/migrations.ts'
import { createOutbox } from '../prisma/outbox.ts'
import type { BenchDatabase } from './databases.ts'
import type { Row } from './table.ts'

/** What one of the sending processes is told. */
export interface SendingJob {
  readonly location: DatabaseLocation
  readonly url: string
  readonly token: string
  readonly paceFactor: number
  /** Its number, from 0, and how many there are. */
  readonly number: number
  readonly processes: number
}

const people = 3000

/** A broadcast to 3,000 people, put in and sent: without limits, then within Telegram's, which counts by itself. */
export const measureDelivery = async (bench: BenchDatabase): Promise<readonly Row[]> => {
  const { name: database, location } = bench
  const enqueued: number[] = []
  const free: number[] = []
  for (let round = 0; round < freeRounds; round += 1) {
    enqueued.push(await enqueue(location, `free ${round}`))
    free.push(rateOf((await broadcast(bench, 0)).takenMs))
  }
  enqueued.push(await enqueue(location, 'paced'))
  const paced = await broadcast(bench, 1)
  const { perSecond } = capabilities.telegram.pace
  // The first second is a present: as many as the limit may leave at once.
  const steady = paced.takenMs.slice(perSecond)
  const third = Math.ceil(steady.length / 3)
  const rates = [0, 1, 2].map((part) => rateOf(steady.slice(part * third, (part + 1) * third)))
  const processes = database === 'PGlite' ? 'one process' : 'two processes'
  const what = `broadcast to 3,000 people, ${processes}`
  return [
    { what: 'messages put into the outbox', database, samples: enqueued, unit: '/s', aim: '' },
    { what: `${what}, limits off`, database, samples: free, unit: '/s', aim: '≥ 1,000 /s' },
    {
      ...{ what: `${what}, Telegram's limits`, database, samples: rates, unit: '/s' },
      aim: `≥ ${(0.97 * perSecond).toFixed(1)} /s`,
    },
    { what: `${what}: refused with 429`, database, samples: [paced.refused], unit: '', aim: '0' },
  ]
}

const freeRounds = 5

/** Messages a second, from the first to the last. */
const rateOf = (takenMs: readonly number[]): number =>
  ((takenMs.length - 1) * 1000) / ((takenMs.at(-1) ?? 0) - (takenMs[0] ?? 0))

/** Messages a second. */
const enqueue = async (location: DatabaseLocation, round: string): Promise<number> => {
  const database = await openDatabase(location)
  try {
    await applyMigrations(database)
    const { client } = database
    const chats = Array.from({ length: people }, (_, index) => ({
      ...{ channel: 'telegram' as const, externalId: String(index + 1), kind: 'private' as const },
    }))
    await client.chat.createMany({ data: chats, skipDuplicates: true })
    const ids = await client.chat.findMany({ select: { id: true } })
    const start = performance.now()
    await client.$transaction((tx) =>
      createOutbox(tx, null, { deliver: () => Promise.resolve() }, new Date()).add(
        ids.map(({ id }) => ({
          ...{ chatId: id, key: `${round}:${id}`, kind: 'broadcast' as const },
          text: { text: 'Nộp báo cáo quý I trước ngày 15/3.', entities: [] },
        })),
      ),
    )
    return (people * 1000) / (performance.now() - start)
  } finally {
    await database.close()
  }
}

const broadcast = async ({ name, location }: BenchDatabase, paceFactor: number) => {
  const service = start('telegram-service.ts', String(people), String(paceFactor > 0))
  const lines = createInterface({ input: service.stdout })[Symbol.asyncIterator]()
  try {
    const address = addressSchema.parse(JSON.parse((await lines.next()).value ?? ''))
    const processes = name === 'PGlite' ? 1 : 2
    const jobs = Array.from(
      { length: processes },
      (_, number): SendingJob => ({
        ...{ ...address, location, paceFactor, number, processes },
      }),
    )
    await Promise.all(jobs.map((job) => once(start('sending-process.ts', JSON.stringify(job)), 'exit')))
    service.stdin.write('report\n')
    const report = reportSchema.parse(JSON.parse((await lines.next()).value ?? ''))
    if (report.takenMs.length !== people) throw new Error(`${report.takenMs.length} of ${people} messages were taken`)
    return report
  } finally {
    service.stdin.end()
    await once(service, 'exit')
  }
}

const addressSchema = z.object({ url: z.string(), token: z.string() })
const reportSchema = z.object({ takenMs: z.array(z.number()), refused: z.int() })

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

const start = (file: string, ...args: readonly string[]) => {
  const child = spawn(process.execPath, [new URL(file, import.meta.url).pathname, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child satisfies ChildProcess
}
