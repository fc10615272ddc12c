import { Hono } from 'hono'
import type { WebDeps, WebEnv } from './context.ts'
import { Refusal } from './refusal.ts'

/** /hinh/<token>.png: the picture of one message. The address is the right to it: messengers fetch it themselves. */
export const pictureRoutes = ({ pictures }: Pick<WebDeps, 'pictures'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/:file', async (c) => {
    const token = /^([\w-]{20,64})\.png$/.exec(c.req.param('file'))?.[1]
    const png = token === undefined ? null : await pictures.find(token)
    if (png === null) throw new Refusal(404, 'pageUnknown')
    c.header('Content-Type', 'image/png')
    // Drawn from figures that never change.
    c.header('Cache-Control', 'private, max-age=86400, immutable')
    return c.body(new Uint8Array(png))
  })
  return routes
}
