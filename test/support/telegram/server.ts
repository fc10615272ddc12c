import type { IncomingMessage } from 'node:http'
import type { Answer, Service } from '../emulator/exchange.ts'
import { type Records, serve } from '../emulator/serve.ts'
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
  readonly records: Records
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
  const isTimed = isFlood && retryAfter !== null
  const usual = isTimed ? `Too Many Requests: retry after ${retryAfter}` : (usualWords[status] ?? errorPrefix(status))
  return refusal(new TelegramError(status, description ?? usual, isTimed ? { retry_after: retryAfter } : undefined))
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

const read = async (world: World, message: IncomingMessage, query: URLSearchParams): Promise<Params | Answer> => {
  const body = await readBody(message, world.habits.maxUpload + 65_536)
  if (body === null) return refusal(new TelegramError(413, 'Request Entity Too Large'))
  try {
    return readParams(query, message.headers['content-type'] ?? '', body)
  } catch (error) {
    if (error instanceof TelegramError) return refusal(error)
    throw error
  }
}

const stranger = (token: string): Answer =>
  refusal(token.includes(':') ? new TelegramError(401, 'Unauthorized') : new TelegramError(404, 'Not Found'))

const fixed = (given: Answer): Service => ({ perform: () => Promise.resolve(given), refuse })

interface Path {
  readonly isFile: boolean
  readonly token: string
  /** The method, or the path of a file. */
  readonly rest: string
}

const readPath = (pathname: string): Path => {
  const [, file, token = '', rest = ''] = /^\/(file\/)?bot([^/]*)\/(.*)$/.exec(pathname) ?? []
  return { isFile: file !== undefined, token: decodeURIComponent(token), rest }
}

/** Answers /bot<token>/<method> and /file/bot<token>/<path> as the real service does. */
export const telegramHandler = ({ world, token: own, records }: ServerParts): HttpHandler => {
  return async (message, response) => {
    const hungUp = hangUpSignal(response)
    const url = new URL(message.url ?? '/', 'http://service')
    const { isFile, token, rest } = readPath(url.pathname)
    const params = await read(world, message, url.searchParams)
    const plain = { method: isFile ? 'download' : rest, chat: null, params: {}, isPoll: false }
    if (token !== own) return serve(records, response, { ...plain, ...fixed(stranger(token)) })
    if (isFile) return serve(records, response, { ...plain, ...fixed(download(world, rest)) })
    if (!(params instanceof Params)) return serve(records, response, { ...plain, ...fixed(params) })
    return serve(records, response, {
      method: rest,
      chat: params.text('chat_id') || null,
      params: params.describe(),
      isPoll: rest.toLowerCase() === 'getupdates',
      perform: () => runMethod(world, rest, { params, hungUp }),
      refuse,
    })
  }
}
