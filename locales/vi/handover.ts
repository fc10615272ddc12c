import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface Days {
  readonly firstDay: string
  readonly lastDay: string
}

interface InAgency {
  readonly agency: string
  readonly total: number
}

interface Preview {
  readonly from: string
  /** Null: the whole agency. */
  readonly to: string | null
  readonly total: number
  readonly late: number
  readonly agencies: readonly InAgency[]
  readonly staying: readonly InAgency[]
  readonly standIns: readonly (Days & { readonly name: string })[]
}

const days = ({ firstDay, lastDay }: Days): string => `${commonVi.date(firstDay)} – ${commonVi.date(lastDay)}`

export const handoverVi = {
  of: (name: string, agencies: readonly string[]): string => `${name} (${agencies.join(', ')})`,
  askWhose: (): Rich => rich`Chuyển việc giao riêng của ai? Chọn hoặc gõ tên.`,
  severalOf: (typed: string): Rich => rich`Có nhiều người tên “${typed}”. Chuyển việc của ai?`,
  unknown: (typed: string, near: number): Rich =>
    near === 0
      ? rich`Không thấy ai tên “${typed}” trong đơn vị. Chưa có gì thay đổi.`
      : rich`Không thấy ai tên “${typed}”. Có phải:`,
  nothing: (name: string): Rich => rich`${bold(name)} không có việc giao riêng nào đang mở.`,
  askWhom: ({ name, tasks, typed }: { name: string; tasks: number; typed: string }): Rich =>
    lines([
      typed !== '' && `Không thấy ai tên “${typed}” ở đơn vị của những việc này.`,
      rich`Chuyển ${tasks} việc giao riêng của ${bold(name)} cho ai? Chọn hoặc gõ tên.`,
    ]),
  samePerson: (name: string): Rich => rich`Hai tên này là một người: ${bold(name)}. Không có gì để chuyển.`,
  preview: ({ from, to, total, late, agencies, staying, standIns }: Preview): Rich =>
    lines([
      rich`Chuyển việc giao riêng: ${bold(from)} → ${bold(to ?? 'cả đơn vị')}`,
      total === 0
        ? 'Không có việc đang mở nào chuyển được.'
        : `${total} việc đang mở${late > 0 ? `, ${late} quá hạn` : ''}`,
      ...agencies.map((item) => `• ${item.agency}: ${item.total} việc`),
      ...staying.map((item) => `Ở lại ${item.total} việc của ${item.agency}: ${to ?? ''} không thuộc đơn vị đó.`),
      ...standIns.map((absence) => `Làm thay cũng chuyển: ${absence.name}, ${days(absence)}.`),
      total + standIns.length > 0 && 'Mỗi người nhận một tin.',
    ]),
  done: ({ from, to, total, standIns }: { from: string; to: string | null; total: number; standIns: number }): Rich =>
    lines([
      rich`✅ Đã chuyển ${bold(`${total} việc`)} giao riêng của ${from} cho ${bold(to ?? 'cả đơn vị')}.`,
      standIns > 0 && `${to ?? ''} cũng làm thay cho ${standIns} người vắng mặt.`,
    ]),
  toTaker: ({ from, total, by }: { from: string; total: number; by: string }): Rich =>
    rich`👉 ${by} chuyển cho anh/chị ${bold(`${total} việc`)} trước đây của ${from}.`,
  standsIn: (name: string, period: Days): Rich => rich`Anh/chị làm thay ${bold(name)}: ${days(period)}.`,
  toGiver: ({ to, numbers, more }: { to: string | null; numbers: readonly number[]; more: number }): Rich =>
    rich`📤 Việc giao riêng của anh/chị nay ${to === null ? 'là việc chung của đơn vị' : `do ${to} làm`}: ${numbers.map((number) => `NV${number}`).join(', ')}${more > 0 ? ` và ${more} việc khác` : ''}.`,
  toAbsent: (to: string, from: string): Rich => rich`Từ nay ${bold(to)} làm thay anh/chị, thay cho ${from}.`,
  /** Under the news that somebody left. */
  handOn: 'Giao cho người khác',
}

export type HandoverMessages = typeof handoverVi
