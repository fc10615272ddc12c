import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface Rostered {
  readonly name: string
  readonly memberships: readonly {
    readonly role: Parameters<typeof commonVi.role>[0]
    readonly agency: string | null
  }[]
}

const rolesOf = ({ memberships }: Rostered): readonly string[] =>
  memberships.map(({ role, agency }) => (agency === null ? commonVi.role(role) : `${commonVi.role(role)}, ${agency}`))

export const rosterVi = {
  about: 'Người tham gia; cho một người thôi',
  list: (of: {
    readonly agency: string | null
    readonly total: number
    readonly from: number
    readonly people: readonly Rostered[]
  }): Rich =>
    of.total === 0
      ? rich`Chưa có ai tham gia${of.agency === null ? '' : `: ${of.agency}`}. Gõ ${code('/moi')} để mời.`
      : lines([
          bold(of.agency === null ? `Người tham gia (${of.total})` : `Người tham gia: ${of.agency} (${of.total})`),
          ...of.people.map((person) => `• ${person.name}: ${rolesOf(person).join('; ') || 'chưa thuộc đơn vị nào'}`),
          of.total > of.people.length &&
            `Từ ${of.from} đến ${of.from + of.people.length - 1} trong ${of.total} người. Tìm: /nguoi Phòng Nội vụ`,
        ]),
  several: (typed: string): Rich => rich`Có nhiều người tên “${typed}”. Xem ai?`,
  unknown: (typed: string, near: number): Rich =>
    near === 0
      ? rich`Không thấy đơn vị hay người nào tên “${typed}”.`
      : rich`Không thấy đơn vị hay người nào tên “${typed}”. Có phải:`,
  card: (of: Rostered & { readonly held: number }): Rich =>
    lines([
      bold(of.name),
      ...rolesOf(of).map((role) => `• ${role}`),
      of.memberships.length === 0 && 'Chưa thuộc đơn vị nào.',
      `Việc giao riêng đang mở: ${of.held}`,
    ]),
  endIn: (agency: string): string => `Thôi ở ${agency}`,
  remove: 'Cho rời Đôn Đốc',
  handOn: 'Chuyển việc giao riêng',
  lastOne: (name: string, role: 'coordinator' | 'admin'): Rich =>
    rich`${bold(name)} là ${commonVi.role(role)} duy nhất nên chưa rời được. Mời thêm một người bằng ${code(role === 'admin' ? '/moi quản trị' : '/moi tổng hợp')} trước.`,
  askToEnd: (of: {
    readonly name: string
    readonly agency: string | null
    readonly own: number
    readonly emptied: readonly string[]
  }): Rich =>
    lines([
      of.agency === null
        ? rich`Cho ${bold(of.name)} rời Đôn Đốc có nghĩa là:`
        : rich`${bold(of.name)} thôi ở ${bold(of.agency)} có nghĩa là:`,
      of.agency === null
        ? '• không còn xem, trả lời việc và không nhận tin nữa, ở mọi kênh;'
        : `• không còn xem, trả lời và được nhắc việc của ${of.agency}; vai trò khác giữ nguyên;`,
      of.own > 0 && `• ${of.own} việc giao riêng trở lại là việc chung của đơn vị;`,
      '• tên vẫn ở những gì đã ghi;',
      '• muốn trở lại thì cần mã mời mới.',
      of.emptied.length > 0 && rich`⚠️ ${of.emptied.join('; ')} sẽ không còn ai.`,
    ]),
  confirmRemove: 'Cho rời',
  confirmEnd: 'Cho thôi',
  removed: (name: string, freed: number): Rich =>
    rich`✅ ${bold(name)} không còn trong Đôn Đốc.${freed > 0 ? ` ${freed} việc giao riêng trở lại là việc chung.` : ''}`,
  ended: (name: string, agency: string, freed: number): Rich =>
    rich`✅ ${bold(name)} không còn thuộc ${agency}.${freed > 0 ? ` ${freed} việc giao riêng trở lại là việc chung.` : ''}`,
  toEnded: (agency: string): Rich =>
    rich`Anh/chị không còn thuộc ${bold(agency)} trong Đôn Đốc. Gõ ${code('/toi')} để xem.`,
}

export type RosterMessages = typeof rosterVi
