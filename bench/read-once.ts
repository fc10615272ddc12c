import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readPlan } from '../plans/read-plan.ts'

// Reads one file as a process of its own and prints how long that took, and how much memory the whole process had at most.

const path = process.argv[2] ?? ''
const file = { name: basename(path), bytes: readFileSync(path) }
const start = performance.now()
await readPlan(file)
console.log(JSON.stringify({ ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024 }))
