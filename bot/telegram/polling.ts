import { setTimeout as sleep } from 'node:timers/promises'
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from 'pino'
import { asGrammySignal } from './signal.ts'

export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

/**
 * Fetches updates and stores each before the next request confirms it: what was not stored is handed out again.
 * grammY's own loop confirms an update before it is handled, so a failing database would lose it.
 */
export const startPolling = (
  bot: Bot,
  { log, retryMs = 3000 }: { readonly log: Logger; readonly retryMs?: number },
): { stop(): Promise<void> } => {
  const stopping = new AbortController()
  const loop = poll(bot, stopping.signal, log, retryMs)
  return {
    stop: async () => {
      stopping.abort()
      await loop
    },
  }
}

const poll = async (bot: Bot, signal: AbortSignal, log: Logger, retryMs: number): Promise<void> => {
  let offset = 0
  let failures = 0
  while (!isStopped(signal)) {
    try {
      const updates = await bot.api.getUpdates(
        { offset, timeout: 30, allowed_updates: allowedUpdates },
        asGrammySignal(signal),
      )
      for (const update of updates) offset = await store(bot, update)
      failures = 0
    } catch (error) {
      failures += 1
      if (isStopped(signal)) return
      log.error({ err: error, advice: adviceFor(error) }, 'Telegram updates could not be fetched')
      await sleep(Math.min(retryMs * 2 ** Math.min(failures - 1, 4), 60_000), undefined, { signal }).catch(
        () => undefined,
      )
    }
  }
}

/** Asked anew: it may have changed while we waited. */
const isStopped = (signal: AbortSignal): boolean => signal.aborted

/** Stores one update; returns the offset that confirms it. */
const store = async (bot: Bot, update: Update): Promise<number> => {
  await bot.handleUpdate(update)
  return update.update_id + 1
}

/** One sentence for the operator about what to do. */
export const adviceFor = (error: unknown): string => {
  if (!(error instanceof GrammyError)) return 'Check the network; it is tried again by itself.'
  if (error.error_code === 401 || error.error_code === 404) {
    return 'Telegram refuses TELEGRAM_BOT_TOKEN: get the current one from @BotFather and restart. Other channels go on.'
  }
  if (error.error_code === 409) {
    return 'Another program fetches updates with the same token: stop it, or give each its own bot.'
  }
  return 'It is tried again by itself.'
}
