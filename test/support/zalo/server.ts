import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Answer, Service } from '../emulator/exchange.ts'
import { type Records, serve } from '../emulator/serve.ts'
import { hangUpSignal, type HttpHandler, readBody } from '../http-server.ts'
import { badRequest, refusal, success, usualWords, ZaloError } from './envelope.ts'
import { findMethod } from './methods.ts'
import type { ZaloWorld } from './world.ts'

/** What the HTTP side of the service needs. */
export interface ServerParts {
  readonly world: ZaloWorld
  readonly token: string
  readonly records: Records
}

const record = z.record(z.string(), z.unknown())

const parseBody = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The parameters of a POST with JSON; null for anything else, as multipart. */
const readParams = async (message: IncomingMessage): Promise<Record<string, unknown> | null> => {
  const body = await readBody(message, 1_048_576)
  if (body === null) return null
  if (body.length === 0) return {}
  const isJson = (message.headers['content-type'] ?? '').startsWith('application/json')
  return isJson ? (record.safeParse(parseBody(body)).data ?? null) : null
}

/** Runs one method; only a bug of the emulator comes out as an exception. */
const answerTo = async (world: ZaloWorld, does: () => unknown): Promise<Answer> => {
  try {
    return success(world.habits, await does())
  } catch (error) {
    if (error instanceof ZaloError) return refusal(world.habits, error.code, error.message)
    throw error
  }
}

const picture = (bytes: Uint8Array | undefined): Answer =>
  bytes === undefined
    ? { status: 404, type: 'text/plain', body: 'Not found', description: '404' }
    : { status: 200, type: 'image/jpeg', body: bytes, description: null }

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Answers /bot<token>/<method>, and serves the pictures that people sent. */
export const zaloHandler = ({ world, token: own, records }: ServerParts): HttpHandler => {
  const refuse: Service['refuse'] = ({ status, description }) =>
    refusal(world.habits, status, description ?? usualWords(status))

  const perform = (token: string, name: string, params: Record<string, unknown> | null, hungUp: AbortSignal) =>
    answerTo(world, () => {
      if (decodeURIComponent(token) !== own) throw new ZaloError(401)
      if (params === null) throw badRequest('the body must be JSON')
      const method = findMethod(name)
      if (method === undefined) throw new ZaloError(404)
      return method(world, { params, hungUp })
    })

  return async (message, response) => {
    const hungUp = hangUpSignal(response)
    const { pathname } = new URL(message.url ?? '/', 'http://service')
    const [, token, method = ''] = /^\/bot([^/]*)\/(.*)$/.exec(pathname) ?? []
    const params = await readParams(message)
    const known = params ?? {}
    return serve(records, response, {
      method: token === undefined ? 'download' : method,
      chat: text(known['chat_id']),
      params: known,
      isPoll: method === 'getUpdates',
      perform: () =>
        token === undefined
          ? Promise.resolve(picture(world.pictures.get(pathname)))
          : perform(token, method, params, hungUp),
      refuse,
    })
  }
}
