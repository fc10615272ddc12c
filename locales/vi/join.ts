import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

const answers = rich`${code('đã nhận')} · ${code('60%')} · ${code('xong')} · ${code('vướng: …')} · liên kết minh chứng`

const reminded = lines([
  'Bot gửi việc được giao và nhắc trước hạn. Khi có nhắc việc, anh/chị trả lời ngay vào tin đó:',
  answers,
])

const importing = (canSendFiles: boolean): Rich =>
  canSendFiles
    ? rich`Gửi tệp kế hoạch (.docx, .xlsx hoặc .txt) vào đây để giao việc; ${code('/moi')} để mời người của các đơn vị; ${code('/tinhhinh')} xem tình hình.`
    : rich`Gõ ${code('/web')} để mở trang web và gửi tệp kế hoạch ở đó; ${code('/moi')} để mời người của các đơn vị; ${code('/tinhhinh')} xem tình hình.`

/** What to do now, by role. */
const guidance = {
  official: (): Rich =>
    lines([reminded, rich`${code('/viec')} xem việc của đơn vị; ${code('/trogiup')} xem hướng dẫn.`]),
  head: (): Rich =>
    lines([
      reminded,
      rich`${code('/tinhhinh')} xem tình hình đơn vị và các đơn vị trực thuộc; ${code('/viec')} xem từng việc.`,
    ]),
  coordinator: importing,
  leader: (): Rich => rich`${code('/tinhhinh')} xem tình hình toàn kế hoạch; ${code('/trogiup')} xem hướng dẫn.`,
  admin: (): Rich => rich`${code('/moi')} để mời người; ${code('/trogiup')} xem những việc làm được.`,
}

export const joinVi = {
  noName: 'Chưa rõ tên',
  welcome: ({ name, workspace }: { name: string; workspace: string }): Rich =>
    rich`Chào anh/chị ${bold(name)}. Anh/chị đã tham gia Đôn Đốc của ${bold(workspace)}.`,
  /** "Vai trò: chuyên viên đầu mối, Sở Nội vụ." */
  yourRole: ({ role, agency }: { role: string; agency: string | null }): Rich =>
    agency === null ? rich`Vai trò: ${bold(role)}.` : rich`Vai trò: ${bold(role)}, ${bold(agency)}.`,
  guidance: (role: keyof typeof guidance, canSendFiles: boolean): Rich => guidance[role](canSendFiles),
  added: ({ role, agency }: { role: string; agency: string | null }): Rich =>
    agency === null
      ? rich`✅ Anh/chị có thêm vai trò ${bold(role)}.`
      : rich`✅ Anh/chị có thêm vai trò ${bold(role)} của ${bold(agency)}.`,
  alreadyIn: ({ role, agency }: { role: string; agency: string | null }): Rich =>
    agency === null
      ? rich`Anh/chị đã có vai trò ${bold(role)} rồi nên không có gì thay đổi. Gõ ${code('/trogiup')} để xem những việc làm được.`
      : rich`Anh/chị đã là ${bold(role)} của ${bold(agency)} rồi nên không có gì thay đổi. Gõ ${code('/viec')} để xem việc.`,
  openWork: ({ agency, total }: { agency: string; total: number }): Rich =>
    rich`${bold(agency)} đang có ${bold(total)} việc:`,
  noOpenWork: ({ agency }: { agency: string }): Rich =>
    rich`${bold(agency)} hiện chưa có việc nào. Khi được giao, bot sẽ báo ngay tại đây.`,
  /** /start without a code, from somebody who is in. */
  greeting: ({ name }: { name: string }): Rich => rich`Chào anh/chị ${bold(name)}.`,
  aboutStart: 'Tham gia bằng mã mời',
}

export type JoinMessages = typeof joinVi
