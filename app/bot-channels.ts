import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Sender } from '../bot/courier.ts'
import type { TelegramChannel, TelegramOptions } from '../bot/telegram/telegram.ts'
import type { ZaloChannel, ZaloOptions } from '../bot/zalo/zalo.ts'
import type { Config } from '../config.ts'
import type { DrawChart } from '../domain/chart.ts'
import type { Channel } from '../domain/incoming.ts'
import type { Inbox } from '../domain/ports/messages.ts'
import { commandMenu } from '../handlers/command-menu.ts'

/** The channels of outside messengers, as far as they are configured. */
export interface BotChannels {
  readonly telegram: TelegramChannel | null
  readonly zalo: ZaloChannel | null
  readonly senders: Partial<Record<Channel, Sender>>
  /** "https://t.me/name" once Telegram has told the bot's name. */
  telegramLink(): string | null
  /** Adds the webhooks. */
  mount(http: Hono): void
  start(): Promise<void>
  stop(): Promise<void>
}

interface BotChannelOptions {
  readonly config: Config
  readonly inbox: Inbox
  readonly now: () => Date
  readonly log: Logger
  readonly draw: DrawChart
}

/** A messenger's client is loaded only where it is configured: each costs tens of megabytes. */
export const createBotChannels = async ({ config, draw, ...options }: BotChannelOptions): Promise<BotChannels> => {
  const common = { publicUrl: config.publicUrl, ...options }
  const telegram = config.telegram && (await openTelegram({ ...config.telegram, ...common, draw }))
  const zalo = config.zalo && (await openZalo({ ...config.zalo, ...common }))
  return {
    telegram,
    zalo,
    senders: { ...(telegram && { telegram: telegram.sender }), ...(zalo && { zalo: zalo.sender }) },
    telegramLink: () => {
      const name = telegram?.username() ?? null
      return name === null ? null : `https://t.me/${name}`
    },
    mount: (http) => {
      if (telegram?.webhook) http.post(telegram.webhookPath, telegram.webhook)
      if (zalo?.webhook) http.post(zalo.webhookPath, zalo.webhook)
    },
    start: async () => {
      await telegram?.start()
      await zalo?.start()
    },
    stop: async () => {
      await Promise.all([telegram?.stop(), zalo?.stop()])
    },
  }
}

const openTelegram = async (options: Omit<TelegramOptions, 'menu'>): Promise<TelegramChannel> => {
  const { createTelegramChannel } = await import('../bot/telegram/telegram.ts')
  return createTelegramChannel({ ...options, menu: { vi: commandMenu('vi'), en: commandMenu('en') } })
}

const openZalo = async (options: ZaloOptions): Promise<ZaloChannel> => {
  const { createZaloChannel } = await import('../bot/zalo/zalo.ts')
  return createZaloChannel(options)
}
