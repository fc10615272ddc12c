import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface Figures {
  readonly total: number
  readonly late: number
  readonly submitted: number
  readonly askingForTime: number
  readonly reopened: number
  readonly left: number
  readonly plans: readonly { readonly number: string; readonly total: number }[]
}

interface Choices {
  readonly people: boolean
  readonly close: boolean
  readonly names: boolean
}

interface Merging {
  readonly choices: Choices
  /** How many people the agency has. */
  readonly people: number
  /** The agencies below it. */
  readonly children: readonly string[]
  readonly from: string
}

interface Preview {
  readonly from: string
  readonly to: string
  readonly figures: Figures
  /** The number of the one plan it is about; null for all. */
  readonly plan: string | null
  /** It is only what was moved the other way before. */
  readonly received: boolean
  readonly told: number
  readonly merging: Merging | null
}

const plansShown = 6
const box = (chosen: boolean): string => (chosen ? '☑' : '☐')
const choices = { people: 'Người', close: 'Đóng', names: 'Tên' }

const counted = ({ figures: { total, late }, plan, received }: Preview): string =>
  [
    `${total} việc đang mở${received ? ' đã nhận trước đây' : ''}${plan === null ? '' : ` của ${plan}`}`,
    ...(late > 0 ? [`${late} quá hạn`] : []),
  ].join(', ')

const details = ({ from, to, figures }: Preview): readonly (string | false)[] => {
  const { submitted, askingForTime, reopened, left } = figures
  return [
    submitted > 0 && `• ${submitted} việc đang chờ duyệt: kết quả, minh chứng đi theo và vẫn chờ duyệt.`,
    askingForTime > 0 && `• ${askingForTime} đề nghị gia hạn đang chờ: vẫn chờ quyết định.`,
    reopened > 0 && `• ${reopened} việc ${to} từng có và đã trả lại hoặc hủy: giao lại cho ${to}.`,
    left > 0 && `• ${left} việc ${to} đã có: không giao hai lần, phần của ${from} kết thúc.`,
  ]
}

const merged = ({ from, to, merging }: Preview): readonly (Rich | string)[] => {
  if (merging === null) return []
  const { choices: chosen, people, children, from: day } = merging
  const below = children.length > 0 ? `; ${children.length} đơn vị trực thuộc về ${to}` : ''
  return [
    '',
    bold('Nếu là sáp nhập, chọn thêm:'),
    `${box(chosen.people)} Người: ${people} người của ${from} sang ${to}, giữ vai trò.`,
    `${box(chosen.close)} Đóng: từ ${commonVi.date(day)} ${from} không nhận việc mới${below}.`,
    `${box(chosen.names)} Tên: “${from}” từ nay là ${to}, để kế hoạch sau viết tên cũ vẫn giao đúng (kèm Đóng).`,
  ]
}

export const transferVi = {
  about: 'Chuyển hàng loạt việc sang đơn vị hoặc người khác',
  askFrom: (offered: boolean): Rich =>
    lines([
      rich`Chuyển việc từ đơn vị nào, hoặc của ai? Gõ tên, ví dụ ${code('Phòng Y tế')} hoặc cả câu ${code('Phòng Y tế sang Phòng Nội vụ')}.`,
      offered && 'Đơn vị còn việc mà không còn ai:',
    ]),
  askTo: (from: string): Rich => rich`Chuyển việc của ${bold(from)} sang đơn vị nào? Gõ tên đơn vị.`,
  sameAgency: (name: string): Rich => rich`Hai tên này là một đơn vị: ${bold(name)}. Gõ tên đơn vị nhận.`,
  noPlan: (typed: string, from: string): Rich =>
    rich`${bold(from)} không có việc nào đang mở của kế hoạch “${typed}”. Chưa có gì thay đổi.`,
  severalPlans: (numbers: readonly string[]): Rich =>
    rich`Có nhiều kế hoạch như vậy: ${numbers.join('; ')}. Xin gõ lại với số đầy đủ. Chưa có gì thay đổi.`,
  preview: (of: Preview): Rich => {
    const { from, to, figures, told } = of
    const { total, plans } = figures
    if (total === 0) return lines([rich`${bold(from)} không có việc nào đang mở để chuyển.`, ...merged(of)])
    const rows = details(of).filter((row) => row !== false)
    return lines([
      rich`Chuyển việc: ${bold(from)} → ${bold(to)}`,
      counted(of),
      ...plans.slice(0, plansShown).map((plan) => `• ${plan.number}: ${plan.total} việc`),
      plans.length > plansShown && `và ${plans.length - plansShown} kế hoạch khác.`,
      rows.length > 0 && 'Trong đó:',
      ...rows,
      `Giữ nguyên: hạn, hạn gốc, tỷ lệ, vướng mắc, minh chứng, lịch sử. ${to} tiếp nhận lại từ “mới giao”.`,
      told === 0 ? 'Chưa có ai ở hai đơn vị để báo.' : `Sẽ báo ${told} người, mỗi người một tin.`,
      ...merged(of),
    ])
  },
  confirm: 'Chuyển',
  choice: (choice: keyof typeof choices, chosen: boolean): string => `${box(chosen)} ${choices[choice]}`,
  onlyPlan: (number: string, total: number): string => `Chỉ ${number} (${total})`,
  changed: (): Rich => rich`⚠️ Từ lúc anh/chị xem, việc đã khác nên chưa chuyển gì. Xin xem lại:`,
  dropped: (): Rich => rich`Vâng, không chuyển gì.`,
  done: (of: {
    readonly from: string
    readonly to: string
    readonly moved: number
    readonly left: number
    readonly told: number
    readonly choices: Choices
  }): Rich =>
    lines([
      rich`✅ Đã chuyển ${bold(`${of.moved} việc`)} từ ${of.from} sang ${bold(of.to)}. ${of.told === 0 ? 'Chưa báo được cho ai.' : `Đã báo ${of.told} người.`}`,
      of.left > 0 && `Không giao hai lần ${of.left} việc ${of.to} đã có; phần của ${of.from} kết thúc.`,
      of.choices.people && `Người của ${of.from} nay thuộc ${of.to}.`,
      of.choices.close && `${of.from} đã đóng, không nhận việc mới.`,
      of.choices.names && `“${of.from}” trong kế hoạch sau này là ${of.to}.`,
      of.moved > 0 && 'Cần chuyển lại những việc này thì bấm nút dưới đây; người và danh mục không tự đổi lại.',
    ]),
  back: 'Chuyển trở lại',
  /** Under the news that an agency has nobody left. */
  toOther: 'Chuyển việc sang đơn vị khác',
  closed: (name: string, until: string): Rich =>
    rich`${bold(name)} đã đóng (đến hết ${commonVi.date(until)}) nên không nhận việc mới.`,
  reopen: (name: string): string => `Mở lại ${name}`,
  reopened: (name: string): Rich => rich`✅ ${bold(name)} lại nhận việc. Gõ lại ${code('/chuyen')} để chuyển việc.`,

  received: (of: {
    readonly from: string
    readonly to: string
    readonly total: number
    readonly late: number
    readonly submitted: number
    readonly by: string
  }): Rich => {
    const parts = [
      ...(of.late > 0 ? [`${of.late} quá hạn`] : []),
      ...(of.submitted > 0 ? [`${of.submitted} chờ duyệt (gõ /duyet)`] : []),
    ]
    return lines([
      rich`📥 ${bold(of.to)} nhận ${bold(`${of.total} việc`)} từ ${of.from}, ${of.by} chuyển.`,
      parts.length > 0 && `${parts.join('; ')}.`,
    ])
  },
  nowBelongs: (agency: string): Rich => rich`Anh/chị nay thuộc ${bold(agency)}.`,
  given: (of: {
    readonly from: string
    readonly to: string
    readonly total: number
    readonly numbers: readonly number[]
    readonly more: number
  }): Rich =>
    rich`📤 ${of.total} việc của ${of.from} nay do ${bold(of.to)} làm: ${of.numbers.map((number) => `NV${number}`).join(', ')}${of.more > 0 ? ` và ${of.more} việc khác` : ''}. Anh/chị không cần làm tiếp những việc này.`,
}

export type TransferMessages = typeof transferVi
