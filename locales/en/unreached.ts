import { bold, lines, type Rich, rich } from '../rich-text.ts'
import type { UnreachedMessages, UnreachedWords } from '../vi/unreached.ts'

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`

const line = ({ name, open, late }: UnreachedWords): Rich =>
  open === 0
    ? rich`• ${bold(name)}`
    : rich`• ${bold(name)}: ${count(open, 'open task', 'open tasks')}${late > 0 ? `, ${late} overdue` : ''}`

const titles = { work: 'Work and nobody who has joined', idle: 'Nobody has joined, no work yet' }

export const unreachedEn: UnreachedMessages = {
  about: 'Agencies that nobody has joined from',
  notice: (many) => rich`⚠️ ${bold(count(many, 'agency has', 'agencies have'))} work to do and nobody who has joined.`,
  open: (many) => `Nobody joined (${many})`,
  list: (of) =>
    lines([
      rich`${bold(`${titles[of.list]}: ${of.total}`)} (${of.scope})`,
      ...of.items.map(line),
      of.total > of.items.length && `${of.from} to ${of.from + of.items.length - 1} of ${of.total} agencies.`,
    ]),
  none: () => rich`✅ Somebody has joined from every agency that has work.`,
  to: (list, many) => `${list === 'work' ? 'With work' : 'Without work'} (${many})`,
}
