import { Hono } from 'hono'
import { z } from 'zod'
import { deliveryStates } from '../../domain/delivery.ts'
import { messagesIn } from '../../locales/index.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { deliveryPage } from './pages/delivery-page.ts'
import { Refusal } from './refusal.ts'
import { getVisitor } from './session.ts'

/** What is not understood is as good as not asked. */
const askedSchema = z.object({
  tin: z
    .enum([...deliveryStates, 'all'])
    .optional()
    .catch(undefined),
  kenh: z.enum(['telegram', 'zalo', 'web']).optional().catch(undefined),
  ngay: z.iso.date().optional().catch(undefined),
  nguoi: z.string().optional(),
  tu: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

/** /gui-tin */
export const deliveryRoutes = ({ delivery }: Pick<WebDeps, 'delivery'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/', async (c) => {
    const visitor = getVisitor(c)
    const { tin, kenh, ngay, nguoi, tu } = askedSchema.parse(c.req.query())
    const filter = { state: tin === 'all' ? null : (tin ?? null), channel: kenh ?? null, day: ngay ?? null }
    const people = nguoi !== undefined
    const view = await delivery.view(visitor, {
      ...{ people, offset: tu - 1, list: people || tin === undefined ? null : filter },
    })
    if (view === null) throw new Refusal(403, 'notAllowed')
    return c.html(deliveryPage({ m: c.var.m, words: messagesIn(visitor.locale).delivery, view }))
  })
  return routes
}
