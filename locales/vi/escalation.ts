import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

type LevelName = 'head' | 'coordinator' | 'leader'

export interface NoteWords {
  readonly urgedBy?: string
  readonly silentSince?: string
  readonly reportedTo?: LevelName
}

/** A task that nobody of its agency can be told of. */
export interface UnreachedWords {
  readonly number: number
  readonly daysLeft: number | null
  /** Where it is spoken of because nobody has said anything since that day; else null. */
  readonly silentSince: string | null
}

/** Work of one agency that is reported above. */
export interface ReportedWords {
  readonly agency: string
  readonly count: number
  /** Days late of the oldest. */
  readonly worst: number
}

export interface LadderWords {
  readonly ladder: Readonly<Record<LevelName, number | null>>
  readonly silentAfter: number | null
}

const level = (name: LevelName): string => commonVi.role(name)

const rung = (days: number, name: LevelName): string => `quá hạn ${days} ngày thì báo cáo ${level(name)}`

const ladder = (of: LadderWords): string => {
  const steps = (['head', 'coordinator', 'leader'] as const).flatMap((name) => {
    const days = of.ladder[name]
    return days === null ? [] : [rung(days, name)]
  })
  const words = steps.join('; ')
  return steps.length === 0 ? 'Không báo cáo vượt cấp' : `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`
}

const silence = (days: number | null): string =>
  days === null
    ? 'Không tự đôn đốc việc lâu chưa cập nhật'
    : `${days} ngày chưa có cập nhật thì tự đôn đốc một lần, trừ khi mốc nhắc đã hoặc sắp nhắc`

const unreachedBecause = ({ daysLeft, silentSince }: UnreachedWords): string => {
  if (silentSince !== null) return `chưa có tin từ ${commonVi.date(silentSince)}`
  return daysLeft === null ? 'không thời hạn' : commonVi.daysLeft(daysLeft)
}

export const escalationVi = {
  level,
  /** After the line of a task. */
  note: (of: NoteWords): Rich =>
    rich`${[
      ...(of.urgedBy === undefined ? [] : [` · 🔔 ${of.urgedBy} đôn đốc`]),
      ...(of.silentSince === undefined ? [] : [` · chưa cập nhật từ ${commonVi.date(of.silentSince)}`]),
      ...(of.reportedTo === undefined ? [] : [` · đã báo cáo ${level(of.reportedTo)}`]),
    ].join('')}`,
  /** Above the one task that a message is about. */
  notes: (of: NoteWords): Rich =>
    lines([
      of.urgedBy !== undefined && `🔔 ${of.urgedBy} đôn đốc việc này. Xin cho biết kết quả, tiến độ hoặc vướng mắc.`,
      of.silentSince !== undefined &&
        `Chưa có cập nhật nào từ ngày ${commonVi.date(of.silentSince)}. Xin cho biết tiến độ hoặc vướng mắc.`,
      of.reportedTo !== undefined && `Việc quá hạn này đã được báo cáo ${level(of.reportedTo)}.`,
    ]),
  title: (day: string): Rich => bold(`Báo cáo ngày ${commonVi.date(day)}`),
  reported: (total: number): Rich => bold(`📣 Báo cáo vượt cấp: ${total} việc quá hạn`),
  byAgency: (of: ReportedWords): Rich =>
    rich`• ${bold(of.agency)}: ${of.count} việc, lâu nhất quá hạn ${of.worst} ngày`,
  moreAgencies: (agencies: number, tasks: number): string => `… và ${agencies} đơn vị khác: ${tasks} việc`,
  openAgency: (agency: string, count: number): string => `${agency} (${count})`,
  openAll: (count: number): string => `Tất cả (${count})`,
  /** How many tasks are at a milestone, and how many are spoken of because nobody said anything for long. */
  unreached: (of: { readonly agencies: number; readonly reached: number; readonly silent: number }): Rich =>
    bold(
      [
        `🚪 Chưa ai tham gia: ${of.agencies} đơn vị`,
        ...(of.reached > 0 ? [`${of.reached} việc đến mốc nhắc`] : []),
        ...(of.silent > 0 ? [`${of.silent} việc lâu chưa có tin`] : []),
      ].join(', '),
    ),
  unreachedOf: (agency: string, tasks: readonly UnreachedWords[], more: number) =>
    rich`• ${bold(agency)}: ${tasks
      .map((task) => `NV${task.number} (${unreachedBecause(task)})`)
      .join('; ')}${more > 0 ? ` và ${more} việc khác` : ''}`,
  /** Opens what nobody hears of. */
  openUnreached: 'Đơn vị chưa ai tham gia',

  list: (of: {
    readonly agency: string | null
    readonly total: number
    readonly from: number
    readonly lines: readonly Rich[]
  }): Rich =>
    lines([
      bold(`Báo cáo vượt cấp${of.agency === null ? '' : `, ${of.agency}`}: ${of.total} việc`),
      ...of.lines,
      of.total > of.lines.length && `Từ ${of.from} đến ${of.from + of.lines.length - 1} trong ${of.total} việc.`,
    ]),

  open: 'Báo cáo vượt cấp',
  shown: (of: { readonly plan: string | null; readonly own: boolean; readonly rule: LadderWords }): Rich =>
    lines([
      of.plan === null
        ? bold('Báo cáo vượt cấp và tự đôn đốc, chung')
        : rich`Báo cáo vượt cấp và tự đôn đốc của ${bold(of.plan)}${of.own ? '' : ': theo mức chung'}`,
      `${ladder(of.rule)}.`,
      `${silence(of.rule.silentAfter)}.`,
      'Mỗi mức báo cáo một lần cho một thời hạn; được gia hạn hoặc xong thì thôi. Việc giao khi đã quá hạn thì tính từ ngày giao.',
    ]),
  changed: (open: number): Rich => rich`✅ Đã đổi; ${open} việc đang mở tính theo mức mới.`,
  rung: (name: LevelName, days: number | null): string => {
    const whom = { head: 'Thủ trưởng', coordinator: 'Tổng hợp', leader: 'Lãnh đạo' }[name]
    return days === null ? `${whom}: tắt` : `${whom}: ${days} ngày`
  },
  silence: (days: number | null): string => (days === null ? 'Tự đôn đốc: tắt' : `Tự đôn đốc: ${days} ngày`),
  asWorkspace: 'Theo mức chung',
  asUsual: 'Về mặc định',
}

export type EscalationMessages = typeof escalationVi
