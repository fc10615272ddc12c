import { readFileSync } from 'node:fs'
import { documentOf } from '../plans/document-of.ts'
import { sniff } from '../plans/sniff.ts'
import { type Row, timeEach } from './table.ts'

const rounds = 3

/** A page of text, A4 with 300 dots to the inch, recognised from its picture; its threads start anew each time. */
export const measureScan = async (): Promise<readonly Row[]> => {
  const file = { name: 'letter.jpg', bytes: readFileSync(new URL('../test/plans/pages/letter.jpg', import.meta.url)) }
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const samples = await timeEach(rounds, async () => {
    await documentOf({ file, onProgress: () => undefined }, await sniff(file))
  })
  clearInterval(watch)
  const what = 'a scanned page recognised (A4, 300 dpi)'
  return [
    { what, database: '', samples: samples.map((ms) => ms / 1000), unit: 's', aim: '≤ 15 s on 2 cores' },
    { what: `${what}: memory on top`, database: '', samples: [(most - before) / 2 ** 20], unit: 'MB', aim: '' },
  ]
}
