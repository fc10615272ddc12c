import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { Silence } from '../outcomes.ts'
import { asGrammySignal } from './signal.ts'

export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

export interface TelegramPollingOptions {
  readonly api: Api
  /** Resolves once the update cannot be lost. */
  readonly receive: (update: Update) => Promise<void>
  readonly log: Logger
}

/**
 * Fetches updates until the signal, and stores each before the next request confirms it: what was not stored is handed
 * out again. grammY's own loop confirms an update before it is handled, so a failing database would lose it.
 */
export const pollTelegram = async (
  { api, receive, log }: TelegramPollingOptions,
  signal: AbortSignal,
): Promise<void> => {
  let offset = 0
  let failures = 0
  while (!isStopped(signal)) {
    try {
      const wanted = { offset, timeout: 30, allowed_updates: allowedUpdates }
      for (const update of await api.getUpdates(wanted, asGrammySignal(signal))) {
        await receive(update)
        offset = update.update_id + 1
      }
      failures = 0
    } catch (error) {
      if (isStopped(signal)) return
      failures += 1
      log.error({ err: error, advice: adviceFor(error) }, 'updates from Telegram could not be taken in')
      await pause(pauseAfter(error, Math.min(3000 * 2 ** (failures - 1), 48_000)), signal)
    }
  }
}

/** What Telegram itself asks for, or so many milliseconds. */
export const pauseAfter = (error: unknown, otherwise: number): number => {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return seconds === undefined ? otherwise : Math.max(1, seconds) * 1000 + 500
}

/** Asked anew: it may have changed while we waited. */
const isStopped = (signal: AbortSignal): boolean => signal.aborted

export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)

/** One sentence for the operator about what to do. */
export const adviceFor = (error: unknown): string => {
  if (error instanceof Silence) return 'Check the network; it is tried again by itself.'
  if (!(error instanceof GrammyError)) return 'It is tried again by itself.'
  if (error.error_code === 401 || error.error_code === 404) {
    return 'Telegram refuses TELEGRAM_BOT_TOKEN: get the current one from @BotFather and restart. Other channels go on.'
  }
  if (error.error_code === 409) {
    return 'Another program fetches updates with the same token: stop it, or give each its own bot.'
  }
  return 'It is tried again by itself.'
}
