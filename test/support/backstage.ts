import type { Channel } from '../../domain/incoming.ts'
import type { ChatDriver } from './person-driver.ts'
import { createTelegramEmulator, type TelegramEmulator } from './telegram/emulator.ts'
import { telegramDriver } from './telegram/driver.ts'

/** What stands behind a channel in a test: an emulator, or nothing for the web chat that the program serves itself. */
export interface Backstage {
  /** Settings that point the program at it. */
  readonly settings: Readonly<Record<string, string>>
  readonly telegram: TelegramEmulator | null
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
    default:
      throw new Error('not yet')
  }
}

const telegramBackstage = async (): Promise<Backstage> => {
  const telegram = await createTelegramEmulator({ limits: false })
  let people = 0
  const meet = (name: string) => {
    people += 1
    return telegram.user(1000 + people, name)
  }
  return {
    telegram,
    settings: { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url },
    enter: (_port, { name }) => Promise.resolve(telegramDriver(meet(name))),
    join: async (_port, { name, code }) => {
      const person = meet(name)
      person.start(code)
      const driver = telegramDriver(person)
      await driver.next(15_000)
      return driver
    },
    close: () => telegram.close(),
  }
}
