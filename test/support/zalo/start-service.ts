import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { callRaw } from './call.ts'
import { createZaloEmulator, type ZaloEmulator, type ZaloOptions } from './emulator.ts'

/** A service until the test has finished. */
export const startService = async (options: ZaloOptions = {}): Promise<ZaloEmulator> => {
  const service = await createZaloEmulator(options)
  onTestFinished(() => service.close())
  return service
}

const eventSchema = z.looseObject({
  event_name: z.string(),
  message: z
    .looseObject({
      message_id: z.string(),
      date: z.number(),
      text: z.string().optional(),
      chat: z.looseObject({ id: z.string() }),
    })
    .optional(),
})

/** The next event, or the code with which none is given. */
export const poll = async (service: ZaloEmulator, timeout = 0): Promise<z.infer<typeof eventSchema> | number> => {
  const answer = await callRaw(service, 'getUpdates', { timeout })
  return answer.ok ? eventSchema.parse(answer.result) : (answer.error_code ?? 0)
}

/** Says something to the person with the id "an". */
export const say = (service: ZaloEmulator, params: object): ReturnType<typeof callRaw> =>
  callRaw(service, 'sendMessage', { chat_id: 'an', text: 'chào', ...params })
