import { setTimeout as sleep } from 'node:timers/promises'
import { openDispatch } from '../app/open-dispatch.ts'
import { createCourier } from '../bot/courier.ts'
import { createTelegramApi } from '../bot/telegram/api.ts'
import { createTelegramSender } from '../bot/telegram/sender.ts'
import { createLog } from '../log.ts'
import { openDatabase } from '../prisma/database.ts'
import type { SendingJob } from './delivery.ts'

// One of the processes that send a broadcast: of all messages that wait, every so-manieth, whoever reads them first.

const job = JSON.parse(process.argv[2] ?? '') as SendingJob
const database = await openDatabase(job.location)
const now = () => new Date()
const sender = createTelegramSender(createTelegramApi(job.token, job.url), now)
const courier = createCourier({
  ...{ dispatch: openDispatch(database), senders: { telegram: sender }, now },
  ...{ log: createLog('error', []), paceFactor: job.paceFactor },
})
const waiting = await database.client.outboundMessage.findMany({
  where: { settledAt: null },
  orderBy: { id: 'asc' },
  select: { id: true, chatId: true },
})
for (const { id, chatId } of waiting) if (Number(id) % job.processes === job.number) courier.wake(chatId)
await courier.quiet()
// What was put off is woken by itself.
while ((await database.client.outboundMessage.count({ where: { settledAt: null } })) > 0) await sleep(200)
await courier.stop()
await database.close()
