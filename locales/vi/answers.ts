import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

/** The assignment something was recorded about; `agency` is named only to people who answer for several. */
export interface Which {
  readonly number: number
  readonly agency: string | null
  readonly dueOn: string | null
  readonly occurrence: number
  readonly occurrences: number
}

export interface Recorded {
  readonly which: Which
  readonly kind: 'acknowledge' | 'progress' | 'done' | 'obstacle' | 'evidence'
  readonly state: Parameters<typeof commonVi.state>[0]
  readonly percent: number
  readonly obstacle: string | null
  /** Whether an obstacle went away with it. */
  readonly unblocked: boolean
  /** Whether what was handed in does not wait for approval any more. */
  readonly withdrawn: boolean
  readonly note: string
  readonly evidence: readonly string[]
  /** Whether evidence may follow. */
  readonly askEvidence: boolean
}

/** "NV12 (Phòng Nội vụ, kỳ 1/4, hạn 20/03/2026)" */
export const which = ({ number, agency, dueOn, occurrence, occurrences }: Which): Rich => {
  const turn =
    occurrences > 1 ? `kỳ ${occurrence}/${occurrences}${dueOn === null ? '' : `, hạn ${commonVi.date(dueOn)}`}` : ''
  const facts = [agency ?? '', turn].filter((fact) => fact !== '')
  return rich`${bold(`NV${number}`)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`
}

const standing = ({ state, percent }: Pick<Recorded, 'state' | 'percent'>): string =>
  percent === 0 || state === 'done' || state === 'submitted'
    ? commonVi.state(state)
    : `${commonVi.state(state)}, ${percent}%`

const what = (recorded: Recorded): string => {
  const { kind, obstacle, evidence } = recorded
  if (kind === 'evidence') return `đã lưu minh chứng ${evidence.join(' ; ')}`
  if (kind === 'obstacle')
    return `vướng mắc “${obstacle ?? ''}”${recorded.percent === 0 ? '' : `, ${standing(recorded)}`}`
  return gained(recorded)
}

const gained = (recorded: Recorded): string => {
  const { unblocked, withdrawn, evidence, note } = recorded
  return [
    standing(recorded),
    unblocked && 'đã hết vướng mắc',
    withdrawn && 'không còn chờ duyệt',
    evidence.length > 0 && `minh chứng ${evidence.join(' ; ')}`,
    note !== '' && `ghi chú “${note}”`,
  ]
    .filter((part) => part !== false)
    .join(', ')
}

/** A full stop right after an address is taken for a part of it by some messengers. */
const endsWithAddress = ({ evidence, note, kind }: Recorded): boolean =>
  evidence.length > 0 && (note === '' || kind === 'evidence')

export const answersVi = {
  recorded: (recorded: Recorded): Rich =>
    lines([
      rich`✅ Đã ghi ${which(recorded.which)}: ${what(recorded)}${endsWithAddress(recorded) ? '' : '.'}`,
      recorded.askEvidence && 'Gửi liên kết hoặc số văn bản minh chứng (nếu có).',
    ]),
  already: (item: Which, standingNow: Pick<Recorded, 'state' | 'percent'>): Rich =>
    rich`Đã ghi nhận trước đó: ${which(item)} ${standing(standingNow)}. Không ghi thêm.`,
  undo: 'Hoàn tác',
  undone: (item: Which, standingNow: Pick<Recorded, 'state' | 'percent'>): Rich =>
    rich`↩️ Đã hoàn tác. ${which(item)} trở lại: ${standing(standingNow)}.`,
  undoneBefore: (item: Which): Rich => rich`Cập nhật này của ${which(item)} đã được hoàn tác trước đó.`,

  askPercent: (item: Which): Rich =>
    rich`${which(item)} làm được bao nhiêu phần trăm? Chọn hoặc gõ một số, ví dụ ${code('60')}.`,
  percent: (percent: number): string => `${percent}%`,
  percentUnknown: 'Chưa tính được',
  askObstacle: (item: Which): Rich =>
    rich`${which(item)} đang vướng điều gì? Xin viết một câu, ví dụ: ${code('chưa được bố trí kinh phí')}`,
  /** A number beyond those that were offered. */
  noSuchChoice: (typed: string, offered: number): Rich =>
    rich`Tin trước không có lựa chọn ${typed}. Xin gõ ${offered === 1 ? '1' : `một số từ 1 đến ${offered}`}, hoặc ${code('/viec')} để xem việc của mình.`,
  dropped: (): Rich => rich`Vâng, không ghi thêm gì.`,
  /** Words that end a question of the bot without an answer; folded. */
  dropWords: [
    'thoi',
    'bo',
    'huy',
    'bo qua',
    'khong',
    'khong co',
    'khong co gi',
    'chua co',
    'cancel',
    'no',
    'none',
    'skip',
  ],

  doubtful: (item: Which): Rich =>
    rich`Chưa rõ ${which(item)} đã hoàn thành hay chưa nên chưa ghi gì. Anh/chị chọn giúp:`,
  isDone: 'Đã hoàn thành',
  notDoneAt: (percent: number): string => `${percent}%, chưa xong`,
  notDone: 'Đang làm',
  obstacle: 'Vướng mắc',

  tooManyTasks: (named: number, most: number): Rich =>
    rich`Tin này nhắc đến ${named} việc nên chưa ghi gì. Xin gửi mỗi tin nhiều nhất ${most} việc.`,
  doubtfulAmong: (number: number): Rich => rich`❓ ${bold(`NV${number}`)}: chưa rõ ý nên chưa ghi gì.`,
  alone: (number: number): Rich =>
    rich`❓ ${bold(`NV${number}`)}: xin gia hạn hoặc trả lại việc thì gửi riêng một tin; chưa ghi gì.`,
  someAgency: (task: string): Rich => rich`❓ ${bold(task)} giao cho nhiều đơn vị nên chưa ghi gì.`,
  chooseFor: (number: number): string => `Chọn đơn vị NV${number}`,
  answerFor: (number: number): string => `Trả lời NV${number}`,
  undoFor: (number: number): string => `Hoàn tác NV${number}`,
  nothingToUndo: (): Rich => rich`Anh/chị chưa có cập nhật nào để hoàn tác.`,
  edited: (): Rich =>
    rich`Bot không đọc tin đã sửa, nội dung đã ghi vẫn như cũ. Để sửa: bấm Hoàn tác (hoặc gõ ${code('hoàn tác')}) trong 10 phút, hoặc gửi một tin mới.`,
  forwarded: (number: number | null): Rich =>
    number === null
      ? rich`Đây là tin chuyển tiếp nên chưa ghi gì. Nếu là tình hình của một việc, xin tự viết một câu, ví dụ ${code('nv12 xong')}.`
      : rich`Đây là tin chuyển tiếp nên chưa ghi gì. Nếu là tình hình của ${bold(`NV${number}`)}, chọn một nút hoặc tự viết một câu.`,
  whichAgency: (): Rich => rich`Nhiệm vụ này giao cho nhiều đơn vị nên chưa ghi gì. Chọn đơn vị:`,
  nothingOpen: (): Rich =>
    rich`Đơn vị không còn việc nào đang mở nên chưa ghi gì. Để bổ sung cho một việc cụ thể, thêm số của việc, ví dụ ${code('nv12 https://…')}.`,
  thanks: (): Rich => rich`Vâng, cảm ơn anh/chị.`,
}

export type AnswersMessages = typeof answersVi
