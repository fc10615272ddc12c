import { bold, lines, type Rich, rich } from '../rich-text.ts'

/** An agency nobody has joined from, and what waits there. */
export interface UnreachedWords {
  readonly name: string
  readonly open: number
  readonly late: number
}

const titles = { work: 'Có việc mà chưa ai tham gia', idle: 'Chưa có ai tham gia, chưa có việc' }
export type UnreachedList = keyof typeof titles

const line = ({ name, open, late }: UnreachedWords): Rich =>
  open === 0
    ? rich`• ${bold(name)}`
    : rich`• ${bold(name)}: ${open} việc chưa xong${late > 0 ? `, ${late} quá hạn` : ''}`

export const unreachedVi = {
  about: 'Đơn vị chưa có ai tham gia',
  notice: (count: number): Rich => rich`⚠️ ${bold(`${count} đơn vị`)} có việc mà chưa ai tham gia.`,
  open: (count: number): string => `Chưa ai tham gia (${count})`,
  list: (of: {
    readonly list: UnreachedList
    readonly scope: string
    readonly total: number
    /** The first one shown, counted from 1. */
    readonly from: number
    readonly items: readonly UnreachedWords[]
  }): Rich =>
    lines([
      rich`${bold(`${titles[of.list]}: ${of.total}`)} (${of.scope})`,
      ...of.items.map(line),
      of.total > of.items.length && `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} đơn vị.`,
    ]),
  none: (): Rich => rich`✅ Đơn vị nào có việc cũng đã có người tham gia.`,
  to: (list: UnreachedList, count: number): string => `${list === 'work' ? 'Có việc' : 'Chưa có việc'} (${count})`,
}

export type UnreachedMessages = typeof unreachedVi
