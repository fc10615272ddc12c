import type { ServerResponse } from 'node:http'
import type { Activity } from './activity.ts'
import { exchange, type Service } from './exchange.ts'
import type { FaultBook } from './faults.ts'
import type { RequestLog } from './request-log.ts'

/** What every request passes through. */
export interface Records {
  readonly requests: RequestLog
  readonly faults: FaultBook
  readonly activity: Activity
}

/** One request, as the records see it. */
export interface Served extends Service {
  readonly method: string
  readonly chat: string | null
  readonly params: Record<string, unknown>
  /** An open poll is not work: a product that only waits for updates is quiet. */
  readonly isPoll: boolean
}

/** Answers one request through the fault it meets, and writes down what became of it. */
export const serve = async (records: Records, response: ServerResponse, served: Served): Promise<void> => {
  const settle = records.requests.begin(served.method, served.chat, served.params)
  const end = served.isPoll ? () => undefined : records.activity.begin()
  const fault = records.faults.take(served.method, served.chat)
  settle(await exchange(response, fault, served))
  end()
}
