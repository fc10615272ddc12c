import axios, { type AxiosInstance, isAxiosError } from 'axios'
import { z } from 'zod'
import { createAgents } from '../connection.ts'
import { Silence } from '../outcomes.ts'

/** What Zalo said no to; `code` is its error_code. */
export class ZaloError extends Error {
  override readonly name = 'ZaloError'
  readonly code: number

  constructor(method: string, code: number, description: string) {
    super(`${method}: ${code} ${description}`)
    this.code = code
  }
}

export interface ZaloClient {
  /** Calls a method and returns its result. Rejects with ZaloError or Silence, never with a request in it. */
  call(
    method: string,
    body: object,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<unknown>
}

/** Ids are opaque; some of them have been seen as numbers. A missing one must not become the word "undefined". */
export const idSchema = z.union([z.string().min(1), z.number()]).transform(String)

/** `{ok, result?, description?, error_code?}`; success can carry error_code 0. */
const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.coerce.number().optional(),
})

/** The Bot Platform's HTTP interface. The token is part of the path, so no error may carry the request. */
export const createZaloClient = (token: string, apiRoot: string): ZaloClient => {
  const agents = createAgents()
  const http = axios.create({
    httpAgent: agents.http,
    httpsAgent: agents.https,
    baseURL: `${apiRoot}/bot${token}`,
    // The HTTP status is unreliable here: the body decides.
    validateStatus: () => true,
    responseType: 'text',
    transformResponse: (data: unknown) => data,
    maxRedirects: 0,
  })
  return {
    call: async (method, body, { timeoutMs, signal }) => {
      const answer = envelope.safeParse(await post(http, method, body, timeoutMs, signal))
      if (!answer.success) throw new Silence(method, 'not-an-answer')
      const { ok, result, description = '', error_code: code = 0 } = answer.data
      if (!ok) throw new ZaloError(method, code, description)
      return result
    },
  }
}

const post = async (
  http: AxiosInstance,
  method: string,
  body: object,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<unknown> => {
  try {
    const { data } = await http.post<string>(`/${method}`, body, {
      timeout: timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    })
    return parseJson(data)
  } catch (error) {
    throw new Silence(method, isAxiosError(error) ? (error.code ?? 'no-answer') : 'no-answer')
  }
}

/** Undefined for what is no JSON: a proxy's page, half an answer, nothing. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
