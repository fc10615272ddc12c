import { bold, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'
import { escalationVi } from './escalation.ts'
import type { RuleWords } from './milestones.ts'
import { snoozeVi } from './snooze.ts'
import { causeShortVi, type CauseWords, neverVi, type OccasionWords, occasionVi, ruleVi } from './why.ts'

export interface ToldWords {
  readonly name: string
  readonly insteadOf: string | null
  readonly forAgency: boolean
}

export interface PlannedWords {
  readonly day: string
  readonly time: string
  readonly occasion: OccasionWords
  readonly movedFrom: string | null
}

interface StepWords {
  readonly day: string
  readonly time: string
  readonly level: Parameters<typeof escalationVi.level>[0]
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
        /** To whom it is reported should it become late, and when. */
        readonly steps: readonly StepWords[]
        /** When its agency is asked should it stay silent; null for never. */
        readonly silence: { readonly day: string; readonly time: string } | null
        /** Who hears of it besides once it is late. */
        readonly alsoLate: readonly ToldWords[]
      }
  readonly said: readonly {
    readonly day: string
    readonly cause: CauseWords
    readonly moved: boolean
    readonly people: readonly { readonly name: string; readonly outcome: keyof typeof outcomes }[]
    readonly morePeople: number
  }[]
  readonly moreSaid: number
  /** Who wants to be reminded again, and on which day. */
  readonly snoozed: readonly { readonly day: string; readonly name: string }[]
  readonly rule: RuleWords
}

const outcomes = {
  sent: '',
  waiting: ' (đang chờ gửi)',
  dropped: ' (không cần gửi nữa)',
  unknown: ' (không rõ đã tới)',
  failed: ' (không gửi được)',
}

const moment = ({ time, day }: Pick<PlannedWords, 'time' | 'day'>): string => `${time} ${commonVi.date(day)}`

const plannedLine = (of: PlannedWords): string =>
  `• ${moment(of)}: ${occasionVi(of.occasion)}${of.movedFrom === null ? '' : ` (dời từ ${commonVi.date(of.movedFrom)})`}`

const people = (told: readonly ToldWords[]): string =>
  told.map(({ name, insteadOf }) => (insteadOf === null ? name : `${name} (làm thay ${insteadOf})`)).join('; ')

/** Whether others are told because nobody of the agency can be. */
const isUnreached = (told: readonly ToldWords[]): boolean => told.some(({ forAgency }) => forAgency)

const toldLine = (told: readonly ToldWords[], agency: string): string => {
  const nobody = `${agency} chưa có người tham gia, hoặc không ai nhận được tin.`
  if (told.length === 0) return `⚠️ Chưa nhắc được ai: ${nobody}`
  return isUnreached(told) ? `⚠️ ${nobody} Nhắc thay: ${people(told)}.` : `Nhắc: ${people(told)}.`
}

const nextLines = (of: ScheduleWords): readonly (string | Rich | false)[] => {
  const { next } = of
  if (next.kind === 'never') return [`Sắp nhắc: ${neverVi[next.because]}.`]
  return [
    bold('Sắp nhắc, nếu việc chưa xong'),
    ...next.items.map(plannedLine),
    next.last !== null && `… và ${next.more} lần nữa, lần cuối ${moment(next.last)}.`,
    next.items.length > 0 && toldLine(next.told, of.agency),
    next.alsoLate.length > 0 && `Khi quá hạn nhắc thêm: ${people(next.alsoLate)}.`,
    next.steps.length > 0 &&
      `Quá hạn thì báo cáo: ${next.steps.map((step) => `${escalationVi.level(step.level)} lúc ${moment(step)}`).join('; ')}.`,
    next.silence !== null &&
      `${isUnreached(next.told) ? 'Có người tham gia mà' : 'Nếu'} không có cập nhật thì tự đôn đốc lúc ${moment(next.silence)}.`,
  ]
}

const saidLine = (said: ScheduleWords['said'][number]): string => {
  const names = said.people.map(({ name, outcome }) => `${name}${outcomes[outcome]}`)
  const more = said.morePeople > 0 ? `; và ${said.morePeople} người khác` : ''
  const moved = said.moved ? ', theo hạn trước khi đổi' : ''
  return `• ${commonVi.date(said.day)}, ${causeShortVi(said.cause)}${moved}: ${names.join('; ')}${more}`
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
      of.snoozed.length > 0 && snoozeVi.waiting(of.snoozed),
      '',
      of.said.length === 0 ? 'Chưa nhắc ai lần nào.' : bold('Đã nhắc'),
      ...of.said.map(saidLine),
      of.moreSaid > 0 && `… và ${of.moreSaid} lần trước nữa.`,
      ruleVi(of.rule, of.dueOn),
    ]),
  which: (number: number): Rich => rich`Nhiều đơn vị làm ${bold(`NV${number}`)}. Xem lịch nhắc của đơn vị nào?`,
}

export type ScheduleMessages = typeof scheduleVi
