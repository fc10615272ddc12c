import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** The figures of a scope, as one screen says them. */
export interface StatusWords {
  readonly scope: string
  readonly today: string
  readonly total: number
  readonly done: number
  readonly doneLate: number
  readonly late: number
  readonly dueSoon: number
  readonly inTime: number
  readonly undated: number
  readonly silent: number
  readonly obstacles: number
  readonly fellDue: number
  readonly onTime: number
  readonly onTimeOriginal: number
}

export interface AgencyWords {
  readonly agencyName: string
  readonly total: number
  readonly done: number
  readonly late: number
  readonly dueSoon: number
  readonly silent: number
}

const rates = ({ fellDue, onTime, onTimeOriginal }: StatusWords): string =>
  fellDue === 0
    ? 'Chưa có việc nào đến hạn để tính tỷ lệ.'
    : `Đúng hạn: ${commonVi.percent(onTime / fellDue)} (${onTime}/${fellDue} việc đã đến hạn); theo hạn gốc: ${commonVi.percent(onTimeOriginal / fellDue)}.`

/** One plan or field of several. */
export interface GroupWords extends Omit<AgencyWords, 'agencyName'> {
  readonly name: string
}

const agency = ({ agencyName, ...figures }: AgencyWords): Rich => counted(agencyName, figures)

const counted = (name: string, { total, done, late, dueSoon, silent }: Omit<AgencyWords, 'agencyName'>): Rich => {
  const facts = [
    `${done}/${total} hoàn thành`,
    late > 0 && `${late} quá hạn`,
    dueSoon > 0 && `${dueSoon} sắp đến hạn`,
    silent > 0 && `${silent} chưa phản hồi`,
  ].filter((fact) => fact !== false)
  return rich`• ${bold(name)}: ${facts.join(', ')}`
}

/** What each list of a number is called on its button. */
export const numberNames = {
  late: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'in-time': 'Trong hạn',
  undated: 'Không thời hạn',
  done: 'Hoàn thành',
  'done-late': 'Hoàn thành quá hạn',
  obstacles: 'Vướng mắc',
  silent: 'Chưa phản hồi',
  all: 'Tất cả',
}

export const statusVi = {
  about: 'Tình hình thực hiện của đơn vị, của một kế hoạch hoặc lĩnh vực',
  figures: (status: StatusWords): Rich =>
    lines([
      bold(`Tình hình ${status.scope}, ngày ${commonVi.date(status.today)}`),
      `Tổng số: ${status.total} việc`,
      `✅ Hoàn thành: ${status.done}${status.doneLate > 0 ? ` (quá hạn: ${status.doneLate})` : ''}`,
      `⚠️ Quá hạn: ${status.late}`,
      `⏰ Sắp đến hạn: ${status.dueSoon}`,
      `Còn trong hạn: ${status.inTime}`,
      status.undated > 0 && `Không thời hạn: ${status.undated}`,
      `Vướng mắc: ${status.obstacles} · Chưa phản hồi: ${status.silent}`,
      rates(status),
    ]),
  nothing: (scope: string): Rich => rich`${bold(scope)} chưa được giao việc nào.`,
  lateTasks: (items: readonly Rich[], more: number): Rich =>
    lines(['', bold('Đang quá hạn'), ...items, more > 0 && `… và ${more} việc khác.`]),
  silentAgencies: (agencies: readonly { readonly name: string; readonly silent: number }[], more: number): Rich =>
    lines([
      '',
      rich`${bold('Chưa phản hồi')}: ${agencies.map(({ name, silent }) => `${name} (${silent})`).join('; ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}.`,
    ]),
  worst: (agencies: readonly AgencyWords[]): Rich =>
    lines(['', bold('Nhiều việc quá hạn nhất'), ...agencies.map(agency)]),
  agencies: (of: {
    readonly scope: string
    readonly total: number
    readonly from: number
    readonly items: readonly AgencyWords[]
  }): Rich =>
    lines([
      bold(`Từng đơn vị: ${of.scope}`),
      ...of.items.map(agency),
      of.total > of.items.length && `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} đơn vị.`,
    ]),
  list: (name: keyof typeof numberNames, count: number): string => `${numberNames[name]} (${count})`,
  byAgency: (count: number): string => `Từng đơn vị (${count})`,
  allTasks: 'Tất cả việc',
  back: 'Tình hình',
  plan: (number: string): string => (number === '' ? 'kế hoạch chưa rõ số' : `kế hoạch ${number}`),
  field: (name: string, plan: string | null): string =>
    [name === '' ? 'phần không ghi lĩnh vực' : `lĩnh vực ${name}`, plan !== null && plan !== '' && `kế hoạch ${plan}`]
      .filter((part) => part !== false)
      .join(', '),
  /** "kế hoạch 229/KH-UBND, Sở Nội vụ" */
  within: (part: string, whose: string | null): string => (whose === null ? part : `${part}, ${whose}`),
  byPlan: 'Từng kế hoạch',
  byField: 'Từng lĩnh vực',
  groups: (of: {
    readonly division: 'plan' | 'field'
    readonly scope: string
    readonly total: number
    readonly from: number
    readonly items: readonly GroupWords[]
  }): Rich =>
    lines([
      bold(`${of.division === 'plan' ? 'Từng kế hoạch' : 'Từng lĩnh vực'}: ${of.scope}`),
      ...of.items.map((item) => counted(item.name === '' ? 'Không ghi' : item.name, item)),
      of.total > of.items.length &&
        `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} ${of.division === 'plan' ? 'kế hoạch' : 'lĩnh vực'}.`,
    ]),
  noName: 'Không ghi',
  several: (division: 'plan' | 'field', typed: string): Rich =>
    rich`Có nhiều ${division === 'plan' ? 'kế hoạch' : 'lĩnh vực'} hợp với “${typed}”. Chọn một:`,
  none: (division: 'plan' | 'field', typed: string, known: number): Rich =>
    rich`Không thấy ${division === 'plan' ? 'kế hoạch' : 'lĩnh vực'} “${typed}” trong phạm vi của anh/chị.${known === 0 ? '' : ' Đang có:'}`,
  /** "Sở Nội vụ và 3 đơn vị trực thuộc" */
  withSubordinates: (names: readonly string[], subordinates: number): string =>
    subordinates === 0 ? names.join('; ') : `${names.join('; ')} và ${subordinates} đơn vị trực thuộc`,
}

export type StatusMessages = typeof statusVi
