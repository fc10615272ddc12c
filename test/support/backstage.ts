import { randomUUID } from 'node:crypto'
import type { Channel } from '../../domain/incoming.ts'
import type { ChatDriver } from './person-driver.ts'
import { createTelegramEmulator, type TelegramEmulator } from './telegram/emulator.ts'
import { telegramDriver } from './telegram/driver.ts'
import { joinOnWeb, strangerOnWeb, type WebDriver } from './web-driver.ts'
import { zaloDriver } from './zalo/driver.ts'
import { createZaloEmulator, type ZaloEmulator } from './zalo/emulator.ts'

/** What stands behind a channel in a test: an emulator, or nothing for the web chat that the program serves itself. */
export interface Backstage {
  /** Settings that point the program at it. */
  readonly settings: Readonly<Record<string, string>>
  readonly telegram: TelegramEmulator | null
  readonly zalo: ZaloEmulator | null
  /** Somebody whom the bot does not know. */
  enter(port: number, who: { readonly name: string }): Promise<ChatDriver>
  /** Somebody who joins with a code. */
  join(port: number, who: { readonly name: string; readonly code: string }): Promise<ChatDriver>
  close(): Promise<void>
}

export const openBackstage = (channel: Channel): Promise<Backstage> => {
  switch (channel) {
    case 'telegram':
      return telegramBackstage()
    case 'zalo':
      return zaloBackstage()
    case 'web':
      return Promise.resolve(webBackstage())
  }
}

/** How long a welcome may take on a busy machine. */
const welcomeMs = 20_000

const telegramBackstage = async (): Promise<Backstage> => {
  const telegram = await createTelegramEmulator({ limits: false })
  let people = 0
  const meet = (name: string) => {
    people += 1
    return telegram.user(1000 + people, name)
  }
  return {
    telegram,
    zalo: null,
    settings: { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    enter: (_port, { name }) => Promise.resolve(telegramDriver(meet(name))),
    join: async (_port, { name, code }) => {
      const person = meet(name)
      person.start(code)
      const driver = telegramDriver(person)
      await driver.next(welcomeMs)
      return driver
    },
    close: () => telegram.close(),
  }
}

const zaloBackstage = async (): Promise<Backstage> => {
  const zalo = await createZaloEmulator()
  const meet = (name: string) => zaloDriver(zalo.user(randomUUID(), name))
  return {
    telegram: null,
    zalo,
    settings: { ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url },
    enter: (_port, { name }) => Promise.resolve(meet(name)),
    join: async (_port, { name, code }) => {
      const driver = meet(name)
      await driver.say(`/start ${code}`)
      await driver.next(welcomeMs)
      return driver
    },
    close: () => zalo.close(),
  }
}

const webBackstage = (): Backstage => {
  const open: WebDriver[] = []
  const keep = (driver: WebDriver): WebDriver => {
    open.push(driver)
    return driver
  }
  return {
    telegram: null,
    zalo: null,
    settings: {},
    enter: (port, { name }) => Promise.resolve(keep(strangerOnWeb(`http://127.0.0.1:${port}`, name))),
    join: async (port, who) => {
      const driver = keep(await joinOnWeb(`http://127.0.0.1:${port}`, who))
      await driver.next(welcomeMs)
      return driver
    },
    close: () => {
      for (const driver of open) driver.close()
      return Promise.resolve()
    },
  }
}
