import type { ChartMessages } from '../vi/chart.ts'
import { commonEn } from './common.ts'

export const chartEn: ChartMessages = {
  locale: 'en',
  kinds: { late: 'Overdue', dueSoon: 'Due soon', inTime: 'In time', undated: 'No deadline', done: 'Done' },
  others: (count, rows) => (rows === 'agency' ? `Other agencies (${count})` : `Other plans (${count})`),
  noName: 'No number',
  tail: (total, late) => `${total} ${total === 1 ? 'task' : 'tasks'}${late > 0 ? `, ${late} overdue` : ''}`,
  explanation: (rows) => `Each bar is all tasks of one ${rows}; the number in a part is how many of them.`,
  alternative: (title, rows) => `Chart. ${title}. ${rows.join('; ')}.`,
  title: (from, to) => `The week ${from} – ${to}`,
  bar: (name, total, parts) => `${name}: ${total} ${total === 1 ? 'task' : 'tasks'} (${parts.join(', ')})`,
  date: commonEn.date,
}
