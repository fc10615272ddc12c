import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { WebVisitor } from '../../domain/ports/web.ts'
import { type WebDeps, type WebEnv, webWords } from './context.ts'
import { Refusal } from './refusal.ts'
import { hashSecret } from '../../handlers/secrets.ts'

const sessionDays = 30
const languageCookie = 'dondoc-lang'
const yearSeconds = 365 * 86_400

/** When a session that begins now ends. */
export const sessionEnd = (now: Date): Date => new Date(now.getTime() + sessionDays * 86_400_000)

const isSecure = (publicUrl: string): boolean => new URL(publicUrl).protocol === 'https:'

/** Under https the name itself has the browser refuse the cookie from a neighbouring host or over plain http. */
const cookieName = (publicUrl: string): string => (isSecure(publicUrl) ? '__Host-dondoc' : 'dondoc')

const cookieOptions = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(publicUrl) }) as const

/** Finds out who is asking, and in which language to answer. */
export const recognise =
  (deps: WebDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const visitor = await findVisitor(c, deps)
    c.set('visitor', visitor)
    c.set('m', webWords[visitor?.locale ?? strangerLanguage(c, deps.publicUrl)])
    await next()
  }

/** Who the browser's session belongs to; null when it has none, or none any more. */
export const findVisitor = async (
  c: Context<WebEnv>,
  { sessions, now, publicUrl }: WebDeps,
): Promise<WebVisitor | null> => {
  const token = getCookie(c, cookieName(publicUrl))
  return token === undefined ? null : sessions.find(hashSecret(token), now())
}

/** For requests that only somebody who is signed in can make. */
export const getVisitor = (c: Context<WebEnv>): WebVisitor => {
  if (c.var.visitor === null) throw new Refusal(401, 'signInNeeded')
  return c.var.visitor
}

/** Vietnamese unless the visitor chose otherwise: office computers are often set to English by accident. */
const strangerLanguage = (c: Context<WebEnv>, publicUrl: string): 'vi' | 'en' => {
  const chosen = c.req.query('lang')
  if (chosen !== 'vi' && chosen !== 'en') return getCookie(c, languageCookie) === 'en' ? 'en' : 'vi'
  setCookie(c, languageCookie, chosen, { ...cookieOptions(publicUrl), maxAge: yearSeconds })
  return chosen
}

/** Gives the browser a session. */
export const startSession = (c: Context<WebEnv>, publicUrl: string, token: string): void => {
  setCookie(c, cookieName(publicUrl), token, { ...cookieOptions(publicUrl), maxAge: sessionDays * 86_400 })
}

/** Ends the session on both sides. */
export const endSession = async (c: Context<WebEnv>, { sessions, publicUrl }: WebDeps): Promise<void> => {
  const token = getCookie(c, cookieName(publicUrl))
  if (token !== undefined) await sessions.end(hashSecret(token))
  deleteCookie(c, cookieName(publicUrl), cookieOptions(publicUrl))
}
