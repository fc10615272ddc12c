import { bold, code, lines, type Rich, rich } from '../rich-text.ts'
import { type Which, which } from './answers.ts'
import { commonVi } from './common.ts'

/** A day and a time on the clock of the workspace. */
export interface At {
  readonly day: string
  readonly time: string
}

interface FileWords {
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly version: number
}

export interface EvidenceLine {
  /** Counted from 1, the newest first. */
  readonly position: number
  readonly words: string
  /** Null for links and documents. */
  readonly file: Pick<FileWords, 'size' | 'version'> | null
  readonly giver: string
  readonly at: At
  /** Where a file is downloaded. */
  readonly url: string | null
}

const size = commonVi.fileSize

const at = ({ day, time }: At): string => `${time} ${commonVi.date(day)}`

const line = ({ position, words, file, giver, at: moment, url }: EvidenceLine): Rich =>
  lines([
    rich`${position}. ${words}${file === null ? '' : `, bản ${file.version}, ${size(file.size)}`}`,
    `${giver}, ${at(moment)}`,
    url ?? false,
  ])

const cannotCarry = {
  telegram: 'Telegram không cho bot tải tệp lớn hơn 20 MB.',
  zalo: 'Zalo không chuyển được tệp cho bot.',
  web: 'Tệp này không gửi ở đây được.',
}

export const evidenceVi = {
  about: 'Minh chứng của một nhiệm vụ',
  example: '/minhchung 12',
  file: ({ name, size: bytes, version }: FileWords): string =>
    `${name} (${size(bytes)}${version > 1 ? `, bản ${version}` : ''})`,
  known: (item: Which, there: { readonly name: string; readonly giver: string; readonly at: At }): Rich =>
    rich`${which(item)} đã có tệp này: ${there.name}, ${there.giver} gửi ${at(there.at)}. Không lưu thêm.`,

  whichTask: ({ names, offered }: { readonly names: readonly string[]; readonly offered: number }): Rich =>
    rich`Đã giữ ${names.length} tệp (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}). ${names.length > 1 ? 'Các tệp này' : 'Tệp này'} là minh chứng của việc nào? ${offered === 0 ? 'Gõ' : 'Chọn, hoặc gõ'} số của việc, ví dụ ${code('nv12')}.`,
  task: ({ number: task, title }: { readonly number: number; readonly title: string }): string => `NV${task} ${title}`,
  taskOf: ({ number: task, agency }: { readonly number: number; readonly agency: string }): string =>
    `NV${task} ${agency}`,
  /** The caption of a file that was passed on. */
  captionUnread: (): Rich => rich`Lời đi kèm tệp chuyển tiếp là của người khác nên không ghi thành câu trả lời.`,
  drop: 'Bỏ tệp',
  dropped: (count: number): Rich => rich`Đã bỏ ${count} tệp, không lưu gì.`,
  keptEnough: (limit: number): Rich =>
    rich`Đang giữ ${limit} tệp chưa rõ của việc nào nên chưa nhận thêm. Xin chọn việc ở tin trên, rồi gửi tiếp.`,

  uploadLink: (
    item: Which,
    { url, channel }: { readonly url: string; readonly channel: keyof typeof cannotCarry },
  ): Rich =>
    lines([
      rich`${cannotCarry[channel]} Tải lên cho ${which(item)} tại đây (dùng một lần, trong 24 giờ, tối đa 50 MB):`,
      url,
      channel === 'zalo' && 'Nếu anh/chị vừa gửi một liên kết, xin dán lại dạng chữ.',
    ]),
  linkForWhich: ({
    channel,
    offered,
  }: {
    readonly channel: keyof typeof cannotCarry
    readonly offered: number
  }): Rich =>
    offered === 0
      ? rich`${cannotCarry[channel]} Đơn vị không còn việc nào đang mở; mở việc bằng ${code('/nv 12')} rồi bấm Xong hoặc trả lời ở đó trước.`
      : rich`${cannotCarry[channel]} Tệp này là minh chứng của việc nào? Chọn để nhận địa chỉ tải lên.`,

  onCard: (count: number): string => `Minh chứng (${count})`,
  list: (of: {
    readonly number: number
    readonly title: string
    readonly agency: string
    readonly total: number
    readonly items: readonly EvidenceLine[]
    readonly withdrawn: readonly { readonly words: string; readonly day: string }[]
  }): Rich =>
    lines([
      bold(`Minh chứng của NV${of.number} (${of.total})`),
      `${of.title} · ${of.agency}`,
      ...of.items.map(line),
      of.items.length === 0 && 'Chưa có minh chứng nào.',
      of.withdrawn.length > 0 &&
        `Đã rút: ${of.withdrawn.map(({ words, day }) => `${words} (${commonVi.date(day)})`).join('; ')}`,
    ]),
  withdraw: 'Rút minh chứng',
  withdrawOne: 'Rút',
  chooseToWithdraw: (item: Which): Rich => rich`Rút minh chứng nào của ${which(item)}?`,
  item: ({ position, words }: { readonly position: number; readonly words: string }): string => `${position}. ${words}`,
  askWithdraw: (item: Which, words: string): Rich =>
    rich`Rút “${words}” khỏi minh chứng của ${which(item)}? Bản ghi vẫn được giữ là đã rút.`,
  withdrawn: (item: Which, words: string): Rich =>
    rich`↩️ Đã rút minh chứng ${words} của ${which(item)}. Bản ghi vẫn được giữ là đã rút.`,
  withdrawnBefore: (words: string): Rich => rich`Minh chứng ${words} đã được rút trước đó.`,
  toldWithdrawn: (item: Which, { words, by }: { readonly words: string; readonly by: string }): Rich =>
    rich`↩️ ${by} đã rút minh chứng ${words} mà anh/chị gửi cho ${which(item)}.`,
  noSuchItem: ({ typed, total }: { readonly typed: string; readonly total: number }): Rich =>
    rich`Không có minh chứng số ${typed}: đang có ${total} mục. Chưa rút gì.`,
}

export type EvidenceMessages = typeof evidenceVi
