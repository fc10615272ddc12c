import type { HeldFate, HeldMessage, QuotaUse } from '../quota.ts'

/** The month's quota of the Zalo bot, which all workspaces share. */
export interface ZaloQuota extends QuotaUse {
  /** Whose calendar the month is. */
  readonly zone: string
}

export interface HeldForQuota extends HeldMessage {
  readonly id: bigint
  /** The zone of its workspace. */
  readonly zone: string
}

/** The clock's side of the quota, across workspaces. */
export interface QuotaDesk {
  /** Null where there is no quota. */
  read(now: Date): Promise<ZaloQuota | null>
  /** What waits for the quota, the oldest first. */
  listHeld(limit: number): Promise<readonly HeldForQuota[]>
  /** Does with what waited as was decided. */
  settleHeld(fates: ReadonlyMap<bigint, Exclude<HeldFate, 'wait'>>, now: Date): Promise<void>
  /** Workspaces with people on Zalo. */
  listWorkspaces(): Promise<readonly string[]>
}
