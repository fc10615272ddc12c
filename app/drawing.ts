import { Worker } from 'node:worker_threads'
import type { Chart, DrawChart } from '../domain/chart.ts'

/** What the thread is asked, and what it says. */
export interface Asked {
  readonly id: number
  readonly chart: Chart
}

export interface Drawn {
  readonly id: number
  readonly png: Uint8Array | null
  readonly failure: string
}

/** Draws charts beside the program. */
export interface Drawing {
  readonly draw: DrawChart
  stop(): Promise<void>
}

/**
 * A picture that takes longer than this is not coming; whoever waits says the words without it. Most of it is for the
 * first one after a rest, with which the thread starts; what is left of the time to send a message is for sending it.
 */
const drawWithinMs = 12_000
/** How long a thread rests before it goes, with the tens of megabytes that it needs. */
const idleMs = 60_000
/** The summaries of one hour have few different pictures: those of a workspace's leaders are all the same. */
const kept = 32

interface Waiting {
  readonly resolve: (png: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** One thread, started with the first picture. */
export const createDrawings = (): Drawing => {
  const pictures = new Map<string, Promise<Uint8Array>>()
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | null = null
  let last = 0

  const failAll = (error: Error): void => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const hear = ({ id, png, failure }: Drawn): void => {
    const who = waiting.get(id)
    waiting.delete(id)
    if (png === null) who?.reject(new Error(failure))
    else who?.resolve(png)
    if (waiting.size === 0) rest()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./drawing-thread.ts', import.meta.url), { execArgv: [] })
    const end = (error: Error) => {
      if (worker === started) failAll(error)
    }
    started.on('message', hear).on('error', (error: Error) => end(error))
    started.on('exit', () => end(new Error('the drawing thread ended')))
    return started
  }
  const rest = (): void => {
    worker?.unref()
    idle = setTimeout(() => void stop(), idleMs).unref()
  }
  const stop = async (): Promise<void> => {
    if (idle !== null) clearTimeout(idle)
    const stopped = worker
    failAll(new Error('the drawing thread was stopped'))
    await stopped?.terminate()
  }
  const drawNew = (chart: Chart): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      last += 1
      const id = last
      if (idle !== null) clearTimeout(idle)
      worker ??= start()
      worker.ref()
      const late = setTimeout(() => {
        waiting.delete(id)
        reject(new Error('a picture took too long'))
      }, drawWithinMs)
      waiting.set(id, {
        resolve: (png) => {
          clearTimeout(late)
          resolve(png)
        },
        reject: (error) => {
          clearTimeout(late)
          reject(error)
        },
      })
      worker.postMessage({ id, chart } satisfies Asked)
    })

  return {
    draw: (chart) => {
      const key = JSON.stringify(chart)
      const known = pictures.get(key)
      if (known !== undefined) return known
      const picture = drawNew(chart)
      pictures.set(key, picture)
      picture.catch(() => pictures.delete(key))
      for (const oldest of pictures.keys()) {
        if (pictures.size <= kept) break
        pictures.delete(oldest)
      }
      return picture
    },
    stop,
  }
}
