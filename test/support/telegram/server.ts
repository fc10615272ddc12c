import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, exchange, type Service } from '../emulator/exchange.ts'
import type { FaultBook } from '../emulator/faults.ts'
import type { RequestLog } from '../emulator/request-log.ts'
import { hangUpSignal, type HttpHandler, readBody } from '../http-server.ts'
import { errorPrefix, TelegramError } from './errors.ts'
import { findMethod } from './methods.ts'
import { type Call, DescribedResult } from './methods/method.ts'
import { Params, readParams } from './params.ts'
import type { World } from './world.ts'

/** What the HTTP side of the service needs. */
export interface ServerParts {
  readonly world: World
  readonly token: string
  readonly requests: RequestLog
  readonly faults: FaultBook
}

const json = 'application/json'

const success = (result: unknown): Answer => {
  const body =
    result instanceof DescribedResult
      ? { ok: true, result: result.result, description: result.description }
      : { ok: true, result }
  return { status: 200, type: json, body: JSON.stringify(body), description: null }
}

const refusal = ({ status, message, parameters }: TelegramError): Answer => ({
  status,
  type: json,
  body: JSON.stringify({ ok: false, error_code: status, description: message, ...(parameters && { parameters }) }),
  description: message,
  ...(parameters?.retry_after !== undefined && { headers: { 'retry-after': String(parameters.retry_after) } }),
})

const usualWords: Readonly<Record<number, string>> = {
  403: 'Forbidden: bot was blocked by the user',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
}

const refuse: Service['refuse'] = ({ status, description, retryAfter = 1 }) => {
  const isFlood = status === 429
  const usual = isFlood ? `Too Many Requests: retry after ${retryAfter}` : (usualWords[status] ?? errorPrefix(status))
  return refusal(new TelegramError(status, description ?? usual, isFlood ? { retry_after: retryAfter } : undefined))
}

/** Runs one method; only a bug of the emulator comes out as an exception. */
export const runMethod = async (world: World, name: string, call: Call): Promise<Answer> => {
  try {
    const method = findMethod(name)
    if (method === undefined) throw new TelegramError(404, 'Not Found: method not found')
    return success(await method(world, call))
  } catch (error) {
    if (error instanceof TelegramError) return refusal(error)
    throw error
  }
}

const download = (world: World, path: string): Answer => {
  const file = world.files.atPath(path)
  if (file === undefined || file.size > world.habits.maxDownload) return refusal(new TelegramError(404, 'Not Found'))
  return { status: 200, type: 'application/octet-stream', body: file.bytes, description: null }
}

interface Request {
  readonly method: string
  readonly params: Params
  readonly perform: () => Promise<Answer>
}

/** Answers one request and writes down what became of it. */
const answer = async (parts: ServerParts, response: ServerResponse, request: Request): Promise<void> => {
  const chat = request.params.text('chat_id') || null
  const settle = parts.requests.begin(request.method, chat, request.params.describe())
  // An open poll is not work: a product that only waits for updates is quiet.
  const end = request.method.toLowerCase() === 'getupdates' ? () => undefined : parts.world.activity.begin()
  const fault = parts.faults.take(request.method, chat)
  settle(await exchange(response, fault, { perform: request.perform, refuse }))
  end()
}

const read = async (parts: ServerParts, message: IncomingMessage, query: URLSearchParams): Promise<Params | Answer> => {
  const body = await readBody(message, parts.world.habits.maxUpload + 65_536)
  if (body === null) return refusal(new TelegramError(413, 'Request Entity Too Large'))
  try {
    return readParams(query, message.headers['content-type'] ?? '', body)
  } catch (error) {
    if (error instanceof TelegramError) return refusal(error)
    throw error
  }
}

const stranger = (token: string): TelegramError =>
  token.includes(':') ? new TelegramError(401, 'Unauthorized') : new TelegramError(404, 'Not Found')

const fixed = (given: Answer): (() => Promise<Answer>) => {
  return () => Promise.resolve(given)
}

/** Answers /bot<token>/<method> and /file/bot<token>/<path> as the real service does. */
export const telegramHandler = (parts: ServerParts): HttpHandler => {
  const { world } = parts
  return async (message, response) => {
    const hungUp = hangUpSignal(response)
    const url = new URL(message.url ?? '/', 'http://service')
    const [, isFile, token = '', rest = ''] = /^\/(file\/)?bot([^/]*)\/(.*)$/.exec(url.pathname) ?? []
    const params = await read(parts, message, url.searchParams)
    const nothing = new Params(new Map())
    if (decodeURIComponent(token) !== parts.token) {
      return answer(parts, response, { method: rest, params: nothing, perform: fixed(refusal(stranger(token))) })
    }
    if (isFile !== undefined) {
      return answer(parts, response, { method: 'download', params: nothing, perform: fixed(download(world, rest)) })
    }
    if (!(params instanceof Params)) {
      return answer(parts, response, { method: rest, params: nothing, perform: fixed(params) })
    }
    const perform = (): Promise<Answer> => runMethod(world, rest, { params, hungUp })
    return answer(parts, response, { method: rest, params, perform })
  }
}
