import { bold, type Rich, rich } from '../rich-text.ts'

/** "2026-03-21" as people write it: 21/03/2026. */
const date = (day: string): string => day.split('-').reverse().join('/')

const states = {
  assigned: 'mới giao',
  acknowledged: 'đã tiếp nhận',
  in_progress: 'đang thực hiện',
  submitted: 'chờ duyệt',
  done: 'hoàn thành',
  returned: 'trả lại',
  cancelled: 'đã hủy',
}

const roles = {
  official: 'chuyên viên đầu mối',
  head: 'thủ trưởng đơn vị',
  coordinator: 'cán bộ tổng hợp',
  leader: 'lãnh đạo UBND',
  admin: 'quản trị',
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '').replace('.', ',')

export const commonVi = {
  date,
  fileSize: (bytes: number): string =>
    bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${megabytes(bytes)} MB`,
  /** Days from today to the due date, in words. */
  daysLeft: (days: number): string => {
    if (days === 0) return 'hạn hôm nay'
    return days > 0 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`
  },
  percent: (share: number): string => `${(share * 100).toFixed(1).replace(/\.0$/, '').replace('.', ',')}%`,
  state: (state: keyof typeof states): string => states[state],
  role: (role: keyof typeof roles): string => roles[role],
  task: (number: number): Rich => bold(`NV${number}`),
  taskTitle: (number: number, title: string): Rich => rich`${bold(`NV${number}`)} ${title}`,
  choiceHint: 'Trả lời bằng số để chọn.',
  yes: 'Đồng ý',
  no: 'Thôi',
  back: 'Quay lại',
  /** In a group, to whoever asked there. */
  answeredPrivately: (): Rich => rich`📩 Đã trả lời riêng cho anh/chị.`,
  more: 'Xem tiếp',
}

export type CommonMessages = typeof commonVi
