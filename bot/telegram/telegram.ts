import { Bot, GrammyError, webhookCallback } from 'grammy'
import type { Context as HonoContext } from 'hono'
import type { Logger } from 'pino'
import { AppError } from '../../domain/errors.ts'
import type { IncomingFile } from '../../domain/incoming.ts'
import type { Inbox } from '../../domain/ports/messages.ts'
import type { PlanFile } from '../../domain/plan-document.ts'
import type { Sender } from '../courier.ts'
import { adviceFor, allowedUpdates, startPolling } from './polling.ts'
import { createTelegramSender } from './sender.ts'
import { toIncoming } from './to-incoming.ts'

export interface TelegramOptions {
  readonly token: string
  readonly apiRoot: string
  /** Null: long polling, for one process. Set: webhooks, for any number. */
  readonly webhookSecret: string | null
  readonly publicUrl: string
  readonly inbox: Inbox
  readonly now: () => Date
  readonly log: Logger
  /** What Telegram's menu offers, in Vietnamese and English. */
  readonly menu: Record<'vi' | 'en', readonly { readonly command: string; readonly description: string }[]>
}

export interface TelegramChannel {
  readonly sender: Sender
  /** The bot's own name once Telegram has told it, for links that open a chat with it. */
  username(): string | null
  fetchFile(file: IncomingFile): Promise<PlanFile>
  /** Answers a webhook request; only where a secret is set. */
  readonly webhook: ((context: HonoContext) => Promise<Response>) | null
  start(): Promise<void>
  stop(): Promise<void>
}

export const webhookPath = '/telegram/webhook'

/** The Telegram channel: stores what comes in, sends what goes out. A wrong token never stops the rest. */
export const createTelegramChannel = (options: TelegramOptions): TelegramChannel => {
  const { token, apiRoot, webhookSecret, inbox, now, log } = options
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: 60 } })
  bot.use(async (context) => {
    const incoming = toIncoming(context.update)
    if (incoming === null) return
    await inbox.receive(incoming, now())
    // Only stops the button's spinner: nothing is lost when it fails.
    if (context.callbackQuery) await context.answerCallbackQuery().catch(() => undefined)
  })
  let polling: { stop(): Promise<void> } | null = null
  let starting: Promise<void> = Promise.resolve()
  const stopping = new AbortController()

  const connect = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await introduce(bot, options)
        if (webhookSecret === null) polling = startPolling(bot, { log })
        return
      } catch (error) {
        log.error({ err: error, advice: adviceFor(error) }, 'Telegram could not be reached')
        const pause = error instanceof GrammyError && error.error_code < 500 ? 60_000 : 5_000
        await pauseFor(pause, stopping.signal)
      }
    }
  }

  return {
    sender: createTelegramSender(bot.api, now),
    username: () => (bot.isInited() ? bot.botInfo.username : null),
    fetchFile: (file) => fetchFile(bot, options, file),
    webhook: webhookSecret === null ? null : webhookCallback(bot, 'hono', { secretToken: webhookSecret }),
    start: () => {
      // Not awaited by the start-up: the other channels need not wait for Telegram.
      starting = connect()
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await starting
      await polling?.stop()
    },
  }
}

const introduce = async (bot: Bot, { webhookSecret, publicUrl, menu }: TelegramOptions): Promise<void> => {
  await bot.init()
  await bot.api.setMyCommands(menu.vi)
  await bot.api.setMyCommands(menu.en, { language_code: 'en' })
  if (webhookSecret === null) await bot.api.deleteWebhook()
  else {
    await bot.api.setWebhook(`${publicUrl}${webhookPath}`, {
      secret_token: webhookSecret,
      allowed_updates: allowedUpdates,
    })
  }
}

const fetchFile = async (bot: Bot, { apiRoot, token }: TelegramOptions, file: IncomingFile): Promise<PlanFile> => {
  try {
    const { file_path: path } = await bot.api.getFile(file.reference)
    const response = await fetch(`${apiRoot}/file/bot${token}/${path ?? ''}`, { signal: AbortSignal.timeout(60_000) })
    if (!response.ok) throw new Error(`Telegram answered ${response.status} for a file`)
    return { name: file.name, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch (error) {
    throw new AppError('file-unavailable', { name: file.name }, { cause: error })
  }
}

const pauseFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
