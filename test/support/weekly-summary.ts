import { expect } from 'vitest'
import type { ChatDriver } from './person-driver.ts'

/** Where a picture is a message of its own, which Zalo cannot fetch from here: its alternative comes first. */
export const nextSummary = async (who: ChatDriver, timeoutMs?: number) => {
  if (who.channel === 'zalo') expect((await who.next(timeoutMs)).text).toMatch(/^Biểu đồ\. Tình hình tuần /)
  return who.next(timeoutMs)
}
