import { commonVi } from './common.ts'

/** The words in a picture. */
export const chartVi = {
  locale: 'vi' as 'vi' | 'en',
  kinds: {
    late: 'Quá hạn',
    dueSoon: 'Sắp đến hạn',
    inTime: 'Trong hạn',
    undated: 'Không thời hạn',
    done: 'Hoàn thành',
  },
  others: (count: number, rows: 'agency' | 'plan'): string =>
    rows === 'agency' ? `Các đơn vị khác (${count})` : `Các kế hoạch khác (${count})`,
  noName: 'Không ghi số',
  tail: (total: number, late: number): string => (late > 0 ? `${total} việc, ${late} quá hạn` : `${total} việc`),
  explanation: (rows: 'agency' | 'plan'): string =>
    rows === 'agency'
      ? 'Mỗi thanh là toàn bộ việc của một đơn vị; số trong ô là số việc.'
      : 'Mỗi thanh là toàn bộ việc của một kế hoạch; số trong ô là số việc.',
  alternative: (title: string, rows: readonly string[]): string => `Biểu đồ. ${title}. ${rows.join('; ')}.`,
  title: (from: string, to: string): string => `Tình hình tuần ${from} – ${to}`,
  bar: (name: string, total: number, parts: readonly string[]): string =>
    `${name}: ${total} việc (${parts.join(', ')})`,
  date: commonVi.date,
}

export type ChartMessages = typeof chartVi
