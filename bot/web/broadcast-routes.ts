import { type Context, Hono } from 'hono'
import type { Asking, SharedFiles, SharedState } from '../../domain/ports/web-broadcasts.ts'
import { type WebDeps, type WebEnv, webWords } from './context.ts'
import { sendFile } from './file-answer.ts'
import { sharedFilesPage } from './pages/shared-files-page.ts'
import { Refusal } from './refusal.ts'

/** /tep/<token>: the files of an announcement for one recipient. The address itself is the right to them. */
export const ownFileRoutes = (deps: WebDeps): Hono<WebEnv> =>
  fileRoutes(deps, (c) => Promise.resolve({ token: c.req.param('of') ?? '' }))

/** /thong-bao/<broadcast>: the same, for whoever is signed in and may have them. */
export const signedInFileRoutes = (deps: WebDeps): Hono<WebEnv> =>
  fileRoutes(deps, (c) => {
    if (c.var.visitor === null) throw new Refusal(401, 'signInForFile')
    return Promise.resolve({ visitor: c.var.visitor, broadcastId: c.req.param('of') ?? '' })
  })

/** A page to take them from: messengers open addresses for a preview, and that must not fetch whole files. */
const fileRoutes = ({ broadcasts }: WebDeps, askingOf: (c: Context<WebEnv>) => Promise<Asking>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/:of', async (c) => {
    const state = await broadcasts.look(await askingOf(c))
    if (state.kind === 'expired') return c.redirect(`/thong-bao/${state.broadcastId}`)
    const shared = requireOpen(state)
    return c.html(sharedFilesPage({ m: webWords[shared.locale], shared, address: c.req.path }))
  })

  routes.get('/:of/:file', async (c) => {
    const found = await broadcasts.open(await askingOf(c), c.req.param('file'))
    if ('bytes' in found) return sendFile(c, found)
    throw closed(found)
  })

  return routes
}

const requireOpen = (state: SharedState): SharedFiles => {
  if (state.kind !== 'open') throw closed(state)
  return state.shared
}

const closed = ({ kind }: SharedState): Refusal =>
  kind === 'withdrawn' ? new Refusal(410, 'broadcastWithdrawn') : new Refusal(404, 'pageUnknown')
