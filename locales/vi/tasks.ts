import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** One assignment on one line. */
export interface TaskLineWords {
  readonly number: number
  readonly title: string
  readonly agency: string
  readonly state: Parameters<typeof commonVi.state>[0]
  readonly percent: number
  readonly obstacle: string | null
  readonly dueOn: string | null
  /** Null when there is no due date or nothing is expected any more. */
  readonly daysLeft: number | null
  readonly doneOn: string | null
  readonly occurrence: number
  readonly occurrences: number
}

export interface TaskCardWords extends TaskLineWords {
  readonly planNumber: string
  readonly code: string
  readonly requirement: string
  readonly deadlineText: string
  readonly output: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly doer: string | null
  readonly movedFrom: string | null
}

const lists = {
  open: 'Việc chưa xong',
  'due-today': 'Việc đến hạn hôm nay',
  'this-week': 'Việc đến hạn tuần này',
  'this-month': 'Việc đến hạn tháng này',
  late: 'Việc quá hạn',
  'due-soon': 'Việc sắp đến hạn',
  'in-time': 'Việc còn trong hạn',
  undated: 'Việc không thời hạn',
  done: 'Việc đã hoàn thành',
  'done-late': 'Việc hoàn thành quá hạn',
  obstacles: 'Việc đang vướng mắc',
  silent: 'Việc chưa có phản hồi',
  all: 'Tất cả việc',
}

const filters = {
  open: 'Chưa xong',
  late: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'this-week': 'Tuần này',
  obstacles: 'Vướng mắc',
  done: 'Hoàn thành',
}
export type ListTitle = keyof typeof lists

const groups = {
  late: '⚠️ Quá hạn',
  'due-soon': '⏰ Sắp đến hạn',
  'in-time': 'Còn trong hạn',
  undated: 'Không thời hạn',
}
export type ListGroup = keyof typeof groups

const due = ({ dueOn, daysLeft }: Pick<TaskLineWords, 'dueOn' | 'daysLeft'>): string => {
  if (dueOn === null) return 'không thời hạn'
  return `hạn ${commonVi.date(dueOn)}${daysLeft === null ? '' : ` (${commonVi.daysLeft(daysLeft)})`}`
}

const turn = ({ occurrence, occurrences }: Pick<TaskLineWords, 'occurrence' | 'occurrences'>): string =>
  occurrences > 1 ? `kỳ ${occurrence}/${occurrences}` : ''

/** "đang thực hiện, 40%", "hoàn thành ngày 14/03/2026" */
const standing = ({ state, percent, doneOn }: Pick<TaskLineWords, 'state' | 'percent' | 'doneOn'>): string => {
  if (state === 'done') return doneOn === null ? commonVi.state(state) : `hoàn thành ngày ${commonVi.date(doneOn)}`
  return state === 'submitted' || percent === 0 ? commonVi.state(state) : `${commonVi.state(state)}, ${percent}%`
}

const taskLine = (task: TaskLineWords, withAgency: boolean): Rich => {
  const facts = [
    withAgency && task.agency,
    turn(task),
    task.state === 'done' ? standing(task) : due(task),
    task.state !== 'done' && standing(task),
    task.obstacle !== null && 'vướng mắc',
  ].filter((fact) => fact !== false && fact !== '')
  return rich`• ${bold(`NV${task.number}`)} ${task.title} · ${facts.join(' · ')}`
}

const named = (label: string, words: string): Rich | false => words !== '' && rich`${bold(label)}: ${words}`

const dueOfCard = (task: TaskCardWords): string =>
  [
    task.dueOn === null ? 'không thời hạn' : commonVi.date(task.dueOn),
    task.daysLeft !== null && ` (${commonVi.daysLeft(task.daysLeft)})`,
    turn(task) !== '' && `, ${turn(task)}`,
    task.movedFrom !== null && `; hạn gốc ${commonVi.date(task.movedFrom)}`,
  ]
    .filter((part) => part !== false)
    .join('')

export const tasksVi = {
  about: 'Việc đang mở của đơn vị tôi',
  aboutTask: 'Xem một nhiệm vụ',
  buttons: { acknowledge: 'Đã nhận', progress: 'Đang làm', done: 'Xong', obstacle: 'Vướng mắc' },
  open: ({ number, occurrence, occurrences }: Pick<TaskLineWords, 'number' | 'occurrence' | 'occurrences'>): string =>
    occurrences > 1 ? `NV${number} (kỳ ${occurrence})` : `NV${number}`,
  line: taskLine,
  doneLate: 'Hoàn thành quá hạn',

  /** Everything about one assignment: what reminders, notices and /nv show. */
  card: (task: TaskCardWords): Rich =>
    lines([
      rich`${bold(`NV${task.number}`)} ${task.title}`,
      `Văn bản ${task.planNumber}, mục ${task.code}`,
      '',
      named('Đơn vị', task.agency),
      task.doer !== null && named('Người làm', task.doer),
      named('Hạn', dueOfCard(task)),
      named('Tình trạng', standing(task)),
      task.obstacle !== null && rich`⚠️ ${bold('Vướng mắc')}: ${task.obstacle}`,
      named('Yêu cầu', task.requirement),
      named('Thời hạn theo văn bản', task.deadlineText),
      named('Sản phẩm', task.output),
      named('Chủ trì', task.lead.join('; ')),
      named('Phối hợp', task.support.join('; ')),
    ]),
  evidence: (items: readonly string[], more: number): Rich =>
    lines([
      bold(`Minh chứng (${items.length + Math.max(0, more)})`),
      ...items.map((item) => `• ${item}`),
      more > 0 && `… và ${more} minh chứng khác`,
    ]),
  otherOccurrences: (dueDates: readonly (string | null)[]): Rich =>
    rich`Còn ${dueDates.length} kỳ khác chưa xong: ${dueDates.map((day) => (day === null ? 'không thời hạn' : commonVi.date(day))).join('; ')}.`,
  moreButtons: 'Thêm',
  otherButtons: (number: number): Rich => rich`Việc khác với ${bold(`NV${number}`)}:`,
  otherAgencies: (count: number): string => `Đơn vị khác (${count})`,
  byAgency: (of: {
    readonly number: number
    readonly title: string
    readonly agencies: number
    readonly done: number
    readonly from: number
    readonly items: readonly TaskLineWords[]
  }): Rich =>
    lines([
      rich`${bold(`NV${of.number}`)} ${of.title}`,
      `${of.done}/${of.agencies} đơn vị đã hoàn thành.${of.agencies > of.items.length ? ` Đơn vị ${of.from}–${of.from + of.items.length - 1}:` : ''}`,
      ...of.items.map((task) => {
        const facts = [turn(task), task.state === 'done' ? '' : due(task), standing(task)].filter((fact) => fact !== '')
        return rich`• ${bold(task.agency)}: ${facts.join(' · ')}${task.obstacle === null ? '' : ' · vướng mắc'}`
      }),
    ]),

  list: (of: {
    readonly name: ListTitle
    readonly scope: string
    readonly total: number
    /** The first one shown, counted from 1. */
    readonly from: number
    readonly shown: number
    readonly groups: readonly { readonly group: ListGroup | null; readonly lines: readonly Rich[] }[]
  }): Rich =>
    lines([
      rich`${bold(`${lists[of.name]}: ${of.total}`)} (${of.scope})`,
      ...of.groups.flatMap(({ group, lines: items }) =>
        group === null ? ['', ...items] : ['', bold(groups[group]), ...items],
      ),
      of.total > of.shown && `Từ ${of.from} đến ${of.from + of.shown - 1} trong ${of.total} việc.`,
    ]),
  emptyList: (name: ListTitle, scope: string): Rich => {
    if (name === 'open') return rich`✅ ${scope} không còn việc nào đang mở.`
    return name === 'all'
      ? rich`${scope} chưa được giao việc nào.`
      : rich`${scope}: không có ${lists[name].toLocaleLowerCase('vi')}.`
  },
  filterUnknown: (typed: string): Rich =>
    rich`Chưa hiểu “${typed}” nên hiện tất cả việc đang mở. Lọc bằng ${code('/viec quá hạn')}, ${code('/viec tuần này')} hoặc số kế hoạch, ví dụ ${code('/viec 229')}.`,
  filter: 'Lọc',
  chooseFilter: (scope: string): Rich => rich`Lọc việc của ${scope}:`,
  filtered: (name: keyof typeof filters, count: number): string => `${filters[name]} (${count})`,
  byPlan: 'Theo kế hoạch',
  withSubordinates: (count: number): string => `Cả đơn vị trực thuộc (${count})`,
  useStatus: (): Rich =>
    rich`Anh/chị không thuộc riêng đơn vị nào nên không có việc phải làm ở đây. Gõ ${code('/tinhhinh')} để xem tình hình chung, hoặc ${code('/nv 12')} để xem một nhiệm vụ.`,
  example: '/nv 12',
}

export type TasksMessages = typeof tasksVi
