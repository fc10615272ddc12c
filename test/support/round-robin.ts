import { setTimeout as sleep } from 'node:timers/promises'
import type { IncomingMessage } from 'node:http'
import { seededRandom } from './emulator/random.ts'
import { type HttpServer, readBody, startHttpServer } from './http-server.ts'

/** A load balancer in front of several processes, as unreliable as one may be. */
interface Front extends HttpServer {
  /** What it did so far. */
  readonly counts: {
    readonly passed: number
    readonly twice: number
    readonly held: number
    readonly elsewhere: number
  }
  /** Whether something it answered for is still on its way. */
  readonly isBusy: boolean
}

interface FrontOptions {
  /** Where to, in turn: addresses without a slash at the end. */
  readonly targets: () => readonly string[]
  readonly seed: number
  /** 0…1: how often a request is passed on to a second process too. */
  readonly twice: number
  /** 0…1: how often it is answered at once and passed on later, so that others overtake it. */
  readonly held: number
}

const mostBytes = 1_000_000

/** Passes each request to the next process; where nobody answers, to the one after it. */
export const startRoundRobin = async ({ targets, seed, twice, held }: FrontOptions): Promise<Front> => {
  const random = seededRandom(seed)
  const counts = { passed: 0, twice: 0, held: 0, elsewhere: 0 }
  const underWay = new Set<Promise<unknown>>()
  let turn = 0

  const pass = async (path: string, init: RequestInit): Promise<number> => {
    counts.passed += 1
    for (let tries = 0; tries < targets().length; tries += 1) {
      const target = targets()[turn++ % targets().length] ?? ''
      const status = await fetch(`${target}${path}`, init).then(
        (response) => response.status,
        () => null,
      )
      if (status !== null) return status
      counts.elsewhere += 1
    }
    return 502
  }
  const passLater = async (path: string, init: RequestInit, waitMs: number): Promise<void> => {
    do await sleep(waitMs)
    while ((await pass(path, init)) !== 200)
  }
  const remember = (work: Promise<unknown>): void => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  const server = await startHttpServer(async (request, response) => {
    const path = request.url ?? '/'
    const init = {
      method: 'POST',
      headers: headersOf(request),
      body: new Uint8Array((await readBody(request, mostBytes)) ?? []),
    }
    const [isTwice, isHeld, waitMs] = [random() < twice, random() < held, 50 + random() * 1500]
    if (isTwice) {
      counts.twice += 1
      remember(passLater(path, init, waitMs / 2))
    }
    if (isHeld) {
      counts.held += 1
      remember(passLater(path, init, waitMs))
    }
    response.writeHead(isHeld ? 200 : await pass(path, init)).end()
  })
  return {
    ...server,
    counts,
    get isBusy() {
      return underWay.size > 0
    },
  }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    ['content-type', 'x-telegram-bot-api-secret-token', 'x-bot-api-secret-token'].flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
