import type { WebJobs } from '../bot/web/jobs-port.ts'
import { recordRefusal } from '../bot/refused-attempt.ts'
import { AppError } from '../domain/errors.ts'
import type { Stores } from '../domain/ports/stores.ts'
import type { WebVisitor } from '../domain/ports/web.ts'
import { askForRun, checkJobsRight, findJobByHand, readSchedule } from '../handlers/job-schedule.ts'
import type { Request } from '../handlers/request.ts'
import type { RunTransaction } from './transactions.ts'
import { requestFor, say, type WebRequestOptions } from './web-request.ts'

export interface WebJobsOptions extends WebRequestOptions {
  readonly inTransaction: RunTransaction
}

/** The page of the clock; an attempt of whoever may not see it stays in the record. */
export const createWebJobs = ({ inTransaction, ...options }: WebJobsOptions): WebJobs => {
  const ifAllowed = <T>(
    visitor: WebVisitor,
    work: (request: Request, stores: Stores, tell: (replies: Parameters<typeof say>[2]) => Promise<void>) => Promise<T>,
  ): Promise<T | null> =>
    inTransaction(async (tools) => {
      const stores = tools.storesOf(visitor.workspaceId)
      const request = await requestFor(options, tools, visitor)
      try {
        checkJobsRight(request)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const attempt = { code: 'not-allowed', body: { kind: 'text', text: '/lichchay' }, chat: request.chat } as const
        await recordRefusal(attempt, { person: request.person, audit: stores.audit }, options.now())
        return null
      }
      return work(request, stores, (replies) => say(tools, request, replies))
    })

  return {
    view: (visitor) =>
      ifAllowed(visitor, ({ now, workspace }, stores) => readSchedule({ now, zone: workspace.zone }, stores)),
    run: (visitor, name) =>
      ifAllowed(visitor, async (request, stores, tell) => {
        const job = findJobByHand(name)
        if (job === null) return false
        await tell(await askForRun(request, job, stores))
        return true
      }),
  }
}
