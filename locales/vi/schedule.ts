import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'
import type { RuleWords } from './milestones.ts'
import { milestoneVi, neverVi, ruleVi } from './why.ts'

export interface ToldWords {
  readonly name: string
  readonly insteadOf: string | null
}

export interface PlannedWords {
  readonly day: string
  readonly time: string
  readonly milestone: number
  readonly movedFrom: string | null
}

export interface ScheduleWords {
  readonly number: number
  readonly title: string
  readonly agency: string
  readonly dueOn: string | null
  readonly next:
    | { readonly kind: 'never'; readonly because: keyof typeof neverVi }
    | {
        readonly kind: 'planned'
        readonly items: readonly PlannedWords[]
        /** How many are not listed, and the last of them. */
        readonly more: number
        readonly last: PlannedWords | null
        readonly told: readonly ToldWords[]
        /** Who hears of it besides once it is late. */
        readonly alsoLate: readonly ToldWords[]
      }
  readonly said: readonly {
    readonly day: string
    readonly milestone: number
    readonly moved: boolean
    readonly people: readonly { readonly name: string; readonly outcome: keyof typeof outcomes }[]
    readonly morePeople: number
  }[]
  readonly moreSaid: number
  readonly rule: RuleWords
}

const outcomes = {
  sent: '',
  waiting: ' (đang chờ gửi)',
  dropped: ' (không cần gửi nữa)',
  unknown: ' (không rõ đã tới)',
  failed: ' (không gửi được)',
}

const moment = ({ time, day }: PlannedWords): string => `${time} ${commonVi.date(day)}`

const plannedLine = (of: PlannedWords): string =>
  `• ${moment(of)}: ${milestoneVi(of.milestone)}${of.movedFrom === null ? '' : ` (dời từ ${commonVi.date(of.movedFrom)})`}`

const people = (told: readonly ToldWords[]): string =>
  told.map(({ name, insteadOf }) => (insteadOf === null ? name : `${name} (làm thay ${insteadOf})`)).join('; ')

const nextLines = (of: ScheduleWords): readonly (string | Rich | false)[] => {
  const { next } = of
  if (next.kind === 'never') return [`Sắp nhắc: ${neverVi[next.because]}.`]
  return [
    bold('Sắp nhắc, nếu việc chưa xong'),
    ...next.items.map(plannedLine),
    next.last !== null && `… và ${next.more} lần nữa, lần cuối ${moment(next.last)}.`,
    next.told.length > 0
      ? `Nhắc: ${people(next.told)}.`
      : `⚠️ Chưa nhắc được ai: ${of.agency} chưa có người tham gia, hoặc không ai nhận được tin.`,
    next.alsoLate.length > 0 && `Khi quá hạn nhắc thêm: ${people(next.alsoLate)}.`,
  ]
}

const saidLine = (said: ScheduleWords['said'][number]): string => {
  const names = said.people.map(({ name, outcome }) => `${name}${outcomes[outcome]}`)
  const more = said.morePeople > 0 ? `; và ${said.morePeople} người khác` : ''
  const moved = said.moved ? ', theo hạn trước khi đổi' : ''
  return `• ${commonVi.date(said.day)}, ${milestoneVi(said.milestone)}${moved}: ${names.join('; ')}${more}`
}

export const scheduleVi = {
  about: 'Việc này sẽ nhắc ai, khi nào: /lichnhac 12',
  example: '/lichnhac 12',
  button: 'Lịch nhắc',
  shown: (of: ScheduleWords): Rich =>
    lines([
      rich`Lịch nhắc ${bold(`NV${of.number}`)} ${of.title}`,
      `${of.agency}, ${of.dueOn === null ? 'không thời hạn' : `hạn ${commonVi.date(of.dueOn)}`}`,
      '',
      ...nextLines(of),
      '',
      of.said.length === 0 ? 'Chưa nhắc ai lần nào.' : bold('Đã nhắc'),
      ...of.said.map(saidLine),
      of.moreSaid > 0 && `… và ${of.moreSaid} lần trước nữa.`,
      ruleVi(of.rule),
    ]),
  which: (number: number): Rich => rich`Nhiều đơn vị làm ${bold(`NV${number}`)}. Xem lịch nhắc của đơn vị nào?`,
}

export type ScheduleMessages = typeof scheduleVi
