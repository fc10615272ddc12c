import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

const channels = { telegram: 'Telegram', zalo: 'Zalo', web: 'trang web' }
type ChannelName = keyof typeof channels

const listed = (names: readonly ChannelName[]): string => names.map((name) => channels[name]).join(', ')

interface Me {
  readonly name: string
  readonly workspace: string
  readonly roles: readonly { readonly role: string; readonly agency: string | null }[]
  readonly since: string
  readonly reachedBy: readonly ChannelName[]
  /** Who stands in for them, and when. */
  readonly away: readonly { readonly from: string; readonly to: string; readonly by: string }[]
  /** For whom they stand in, until when. */
  readonly standsIn: readonly { readonly for: string; readonly from: string; readonly to: string }[]
  readonly updates: number
  readonly evidence: number
}

const period = (from: string, to: string): string => `${commonVi.date(from)} – ${commonVi.date(to)}`

interface Leaving {
  readonly workspace: string
  readonly reachedBy: readonly ChannelName[]
  /** Tasks that are theirs alone. */
  readonly own: number
  /** Agencies that would have nobody. */
  readonly emptied: readonly string[]
}

export const accountVi = {
  aboutLink: 'Nối thêm kênh vào tài khoản này',
  linkCode: (of: {
    readonly name: string
    readonly code: string
    readonly minutes: number
    readonly telegram: string | null
    readonly zalo: boolean
    readonly web: string
    /** The page that draws the code. */
    readonly picture: string
  }): Rich =>
    lines([
      rich`Mã nối kênh của ${bold(of.name)}:`,
      code(of.code),
      '',
      of.telegram !== null && rich`• Telegram: mở ${of.telegram}`,
      of.zalo && rich`• Zalo: nhắn ${code(`/start ${of.code}`)} cho bot`,
      rich`• Trình duyệt: mở ${of.web}`,
      rich`• Mã QR để chụp: ${of.picture}`,
      '',
      `Dùng một lần, trong ${of.minutes} phút. Ai có mã này sẽ vào với tên anh/chị: xin không chuyển cho người khác.`,
    ]),
  linked: (of: {
    readonly name: string
    readonly workspace: string
    readonly channel: ChannelName
    readonly channels: readonly ChannelName[]
  }): Rich =>
    lines([
      rich`✅ Đã nối ${channels[of.channel]} vào tài khoản của ${bold(of.name)}, ${of.workspace}. Từ nay dùng được ở: ${listed(of.channels)}.`,
      'Nhắc việc và thông báo đến nơi anh/chị dùng gần đây nhất.',
    ]),
  linkedElsewhere: (channel: ChannelName): Rich =>
    rich`Tài khoản của anh/chị vừa được nối thêm ${channels[channel]}. Nếu không phải anh/chị nối, xin báo ngay cán bộ tổng hợp.`,
  sameChannel: (): Rich => rich`Kênh này đã nối với tài khoản của anh/chị rồi. Hãy gửi mã ở kênh muốn nối thêm.`,

  aboutMe: 'Mọi điều đang giữ về anh/chị ở đây',
  me: (of: Me): Rich =>
    lines([
      bold(of.name),
      of.workspace,
      ...of.roles.map(({ role, agency }) => (agency === null ? `• ${role}` : `• ${role}, ${agency}`)),
      of.roles.length === 0 && 'Chưa thuộc đơn vị nào.',
      `Tham gia từ ${commonVi.date(of.since)}.`,
      `Kênh: ${listed(of.reachedBy)}.`,
      rich`Ngôn ngữ: Tiếng Việt (đổi: ${code('/ngonngu en')}).`,
      ...of.away.map(({ from, to, by }) => `Vắng mặt ${period(from, to)}: ${by} làm thay.`),
      ...of.standsIn.map(({ from, to, for: name }) => `Làm thay ${name}: ${period(from, to)}.`),
      `Hồ sơ còn giữ: ${of.updates} lần cập nhật và ${of.evidence} minh chứng anh/chị đã gửi, tin nhắn giữa anh/chị và bot, nhật ký thao tác (ai, lúc nào, kênh nào).`,
    ]),
  rename: 'Sửa tên',
  addChannel: 'Nối thêm kênh',
  leaveHere: 'Rời Đôn Đốc',

  aboutName: 'Sửa tên hiện của anh/chị',
  askName: (name: string): Rich => rich`Tên hiện nay: ${bold(name)}. Anh/chị muốn được gọi là gì? Gõ họ và tên.`,
  nameSet: (name: string): Rich =>
    rich`✅ Từ nay anh/chị được gọi là ${bold(name)}. Những gì đã ghi trước đây cũng hiện tên này.`,
  nameWrong: (limit: number): Rich =>
    rich`Tên cần có chữ cái, trên một dòng, không quá ${limit} ký tự. Ví dụ: ${code('/ten Chuyên viên Một')}`,

  aboutLeave: 'Rời Đôn Đốc',
  askLeave: (of: Leaving): Rich =>
    lines([
      rich`Rời Đôn Đốc của ${bold(of.workspace)} có nghĩa là:`,
      `• không còn xem, trả lời việc và không nhận tin nữa, ở mọi kênh đã nối (${listed(of.reachedBy)});`,
      of.own > 0 && `• ${of.own} việc giao riêng cho anh/chị trở lại là việc chung của đơn vị;`,
      '• tên anh/chị vẫn ở những gì đã ghi;',
      '• muốn dùng lại thì cần mã mời mới.',
      of.emptied.length > 0 && rich`⚠️ ${of.emptied.join('; ')} sẽ không còn ai; cán bộ tổng hợp sẽ được báo.`,
    ]),
  leave: 'Rời',
  stay: 'Ở lại',
  stayed: (): Rich => rich`Vâng, không có gì thay đổi.`,
  left: (workspace: string): Rich => rich`Anh/chị đã rời Đôn Đốc của ${workspace}. Cảm ơn anh/chị.`,
  lastOne: (role: 'coordinator' | 'admin'): Rich =>
    rich`Anh/chị là ${commonVi.role(role)} duy nhất nên chưa rời được. Mời thêm một người bằng ${code(role === 'admin' ? '/moi quản trị' : '/moi tổng hợp')} rồi gõ lại ${code('/roi')}.`,
  /** To coordinators. */
  agencyEmptied: ({ name, agency, open }: { name: string; agency: string; open: number }): Rich =>
    rich`⚠️ ${name} đã rời Đôn Đốc nên ${bold(agency)} không còn ai; còn ${open} việc chưa xong.`,
  inviteInto: (agency: string): string => `Mời người: ${agency}`,
  /** To the heads, or whoever else is left. Without an agency they left altogether. */
  tasksFreed: (of: { name: string; agency: string | null; numbers: readonly number[]; more: number }): Rich =>
    rich`${of.name} ${of.agency === null ? 'đã rời Đôn Đốc' : `thôi ở ${of.agency}`}. Việc giao riêng trở lại là việc chung của đơn vị: ${of.numbers.map((number) => `NV${number}`).join(', ')}${of.more > 0 ? ` và ${of.more} việc khác` : ''}.`,
  standInLeft: (name: string): Rich =>
    rich`${name} đã rời Đôn Đốc nên không còn làm thay anh/chị. Gõ ${code('/vangmat')} để nhờ người khác.`,
}

export type AccountMessages = typeof accountVi
