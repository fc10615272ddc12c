import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

const holidays = {
  'new-year': 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  'hung-kings': 'Giỗ Tổ Hùng Vương',
  victory: 'Ngày Chiến thắng 30/4',
  labour: 'Quốc tế Lao động 1/5',
  national: 'Quốc khánh',
  culture: 'Ngày Văn hóa Việt Nam',
  'in-lieu': 'nghỉ bù',
  swap: 'hoán đổi',
}

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

const problems = {
  'bad-date': 'ngày không đúng (cần dạng 04/01/2027)',
  'bad-kind': 'chưa rõ nghỉ hay làm',
  'ends-before-it-begins': 'ngày cuối trước ngày đầu',
  'too-long': 'dài hơn 31 ngày',
  contradicts: 'dòng trên đã ghi khác cho ngày này',
}

interface Stretch {
  readonly from: string
  readonly to: string
  readonly kind: 'off' | 'working'
  readonly name: keyof typeof holidays | { readonly words: string }
  readonly basis: 'law' | 'notice' | 'forecast' | 'own'
}

/** What a change does, in stretches. */
export interface CalendarChangeWords {
  readonly save: readonly Stretch[]
  readonly dropped: readonly Stretch[]
  readonly forget: readonly Stretch[]
  readonly hours: { readonly from: string; readonly to: string } | null
  readonly unchanged: number
  readonly moved: number
}

const weekday = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
const short = (day: string): string => `${weekday(day)} ${commonVi.date(day).slice(0, 5)}`
const long = (day: string): string => `${weekday(day)} ${commonVi.date(day)}`

const span = ({ from, to }: Stretch, write: (day: string) => string): string =>
  from === to ? write(from) : `${write(from)} – ${write(to)}`

const nameOf = ({ name, kind }: Stretch): string => {
  if (typeof name === 'object') return name.words
  return name === 'swap' && kind === 'working'
    ? 'làm bù ngày hoán đổi'
    : name === 'swap'
      ? 'nghỉ hoán đổi'
      : holidays[name]
}

const marks = { law: '', notice: '', forecast: ' (dự kiến)', own: ' (cơ quan đặt)' }

const line = (stretch: Stretch): string => {
  const name = nameOf(stretch)
  return `• ${span(stretch, short)}${name === '' ? '' : ` ${name}`}${marks[stretch.basis]}`
}

const named = (verb: string, stretch: Stretch): Rich => {
  const name = nameOf(stretch)
  return rich`• ${bold(verb)}: ${span(stretch, long)}${name === '' ? '' : ` – ${name}`}`
}

const verbs = { off: 'Nghỉ', working: 'Làm việc' }

const expected = (of: { readonly year: number; readonly mayChange: boolean }): Rich =>
  rich`⚠️ Năm ${of.year} chưa có đủ thông báo: ngày ghi “dự kiến” tính theo số ngày luật định, chưa có thông báo.${of.mayChange ? rich` Khi có, xin gửi tệp hoặc gõ ${code('/lich nghỉ …')}` : ''}`

const upcoming = (next: Stretch): Rich =>
  rich`${bold('Sắp tới')}: ${next.kind === 'off' ? 'nghỉ' : 'làm việc'} ${span(next, long)}${nameOf(next) === '' ? '' : ` (${nameOf(next)})`}${marks[next.basis]}.`

const hints = (): Rich =>
  lines([
    '',
    rich`Sửa: ${code('/lich nghỉ 04/01/2027: hoán đổi')} · ${code('/lich làm 09/01/2027')} · ${code('/lich bỏ 04/01/2027')} · ${code('/lich giờ 07:30-11:30, 13:30-17:00')}`,
    rich`Nhập cả năm: gửi tệp .xlsx hoặc .csv với chú thích ${code('/lich')}.`,
  ])

export const calendarVi = {
  about: 'Lịch làm việc, ngày nghỉ lễ, ngày làm bù',
  shown: (of: {
    readonly workspace: string
    readonly year: number
    readonly hours: string
    readonly zone: string
    readonly off: readonly Stretch[]
    readonly working: readonly Stretch[]
    readonly sources: readonly string[]
    readonly isExpected: boolean
    readonly next: Stretch | null
    /** A year to come for which not everything was announced. */
    readonly missing: number | null
    readonly mayChange: boolean
  }): Rich =>
    lines([
      bold(`Lịch làm việc năm ${of.year} của ${of.workspace}`),
      `Giờ làm việc ${of.hours}, thứ Hai đến thứ Sáu, giờ ${of.zone}. Ngoài giờ này bot không tự nhắc.`,
      of.isExpected && expected(of),
      '',
      bold('Ngày nghỉ'),
      ...of.off.map(line),
      of.working.length > 0 && bold('Ngày làm bù, làm việc'),
      ...of.working.map(line),
      '',
      `Căn cứ: ${of.sources.join('; ')}.`,
      of.next !== null && upcoming(of.next),
      of.missing !== null && rich`⚠️ Năm ${of.missing} chưa có đủ thông báo: xem ${code(`/lich ${of.missing}`)}.`,
      of.mayChange && hints(),
    ]),
  year: (year: number): string => String(year),

  preview: (of: CalendarChangeWords): Rich =>
    lines([
      bold('Thay đổi lịch làm việc như sau?'),
      ...of.save.map((stretch) => named(verbs[stretch.kind], stretch)),
      ...of.dropped.map(
        (stretch) => rich`• ${bold('Làm việc')}: ${span(stretch, long)} – trước đây dự kiến nghỉ, thông báo không có`,
      ),
      ...of.forget.map(
        (stretch) => rich`• ${bold('Bỏ')} điều cơ quan đã đặt: ${span(stretch, long)} ${nameOf(stretch)}`,
      ),
      of.hours !== null && rich`• ${bold('Giờ làm việc')}: ${of.hours.to} (đang là ${of.hours.from})`,
      of.unchanged > 0 && `${of.unchanged} ngày đã đúng như lịch, giữ nguyên.`,
      of.moved === 0
        ? 'Nhắc việc: không có lần nhắc kế tiếp nào phải dời.'
        : rich`Nhắc việc: ${bold(`${of.moved} việc`)} có lần nhắc kế tiếp dời sang lúc khác.`,
    ]),
  /** At the command line. */
  confirmWithYes: (): Rich => rich`Chưa ghi gì. Chạy lại với ${code('--yes')} để ghi.`,
  confirm: 'Xác nhận',
  drop: 'Thôi',
  file: (name: string, days: number): Rich => rich`Tệp “${name}”: ${days} ngày.`,
  problems: (
    rows: readonly { readonly line: number; readonly code: keyof typeof problems; readonly detail: string }[],
  ): Rich =>
    lines([
      rich`⚠️ ${bold(`${rows.length} dòng chưa nhập được`)}, sửa rồi gửi lại tệp:`,
      ...rows
        .slice(0, 20)
        .map(
          ({ line: at, code: what, detail }) =>
            `• dòng ${at}: ${problems[what]}${detail === '' ? '' : ` (“${detail}”)`}`,
        ),
      rows.length > 20 && `và ${rows.length - 20} dòng khác.`,
    ]),
  nothingToDo: (): Rich => rich`Lịch đã đúng như vậy nên không có gì để ghi.`,
  nothingOwn: (): Rich =>
    rich`Cơ quan chưa đặt gì cho ngày đó. Ngày lễ có sẵn: gõ ${code('/lich làm …')} nếu cơ quan vẫn làm việc.`,
  saved: (of: {
    readonly off: number
    readonly working: number
    readonly forgotten: number
    readonly hours: string | null
    readonly moved: number
  }): Rich => {
    const parts = [
      of.off > 0 ? `${of.off} ngày nghỉ` : '',
      of.working > 0 ? `${of.working} ngày làm việc` : '',
      of.forgotten > 0 ? `bỏ ${of.forgotten} ngày cơ quan đã đặt` : '',
      of.hours === null ? '' : `giờ làm việc ${of.hours}`,
    ].filter((part) => part !== '')
    const moved = of.moved === 0 ? '' : ` ${of.moved} lần nhắc kế tiếp đã dời theo.`
    return rich`✅ Đã ghi lịch làm việc: ${parts.join(', ')}.${moved}`
  },
  dropped: (): Rich => rich`Đã bỏ, lịch làm việc giữ nguyên.`,
  previewGone: (): Rich =>
    rich`Bản xem trước này đã cũ nên chưa ghi gì. Gõ ${code('/lich')} để xem lịch hiện nay rồi gõ lại.`,
  unclear: (typed: string): Rich =>
    rich`Chưa hiểu “${typed}” nên chưa ghi gì. Ví dụ: ${code('/lich nghỉ 04/01/2027: hoán đổi')}, ${code('/lich làm 09/01/2027')}, ${code('/lich 2027')}`,
  unclearHours: (typed: string): Rich =>
    rich`Chưa hiểu giờ làm việc “${typed}” nên chưa ghi gì. Ví dụ: ${code('/lich giờ 07:30-11:30, 13:30-17:00')}`,
}

export type CalendarMessages = typeof calendarVi
