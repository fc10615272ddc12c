import { parentPort } from 'node:worker_threads'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Told } from '../../../app/plan-reading.ts'

const tell = (told: Told): void => parentPort?.postMessage(told)

/** Takes its time over its pages, longer in all than a thread may say nothing. */
const read = async (): Promise<void> => {
  for (let page = 1; page <= 6; page += 1) {
    await sleep(800)
    tell({ kind: 'progress', progress: { page, pages: 6 } })
  }
  const document = { number: '', kind: '', title: '', issuer: '', issuedOn: null, planYear: null }
  tell({ kind: 'read', plan: { document, tasks: [], warnings: [] } })
}

parentPort?.on('message', () => void read())
