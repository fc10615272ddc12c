import { setTimeout as sleep } from 'node:timers/promises'
import type { Context as HonoContext } from 'hono'
import type { Logger } from 'pino'
import type { IncomingFile } from '../../domain/incoming.ts'
import type { PlanFile } from '../../domain/plan-document.ts'
import type { Inbox } from '../../domain/ports/messages.ts'
import type { Sender } from '../courier.ts'
import { sameSecret } from '../same-secret.ts'
import { createZaloClient, type ZaloClient } from './client.ts'
import { fetchPhoto } from './photo.ts'
import { adviceFor, findWebhook, pollZalo } from './polling.ts'
import { createZaloSender } from './sender.ts'
import { toIncoming } from './to-incoming.ts'

export interface ZaloOptions {
  readonly token: string
  readonly apiRoot: string
  /** Null: polling, for one process. Set: webhooks, for any number. */
  readonly webhookSecret: string | null
  readonly publicUrl: string
  readonly inbox: Inbox
  readonly now: () => Date
  readonly log: Logger
}

export interface ZaloChannel {
  readonly sender: Sender
  fetchFile(file: IncomingFile): Promise<PlanFile>
  /** Answers a webhook request; only where a secret is set. */
  readonly webhookPath: string
  readonly webhook: ((context: HonoContext) => Promise<Response>) | null
  start(): Promise<void>
  stop(): Promise<void>
}

const webhookPath = '/zalo/webhook'

/** The Zalo Bot channel: stores what comes in, sends what goes out. A wrong token never stops the rest. */
export const createZaloChannel = (options: ZaloOptions): ZaloChannel => {
  const client = createZaloClient(options.token, options.apiRoot)
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  return {
    sender: createZaloSender(client, options.now, options.publicUrl),
    fetchFile: (file) => fetchPhoto(options.apiRoot, file),
    webhookPath,
    webhook: options.webhookSecret === null ? null : (context) => answerWebhook(options, context),
    start: () => {
      running = run(options, client, stopping.signal)
      return Promise.resolve()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const firstPauseMs = 4_000
const longestPauseMs = 60_000

const run = async (options: ZaloOptions, client: ZaloClient, signal: AbortSignal): Promise<void> => {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      if (await connect(options, client)) await pollZalo({ ...options, client }, signal)
      return
    } catch (error) {
      options.log.error({ err: error, advice: adviceFor(error) }, 'Zalo could not be reached')
      await sleep(Math.min(firstPauseMs * 2 ** failures, longestPauseMs), undefined, { signal }).catch(() => undefined)
    }
  }
}

/** Whether to poll. A webhook that somebody else set is not taken away: polling beside it would stay silent. */
const connect = async (options: ZaloOptions, client: ZaloClient): Promise<boolean> => {
  if (options.webhookSecret !== null) {
    const body = { url: `${options.publicUrl}${webhookPath}`, secret_token: options.webhookSecret }
    await client.call('setWebhook', body, { timeoutMs: 30_000 })
    return false
  }
  const webhook = await findWebhook(client)
  if (webhook === null) return true
  options.log.error(
    { host: URL.canParse(webhook) ? new URL(webhook).host : '' },
    'This Zalo bot has a webhook, so it cannot be polled: set ZALO_WEBHOOK_SECRET to use webhooks, or delete the webhook',
  )
  return false
}

const answerWebhook = async ({ webhookSecret, inbox, now }: ZaloOptions, context: HonoContext): Promise<Response> => {
  const given = context.req.header('X-Bot-Api-Secret-Token') ?? ''
  if (webhookSecret === null || !sameSecret(given, webhookSecret)) return context.body(null, 403)
  const incoming = toIncoming(await context.req.json().catch(() => null), now())
  if (incoming !== null) await inbox.receive(incoming, now())
  return context.json({ ok: true })
}
