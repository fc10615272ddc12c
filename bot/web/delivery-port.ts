import type { WebVisitor } from '../../domain/ports/web.ts'
import type { DeliveryAsked, DeliveryView } from '../../handlers/delivery-view.ts'

/** What became of a workspace's messages. */
export interface WebDelivery {
  /** Null for somebody who does not look after it. */
  view(visitor: WebVisitor, asked: DeliveryAsked): Promise<DeliveryView | null>
}
