import { Api, HttpError } from 'grammy'
import { z } from 'zod'
import { createAgents } from '../connection.ts'
import { Silence } from '../outcomes.ts'

/** More than a long poll takes. An answer that breaks off half-way is noticed only by this. */
const longestSeconds = 40

/**
 * The Bot API. Rejects with GrammyError for what Telegram refuses and with Silence for everything else: grammY's own
 * errors for answers that are no JSON carry the address, and with it the token.
 */
export const createTelegramApi = (token: string, apiRoot: string): Api => {
  const agents = createAgents()
  const agent = apiRoot.startsWith('https:') ? agents.https : agents.http
  const api = new Api(token, { apiRoot, timeoutSeconds: longestSeconds, baseFetchConfig: { agent, compress: true } })
  api.config.use(async (call, method, payload, signal) => {
    try {
      return await call(method, payload, signal)
    } catch (error) {
      throw new Silence(method, reasonOf(error))
    }
  })
  return api
}

const withCode = z.object({ code: z.string() })

const reasonOf = (error: unknown): string => {
  if (!(error instanceof HttpError)) return 'not-an-answer'
  return withCode.safeParse(error.error).data?.code ?? 'no-answer'
}
