import { Hono } from 'hono'
import type { Claimed, Outcome } from '../../domain/ports/messages.ts'
import { assetRoutes } from './assets.ts'
import { ownFileRoutes, signedInFileRoutes } from './broadcast-routes.ts'
import { chatRoutes, showChat } from './chat-routes.ts'
import { codeRoutes } from './code-routes.ts'
import { type WebDeps, type WebEnv, webWords } from './context.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { documentRoutes, uploadRoutes } from './evidence-routes.ts'
import { jobsRoutes } from './jobs-routes.ts'
import { createLive } from './live.ts'
import { welcomePage } from './pages/card-pages.ts'
import { pictureRoutes } from './picture-routes.ts'
import { answerError, Refusal } from './refusal.ts'
import { sameOriginOnly, securityHeaders } from './security.ts'
import { recognise } from './session.ts'
import { signInRoutes } from './sign-in.ts'

export interface WebChannel {
  readonly app: Hono<WebEnv>
  /** What the courier calls. The outbox row is the delivery; open pages read it as soon as it is settled. */
  send(message: Claimed): Promise<Outcome>
  /** Ends the live connections, so that the server can stop. */
  close(): void
}

/** The built-in chat in the browser: pages, their requests and their live connections. */
export const createWebChannel = (deps: WebDeps): WebChannel => {
  const live = createLive(deps.history, { pollMs: deps.pollMs ?? 1000, log: deps.log })
  const app = new Hono<WebEnv>()

  app.onError((error, c) => answerError(error, c, deps.log))
  app.notFound((c) => answerError(new Refusal(404, 'pageUnknown'), c, deps.log))
  app.use(async (c, next) => {
    c.set('m', webWords.vi)
    c.set('visitor', null)
    await next()
  })
  app.use(securityHeaders)
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.route('/assets', assetRoutes())
  app.use(sameOriginOnly(deps.publicUrl))
  app.use(recognise(deps))
  app.get('/', async (c) => {
    if (c.var.visitor !== null) return showChat(c, deps)
    const { m } = c.var
    return c.html(welcomePage(m, c.req.query('ra') === undefined ? {} : { notice: m.welcome.signedOut }))
  })
  app.route('/', signInRoutes(deps))
  app.route('/ma', codeRoutes(deps))
  app.route('/chat', chatRoutes(deps, live))
  app.route('/ke-hoach/nhap', draftRoutes(deps))
  app.route('/gui-tin', deliveryRoutes(deps))
  app.route('/lich-chay', jobsRoutes(deps))
  app.route('/nop', uploadRoutes(deps))
  app.route('/tai-lieu', documentRoutes(deps))
  app.route('/tep', ownFileRoutes(deps))
  app.route('/thong-bao', signedInFileRoutes(deps))
  app.route('/hinh', pictureRoutes(deps))

  return {
    app,
    send: (message) => {
      live.nudge(message.chat.externalId)
      // An edit keeps the name of the message it replaces, as in other messengers.
      return Promise.resolve({ kind: 'sent', externalId: message.edits ?? String(message.id) })
    },
    close: () => live.close(),
  }
}
