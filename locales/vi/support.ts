import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

interface Task {
  readonly number: number
  readonly title: string
}

const named = ({ number, title }: Task): Rich => rich`${bold(`NV${number}`)} ${title}`

export const supportVi = {
  /** What follows /viec; folded. */
  words: ['phoi hop', 'viec phoi hop', 'support', 'supporting'],
  list: (of: {
    readonly total: number
    readonly agencies: readonly string[]
    readonly from: number
    readonly lines: readonly Rich[]
  }): Rich =>
    lines([
      rich`${bold(`Việc phối hợp: ${of.total}`)} (${of.agencies.join('; ')})`,
      ...of.lines,
      of.total > of.lines.length && `Từ ${of.from} đến ${of.from + of.lines.length - 1} trong ${of.total} việc.`,
    ]),
  none: (): Rich => rich`Đơn vị không có việc phối hợp nào đang mở. Việc chủ trì: ${code('/viec')}`,
  /** Under the card of a task that others lead. */
  onlyToSee: (agency: string): Rich =>
    rich`Đơn vị anh/chị phối hợp; ${agency} chủ trì. Tình trạng do đơn vị chủ trì cập nhật.`,
  contribute: 'Gửi đóng góp',
  ask: (number: number): Rich =>
    rich`Gửi đóng góp cho ${bold(`NV${number}`)}: một ghi chú hoặc liên kết, ví dụ: ${code('đã gửi số liệu quý I, https://…')}`,
  sent: (number: number, agency: string, told: number): Rich =>
    told === 0
      ? rich`✅ Đã ghi đóng góp cho ${bold(`NV${number}`)}. ${agency} chưa có ai để báo.`
      : rich`✅ Đã chuyển đóng góp cho ${bold(`NV${number}`)}. Đã báo ${told} người của ${agency}.`,
  /** To the people of the leading agency. */
  received: (of: {
    readonly task: Task
    readonly agencies: readonly string[]
    readonly name: string
    readonly note: string
  }): Rich =>
    lines([rich`🤝 ${bold(of.agencies.join('; '))} đóng góp cho ${named(of.task)}`, rich`${of.name}: “${of.note}”`]),
  open: 'Mở việc',
}

export type SupportMessages = typeof supportVi
