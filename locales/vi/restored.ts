import { lines, type Rich } from '../rich-text.ts'
import type { Clock } from './broadcast-sent.ts'
import { commonVi } from './common.ts'
import { type PeriodName, periodNameVi } from './periods.ts'

export interface RestoredWords {
  /** When the backup was taken. */
  readonly takenAt: Clock
  /** What waited to be sent then and was not sent. */
  readonly unsent: readonly { readonly kind: string; readonly count: number }[]
  /** How many messages of people had been received then and not yet handled. */
  readonly undone: number
  /** Whose cut-off lies in the time that was lost. */
  readonly periods: readonly PeriodName[]
}

const kinds: Readonly<Record<string, string>> = {
  reply: 'trả lời',
  assignment: 'tin về việc',
  reminder: 'nhắc việc',
  broadcast: 'thông báo',
  summary: 'tổng hợp tuần',
  notice: 'tin hệ thống',
}

export const restoredVi = {
  told: ({ takenAt, unsent, undone, periods }: RestoredWords): Rich => {
    const total = unsent.reduce((sum, { count }) => sum + count, 0)
    return lines([
      `⚠️ Dữ liệu đã được khôi phục từ bản sao lưu lúc ${takenAt.time} ngày ${commonVi.date(takenAt.day)}. Những gì ghi sau lúc đó không còn; xin kiểm tra và nhập lại.`,
      total === 0
        ? 'Không có tin nào đang chờ gửi lúc sao lưu.'
        : `${total} tin đang chờ gửi lúc sao lưu không được gửi: ${unsent.map(({ kind, count }) => `${count} ${kinds[kind] ?? kind}`).join(', ')}.`,
      unsent.some(({ kind }) => kind === 'reminder') &&
        'Nhắc việc được viết lại trong tin nhắc tới, mỗi người một tin.',
      undone > 0 &&
        `${undone} tin mọi người gửi đến chưa kịp xử lý lúc sao lưu không được xử lý; ai còn cần thì gửi lại.`,
      periods.length > 0 &&
        `⚠️ Chưa chốt số liệu kỳ ${periods.map(periodNameVi).join(', ')} vì giờ chốt rơi vào khoảng đã mất. Nhập lại đủ rồi mở kỳ, bấm “Đã nhập lại đủ”.`,
      'Mọi phiên đăng nhập, mã mời và liên kết đã hủy.',
    ])
  },
}

export type RestoredMessages = typeof restoredVi
