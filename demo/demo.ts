import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readPlan } from '../plans/read-plan.ts'
import { openStage } from './stage.ts'
import { chooseStart, playStory } from './story.ts'

// npm run demo -- [FILE]: a plan from its file to the weekly summaries, over several weeks of a virtual clock, through
// the real program, a real database and emulated messengers. Fails loudly when a step does not happen.

const path = process.argv[2] ?? join(import.meta.dirname, '..', 'examples', 'ke-hoach-mau.xlsx')
const file = { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
const plan = await readPlan(file)
const start = chooseStart(
  plan.tasks.flatMap((task) => task.occurrences),
  plan.document.issuedOn,
)
const stage = await openStage(start)
const began = performance.now()
try {
  await playStory(stage, file)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`\nĐã diễn xong: ${plan.tasks.length} nhiệm vụ, ${stage.narrator.messages} tin nhắn, ${seconds} giây.`)
} finally {
  await stage.close()
}
process.exit(0)
