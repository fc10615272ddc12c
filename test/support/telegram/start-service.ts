import { Api, GrammyError } from 'grammy'
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

/** The real client of grammY. */
export const apiOf = (service: TelegramEmulator): Api => new Api(service.token, { apiRoot: service.url })

/** With what grammY says that a call was refused. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof GrammyError)) throw new Error('the call was not refused', { cause: error })
  return `${error.error_code} ${error.description}`
}
