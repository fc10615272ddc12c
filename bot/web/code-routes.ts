import { Hono } from 'hono'
import type { WebDeps, WebEnv } from './context.ts'
import { codePage } from './pages/code-page.ts'

/** The page that draws a code: /ma#K7M2-9QXT. */
export const codeRoutes = ({ joining }: Pick<WebDeps, 'joining'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/', (c) => c.html(codePage(c.var.m, joining.ways())))
  return routes
}
