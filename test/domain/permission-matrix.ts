import type { Role } from '../../domain/people.ts'
import { type Action, lent, rules } from '../../domain/permissions.ts'

const roles: readonly (readonly [Role, string])[] = [
  ['official', 'Chuyên viên'],
  ['head', 'Thủ trưởng'],
  ['coordinator', 'Cán bộ tổng hợp'],
  ['leader', 'Lãnh đạo UBND'],
  ['admin', 'Quản trị'],
]

const actions: Readonly<Record<Action, string>> = {
  'see-workspace': 'xem toàn cơ quan',
  'see-agency': 'xem việc của một đơn vị',
  answer: 'báo tiến độ, vướng mắc, hoàn thành; minh chứng; xin gia hạn; trả lại việc',
  'name-doer': 'giao người làm trong đơn vị',
  approve: 'duyệt hoặc trả lại kết quả (không bao giờ của chính mình)',
  reopen: 'mở lại việc đã xong, kèm lý do',
  'decide-extension': 'quyết định gia hạn',
  urge: 'đôn đốc đơn vị khác, người khác',
  reassign: 'chuyển việc sang đơn vị khác',
  'manage-people': 'quản lý người tham gia',
  'set-workflow': 'chọn cách làm “gọn” hay “chặt”, bắt buộc minh chứng, mốc nhắc',
  'import-plan': 'nhập, sửa đổi kế hoạch',
  invite: 'mời người tham gia',
  'manage-agencies': 'sửa danh mục đơn vị, nhận tên chưa biết',
  'manage-calendar': 'sửa lịch làm việc, ngày nghỉ, giờ làm việc',
  'manage-periods': 'lập, sửa kỳ báo cáo; xem và nhắc đơn vị chưa gửi số liệu',
  'send-period-data': 'xác nhận đã gửi số liệu của kỳ báo cáo',
  broadcast: 'gửi thông báo',
  'see-week': 'xem tổng hợp tuần',
  'subscribe-summary':
    'đặt tổng hợp tuần tự động vào một nhóm, nêu tên đơn vị trong nhóm hay không (riêng cho mình: ai xem được thì đặt được)',
  'see-delivery': 'xem tình hình gửi tin, người không liên lạc được',
  'run-jobs': 'xem lịch chạy của chương trình, cho chạy ngay',
}

const reachOf = (action: Action, role: Role): string => {
  if (rules[action].everywhere.includes(role)) return 'mọi đơn vị'
  return rules[action].inAgency.includes(role) ? 'đơn vị mình' : '–'
}

/** What is lent while somebody is away: as far as that person's own roles within agencies go. */
const lentTo = (action: Action): string => {
  if (!lent.includes(action)) return '–'
  return rules[action].inAgency.includes('official') ? 'thay mọi người' : 'thay thủ trưởng'
}

/** The table of rights as a page of the user's documentation, in Markdown; a test keeps the page as it is in force. */
export const permissionMatrix = (): string => {
  const rows = Object.entries(actions).map(([action, words]) => {
    const cells = roles.map(([role]) => reachOf(action as Action, role))
    return `| ${words} | ${cells.join(' | ')} | ${lentTo(action as Action)} |`
  })
  return [
    '# Ai được làm gì',
    '',
    'Bảng này lấy từ `domain/permissions.ts`, nơi duy nhất quyết định quyền. “Đơn vị mình” của thủ trưởng gồm cả các đơn vị trực thuộc.',
    'Một người giữ nhiều vai trò thì có quyền của tất cả các vai trò đó. Không quyền nào vượt ra ngoài cơ quan (không gian làm việc) của mình.',
    '“Người làm thay” có những quyền này của người vắng mặt ở đơn vị của người đó, trong những ngày đã ghi (`/vangmat`), không quyền nào trên toàn cơ quan;',
    'không duyệt bản do chính mình hoặc do người vắng mặt nộp. Nhật ký ghi “thay …”.',
    'Việc gì không thuộc quyền thì bot từ chối bằng một câu và ghi vào nhật ký kiểm tra.',
    '',
    `| việc | ${roles.map(([, name]) => name).join(' | ')} | Người làm thay |`,
    `|---|${roles.map(() => '---|').join('')}---|`,
    ...rows,
    '',
  ].join('\n')
}
