import { parentPort } from 'node:worker_threads'
import type { Told } from '../../../app/plan-reading.ts'

// Has a bug and says so.
parentPort?.on('message', () => {
  const { message, stack = '' } = new Error('nobody foresaw this')
  parentPort?.postMessage({ kind: 'failed', message, stack } satisfies Told)
})
