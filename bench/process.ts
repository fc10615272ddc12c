import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchDatabase } from './databases.ts'
import type { Row } from './table.ts'

const rounds = 3

/** Start-up time and idle memory of the real program, on a database that exists already. */
export const measureProcess = async (bench: BenchDatabase): Promise<readonly Row[]> => {
  await startOnce(bench, 0)
  const starts: number[] = []
  const memory: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { startedMs, residentMb } = await startOnce(bench, 8000)
    starts.push(startedMs)
    memory.push(residentMb)
  }
  const { name: database } = bench
  const most = database === 'PGlite' ? '≤ 450 MB' : '≤ 180 MB'
  return [
    { what: 'start to listening, existing database', database, samples: starts, unit: 'ms', aim: '≤ 2500 ms' },
    { what: 'resident memory, idle 8 s after start', database, samples: memory, unit: 'MB', aim: most },
  ]
}

const startOnce = async (bench: BenchDatabase, idleMs: number): Promise<{ startedMs: number; residentMb: number }> => {
  const start = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, ...bench.settings, PORT: '18093', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    for await (const chunk of child.stdout) if (String(chunk).includes('http://')) break
    const startedMs = performance.now() - start
    await sleep(idleMs)
    return { startedMs, residentMb: residentOf(listenerOf(child.pid ?? 0)) }
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await once(child, 'exit')
  }
}

/** npm starts a shell which starts Node: the last descendant is the program. */
const listenerOf = (pid: number): number => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]
  return children === undefined || children === '' ? pid : listenerOf(Number(children))
}

const residentOf = (pid: number): number => {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kb) / 1024
}
