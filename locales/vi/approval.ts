import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { type Which, which } from './answers.ts'
import { commonVi } from './common.ts'
import { type Subject, subjectVi } from './subject.ts'

/** What was handed in, as whoever decides sees it. */
export interface Submitted {
  readonly subject: Subject
  readonly by: string
  readonly on: string
  readonly note: string
  readonly evidence: readonly string[]
  readonly moreEvidence: number
}

export const approvalVi = {
  about: 'Việc chờ duyệt, chờ quyết định',
  approve: 'Duyệt',
  reject: 'Trả lại',
  reopen: 'Mở lại',
  skip: 'Bỏ qua',
  open: 'Mở việc',

  submitted: ({ subject, by, on, note, evidence, moreEvidence }: Submitted): Rich =>
    lines([
      subjectVi('📝 Chờ duyệt', subject),
      rich`${by} nộp ngày ${commonVi.date(on)}${note === '' ? '.' : `: “${note}”`}`,
      evidence.length === 0 && 'Chưa có minh chứng.',
      evidence.length > 0 && bold('Minh chứng'),
      ...evidence.map((item) => `• ${item}`),
      moreEvidence > 0 && `… và ${moreEvidence} minh chứng khác`,
    ]),
  told: (people: number): Rich =>
    people === 0 ? rich`Chưa có ai tham gia để duyệt; xin báo cán bộ tổng hợp.` : rich`Đã báo ${people} người duyệt.`,
  /** `absent`: in whose place; null for in their own right. */
  approved: (item: Which, absent: string | null): Rich =>
    rich`✅ Đã duyệt ${which(item)}${absent === null ? '' : ` thay ${absent}`}: hoàn thành. Đã báo người nộp.`,
  rejected: (item: Which, reason: string, absent: string | null): Rich =>
    rich`↩️ Đã trả lại ${which(item)}${absent === null ? '' : ` thay ${absent}`}: “${reason}”. Việc trở lại đang thực hiện; đã báo người nộp.`,
  notWaiting: (item: Which, state: Parameters<typeof commonVi.state>[0]): Rich =>
    state === 'done'
      ? rich`${which(item)} đã được duyệt trước đó. Không ghi thêm.`
      : rich`${which(item)} hiện ${commonVi.state(state)}, không có bản nào chờ duyệt. Không ghi thêm.`,
  handedInAnew: (item: Which): Rich => rich`${which(item)} đã được nộp lại sau bản này. Bản mới nhất:`,
  own: (item: Which): Rich =>
    rich`${which(item)} do chính anh/chị nộp nên cần người khác duyệt: thủ trưởng khác của đơn vị, thủ trưởng đơn vị trên hoặc cán bộ tổng hợp.`,
  /** They are in the place of whoever handed it in. */
  ownOfAbsent: (item: Which, name: string): Rich =>
    rich`${which(item)} do ${name}, người anh/chị đang làm thay, nộp nên cần người khác duyệt: thủ trưởng khác của đơn vị, thủ trưởng đơn vị trên hoặc cán bộ tổng hợp.`,
  askedInstead: (name: string): Rich => rich`Gửi anh/chị vì đang làm thay ${name}.`,
  instead: (name: string, absent: string): string => `${name} (thay ${absent})`,
  askWhich: (item: Which): Rich => rich`Anh/chị duyệt hay trả lại ${which(item)}? Chưa ghi gì.`,
  askReason: (item: Which): Rich =>
    rich`↩️ Trả lại ${which(item)} vì lý do gì? Xin viết một câu, ví dụ: ${code('thiếu phụ lục 2')}`,
  approvedTold: (subject: Subject, by: string): Rich =>
    lines([subjectVi('✅ Đã được duyệt, hoàn thành', subject), rich`Người duyệt: ${by}.`]),
  rejectedTold: (subject: Subject, by: string, reason: string): Rich =>
    lines([
      subjectVi('↩️ Chưa được duyệt', subject),
      rich`${by} trả lại: “${reason}”`,
      'Việc trở lại đang thực hiện; làm xong xin báo lại.',
    ]),

  /** Where a reason was asked for. */
  wordsNeeded: (typed: string): Rich =>
    rich`“${typed}” chưa phải một câu nên chưa ghi gì. Xin viết lý do bằng chữ, hoặc gõ ${code('thôi')} để bỏ.`,
  askReopenReason: (item: Which): Rich =>
    rich`Mở lại ${which(item)} vì lý do gì? Xin viết một câu, ví dụ: ${code('số liệu chưa đúng')}`,
  reopened: (item: Which, percent: number): Rich =>
    rich`🔓 Đã mở lại ${which(item)}: đang thực hiện${percent === 0 ? '' : `, ${percent}%`}. Đã báo đơn vị.`,
  notDone: (item: Which, state: Parameters<typeof commonVi.state>[0]): Rich =>
    rich`${which(item)} hiện ${commonVi.state(state)} nên không có gì để mở lại.`,
  reopenedTold: (subject: Subject, by: string, reason: string): Rich =>
    lines([subjectVi('🔓 Mở lại', subject), rich`${by}: “${reason}”`, 'Việc trở lại đang thực hiện.']),

  queue: (at: number, of: number): Rich => bold(`Chờ quyết định: ${at}/${of}`),
  queueEmpty: (): Rich => rich`✅ Không còn gì chờ quyết định.`,
  queueSkipped: (left: number): Rich =>
    rich`Đã xem hết; còn ${left} mục chờ quyết định. Gõ ${code('/duyet')} để xem lại từ đầu.`,
  itemGone: (): Rich => rich`Mục này không còn chờ quyết định: đã có người quyết hoặc người gửi đã rút.`,

  needsEvidence: (item: Which): Rich =>
    rich`${which(item)} thuộc kế hoạch bắt buộc minh chứng nên chưa ghi là xong. Gửi liên kết, số văn bản hoặc tệp minh chứng rồi bấm Xong.`,
  evidenceThere: (): Rich => rich`Đã có minh chứng, xong rồi thì bấm Xong.`,
}

export type ApprovalMessages = typeof approvalVi
