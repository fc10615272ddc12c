import { onTestFinished } from 'vitest'
import { callRaw } from './call.ts'
import { createTelegramEmulator, type TelegramEmulator, type TelegramOptions } from './emulator.ts'

/** A service until the test has finished; without limits unless told otherwise. */
export const startService = async (options: TelegramOptions = { limits: false }): Promise<TelegramEmulator> => {
  const service = await createTelegramEmulator(options)
  onTestFinished(() => service.close())
  return service
}

export const say = (service: TelegramEmulator, chat: number, text: string): ReturnType<typeof callRaw> =>
  callRaw(service, 'sendMessage', { chat_id: chat, text })
