import { writeFileSync } from 'node:fs'
import { makeTable } from './sentences.ts'

/** Learns again from the sentences: `node training/make.ts` after they, or the rules they are read by, changed. */
const target = new URL('../domain/reply/likely-intent.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(makeTable(), null, 2)}\n`)
