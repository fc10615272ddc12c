import type { DeliveryCell, DeliveryFilter, DeliveryState } from '../delivery.ts'
import type { Channel } from '../incoming.ts'
import type { MessageKind } from '../message.ts'
import type { QuotaUse } from '../quota.ts'
import type { BlockedReason } from '../unreachable.ts'
import type { Page } from './assignments.ts'

/** A message without its words. */
export interface DeliveryItem {
  /** When it was settled; when it was put in while it waits. */
  readonly at: Date
  /** Whom it was for; the name of a group. */
  readonly name: string
  readonly agencyName: string | null
  readonly channel: Channel
  readonly kind: MessageKind
  readonly taskNumber: number | null
  readonly state: DeliveryState
  /** What the channel said ("telegram-403"), or why it waits; null for nothing to say. */
  readonly failure: string | null
  readonly movedTo: Channel | null
}

/** Somebody whose channel says that they cannot be reached there. */
export interface UnreachablePerson {
  readonly name: string
  readonly agencyName: string | null
  readonly channel: Channel
  readonly reason: BlockedReason
  readonly since: Date
  /** Where messages go instead; null for nowhere. */
  readonly otherChannel: Channel | null
}

/** The month's quota of the Zalo bot, and what of it this workspace has used. */
interface SharedQuota extends QuotaUse {
  readonly zone: string
  readonly ours: number
}

interface Window {
  readonly offset: number
  readonly limit: number
}

/** What became of the messages of one workspace. */
export interface Delivery {
  /** What was settled since a moment, and all that waits; days are those of the zone. */
  count(since: Date, zone: string): Promise<readonly DeliveryCell[]>
  /** Since when the oldest message waits for its turn; null when none does. */
  findOldestWaiting(): Promise<Date | null>
  /** The newest first. */
  list(filter: DeliveryFilter, since: Date, zone: string, window: Window): Promise<Page<DeliveryItem>>
  listUnreachable(window: Window): Promise<Page<UnreachablePerson>>
  /** Null where there is no quota. */
  findQuota(now: Date): Promise<SharedQuota | null>
}
