import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'
import { snoozeVi } from './snooze.ts'

export interface DigestWords {
  readonly today: string
  readonly total: number
  readonly lateSince: string | null
  readonly groups: readonly { readonly daysLeft: number | null; readonly lines: readonly Rich[] }[]
  /** Tasks that found no room. */
  readonly more: number
  /** What is said of the work of others, below one's own. */
  readonly sections: readonly Rich[]
  /** The number of the first task, for the example. */
  readonly example: number
}

/** Without a due date there is nothing to be late for: it is asked how the work stands. */
const heading = (daysLeft: number | null): string => {
  if (daysLeft === null) return '🔄 Việc không thời hạn, đề nghị cho biết tình hình'
  const words = commonVi.daysLeft(daysLeft)
  const sign = daysLeft < 0 ? '⚠️' : '⏰'
  return `${sign} ${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`
}

const example = (of: DigestWords): string =>
  of.groups[0]?.daysLeft === null ? `nv${of.example} đang làm, được 50%` : `nv${of.example} xong`

const late = (since: string): string => `Tin này đến muộn: lẽ ra đã được gửi từ ngày ${commonVi.date(since)}.`

export const remindersVi = {
  digest: (of: DigestWords): Rich =>
    lines([
      bold(`Nhắc việc ngày ${commonVi.date(of.today)}: ${of.total} việc`),
      of.lateSince !== null && late(of.lateSince),
      ...of.groups.flatMap((group) => ['', bold(heading(group.daysLeft)), ...group.lines]),
      of.more > 0 && rich`… và ${of.more} việc khác, gõ ${code('/viec')} để xem.`,
      ...of.sections.flatMap((section) => ['', section]),
      '',
      rich`Chọn một việc để mở, hoặc trả lời kèm số của việc, ví dụ: ${code(example(of))}`,
    ]),
  /** Above the one task that somebody is reminded of. */
  single: (of: {
    readonly daysLeft: number | null
    readonly lateSince: string | null
    readonly insteadOf: string | null
    /** Why it is spoken of besides its day; null for nothing else. */
    readonly note: Rich | null
    /** Whether the person put it off until now. */
    readonly isSnoozed: boolean
  }): Rich =>
    lines([
      bold(of.daysLeft === null ? heading(null) : `${heading(of.daysLeft)}: nhắc việc`),
      of.insteadOf !== null && `Gửi anh/chị vì đang làm thay ${of.insteadOf}.`,
      of.isSnoozed && snoozeVi.asWantedAlone,
      of.lateSince !== null && late(of.lateSince),
      of.note,
      '',
    ]),
  /** Only the work of others is spoken of. */
  report: (of: { readonly title: Rich; readonly lateSince: string | null; readonly sections: readonly Rich[] }): Rich =>
    lines([of.title, of.lateSince !== null && late(of.lateSince), ...of.sections.flatMap((section) => ['', section])]),
  /** After the line of a task that somebody is told of in another's place. */
  insteadOf: (name: string): Rich => rich` (thay ${name})`,
}

export type ReminderMessages = typeof remindersVi
