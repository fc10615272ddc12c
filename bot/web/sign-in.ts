import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppError } from '../../domain/errors.ts'
import { messagesIn } from '../../locales/index.ts'
import { explain } from '../explain.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { externalIdOf } from './entries.ts'
import { joinPage, signInPage } from './pages/card-pages.ts'
import { Refusal } from './refusal.ts'
import { endSession, getVisitor, sessionEnd, startSession } from './session.ts'
import { createToken, hashSecret } from '../../handlers/secrets.ts'

/** The ways in and out: one-time links, invitation codes, signing out. */
export const signInRoutes = (deps: WebDeps): Hono<WebEnv> => {
  const { sessions, now } = deps
  const routes = new Hono<WebEnv>()

  // Only shows a button: messengers open links for a preview, and that must not use them up.
  routes.get('/vao/:token', async (c) => {
    const token = c.req.param('token')
    const state = await sessions.findLink(hashSecret(token), now())
    if (state === null) {
      const linking = isLinking(c)
      return c.html(joinPage(c.var.m, { code: token, name: linking ? null : nameOf(c), linking, problem: null }))
    }
    if (state === 'open') return c.html(signInPage(c.var.m, token))
    if (c.var.visitor !== null) return c.redirect('/', 303)
    throw closedLink(state)
  })

  routes.post('/vao/:token', async (c) => {
    const token = c.req.param('token')
    const state = await sessions.findLink(hashSecret(token), now())
    if (state === null) return c.var.visitor === null ? join(c, deps, token) : joinMore(c, deps, token)
    const session = createToken()
    const opened = await sessions.openFromLink(
      hashSecret(token),
      { tokenHash: hashSecret(session), expiresAt: sessionEnd(now()) },
      now(),
    )
    if (!opened) throw closedLink(state)
    return enter(c, deps, session)
  })

  // A code that was typed instead of followed.
  routes.post('/vao', async (c) => {
    const form = z.object({ code: z.string().trim().min(1).max(100) }).safeParse(await c.req.parseBody())
    if (!form.success) throw new Refusal(400, 'codeMissing')
    return c.redirect(`/vao/${encodeURIComponent(form.data.code)}`, 303)
  })

  routes.post('/thoat', async (c) => {
    await endSession(c, deps)
    return c.redirect('/?ra=1', 303)
  })

  return routes
}

/** The address of a code by which somebody who has joined comes in from this browser too: their name is known. */
const isLinking = (c: Context<WebEnv>): boolean => c.req.query('noi') === '1'

/** Somebody who is signed in has a name already. */
const nameOf = (c: Context<WebEnv>): string | null => (c.var.visitor === null ? '' : null)

const closedLink = (state: 'open' | 'used' | 'expired'): Refusal =>
  new Refusal(410, state === 'expired' ? 'linkExpired' : 'linkUsed')

const enter = (c: Context<WebEnv>, { publicUrl }: WebDeps, sessionToken: string): Response => {
  startSession(c, publicUrl, sessionToken)
  return c.redirect('/', 303)
}

const nameSchema = z.object({ name: z.string().trim() })

const join = async (c: Context<WebEnv>, deps: WebDeps, code: string): Promise<Response> => {
  const form = nameSchema.safeParse(await c.req.parseBody())
  const name = form.success ? form.data.name : ''
  const { refused } = c.var.m
  const linking = isLinking(c)
  const sayAgain = (problem: string, status: 400 | 429) =>
    c.html(joinPage(c.var.m, { code, name: linking ? null : name, linking, problem }), status)
  if (name === '' && !linking) return sayAgain(refused.nameMissing, 400)
  if (name.length > 100) return sayAgain(refused.nameTooLong, 400)
  const joined = await deps.joining.join({ code, name, visitor: visitorAddress(c) })
  if ('sessionToken' in joined) return enter(c, deps, joined.sessionToken)
  return sayAgain(wordsFor(joined, c), joined.code === 'code-too-many-tries' ? 429 : 400)
}

const wordsFor = (error: AppError, c: Context<WebEnv>): string =>
  explain(error, messagesIn(c.var.m.lang === 'en' ? 'en' : 'vi')).text

/** Another invitation for somebody who is signed in: the same as typing it in the chat. */
const joinMore = async (c: Context<WebEnv>, { inbox, now }: WebDeps, code: string): Promise<Response> => {
  const { personId: id, name } = getVisitor(c)
  await inbox.receive(
    {
      channel: 'web',
      externalId: externalIdOf(id, createToken()),
      chat: { id, kind: 'private', title: name },
      sender: { id, name },
      sentAt: now().toISOString(),
      body: { kind: 'text', text: `/start ${code}` },
    },
    now(),
  )
  return c.redirect('/', 303)
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * What wrong codes are counted by. Behind a proxy on this machine it is the last address the proxy has added;
 * what a browser claims about itself is not believed.
 */
const visitorAddress = (c: Context<WebEnv>): string => {
  const peer = getConnInfo(c).remote.address ?? 'unknown'
  if (!loopback.has(peer)) return peer
  const [last = ''] = (c.req.header('X-Forwarded-For') ?? '').split(',').slice(-1)
  return last.trim() || peer
}
