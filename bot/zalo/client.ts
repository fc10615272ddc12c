import axios, { type AxiosInstance, isAxiosError } from 'axios'
import { z } from 'zod'

/** What Zalo said no to; `code` is its error_code. */
export class ZaloError extends Error {
  override readonly name = 'ZaloError'
  readonly code: number

  constructor(method: string, code: number, description: string) {
    super(`${method}: ${code} ${description}`)
    this.code = code
  }
}

/** No clear answer: nobody knows whether the request had an effect, unless it never left this machine. */
export class ZaloSilence extends Error {
  override readonly name = 'ZaloSilence'
  readonly reason: string
  readonly neverLeft: boolean

  constructor(method: string, reason: string, neverLeft: boolean) {
    super(`${method}: ${reason}`)
    this.reason = reason
    this.neverLeft = neverLeft
  }
}

export interface ZaloClient {
  /** Calls a method and returns its result. Rejects with ZaloError or ZaloSilence, never with a request in it. */
  call(
    method: string,
    body: object,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<unknown>
}

/** `{ok, result?, description?, error_code?}`; success can carry error_code 0. */
const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.coerce.number().optional(),
})

const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']

/** The Bot Platform's HTTP interface. The token is part of the path, so no error may carry the request. */
export const createZaloClient = (token: string, apiRoot: string): ZaloClient => {
  const http = axios.create({
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
      if (!answer.success) throw new ZaloSilence(method, 'not-an-answer', false)
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
    const reason = isAxiosError(error) ? (error.code ?? 'no-answer') : 'no-answer'
    throw new ZaloSilence(method, reason, neverLeft.includes(reason))
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
