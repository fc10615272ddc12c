import { Hono } from 'hono'
import { messagesIn } from '../../locales/index.ts'
import type { WebDeps, WebEnv } from './context.ts'
import { jobsPage } from './pages/jobs-page.ts'
import { Refusal } from './refusal.ts'
import { getVisitor } from './session.ts'

/** /lich-chay */
export const jobsRoutes = ({ jobs }: Pick<WebDeps, 'jobs'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/', async (c) => {
    const visitor = getVisitor(c)
    const schedule = await jobs.view(visitor)
    if (schedule === null) throw new Refusal(403, 'notAllowed')
    const asked = schedule.jobs.find(({ job }) => job === c.req.query('chay'))?.job ?? null
    return c.html(jobsPage({ m: c.var.m, words: messagesIn(visitor.locale).jobs, schedule, asked }))
  })

  routes.post('/:job', async (c) => {
    const job = c.req.param('job')
    const isAsked = await jobs.run(getVisitor(c), job)
    if (isAsked === null) throw new Refusal(403, 'notAllowed')
    if (!isAsked) throw new Refusal(404, 'pageUnknown')
    return c.redirect(`/lich-chay?chay=${job}`, 303)
  })

  return routes
}
