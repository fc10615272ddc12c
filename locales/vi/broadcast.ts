import { bold, code, concat, italic, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

const namesShown = 10

/** "A; B và 3 đơn vị khác" */
const someOf = (names: readonly string[], others: string): string => {
  const rest = names.length - namesShown
  return names.slice(0, namesShown).join('; ') + (rest > 0 ? ` và ${rest} ${others} khác` : '')
}

const deadlineExamples = rich`${code('15/3')} hoặc ${code('hết tháng 4')}`

export const broadcastVi = {
  about: 'Gửi thông báo đến nhiều người',
  askText: (): Rich =>
    rich`Anh/chị muốn thông báo điều gì? Xin gõ nội dung trong một tin nhắn; nội dung sẽ được gửi đúng như đã gõ, sau khi anh/chị xem lại và đồng ý.`,
  askAudience: (): Rich => rich`Gửi thông báo này cho ai?`,
  everybody: 'Tất cả',
  someAgencies: 'Chọn đơn vị',
  byRole: 'Theo vai trò',
  lateAgencies: 'Đơn vị có việc quá hạn',
  send: 'Gửi',
  cancel: 'Thôi',
  group: (name: string, agencies: number): string => `${name} (${agencies})`,
  askAgencies: (hasGroups: boolean): Rich =>
    rich`${hasGroups ? 'Chọn một nhóm, hoặc gõ' : 'Xin gõ'} tên các đơn vị, cách nhau bằng dấu chấm phẩy, ví dụ: ${code('Sở Nội vụ; UBND cấp huyện')}`,
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
  askRole: (): Rich => rich`Gửi cho ai?`,
  role: (role: 'head' | 'official' | 'leader'): string => {
    const name = commonVi.role(role)
    return name.charAt(0).toUpperCase() + name.slice(1)
  },
  nobodyLate: (): Rich => rich`Hiện không đơn vị nào có việc quá hạn. Gửi thông báo này cho ai?`,
  askLatePlan: (): Rich => rich`Đơn vị có việc quá hạn của kế hoạch nào?`,
  anyPlan: (agencies: number): string => `Mọi kế hoạch (${agencies} đơn vị)`,
  latePlan: (number: string, agencies: number): string => `${number} (${agencies} đơn vị)`,

  /** What each recipient reads. */
  message: ({ workspace, text, files, deadline, author, again }: Announcement): Rich =>
    concat([
      bold(again ? `🔔 Nhắc lại thông báo của ${workspace}` : `📢 Thông báo của ${workspace}`),
      rich`\n\n${text}\n\n`,
      files === null ? '' : rich`${files}\n\n`,
      deadline === null ? '' : rich`${bold(`Hạn: ${commonVi.date(deadline)}`)}\n`,
      italic(`Người gửi: ${author}`),
    ]),
  preview: ({ message, hasFiles, people, agencies, unreached, roles, recognised }: Preview): Rich =>
    lines([
      'Xem trước: mỗi người sẽ nhận đúng tin này.',
      '──────────',
      message,
      '──────────',
      hasFiles && 'Mỗi người có địa chỉ tải về của riêng mình.',
      recognised !== null && `Hạn ${commonVi.date(recognised.day)} được đọc từ “${recognised.words}”.`,
      roles.length > 0 && `Chỉ gửi cho: ${roles.map((role) => commonVi.role(role)).join(', ')}.`,
      rich`Gửi đến ${bold(`${people} người`)}${agencies === 0 ? '' : rich` ở ${bold(`${agencies} đơn vị`)}`}.`,
      unreached.length > 0 && `⚠️ ${unreached.length} đơn vị chưa có ai để nhận: ${someOf(unreached, 'đơn vị')}.`,
      'Anh/chị có muốn gửi không?',
    ]),
  changedSince: (): Rich => rich`Chưa gửi gì: thông báo đã đổi sau bản xem trước đó. Đây là bản mới nhất.`,
  changeAudience: 'Đổi người nhận',
  addDeadline: 'Thêm hạn',
  otherDeadline: 'Hạn khác',
  noDeadline: 'Không ghi hạn',
  askDeadline: (): Rich => rich`Hạn là ngày nào? Ví dụ: ${deadlineExamples}`,
  unknownDeadline: (typed: string): Rich =>
    rich`Chưa rõ ngày nào: “${typed}”. Xin gõ một ngày từ hôm nay trở đi, ví dụ: ${deadlineExamples}`,
  sent: ({ excerpt, people, agencies }: { excerpt: string; people: number; agencies: number }): Rich =>
    rich`✅ Thông báo “${excerpt}” đang được gửi đến ${people} người${agencies === 0 ? '' : ` ở ${agencies} đơn vị`}.`,
  sentBefore: ({ excerpt, day, time }: { excerpt: string; day: string; time: string }): Rich =>
    rich`Thông báo “${excerpt}” đã được gửi lúc ${time} ngày ${commonVi.date(day)}. Không gửi lần nữa.`,
  cancelled: (): Rich => rich`Đã bỏ thông báo này, chưa gửi cho ai.`,

  acknowledge: 'Đã nhận',
  acknowledged: (): Rich => rich`✅ Đã ghi nhận anh/chị đã nhận thông báo.`,
  acknowledgedBefore: (): Rich => rich`Đã ghi nhận từ trước: anh/chị đã nhận thông báo này.`,
}

interface Announcement {
  readonly workspace: string
  readonly text: string
  /** The files that go with it; null for none. */
  readonly files: Rich | null
  readonly deadline: string | null
  readonly author: string
  /** Whether it is said once more, to those who have not confirmed. */
  readonly again: boolean
}

interface Preview {
  readonly message: Rich
  readonly hasFiles: boolean
  readonly people: number
  /** 0 where it is not about agencies at all. */
  readonly agencies: number
  readonly unreached: readonly string[]
  readonly roles: readonly Parameters<typeof commonVi.role>[0][]
  /** Where the deadline was found in the text; null when there is none or it was typed. */
  readonly recognised: { readonly day: string; readonly words: string } | null
}

export type BroadcastMessages = typeof broadcastVi
