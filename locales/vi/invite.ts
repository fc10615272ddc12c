import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

interface Invitation {
  readonly code: string
  readonly role: string
  /** Null when the role spans all agencies. */
  readonly agency: string | null
  readonly workspace: string
  /** "09:00 ngày 12/01/2026" */
  readonly until: string
  readonly telegram: string | null
  readonly zalo: boolean
  readonly web: string
  /** The page that draws the code. */
  readonly picture: string
}

export const inviteVi = {
  about: 'Tạo mã mời cho một đơn vị',
  askAgency: (): Rich =>
    lines([
      rich`Anh/chị cần mời người của đơn vị nào? Nhắn tên đơn vị, ví dụ: ${code('Sở Nội vụ')}.`,
      rich`Mời lãnh đạo UBND: nhắn ${code('lãnh đạo')}. Mời cán bộ tổng hợp: nhắn ${code('tổng hợp')}.`,
    ]),
  unreached: (names: readonly string[], more: number): Rich =>
    lines([
      bold('Có việc mà chưa ai tham gia (trả lời bằng số để mời):'),
      ...names.map((name, index) => `${index + 1}. ${name}`),
      more > 0 && `và ${more} đơn vị khác.`,
    ]),
  askRole: ({ agency }: { agency: string }): Rich => rich`Mời người của ${bold(agency)} với vai trò nào?`,
  didYouMean: ({ typed }: { typed: string }): Rich => rich`Không tìm thấy đơn vị “${typed}”. Có phải anh/chị muốn nói:`,
  ready: ({ code: secret, role, agency, workspace, until, telegram, zalo, web, picture }: Invitation): Rich =>
    lines([
      rich`Mã mời tham gia Đôn Đốc của ${workspace}, vai trò ${bold(role)}${agency === null ? '' : rich`, ${bold(agency)}`}:`,
      code(secret),
      '',
      telegram !== null && rich`• Telegram: mở ${telegram}`,
      zalo && rich`• Zalo: nhắn ${code(`/start ${secret}`)} cho bot`,
      rich`• Trình duyệt: mở ${web}`,
      rich`• Mã QR để in, chụp: ${picture}`,
      '',
      `Dùng một lần, cho một người, trước ${until}.`,
    ]),
  another: 'Thêm mã nữa',
  /** The hour and the day of an instant. */
  moment: (time: string, day: string): string => `${time} ngày ${day}`,
}

export type InviteMessages = typeof inviteVi
