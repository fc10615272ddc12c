import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Context as HonoContext } from 'hono'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { DrawChart } from '../../domain/chart.ts'
import { AppError } from '../../domain/errors.ts'
import type { IncomingFile } from '../../domain/incoming.ts'
import type { Inbox } from '../../domain/ports/messages.ts'
import type { PlanFile } from '../../domain/plan-document.ts'
import type { Sender } from '../courier.ts'
import { sameSecret } from '../same-secret.ts'
import { createTelegramApi } from './api.ts'
import { adviceFor, allowedUpdates, pause, pauseAfter, pollTelegram } from './polling.ts'
import { createTelegramSender } from './sender.ts'
import { asGrammySignal } from './signal.ts'
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
  readonly draw: DrawChart
  /** What Telegram's menu offers, in Vietnamese and English. */
  readonly menu: Record<'vi' | 'en', readonly { readonly command: string; readonly description: string }[]>
}

export interface TelegramChannel {
  readonly sender: Sender
  /** The bot's own name once Telegram has told it, for links that open a chat with it. */
  username(): string | null
  fetchFile(file: IncomingFile): Promise<PlanFile>
  /** Answers a webhook request; only where a secret is set. */
  readonly webhookPath: string
  readonly webhook: ((context: HonoContext) => Promise<Response>) | null
  start(): Promise<void>
  stop(): Promise<void>
}

const webhookPath = '/telegram/webhook'

/** The Telegram channel: stores what comes in, sends what goes out. A wrong token never stops the rest. */
export const createTelegramChannel = (options: TelegramOptions): TelegramChannel => {
  const { token, apiRoot, webhookSecret, now } = options
  const api = createTelegramApi(token, apiRoot)
  const receive = (update: Update) => receiveUpdate(api, options, update)
  const stopping = new AbortController()
  let username: string | null = null
  let running: Promise<void> = Promise.resolve()

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        username = await introduce(api, options, signal)
        if (webhookSecret === null) await pollTelegram({ api, receive, log: options.log }, signal)
        return
      } catch (error) {
        if (isStopped(signal)) return
        options.log.error({ err: error, advice: adviceFor(error) }, 'Telegram could not be reached')
        const usual = error instanceof GrammyError && error.error_code < 500 ? 60_000 : 5_000
        await pause(pauseAfter(error, usual), signal)
      }
    }
  }

  return {
    sender: createTelegramSender(api, now, options),
    username: () => username,
    fetchFile: (file) => fetchFile(api, options, file),
    webhookPath,
    webhook: webhookSecret === null ? null : (context) => answerWebhook(webhookSecret, receive, context),
    start: () => {
      // Not awaited by the start-up: the other channels need not wait for Telegram.
      running = run(stopping.signal)
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Asked anew: it may have changed while we waited. */
const isStopped = (signal: AbortSignal): boolean => signal.aborted

const receiveUpdate = async (api: Api, { inbox, now }: TelegramOptions, update: Update): Promise<void> => {
  const incoming = toIncoming(update)
  if (incoming === null) return
  await inbox.receive(incoming, now())
  // Only stops the button's spinner: nobody waits for it, and nothing is lost when it fails.
  if (update.callback_query) void api.answerCallbackQuery(update.callback_query.id).catch(() => undefined)
}

/** Tells Telegram what the bot offers and how it wants its updates; returns the bot's name. */
const introduce = async (
  api: Api,
  { webhookSecret, publicUrl, menu, log }: TelegramOptions,
  stopping: AbortSignal,
): Promise<string> => {
  const signal = asGrammySignal(stopping)
  const { username } = await api.getMe(signal)
  await offerMenu(api, { menu, log }, signal)
  if (webhookSecret === null) await api.deleteWebhook({}, signal)
  else {
    const wanted = { secret_token: webhookSecret, allowed_updates: allowedUpdates }
    await api.setWebhook(`${publicUrl}${webhookPath}`, wanted, signal)
  }
  return username
}

/** A menu that Telegram refuses is no reason to be deaf: everything can be typed. */
const offerMenu = async (
  api: Api,
  { menu, log }: Pick<TelegramOptions, 'menu' | 'log'>,
  signal: ReturnType<typeof asGrammySignal>,
): Promise<void> => {
  try {
    await api.setMyCommands(menu.vi, {}, signal)
    await api.setMyCommands(menu.en, { language_code: 'en' }, signal)
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    log.error({ err: error }, 'Telegram refuses the menu of commands')
  }
}

const updateSchema = z.custom<Update>((value) => z.looseObject({ update_id: z.number() }).safeParse(value).success)

/** Any answer but a 2xx makes Telegram deliver the update again, and what follows it wait. */
const answerWebhook = async (
  secret: string,
  receive: (update: Update) => Promise<void>,
  context: HonoContext,
): Promise<Response> => {
  const given = context.req.header('X-Telegram-Bot-Api-Secret-Token') ?? ''
  if (!sameSecret(given, secret)) return context.body(null, 401)
  const update = updateSchema.safeParse(await context.req.json().catch(() => null))
  if (update.success) await receive(update.data)
  return context.body(null, 200)
}

const fetchFile = async (api: Api, { apiRoot, token }: TelegramOptions, file: IncomingFile): Promise<PlanFile> => {
  try {
    const { file_path: path } = await api.getFile(file.reference)
    const response = await fetch(`${apiRoot}/file/bot${token}/${path ?? ''}`, { signal: AbortSignal.timeout(60_000) })
    if (!response.ok) throw new Error(`Telegram answered ${response.status} for a file`)
    return { name: file.name, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch (error) {
    throw new AppError('file-unavailable', { name: file.name }, { cause: error })
  }
}
