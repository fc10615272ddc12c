import { Api } from 'grammy'
import { afterAll, expect } from 'vitest'
import { callRaw } from './call.ts'
import { createTelegramEmulator } from './emulator.ts'

/** A service with a person who has pressed Start, for all tests of a file. */
export const useOneChat = async () => {
  const service = await createTelegramEmulator({ limits: false })
  afterAll(() => service.close())
  const person = service.user(11, 'An')
  person.start()
  return {
    service,
    person,
    api: new Api(service.token, { apiRoot: service.url }),
    /** Sends them a message; "ok", or why it was refused. */
    send: async (params: object): Promise<string> => {
      const answer = await callRaw(service, 'sendMessage', { chat_id: 11, text: 'xin chào', ...params })
      expect(answer.status).toBe(answer.error_code ?? 200)
      return answer.description ?? 'ok'
    },
  }
}
