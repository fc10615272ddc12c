import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

const list = (names: readonly string[], more: number): string =>
  more > 0 ? `${names.join('; ')} và ${more} đơn vị khác` : names.join('; ')

/** What a scanned page takes on a small machine. */
const secondsPerPage = 5

const aboutMinutes = (seconds: number): string => (seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`)

export const plansVi = {
  alreadyImported: ({ number, tasks }: { number: string; tasks: number }): Rich =>
    rich`Tệp này đã được nhập trước đây: ${bold(number)}, ${tasks} nhiệm vụ. Không có gì thay đổi.`,
  noNumber: 'chưa rõ số',
  /** Said while a file is read that takes long, in one message that is kept up to date. */
  reading: ({ name, page, pages }: { name: string; page: number; pages: number | null }): Rich =>
    pages === null
      ? rich`⏳ Đang đọc tệp “${name}”. Anh/chị cứ làm việc khác, đọc xong sẽ báo.`
      : rich`⏳ Đang đọc tệp “${name}”: trang ${page}/${pages}${pages > page ? `, còn khoảng ${aboutMinutes((pages - page) * secondsPerPage)}` : ''}. Anh/chị cứ làm việc khác, đọc xong sẽ báo.`,
  readThrough: ({ name }: { name: string }): Rich => rich`✔ Đã đọc xong tệp “${name}”.`,
  working: ({ tasks }: { tasks: number }): Rich =>
    rich`⏳ Đang giao ${tasks} nhiệm vụ, có thể mất đến nửa phút. Xong sẽ báo.`,
  confirmed: ({ number, tasks, assignments, told }: Confirmed): Rich =>
    lines([
      rich`✅ Đã giao ${bold(number)}: ${tasks} nhiệm vụ, ${assignments} phân công.`,
      told === 0 ? 'Chưa báo được cho ai.' : `Đã báo cho ${told} người.`,
    ]),
  waitingNames: (names: readonly string[], more: number): Rich =>
    rich`❓ Chưa giao được vì chưa rõ là đơn vị nào: ${list(names, more)}. Gõ ${code('/tenla')} để cho biết.`,
  dropped: (): Rich => rich`Đã bỏ, chưa giao gì cho ai. Sửa lại tệp thì gửi lần nữa.`,
  draftGone: (): Rich =>
    rich`Bản này đã được xác nhận, đã bỏ hoặc để quá lâu nên không có gì thay đổi. Gõ ${code('/kehoach')} để xem các kế hoạch.`,
  assigned: ({ agencies, total, number }: { agencies: readonly string[]; total: number; number: string }): Rich =>
    rich`📌 ${bold(agencies.join('; '))} được giao ${bold(`${total} việc`)} theo ${bold(number)}:`,
  moreTasks: (more: number): Rich => rich`và ${more} việc khác. Gõ ${code('/viec')} để xem tất cả.`,
  allTasks: (): Rich => rich`Gõ ${code('/viec')} để xem và tiếp nhận.`,

  about: 'Các kế hoạch đang theo dõi',
  listed: (
    plans: readonly { readonly number: string; readonly title: string; readonly tasks: number }[],
    more: number,
  ): Rich =>
    lines([
      bold('Các kế hoạch đang theo dõi'),
      ...plans.map(({ number, title, tasks }) => rich`• ${bold(number)} ${title}: ${tasks} nhiệm vụ`),
      more > 0 && `và ${more} kế hoạch khác.`,
    ]),
  none: (): Rich =>
    rich`Chưa có kế hoạch nào. Cán bộ tổng hợp gửi tệp kế hoạch (.docx, .xlsx, .pdf) vào đây để bắt đầu.`,
}

interface Confirmed {
  readonly number: string
  readonly tasks: number
  readonly assignments: number
  readonly told: number
}

export type PlansMessages = typeof plansVi
