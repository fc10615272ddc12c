import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Inbox } from '../../domain/ports/messages.ts'
import { type ZaloClient, ZaloError } from './client.ts'
import { toIncoming } from './to-incoming.ts'

export interface ZaloPollingOptions {
  readonly client: ZaloClient
  readonly inbox: Inbox
  readonly now: () => Date
  readonly log: Logger
}

const pollSeconds = 25

/** One request at a time, one update an answer. Zalo hands an update out once: it is stored before the next request. */
export const pollZalo = async (options: ZaloPollingOptions, signal: AbortSignal): Promise<void> => {
  let failures = 0
  while (!signal.aborted) {
    try {
      const update = await nextUpdate(options.client, signal)
      if (update !== null) await store(options, update, signal)
      failures = 0
    } catch (error) {
      if (isStopped(signal)) return
      failures += 1
      options.log.error({ err: error, advice: adviceFor(error) }, 'Zalo updates could not be fetched')
      await pause(pauseAfter(error, failures), signal)
    }
  }
}

/** Asked anew: it may have changed while we waited. */
const isStopped = (signal: AbortSignal): boolean => signal.aborted

/** Null for the empty poll, which Zalo calls a request timeout. */
const nextUpdate = async (client: ZaloClient, signal: AbortSignal): Promise<unknown> => {
  try {
    const body = { timeout: String(pollSeconds) }
    return await client.call('getUpdates', body, { timeoutMs: (pollSeconds + 15) * 1000, signal })
  } catch (error) {
    if (error instanceof ZaloError && error.code === 408) return null
    throw error
  }
}

/** It will not be handed out again, so it is kept in hand until the database takes it. */
const store = async ({ inbox, now, log }: ZaloPollingOptions, update: unknown, signal: AbortSignal): Promise<void> => {
  const incoming = toIncoming(update, now())
  if (incoming === null) return
  for (;;) {
    try {
      await inbox.receive(incoming, now())
      return
    } catch (error) {
      log.error({ err: error }, 'an update from Zalo could not be stored yet')
      if (isStopped(signal)) throw error
      await pause(1000, signal)
    }
  }
}

const pauseAfter = (error: unknown, failures: number): number => {
  if (error instanceof ZaloError && (error.code === 401 || error.code === 429)) return 60_000
  return Math.min(2000 * 2 ** Math.min(failures - 1, 4), 30_000)
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

/** Whether a webhook is set, which makes polling silent; an absent one is a 404 or an empty address. */
export const findWebhook = async (client: ZaloClient): Promise<string | null> => {
  try {
    const info = await client.call('getWebhookInfo', {}, { timeoutMs: 15_000 })
    const { url } = z
      .object({ url: z.string().catch('') })
      .catch({ url: '' })
      .parse(info)
    return url === '' ? null : url
  } catch (error) {
    if (error instanceof ZaloError && error.code === 404) return null
    throw error
  }
}

/** One sentence for the operator about what to do. */
export const adviceFor = (error: unknown): string => {
  if (error instanceof ZaloError && error.code === 401) {
    return 'Zalo refuses ZALO_BOT_TOKEN: get the current one from the Zalo Bot page and restart. Other channels go on.'
  }
  if (error instanceof ZaloError && error.code === 429)
    return 'The quota of this bot is used up; it is tried again later.'
  return 'It is tried again by itself.'
}
