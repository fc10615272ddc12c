import { bold, code, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface Days {
  readonly firstDay: string
  readonly lastDay: string
}

const period = ({ firstDay, lastDay }: Days): string =>
  firstDay === lastDay
    ? `ngày ${commonVi.date(firstDay)}`
    : `từ ${commonVi.date(firstDay)} đến ${commonVi.date(lastDay)}`

const sentence = (days: Days): string => {
  const words = period(days)
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`
}

export const awayVi = {
  about: 'Báo vắng mặt, nhờ người làm thay',
  askDays: (): Rich => rich`Anh/chị vắng mặt từ ngày nào đến ngày nào? Ví dụ: ${code('từ 5/3 đến 12/3')}`,
  wrongDays: (longest: number): Rich =>
    rich`Chưa rõ những ngày vắng mặt nên chưa ghi gì: cần ngày chưa qua, nhiều nhất ${longest} ngày. Ví dụ: ${code('từ 5/3 đến 12/3')}`,
  askStandIn: (days: Days): Rich => rich`Ai làm thay ${period(days)}? Chọn hoặc gõ tên.`,
  unknown: (typed: string, days: Days): Rich =>
    rich`Không thấy “${typed}” trong những người cùng đơn vị. Ai làm thay ${period(days)}?`,
  nobody: (): Rich =>
    rich`Đơn vị chưa có ai khác tham gia để làm thay nên chưa ghi gì. Xin báo cán bộ tổng hợp mời thêm người.`,
  /** `approves`: whoever is away is the head of an agency. */
  saved: (days: Days, name: string, approves: boolean): Rich =>
    rich`✅ ${sentence(days)} ${bold(name)} nhận nhắc việc${approves ? ', trả lời và duyệt kết quả' : ' và trả lời'} thay anh/chị. Đã báo người làm thay. Anh/chị vẫn nhận nhắc việc như cũ.`,
  end: 'Hủy vắng mặt',
  current: (days: Days, name: string): Rich => rich`Hiện đã ghi: vắng mặt ${period(days)}, ${bold(name)} làm thay.`,
  ended: (days: Days, name: string): Rich => rich`✅ Đã hủy vắng mặt ${period(days)}. Đã báo ${name}.`,
  nothing: (): Rich => rich`Anh/chị không có lần vắng mặt nào đang ghi.`,
  /** To the stand-in. */
  asked: (name: string, days: Days, open: number, approves: boolean): Rich =>
    rich`🔁 ${bold(name)} vắng mặt ${period(days)} và nhờ anh/chị nhận nhắc việc, ${approves ? 'trả lời và duyệt kết quả thay' : 'trả lời thay'}. Hiện có ${open} việc chưa xong ở đơn vị. Gõ ${code('/viec')} để xem${approves ? rich`, ${code('/duyet')} để duyệt trong những ngày đó` : ''}.`,
  released: (name: string, days: Days): Rich =>
    rich`${name} đã hủy vắng mặt ${period(days)}: anh/chị không cần làm thay nữa.`,
}

export type AwayMessages = typeof awayVi
