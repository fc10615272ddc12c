import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** A task that was found, on one line. */
export interface FoundWords {
  readonly number: number
  readonly title: string
  readonly planNumber: string
  readonly dueOn: string | null
  readonly open: boolean
  readonly agencies: number
  readonly finished: number
}

const found = ({ number, title, planNumber, dueOn, open, agencies, finished }: FoundWords): Rich => {
  const due = dueOn === null ? 'không thời hạn' : `hạn ${commonVi.date(dueOn)}`
  const facts = [
    planNumber,
    open ? due : 'không còn việc đang mở',
    open && agencies > 1 && `${finished}/${agencies} đơn vị xong`,
  ].filter((fact) => fact !== false && fact !== '')
  return rich`• ${bold(`NV${number}`)} ${title} · ${facts.join(' · ')}`
}

export const searchVi = {
  about: 'Tìm nhiệm vụ theo từ khóa',
  example: '/tim thủ tục hành chính',
  found: (of: {
    readonly words: string
    readonly total: number
    readonly from: number
    readonly items: readonly FoundWords[]
  }): Rich =>
    lines([
      bold(`Tìm “${of.words}”: ${of.total} nhiệm vụ`),
      ...of.items.map(found),
      of.total > of.items.length && `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} nhiệm vụ.`,
    ]),
  nothing: (words: string): Rich =>
    rich`Không thấy nhiệm vụ nào có “${words}” trong phạm vi của anh/chị. Thử ít từ hơn, ví dụ ${code('/tim thủ tục')}.`,
}

export type SearchMessages = typeof searchVi
