import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import type { Clock } from './broadcast-sent.ts'
import { commonVi } from './common.ts'

export interface PeriodName {
  readonly year: number
  readonly kind: 'q1' | 'h1' | 'q3' | 'year'
}

export interface PeriodLine extends PeriodName {
  readonly fromOn: string
  readonly toOn: string
  readonly cutoff: Clock
  readonly standing: 'off' | 'frozen' | 'missed' | 'lost' | 'open'
}

export interface PeriodPage extends PeriodLine {
  /** `movedTo`: the last day of work before it, where it is a day off. */
  readonly chain: readonly { readonly name: string; readonly dueOn: string; readonly movedTo: string | null }[]
  readonly remindBefore: readonly number[]
  /** Whether the day of the cut-off is a day off: it is not moved. */
  readonly isCutoffOff: boolean
  readonly frozenAt: Clock | null
  /** What a restore lost, where the cut-off lies in it. */
  readonly lost: { readonly from: Clock; readonly until: Clock } | null
  readonly sent: number
  readonly expected: number
}

const kinds = { q1: 'Quý I', h1: '6 tháng đầu năm', q3: 'Quý III', year: 'Năm' }
const typed = { q1: 'quý 1', h1: '6 tháng', q3: 'quý 3', year: 'cả năm' }

/** "Quý I năm 2026", "Năm 2026" */
export const periodNameVi = ({ year, kind }: PeriodName): string =>
  kind === 'year' ? `Năm ${year}` : kind === 'h1' ? `6 tháng đầu năm ${year}` : `${kinds[kind]} năm ${year}`

/** A period that an example is about, with a day that can be set in it. */
interface Example extends PeriodName {
  readonly day: string
  readonly fromOn: string
  readonly toOn: string
}

const example = ({ year, kind }: PeriodName, change: string): Rich =>
  rich`Ví dụ: ${code(`/kybaocao ${typed[kind]} ${year} ${change}`)}`

const clock = ({ day, time }: Clock): string => `${time} ${commonVi.date(day)}`
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
const long = (day: string): string =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${commonVi.date(day)}`

const standings = {
  off: 'đang tắt',
  frozen: 'đã chốt',
  missed: 'ngày chốt đã qua trước khi lập, không chốt',
  lost: 'chờ nhập lại sau khi khôi phục, chưa chốt',
  open: '',
}

const line = (period: PeriodLine): Rich => {
  const { fromOn, toOn, cutoff, standing } = period
  const what = standings[standing] === '' ? '' : ` (${standings[standing]})`
  return rich`• ${bold(periodNameVi(period))}: ${commonVi.date(fromOn)} – ${commonVi.date(toOn)}, chốt ${clock(cutoff)}${what}`
}

const remindersOf = (days: readonly number[]): string => `trước ngày chốt ${days.join(', ')} ngày`

const cutoff = ({ frozenAt, lost, isCutoffOff, ...of }: PeriodPage): string => {
  const set = `${of.cutoff.time} ${long(of.cutoff.day)}`
  if (frozenAt === null) return `Chốt số liệu: ${set}${isCutoffOff ? ' (ngày nghỉ, vẫn chốt tự động)' : ''}`
  if (lost === null) return `✅ Đã chốt số liệu lúc ${set}`
  return `✅ Đã chốt số liệu lúc ${frozenAt.time} ${long(frozenAt.day)}, sau khi khôi phục và nhập lại (giờ chốt đã đặt: ${clock(of.cutoff)})`
}

export const periodsVi = {
  about: 'Kỳ báo cáo: ngày chốt số liệu, hạn gửi, số liệu đã chốt',
  name: periodNameVi,
  short: ({ kind }: PeriodName): string => kinds[kind],
  list: (of: { readonly year: number; readonly periods: readonly PeriodLine[] }): Rich =>
    lines([bold(`Kỳ báo cáo năm ${of.year}`), ...of.periods.map(line)]),
  none: (of: { readonly year: number; readonly sources: readonly string[]; readonly copied: number | null }): Rich =>
    lines([
      rich`Chưa lập kỳ báo cáo năm ${of.year}.`,
      of.copied === null
        ? `Mẫu có sẵn: quý I, 6 tháng, quý III, năm. Căn cứ: ${of.sources.join('; ')}. Hạn của sở, ban, ngành ở mẫu chưa có căn cứ, xin sửa theo văn bản của cơ quan.`
        : `Lập theo các kỳ năm ${of.copied} mà cơ quan đã đặt, mỗi ngày dời sang năm ${of.year}.`,
    ]),
  noneYet: (year: number): Rich => rich`Chưa lập kỳ báo cáo năm ${year}. Cán bộ tổng hợp hoặc quản trị lập.`,
  /** To those who make them, before a year begins and once more after it has. */
  missing: (of: { readonly year: number; readonly isBegun: boolean }): Rich =>
    lines([
      of.isBegun
        ? rich`🗓️ ${bold(`Đã sang năm ${of.year} mà chưa lập kỳ báo cáo năm ${of.year}`)}.`
        : rich`🗓️ ${bold(`Chưa lập kỳ báo cáo năm ${of.year}`)}.`,
      'Chưa lập thì không nhắc đơn vị, không chốt số liệu; giờ chốt đã qua thì không chốt lại được.',
      rich`Bấm nút dưới đây để lập như các kỳ năm ${of.year - 1}, sửa sau được; hoặc gõ ${code(`/kybaocao lập ${of.year}`)}`,
    ]),
  make: (year: number): string => `Lập các kỳ năm ${year}`,
  made: (of: { readonly year: number; readonly count: number }): Rich =>
    of.count === 0
      ? rich`Các kỳ năm ${of.year} đã có, giữ nguyên.`
      : rich`✅ Đã lập ${of.count} kỳ báo cáo năm ${of.year}.`,
  wrongYear: (of: { readonly from: number; readonly to: number }): Rich =>
    rich`Chỉ lập được kỳ báo cáo của các năm ${of.from} đến ${of.to}. Ví dụ: ${code(`/kybaocao lập ${of.to}`)}`,
  openYear: (year: number): string => `Năm ${year}`,

  page: (of: PeriodPage): Rich =>
    lines([
      bold(`Kỳ báo cáo ${periodNameVi(of)}`),
      `Số liệu từ ${commonVi.date(of.fromOn)} đến ${commonVi.date(of.toOn)}`,
      cutoff(of),
      of.standing === 'off' && '⏸ Kỳ này đang tắt: không nhắc, không chốt.',
      of.standing === 'missed' &&
        '⚠️ Ngày chốt đã qua trước khi lập hoặc bật kỳ này nên không chốt; đặt ngày chốt mới nếu cần.',
      of.standing === 'lost' &&
        of.lost !== null &&
        `⚠️ Chưa chốt: dữ liệu ghi từ ${clock(of.lost.from)} đến ${clock(of.lost.until)} đã mất khi khôi phục. Nhập lại đủ rồi bấm “Đã nhập lại đủ”.`,
      of.chain.length > 0 && 'Hạn gửi:',
      ...of.chain.map(({ name, dueOn, movedTo }, at) =>
        movedTo === null
          ? rich`${at + 1}. ${name}: ${long(dueOn)}`
          : rich`${at + 1}. ${name}: ${long(movedTo)} (hạn ${commonVi.date(dueOn)} là ngày nghỉ, tính về ngày làm việc liền trước)`,
      ),
      of.standing === 'open' && `Nhắc đơn vị ${remindersOf(of.remindBefore)}, trong giờ làm việc.`,
      of.expected > 0 && `Đơn vị đã gửi số liệu: ${of.sent}/${of.expected}`,
    ]),
  figures: 'Số liệu đã chốt',
  who: 'Ai chưa gửi',
  howTo: 'Cách sửa',
  turnOff: 'Tắt kỳ này',
  turnOn: 'Bật lại kỳ này',
  back: 'Các kỳ',

  howToChange: (of: Example): Rich => {
    const start = `/kybaocao ${typed[of.kind]} ${of.year}`
    const day = commonVi.date(of.day)
    return lines([
      bold(`Sửa kỳ ${periodNameVi(of)}`),
      rich`• Chốt số liệu: ${code(`${start} chốt ${day} 16:30`)}`,
      rich`• Từ ngày, đến ngày: ${code(`${start} từ ${commonVi.date(of.fromOn)} đến ${commonVi.date(of.toOn)}`)}`,
      rich`• Hạn thứ hai: ${code(`${start} hạn 2 ${day}`)}, đổi cả tên: ${code(`${start} hạn 2 ${day}: Phòng gửi báo cáo`)}`,
      rich`• Thêm, bỏ hạn: ${code(`${start} thêm hạn ${day}: Trình ký`)} · ${code(`${start} bỏ hạn 2`)}`,
      rich`• Nhắc trước ngày chốt: ${code(`${start} nhắc 10,5,2`)}`,
      rich`• ${code(`${start} tắt`)} · ${code(`${start} bật`)} · năm sau: ${code(`/kybaocao lập ${of.year + 1}`)}`,
    ])
  },
  changed: (of: PeriodName): Rich => rich`✅ Đã sửa kỳ ${bold(periodNameVi(of))}.`,
  unclear: (said: string): Rich =>
    rich`Chưa hiểu “${said}” nên chưa đổi gì. Ví dụ: ${code('/kybaocao quý 1')}, ${code('/kybaocao quý 1 chốt 12/03 16:30')}`,
  unclearChange: (said: string, of: Example): Rich =>
    rich`Chưa hiểu “${said}” nên chưa đổi gì ở kỳ ${periodNameVi(of)}. ${example(of, `chốt ${commonVi.date(of.day)} 16:30`)}`,
  unknown: (of: { readonly kind: PeriodName['kind']; readonly year: number }): Rich =>
    rich`Chưa có kỳ ${periodNameVi(of)}. Lập: ${code(`/kybaocao lập ${of.year}`)}`,

  problems: {
    'no-such-day': (of: { readonly typed: string } & Example): Rich =>
      rich`Không có ngày “${of.typed}” nên chưa đổi gì. ${example(of, `chốt ${commonVi.date(of.day)} 16:30`)}`,
    frozen: (of: Example): Rich =>
      rich`Kỳ này đã chốt số liệu nên ngày chốt giữ nguyên, chưa đổi gì. Hạn gửi vẫn sửa được. ${example(of, `thêm hạn ${commonVi.date(of.day)}: Gửi lại`)}`,
    'cutoff-passed': (of: { readonly on: string; readonly time: string } & Example): Rich =>
      rich`Lúc ${of.time} ${commonVi.date(of.on)} đã qua nên chưa đổi gì; ngày chốt phải ở phía trước. ${example(of, `chốt ${commonVi.date(of.day)} 16:30`)}`,
    'cutoff-before-start': (of: { readonly on: string; readonly fromOn: string } & Example): Rich =>
      rich`Ngày chốt ${commonVi.date(of.on)} trước ngày đầu kỳ ${commonVi.date(of.fromOn)} nên chưa đổi gì. ${example(of, `chốt ${commonVi.date(of.day)} 16:30`)}`,
    backwards: (of: { readonly from: string; readonly to: string } & Example): Rich =>
      rich`Ngày cuối ${commonVi.date(of.to)} trước ngày đầu ${commonVi.date(of.from)} nên chưa đổi gì. ${example(of, `từ ${commonVi.date(of.fromOn)} đến ${commonVi.date(of.toOn)}`)}`,
    'no-such-due': (of: { readonly position: number; readonly most: number } & Example): Rich =>
      rich`Kỳ này ${of.most === 0 ? 'chưa có hạn nào' : `chỉ có ${of.most} hạn, không có hạn thứ ${of.position}`} nên chưa đổi gì. ${example(of, `thêm hạn ${commonVi.date(of.day)}: Trình ký`)}`,
    'out-of-order': (
      of: {
        readonly first: { readonly name: string; readonly dueOn: string }
        readonly second: { readonly name: string; readonly dueOn: string }
      } & Example,
    ): Rich =>
      rich`Hạn “${of.second.name}” ${commonVi.date(of.second.dueOn)} sớm hơn hạn đứng trước nó, “${of.first.name}” ${commonVi.date(of.first.dueOn)}, nên chưa đổi gì. ${example(of, `hạn 1 ${commonVi.date(of.fromOn)}`)}`,
    'too-many-dues': (of: { readonly most: number } & Example): Rich =>
      rich`Một kỳ có nhiều nhất ${of.most} hạn nên chưa thêm. ${example(of, 'bỏ hạn 2')}`,
    already: (): Rich => rich`Kỳ này đã đúng như vậy nên không đổi gì.`,
  },
}

export type PeriodsMessages = typeof periodsVi
