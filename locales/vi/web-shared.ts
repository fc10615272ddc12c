import { commonVi } from './common.ts'

/** The page from which people take the files of an announcement. */
export const webSharedVi = {
  title: 'Tệp của thông báo',
  lead: ({ excerpt, workspace }: { readonly excerpt: string; readonly workspace: string }): string =>
    `Thông báo “${excerpt}” của ${workspace}`,
  author: (name: string): string => `Người gửi: ${name}`,
  size: commonVi.fileSize,
  download: 'Tải về',
  hint: 'Nếu ứng dụng nhắn tin không tải được, hãy mở trang này bằng trình duyệt của điện thoại. Địa chỉ này là của riêng anh/chị, xin không chuyển cho người khác.',
}

export type WebSharedMessages = typeof webSharedVi
