import { createInterface } from 'node:readline'
import { createTelegramEmulator } from '../test/support/telegram/emulator.ts'

// The Bot API as a process of its own, so that it counts in its own time. Arguments: how many people, whether its limits
// are strict. Prints where it is; for each line "report" it reads, when it took what was sent to it
// since the last.

const [people = '0', strict = 'true'] = process.argv.slice(2)
const telegram = await createTelegramEmulator(strict === 'true' ? {} : { limits: false })
for (let id = 1; id <= Number(people); id += 1) telegram.user(id, `Chuyên viên ${id}`).start()

const report = () => {
  const sends = telegram.requests.of('sendMessage')
  const taken = sends.filter(({ status }) => status === 200)
  telegram.requests.clear()
  return {
    refused: sends.filter(({ status }) => status === 429).length,
    takenMs: taken.map(({ startedMs }) => startedMs),
  }
}

console.log(JSON.stringify({ url: telegram.url, token: telegram.token }))
for await (const line of createInterface({ input: process.stdin }))
  if (line === 'report') console.log(JSON.stringify(report()))
await telegram.close()
