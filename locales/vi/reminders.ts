import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** One task in a digest. `agency` is named only to people of several. */
export interface DigestLine {
  readonly number: number
  readonly title: string
  readonly dueOn: string
  readonly percent: number
  readonly agency: string | null
}

export interface DigestWords {
  readonly today: string
  readonly total: number
  readonly lateSince: string | null
  readonly groups: readonly { readonly daysLeft: number; readonly lines: readonly DigestLine[] }[]
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

const line = ({ number, title, dueOn, percent, agency }: DigestLine): Rich =>
  rich`• ${bold(`NV${number}`)} ${title} (hạn ${commonVi.date(dueOn)}, ${percent}%${agency === null ? '' : `, ${agency}`})`

const late = (since: string): string => `Tin này đến muộn: lẽ ra đã được gửi từ ngày ${commonVi.date(since)}.`

export const remindersVi = {
  digest: (of: DigestWords): Rich =>
    lines([
      bold(`Nhắc việc ngày ${commonVi.date(of.today)}: ${of.total} việc`),
      of.lateSince !== null && late(of.lateSince),
      ...of.groups.flatMap((group) => ['', bold(heading(group.daysLeft)), ...group.lines.map(line)]),
      of.more > 0 && rich`… và ${of.more} việc khác, gõ ${code('/viec')} để xem.`,
      '',
      rich`Chọn một việc để mở, hoặc trả lời kèm số của việc, ví dụ: ${code(`nv${of.example} xong`)}`,
    ]),
  /** Above the one task that somebody is reminded of. */
  single: ({ daysLeft, lateSince }: { daysLeft: number; lateSince: string | null }): Rich =>
    lines([bold(`${heading(daysLeft)}: nhắc việc`), lateSince !== null && late(lateSince), '']),
  open: (number: number): string => `Mở NV${number}`,
}

export type ReminderMessages = typeof remindersVi
