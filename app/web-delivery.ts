import type { WebDelivery } from '../bot/web/delivery-port.ts'
import { recordRefusal } from '../bot/refused-attempt.ts'
import { AppError } from '../domain/errors.ts'
import { viewDelivery } from '../handlers/delivery-view.ts'
import type { RunTransaction } from './transactions.ts'
import { requestFor, type WebRequestOptions } from './web-request.ts'

export interface WebDeliveryOptions extends WebRequestOptions {
  readonly inTransaction: RunTransaction
}

/** The delivery page; whoever may not see it leaves a trace in the record. */
export const createWebDelivery = ({ inTransaction, ...options }: WebDeliveryOptions): WebDelivery => ({
  view: (visitor, asked) =>
    inTransaction(async (tools) => {
      const stores = tools.storesOf(visitor.workspaceId)
      const request = await requestFor(options, tools, visitor)
      try {
        return await viewDelivery(request, asked, stores)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const attempt = { code: 'not-allowed', body: { kind: 'text', text: '/guitin' }, chat: request.chat } as const
        await recordRefusal(attempt, { person: request.person, audit: stores.audit }, options.now())
        return null
      }
    }),
})
