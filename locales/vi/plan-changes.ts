import { bold, lines, type Rich, rich } from '../rich-text.ts'

const day = (date: string): string => date.split('-').reverse().join('/')
const dates = (days: readonly string[]): string => (days.length === 0 ? 'không hạn' : days.map(day).join(', '))
const names = (all: readonly string[]): string => (all.length === 0 ? 'chưa có' : all.join('; '))

/** One difference between a plan that is followed up and its amended version. */
export type ShownChange =
  | {
      readonly kind: 'added'
      readonly row: number
      readonly title: string
      readonly lead: readonly string[]
      readonly days: readonly string[]
    }
  | { readonly kind: 'changed'; readonly number: number; readonly title: string; readonly parts: readonly ShownPart[] }
  | { readonly kind: 'removed'; readonly number: number; readonly title: string; readonly open: number }

export type ShownPart =
  | { readonly part: 'due'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly part: 'lead' | 'support'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly part: 'title' | 'output' | 'requirement'; readonly after: string }

const part = (change: ShownPart): string => {
  switch (change.part) {
    case 'due':
      return `hạn ${dates(change.before)} → ${dates(change.after)}`
    case 'lead':
      return `chủ trì ${names(change.before)} → ${names(change.after)}`
    case 'support':
      return `phối hợp ${names(change.before)} → ${names(change.after)}`
    case 'title':
      return `tên mới “${change.after}”`
    case 'output':
      return `sản phẩm “${change.after}”`
    case 'requirement':
      return 'đổi yêu cầu'
  }
}

const line = (change: ShownChange): Rich => {
  switch (change.kind) {
    case 'added':
      return rich`• ${bold(change.row)} ${change.title}: ${names(change.lead)}, ${dates(change.days)}`
    case 'changed':
      return rich`• ${bold(`NV${change.number}`)} ${change.title}: ${change.parts.map(part).join('; ')}`
    case 'removed':
      return rich`• ${bold(`NV${change.number}`)} ${change.title}${change.open > 0 ? ` (${change.open} phân công chưa xong)` : ''}`
  }
}

const headings = { added: 'Thêm', changed: 'Đổi', removed: 'Không còn trong bản mới' }

const grouped = (changes: readonly ShownChange[]): readonly (Rich | string)[] =>
  (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind)
    return some.length === 0 ? [] : [bold(headings[kind]), ...some.map(line)]
  })

interface Compared {
  readonly number: string
  readonly tasks: number
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly same: number
}

type AssignmentNews =
  | { readonly kind: 'assigned'; readonly dueOn: string | null }
  | { readonly kind: 'moved'; readonly dueOn: string | null; readonly before: string | null }
  | { readonly kind: 'cancelled' }

const due = (on: string | null): string => (on === null ? 'không hạn' : `hạn ${day(on)}`)

const news = (event: AssignmentNews): string => {
  switch (event.kind) {
    case 'assigned':
      return `mới giao, ${due(event.dueOn)}`
    case 'moved':
      return `${due(event.before)} → ${event.dueOn === null ? 'không hạn' : day(event.dueOn)}`
    case 'cancelled':
      return 'không phải làm nữa'
  }
}

const toldTo = ({ told, concerned }: { readonly told: number; readonly concerned: boolean }): string => {
  if (told > 0) return `Đã báo cho ${told} người.`
  return concerned ? 'Chưa báo được cho ai.' : 'Không phải báo cho ai.'
}

/** What is said about an amended plan. */
export const planChangesVi = {
  nothingNew: ({ number, tasks }: { number: string; tasks: number }): Rich =>
    rich`Không có gì mới: ${bold(number)} đã được nhập, ${tasks} nhiệm vụ như nhau. Không có gì thay đổi.`,
  compared: ({ number, tasks, added, changed, removed, same }: Compared): Rich =>
    rich`🔄 So với ${bold(number)} đang theo dõi (${tasks} nhiệm vụ): ${bold(`thêm ${added}, đổi ${changed}, không còn ${removed}`)}, giữ nguyên ${same}.`,
  partly: (): Rich => rich`Văn bản chỉ sửa đổi, bổ sung: việc không nhắc tới thì giữ nguyên.`,
  changes: (shown: readonly ShownChange[], more: number): Rich =>
    lines([...grouped(shown), more > 0 && `và ${more} thay đổi khác.`]),
  ask: (leaving: number): Rich =>
    lines([
      'Tiến độ đã ghi của những việc còn lại được giữ nguyên. Chưa thay đổi gì.',
      leaving > 0 && rich`${bold(`${leaving} phân công không còn trong bản mới`)} thì giữ lại hay hủy?`,
    ]),
  changesFrom: (from: number, to: number, all: number): Rich => rich`Thay đổi ${from}–${to}/${all}`,
  updated: (done: {
    readonly number: string
    readonly added: number
    readonly changed: number
    readonly cancelled: number
    readonly kept: number
    readonly told: number
    /** Whether anybody's work changed. */
    readonly concerned: boolean
  }): Rich =>
    lines([
      rich`✅ Đã cập nhật ${bold(done.number)}: thêm ${done.added} nhiệm vụ, đổi ${done.changed}${done.cancelled > 0 ? `, hủy ${done.cancelled} phân công` : ''}${done.kept > 0 ? `, giữ lại ${done.kept} phân công không còn trong bản mới` : ''}.`,
      toldTo(done),
    ]),
  told: ({ agencies, number, total }: { agencies: readonly string[]; number: string; total: number }): Rich =>
    rich`📌 ${bold(agencies.join('; '))}: ${bold(number)} đã được sửa đổi, ${bold(`${total} việc`)} thay đổi:`,
  news: (
    task: { readonly number: number; readonly title: string; readonly agency: string | null },
    event: AssignmentNews,
  ): Rich =>
    rich`• ${bold(`NV${task.number}`)} ${task.title}${task.agency === null ? '' : ` (${task.agency})`}: ${news(event)}`,
}

export type PlanChangesMessages = typeof planChangesVi
