import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { WebMessages } from '../../locales/vi/web.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { refusalPage } from './pages/card-pages.ts'

export type RefusalCode = Exclude<keyof WebMessages['refused'], 'title' | 'back' | 'unexpected'>

/** A request that is not taken, for a reason that the person is told in one sentence. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  readonly code: RefusalCode

  constructor(status: ContentfulStatusCode, code: RefusalCode) {
    super(code)
    this.name = 'Refusal'
    this.status = status
    this.code = code
  }
}

/** Addresses whose second part opens something. */
const withSecret = ['/vao', '/nop', '/tep']

/** The one place where a refused request or an unexpected error becomes an answer. */
export const answerError = (error: Error, c: Context<WebEnv>, log: WebDeps['log']): Response | Promise<Response> => {
  const { refused } = c.var.m
  if (error instanceof Refusal) return answerWith(c, error.status, refused[error.code])
  const reference = randomUUID().slice(0, 8)
  // Neither the address, which can hold a sign-in token, nor anything that was sent is logged.
  const place = c.req.path.split('/').slice(0, 3).join('/')
  log.error(
    {
      err: error,
      reference,
      method: c.req.method,
      place: withSecret.find((start) => place.startsWith(start)) ?? place,
    },
    'web request failed',
  )
  return answerWith(c, 500, refused.unexpected(reference))
}

/** The pages' own requests get JSON, people get a page. */
const answerWith = (c: Context<WebEnv>, status: ContentfulStatusCode, words: string): Response | Promise<Response> =>
  c.req.path.startsWith('/chat/') || (c.req.path.startsWith('/ke-hoach/') && c.req.method === 'POST')
    ? c.json({ error: words }, status)
    : c.html(refusalPage(c.var.m, words), status)
