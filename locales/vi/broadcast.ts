import { bold, code, concat, italic, lines, type Rich, rich } from '../rich-text.ts'

const namesShown = 10

/** "A; B và 3 đơn vị khác" */
const someOf = (names: readonly string[], others: string): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` và ${rest} ${others} khác` : '')
}

export const broadcastVi = {
  about: 'Gửi thông báo đến nhiều người',
  askText: (): Rich =>
    rich`Anh/chị muốn thông báo điều gì? Xin gõ nội dung trong một tin nhắn; nội dung sẽ được gửi đúng như đã gõ, sau khi anh/chị xem lại và đồng ý.`,
  askAudience: (): Rich => rich`Gửi thông báo này cho ai?`,
  everybody: 'Tất cả',
  someAgencies: 'Chọn đơn vị',
  lateAgencies: 'Đơn vị có việc quá hạn',
  send: 'Gửi',
  cancel: 'Thôi',
  askAgencies: (): Rich =>
    rich`Xin gõ tên các đơn vị, cách nhau bằng dấu chấm phẩy. Tên nhóm cũng được, ví dụ: ${code('Sở Nội vụ; UBND cấp huyện')}`,
  unknownAgencies: ({
    found,
    unknown,
  }: {
    found: number
    unknown: readonly { readonly typed: string; readonly nearest: readonly string[] }[]
  }): Rich =>
    lines([
      `Đã rõ ${found} đơn vị. Chưa rõ:`,
      ...unknown.map(({ typed, nearest }) =>
        nearest.length === 0 ? `• “${typed}”` : `• “${typed}”: gần giống nhất là ${nearest.join('; ')}`,
      ),
      found === 0
        ? 'Xin gõ lại tên đơn vị.'
        : rich`Xin gõ lại những tên chưa rõ, hoặc gõ ${code('bỏ')} để chỉ gửi cho những đơn vị đã rõ.`,
    ]),
  /** What is typed to leave out the names that were not understood; folded. */
  skip: 'bo',
  nobodyLate: (): Rich => rich`Hiện không đơn vị nào có việc quá hạn. Gửi thông báo này cho ai?`,

  /** What each recipient reads. */
  message: ({ workspace, text, author }: { workspace: string; text: string; author: string }): Rich =>
    concat([bold(`📢 Thông báo của ${workspace}`), '\n\n', text, '\n\n', italic(`Người gửi: ${author}`)]),
  preview: ({
    message,
    people,
    agencies,
    unreached,
  }: {
    message: Rich
    people: number
    agencies: number
    unreached: readonly string[]
  }): Rich =>
    lines([
      'Xem trước: mỗi người sẽ nhận đúng tin này.',
      '──────────',
      message,
      '──────────',
      rich`Gửi đến ${bold(`${people} người`)} ở ${bold(`${agencies} đơn vị`)}.`,
      unreached.length > 0 && `⚠️ Chưa có ai để nhận: ${someOf(unreached, 'đơn vị')}.`,
      'Anh/chị có muốn gửi không?',
    ]),
  sent: ({ excerpt, people, agencies }: { excerpt: string; people: number; agencies: number }): Rich =>
    rich`✅ Thông báo “${excerpt}” đang được gửi đến ${people} người ở ${agencies} đơn vị.`,
  sentBefore: ({ excerpt, day, time }: { excerpt: string; day: string; time: string }): Rich =>
    rich`Thông báo “${excerpt}” đã được gửi lúc ${time} ngày ${day}. Không gửi lần nữa.`,
  cancelled: (): Rich => rich`Đã bỏ thông báo này, chưa gửi cho ai.`,

  acknowledge: 'Đã nhận',
  acknowledged: (): Rich => rich`✅ Đã ghi nhận anh/chị đã nhận thông báo.`,
  acknowledgedBefore: (): Rich => rich`Đã ghi nhận từ trước: anh/chị đã nhận thông báo này.`,
  who: 'Xem ai đã nhận',
  refresh: 'Cập nhật',
  receipts: (seen: {
    excerpt: string
    time: string
    total: number
    sent: number
    waiting: number
    unknown: readonly string[]
    failed: readonly string[]
    acknowledged: readonly string[]
    silent: readonly string[]
  }): Rich =>
    lines([
      rich`${bold('Thông báo')} “${seen.excerpt}”`,
      `Đã gửi tới: ${seen.sent}/${seen.total} người`,
      seen.waiting > 0 && `Đang chờ gửi: ${seen.waiting}`,
      seen.unknown.length > 0 && `Chưa rõ đã tới hay chưa: ${seen.unknown.length} (${someOf(seen.unknown, 'người')})`,
      seen.failed.length > 0 && `⚠️ Không gửi được: ${seen.failed.length} (${someOf(seen.failed, 'người')})`,
      `Đã bấm “Đã nhận”: ${seen.acknowledged.length}/${seen.total}`,
      seen.acknowledged.length > 0 && `✅ ${someOf(seen.acknowledged, 'người')}`,
      seen.silent.length > 0 && `Chưa bấm: ${someOf(seen.silent, 'người')}`,
      italic(`Số liệu lúc ${seen.time}`),
    ]),
}

export type BroadcastMessages = typeof broadcastVi
