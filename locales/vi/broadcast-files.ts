import { lines, type Rich, rich } from '../rich-text.ts'
import { commonVi } from './common.ts'

interface FileWords {
  readonly name: string
  /** Bytes. */
  readonly size: number
}

const cannotCarry = {
  telegram: 'Telegram không cho bot tải tệp lớn hơn 20 MB.',
  zalo: 'Zalo không chuyển được tệp cho bot (ảnh thì gửi thẳng được).',
  web: 'Tệp này không gửi ở đây được.',
}

const file = ({ name, size }: FileWords): string => `${name} (${commonVi.fileSize(size)})`

/** What goes out together with an announcement. */
export const broadcastFilesVi = {
  attach: 'Kèm tệp',
  drop: 'Bỏ tệp',
  dropOne: (name: string): string => `Bỏ ${name}`,
  enough: 'Không kèm nữa',
  askFile: (most: number): Rich => rich`Xin gửi tệp hoặc ảnh cần kèm: tối đa ${most} tệp, mỗi tệp tối đa 50 MB.`,
  askText: (): Rich => rich`Xin gõ nội dung thông báo trong một tin nhắn.`,
  attached: ({ replaced, ...attached }: FileWords & { readonly replaced: boolean }): Rich =>
    rich`✅ Đã kèm ${file(attached)}${replaced ? ', thay tệp cùng tên' : ''}.`,
  known: (name: string): Rich => rich`Thông báo đã có tệp này: ${name}.`,
  captionUnused: (): Rich => rich`Chú thích của tệp không được đưa vào thông báo.`,
  uploadLink: ({
    url,
    channel,
    until,
  }: {
    readonly url: string
    readonly channel: keyof typeof cannotCarry
    readonly until: { readonly day: string; readonly time: string }
  }): Rich =>
    lines([
      `${cannotCarry[channel]} Tải tệp của thông báo lên tại đây (dùng một lần, đến ${until.time} ngày ${commonVi.date(until.day)}):`,
      url,
      channel === 'zalo' && 'Nếu anh/chị vừa gửi một liên kết, xin dán lại dạng chữ.',
    ]),
  /** On the page that took them. */
  uploaded: (names: readonly string[]): Rich =>
    rich`✅ Đã nhận ${names.join(', ')} cho thông báo. Mời anh/chị quay lại chỗ trò chuyện để viết tiếp, xem trước và gửi.`,
  /** What recipients read. */
  inMessage: ({ files, address }: { readonly files: readonly FileWords[]; readonly address: string }): Rich =>
    lines([...files.map((attached) => `📎 ${file(attached)}`), `Tải về: ${address}`]),
}

export type BroadcastFilesMessages = typeof broadcastFilesVi
