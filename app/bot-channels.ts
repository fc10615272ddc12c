import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Sender } from '../bot/courier.ts'
import { createTelegramChannel, type TelegramChannel, webhookPath as telegramPath } from '../bot/telegram/telegram.ts'
import { createZaloChannel, type ZaloChannel, webhookPath as zaloPath } from '../bot/zalo/zalo.ts'
import type { Config } from '../config.ts'
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
}

export const createBotChannels = ({ config, inbox, now, log }: BotChannelOptions): BotChannels => {
  const { publicUrl } = config
  const menu = { vi: commandMenu('vi'), en: commandMenu('en') }
  const telegram = config.telegram && createTelegramChannel({ ...config.telegram, publicUrl, inbox, now, log, menu })
  const zalo = config.zalo && createZaloChannel({ ...config.zalo, publicUrl, inbox, now, log })
  return {
    telegram,
    zalo,
    senders: { ...(telegram && { telegram: telegram.sender }), ...(zalo && { zalo: zalo.sender }) },
    telegramLink: () => {
      const name = telegram?.username() ?? null
      return name === null ? null : `https://t.me/${name}`
    },
    mount: (http) => {
      if (telegram?.webhook) http.post(telegramPath, telegram.webhook)
      if (zalo?.webhook) http.post(zaloPath, zalo.webhook)
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
