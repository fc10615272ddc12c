import { bold, code, lines, link, type Rich, rich } from '../rich-text.ts'
import { doubt, found, type ShownDoubt, warning } from './plan-found.ts'

const day = (date: string): string => date.split('-').reverse().join('/')

/** Where a task stands in the plan and in the file. */
const placeOf = ({ code: item, line }: { readonly code: string; readonly line: number }): string =>
  `${item === '' ? '' : ` · mục ${item}`}${line > 0 ? ` · dòng ${line}` : ''}`

/** "Quý I: 21/03/2026, …" */
const labelled = (all: readonly { readonly day: string; readonly label: string }[]): string =>
  all.length === 0
    ? 'không hạn'
    : all.map(({ day: date, label }) => `${label === '' ? '' : `${label}: `}${day(date)}`).join(', ')

const dates = (days: readonly string[]): string => (days.length === 0 ? 'không hạn' : days.map(day).join(', '))
const names = (all: readonly string[]): string => (all.length === 0 ? 'chưa có' : all.join('; '))

/** Everything that a person reads about a plan that is not confirmed yet. */
export const planDraftsVi = {
  doubt,
  warning,
  found,
  nothingYet: (): Rich => rich`Chưa giao gì cho ai. Đúng thì xác nhận để giao việc.`,
  onTable: (address: string): Rich => link('Sửa trên bảng', address),
  example: {
    due: (row: number, date: string): string => `${row} hạn ${day(date)}`,
    lead: (row: number, name: string): string => `${row} chủ trì ${name}`,
    remove: (row: number): string => `bỏ ${row}`,
    number: 'số 15/KH-UBND',
  },
  buttons: {
    confirm: 'Xác nhận',
    list: 'Xem danh sách',
    doubts: 'Sửa điểm nghi vấn',
    names: 'Tên lạ',
    drop: 'Bỏ',
    summary: 'Xem bản tóm tắt',
    undo: 'Hoàn tác',
    nextDoubt: (left: number): string => `Điểm nghi vấn (${left})`,
    accept: 'Giữ nguyên',
    remove: 'Bỏ việc này',
    undated: 'Không thời hạn',
    sameLead: (name: string): string => `Chủ trì: ${name}`,
    update: 'Cập nhật',
    updateKeep: 'Cập nhật, giữ lại',
    updateCancel: (count: number): string => `Cập nhật và hủy ${count}`,
    asNew: 'Là kế hoạch mới',
    changes: 'Xem thay đổi',
  },
  list: (page: {
    readonly total: number
    readonly from: number
    readonly rows: readonly {
      readonly number: number
      readonly code: string
      readonly title: string
      readonly lead: readonly string[]
      readonly days: readonly string[]
    }[]
  }): Rich =>
    lines([
      rich`${bold(`${page.total} nhiệm vụ`)}, từ ${page.from} đến ${page.from + page.rows.length - 1}:`,
      ...page.rows.map(
        (row) =>
          rich`${bold(row.number)}${row.code === '' || row.code === String(row.number) ? '' : ` · ${row.code}`} · ${row.title} · ${names(row.lead)} · ${dates(row.days)}`,
      ),
      rich`Gõ ${code('xem')} và số để xem từng việc.`,
    ]),
  row: (row: {
    readonly number: number
    readonly code: string
    readonly line: number
    readonly title: string
    readonly requirement: string
    readonly lead: readonly string[]
    readonly support: readonly string[]
    readonly dates: readonly { readonly day: string; readonly label: string }[]
    readonly deadlineText: string
    readonly output: string
    readonly sourceText: string
    readonly doubts: readonly ShownDoubt[]
  }): Rich =>
    lines([
      ...row.doubts.map((each) => rich`⚠️ ${doubt(each)}`),
      row.doubts.length > 0 && '',
      rich`${bold(row.number)}${placeOf(row)}`,
      bold(row.title),
      row.requirement !== '' && `Yêu cầu: ${row.requirement}`,
      `Chủ trì: ${names(row.lead)}`,
      row.support.length > 0 && `Phối hợp: ${names(row.support)}`,
      `Hạn: ${labelled(row.dates)}${row.deadlineText === '' ? '' : ` (“${row.deadlineText}”)`}`,
      row.output !== '' && `Sản phẩm: ${row.output}`,
      row.sourceText !== '' && `Trong tệp: “${row.sourceText}”`,
    ]),
  doubtsOf: (at: number, all: number): Rich => bold(`Điểm nghi vấn ${at}/${all}`),
  aboutDocument: (): Rich => rich`Về cả văn bản`,
  howToFix: (row: number | null): Rich =>
    row === null
      ? rich`Sửa bằng cách nhắn, ví dụ: ${code('số 15/KH-UBND')}, ${code('ban hành 26/2/2026')}, ${code('năm 2026')}.`
      : rich`Trả lời ngay để sửa mục này, ví dụ: ${code('hạn 30/9')}, ${code('chủ trì Sở Nội vụ')}. Hoặc chọn:`,
  noDoubts: (): Rich => rich`Không còn chỗ nào cần xem lại.`,
  /** On the command line, where nothing was imported. */
  notImported: (doubtful: boolean): Rich =>
    doubtful
      ? rich`Chưa nhập: còn chỗ cần xem lại. Sửa tệp, hoặc thêm --yes để nhập như trên.`
      : rich`Chưa nhập. Thêm --yes để nhập như trên.`,
  expired: ({ fileName }: { fileName: string }): Rich =>
    rich`Bản đọc từ tệp “${fileName}” đã để quá 14 ngày nên hết hiệu lực, chưa giao gì cho ai. Xin gửi lại tệp.`,
  open: (drafts: readonly { readonly name: string; readonly day: string }[]): Rich =>
    lines(['', bold('Bản đang soạn, chưa giao'), ...drafts.map(({ name, day: on }) => `• ${name} (${day(on)})`)]),
  openOne: (name: string): string => `Mở ${name}`,
}

export type PlanDraftsMessages = typeof planDraftsVi
