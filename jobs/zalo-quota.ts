import type { HeldForQuota, QuotaDesk, ZaloQuota } from '../domain/ports/quotas.ts'
import type { Stores } from '../domain/ports/stores.ts'
import { fateOfHeld, type HeldFate, monthOf, warningLevel } from '../domain/quota.ts'
import { messagesIn } from '../locales/index.ts'

/** What one transaction of the job can do. */
interface ZaloQuotaTools {
  readonly quotaDesk: QuotaDesk
  readonly storesOf: (workspaceId: string) => Pick<Stores, 'outbox' | 'people'>
}

export interface ZaloQuotaOptions {
  readonly inTransaction: <T>(run: (tools: ZaloQuotaTools) => Promise<T>) => Promise<T>
  readonly now: () => Date
}

/** So many messages a run; the next run finds the rest. */
const heldAtOnce = 1000

/** Warns those who look after it that the month's quota runs out, and lets go what waited for it once there is room. */
export const createZaloQuotaJob =
  ({ inTransaction, now }: ZaloQuotaOptions) =>
  (): Promise<number> =>
    inTransaction(async (tools) => {
      const at = now()
      const quota = await tools.quotaDesk.read(at)
      if (quota !== null) await warn(tools, quota, at)
      const held = await tools.quotaDesk.listHeld(heldAtOnce)
      const fates = decide(held, quota, at)
      if (fates.size > 0) await tools.quotaDesk.settleHeld(fates, at)
      return fates.size
    })

/** Each that goes takes one of what is left. */
const decide = (held: readonly HeldForQuota[], quota: ZaloQuota | null, now: Date) => {
  const fates = new Map<bigint, Exclude<HeldFate, 'wait'>>()
  const monthly = quota?.monthly ?? Number.MAX_SAFE_INTEGER
  let used = quota?.used ?? 0
  for (const message of held) {
    const fate = fateOfHeld(message, { used, monthly }, now, message.zone)
    if (fate === 'wait') continue
    fates.set(message.id, fate)
    if (fate !== 'drop') used += 1
  }
  return fates
}

/** Once a month and level, whoever is told: the key says so. */
const warn = async ({ quotaDesk, storesOf }: ZaloQuotaTools, quota: ZaloQuota, now: Date): Promise<void> => {
  const level = warningLevel(quota)
  if (level === null) return
  const month = monthOf(now, quota.zone).name
  for (const workspaceId of await quotaDesk.listWorkspaces()) {
    const { outbox, people } = storesOf(workspaceId)
    const told = await people.listRecipients({ roles: ['coordinator', 'admin'] })
    await outbox.add(
      told.map(({ personId, chatId, locale }) => ({
        ...{ personId, chatId, kind: 'notice' as const, key: `quota:zalo:${month}:${level}:${personId}` },
        text: messagesIn(locale).delivery.quotaWarning({ ...quota, month, level }),
      })),
    )
  }
}
