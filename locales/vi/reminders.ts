import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

export interface DigestWords {
  readonly today: string
  readonly total: number
  readonly lateSince: string | null
  readonly groups: readonly { readonly daysLeft: number; readonly lines: readonly Rich[] }[]
  /** Tasks that found no room. */
  readonly more: number
  /** The number of the first task, for the example. */
  readonly example: number
}

const heading = (daysLeft: number): string => {
  const words = commonVi.daysLeft(daysLeft)
  const sign = daysLeft < 0 ? '⚠️' : '⏰'
  return `${sign} ${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`
}

const late = (since: string): string => `Tin này đến muộn: lẽ ra đã được gửi từ ngày ${commonVi.date(since)}.`

export const remindersVi = {
  digest: (of: DigestWords): Rich =>
    lines([
      bold(`Nhắc việc ngày ${commonVi.date(of.today)}: ${of.total} việc`),
      of.lateSince !== null && late(of.lateSince),
      ...of.groups.flatMap((group) => ['', bold(heading(group.daysLeft)), ...group.lines]),
      of.more > 0 && rich`… và ${of.more} việc khác, gõ ${code('/viec')} để xem.`,
      '',
      rich`Chọn một việc để mở, hoặc trả lời kèm số của việc, ví dụ: ${code(`nv${of.example} xong`)}`,
    ]),
  /** Above the one task that somebody is reminded of. */
  single: (of: {
    readonly daysLeft: number
    readonly lateSince: string | null
    readonly insteadOf: string | null
  }): Rich =>
    lines([
      bold(`${heading(of.daysLeft)}: nhắc việc`),
      of.insteadOf !== null && `Gửi anh/chị vì đang làm thay ${of.insteadOf}.`,
      of.lateSince !== null && late(of.lateSince),
      '',
    ]),
  /** After the line of a task that somebody is told of in another's place. */
  insteadOf: (name: string): Rich => rich` (thay ${name})`,
}

export type ReminderMessages = typeof remindersVi
