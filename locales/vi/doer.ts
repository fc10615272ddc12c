import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'
import type { TaskLineWords } from './tasks.ts'

type Named = Pick<TaskLineWords, 'number' | 'title' | 'agency' | 'dueOn' | 'daysLeft'>

const task = ({ number, title }: Pick<Named, 'number' | 'title'>): Rich => rich`${bold(`NV${number}`)} ${title}`

export const doerVi = {
  about: 'Giao một việc cho người làm',
  example: '/giaoviec 12',
  name: 'Giao người làm',
  ask: (item: Named, current: string | null): Rich =>
    lines([
      rich`Ai làm ${task(item)}?`,
      `${item.agency}, ${item.dueOn === null ? 'không thời hạn' : `hạn ${commonVi.date(item.dueOn)}`}. Hiện nay: ${current ?? 'cả đơn vị'}.`,
    ]),
  everybody: 'Cả đơn vị',
  noPeople: (agency: string): Rich =>
    rich`${bold(agency)} chưa có ai tham gia nên chưa giao riêng được. Gõ ${code('/moi')} để mời.`,
  named: (number: number, name: string, told: boolean): Rich =>
    rich`✅ ${bold(`NV${number}`)} giao cho ${bold(name)}.${told ? ' Đã báo người được giao.' : ''}`,
  cleared: (number: number): Rich => rich`✅ ${bold(`NV${number}`)} là việc chung của cả đơn vị.`,
  already: (number: number, name: string | null): Rich =>
    rich`${bold(`NV${number}`)} hiện nay: ${name ?? 'cả đơn vị'}. Không có gì thay đổi.`,
  notThere: (): Rich => rich`Người này không còn ở đơn vị nên chưa giao. Chọn người khác:`,
  /** Above the card, to the one who is to do it. */
  toDoer: (by: string): Rich => lines([rich`👉 ${by} giao anh/chị làm việc này:`, '']),
  /** To the one who did it before. */
  toFormer: (item: Named, name: string | null): Rich =>
    name === null
      ? rich`${task(item)} nay là việc chung của cả đơn vị, không còn giao riêng cho anh/chị.`
      : rich`${task(item)} nay do ${name} làm, không còn giao riêng cho anh/chị.`,
}

export type DoerMessages = typeof doerVi
