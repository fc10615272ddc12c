import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface StandingWords {
  readonly state: Parameters<typeof commonVi.state>[0]
  readonly percent: number
  readonly obstacle: string | null
  readonly dueOn: string | null
}

export interface UpdateWords {
  readonly kind: keyof typeof told
  readonly note: string
  readonly before: StandingWords
  readonly after: StandingWords
  readonly undone: boolean
  readonly evidence: readonly { readonly words: string; readonly withdrawn: boolean }[]
}

/** One thing that happened, when and who did it. */
export type EntryWords = {
  readonly day: string
  /** "09:15" */
  readonly time: string
  /** Whether the year has to be said. */
  readonly otherYear: boolean
  readonly person: string | null
  /** In whose place. */
  readonly insteadOf?: string
} & (
  | { readonly what: 'assigned'; readonly agency: string; readonly dueOn: string | null }
  | { readonly what: 'update'; readonly update: UpdateWords }
  | { readonly what: 'asked-for-time'; readonly wantedOn: string; readonly reason: string }
  | { readonly what: 'refused-time'; readonly answer: string }
  | { readonly what: 'withdrew-request' }
  | { readonly what: 'urged'; readonly people: number }
  | { readonly what: 'plan-amended' }
  | { readonly what: 'snoozed'; readonly until: string }
)

const quoted = (before: string, words: string): string => (words === '' ? '' : `${before}“${words}”`)
const day = (on: string | null): string => (on === null ? 'không thời hạn' : commonVi.date(on))

const progress = ({ before, after, note }: UpdateWords): string => {
  const share = after.percent > 0 ? `báo ${after.percent}%` : 'báo đang thực hiện'
  const what = after.state === 'in_progress' ? share : 'báo chưa bắt đầu'
  const unblocked = before.obstacle !== null && after.obstacle === null ? ', đã hết vướng mắc' : ''
  return `${what}${unblocked}${quoted(', ghi chú ', note)}`
}

const obstacle = ({ before, after, note }: UpdateWords): string => {
  const share = after.percent === before.percent ? '' : `, ${after.percent}%`
  return `báo vướng mắc “${after.obstacle ?? note}”${share}`
}

/** Passed on it stays returned; given back, or given to an agency that had returned it, it is open again. */
const reassign = ({ after, note }: UpdateWords): string =>
  after.state === 'returned' ? `giao việc cho ${note}` : `giao lại việc${quoted(', kèm lời ', note)}`

const told = {
  acknowledge: ({ note }: UpdateWords) => `đã tiếp nhận${quoted(', ghi chú ', note)}`,
  progress,
  done: ({ after, note }: UpdateWords) =>
    `${after.state === 'submitted' ? 'nộp kết quả, chờ duyệt' : 'báo hoàn thành'}${quoted(', ghi chú ', note)}`,
  obstacle,
  evidence: ({ note, evidence }: UpdateWords) =>
    `gửi minh chứng${evidence.some(({ words }) => note.includes(words)) ? '' : quoted(', ghi chú ', note)}`,
  approve: ({ note }: UpdateWords) => `duyệt kết quả: hoàn thành${quoted(', kèm lời ', note)}`,
  reject: ({ note }: UpdateWords) => `trả lại kết quả${quoted(', lý do ', note)}`,
  reopen: ({ note }: UpdateWords) => `mở lại việc${quoted(', lý do ', note)}`,
  return: ({ note }: UpdateWords) => `trả lại việc vì không phải của đơn vị${quoted(', kèm lời ', note)}`,
  reassign,
  extend: ({ before, after, note }: UpdateWords) =>
    `đồng ý gia hạn: từ ${day(before.dueOn)} đến ${day(after.dueOn)}${quoted(', kèm lời ', note)}`,
  assignee: ({ note }: UpdateWords) => (note === '' ? 'giao lại cho cả đơn vị' : `giao cho ${note} làm`),
  contribute: ({ note }: UpdateWords) => `đóng góp phần phối hợp${quoted(': ', note)}`,
}

const evidenceOf = ({ kind, evidence }: UpdateWords): string => {
  if (evidence.length === 0) return ''
  const items = evidence.map(({ words, withdrawn }) => (withdrawn ? `${words} (đã rút)` : words)).join(' ; ')
  return kind === 'evidence' ? ` ${items}` : `, minh chứng ${items}`
}

const assigned = (entry: Extract<EntryWords, { what: 'assigned' }>): string =>
  `Giao cho ${entry.agency}, ${entry.dueOn === null ? 'không thời hạn' : `hạn ${day(entry.dueOn)}`}`

const updated = (update: UpdateWords): string =>
  `${told[update.kind](update)}${evidenceOf(update)}${update.undone ? ' (đã hoàn tác)' : ''}`

type OfRequest = Extract<EntryWords, { what: 'asked-for-time' | 'refused-time' | 'withdrew-request' }>

const requested = (entry: OfRequest): string => {
  switch (entry.what) {
    case 'asked-for-time':
      return `xin gia hạn đến ${day(entry.wantedOn)}${quoted(', lý do ', entry.reason)}`
    case 'refused-time':
      return `không đồng ý gia hạn${quoted(', kèm lời ', entry.answer)}`
    case 'withdrew-request':
      return 'rút đề nghị gia hạn'
  }
}

const said = (entry: EntryWords): string => {
  switch (entry.what) {
    case 'assigned':
      return assigned(entry)
    case 'update':
      return updated(entry.update)
    case 'urged':
      return `đôn đốc, ${entry.people} người nhận`
    case 'plan-amended':
      return 'cập nhật kế hoạch theo văn bản sửa đổi'
    case 'snoozed':
      return `hẹn nhắc lại ngày ${day(entry.until)}`
    default:
      return requested(entry)
  }
}

const line = (entry: EntryWords): Rich => {
  const date = commonVi.date(entry.day)
  const name = entry.person ?? (entry.what === 'assigned' ? '' : 'Hệ thống')
  const who = entry.insteadOf === undefined ? name : `${name} (thay ${entry.insteadOf})`
  return rich`${bold(`${entry.otherYear ? date : date.slice(0, 5)} ${entry.time}`)} ${[who, said(entry)].filter((part) => part !== '').join(' ')}`
}

type WaitingWords =
  | {
      readonly kind: 'doing'
      readonly who: string
      readonly state: 'assigned' | 'acknowledged' | 'in_progress'
      readonly nobodyThere: boolean
    }
  | {
      readonly kind: 'approval'
      readonly by: { readonly agency: string | null; readonly people: number; readonly standIns: readonly string[] }
    }
  | { readonly kind: 'time'; readonly wantedOn: string }
  | { readonly kind: 'reassigning' }

const approving = ({ agency, people, standIns }: Extract<WaitingWords, { kind: 'approval' }>['by']): string => {
  if (people === 0) return 'chưa có ai duyệt được kết quả, cần mời thủ trưởng đơn vị tham gia'
  if (agency === null) return 'cán bộ tổng hợp duyệt kết quả'
  return `thủ trưởng ${agency}${standIns.length > 0 ? ` (${standIns.join(', ')} làm thay)` : ''} duyệt kết quả`
}

const awaited = (whom: WaitingWords): string => {
  switch (whom.kind) {
    case 'doing':
      return `${whom.who} ${whom.state === 'assigned' ? 'tiếp nhận' : 'thực hiện, báo tiến độ'}${whom.nobodyThere ? '; đơn vị chưa có ai tham gia' : ''}`
    case 'approval':
      return approving(whom.by)
    case 'time':
      return `cán bộ tổng hợp quyết định gia hạn đến ${commonVi.date(whom.wantedOn)}`
    case 'reassigning':
      return 'cán bộ tổng hợp giao lại'
  }
}

export const historyVi = {
  open: 'Lịch sử',
  story: (of: {
    readonly number: number
    readonly agency: string
    readonly total: number
    readonly from: number
    readonly items: readonly EntryWords[]
  }): Rich =>
    lines([
      bold(`Lịch sử NV${of.number}, ${of.agency}`),
      ...of.items.map(line),
      of.total > of.items.length && `Từ ${of.from} đến ${of.from + of.items.length - 1} trong ${of.total} lần.`,
    ]),
  older: 'Cũ hơn',
  newer: 'Mới hơn',
  openTask: 'Mở việc',

  waiting: (whom: WaitingWords): Rich => rich`${bold('Đang chờ')}: ${awaited(whom)}`,
}

export type HistoryMessages = typeof historyVi
