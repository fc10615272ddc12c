import { expect, test } from 'vitest'
import { assignedIn } from '../../plans/cell-agencies.ts'
import { cellReaders } from '../../plans/cell-readers.ts'
import { leadingIn, supportIn } from '../../plans/subject-support.ts'
import { cellsBy } from '../../plans/table-cells.ts'
import { briefly, readPlanOf } from './list-support.ts'

test.each([
  [
    'Giao Phòng VH-XH (phối hợp với P. KT, HT&ĐT) tổ chức hội nghị.',
    ['Phòng Văn hóa - Xã hội'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị'],
  ],
  [
    'Sở Giáo dục và Đào tạo hướng dẫn cho học sinh nghỉ học; Sở Y tế bảo đảm cơ số thuốc.',
    ['Sở Giáo dục và Đào tạo', 'Sở Y tế'],
    [],
  ],
  ['Sở Y tế hướng dẫn phun khử khuẩn; các cơ sở y tế trực 24/24.', ['Sở Y tế'], []],
  ['Phòng Tài chính thẩm định dự toán; các phòng, đơn vị cung cấp hồ sơ.', ['Phòng Tài chính'], []],
  [
    'Công an phường tuần tra ban đêm; Ban CHQS phường bố trí dân quân; Đoàn Thanh niên phối hợp tuyên truyền.',
    ['Công an phường', 'Ban Chỉ huy Quân sự phường'],
    ['Đoàn Thanh niên'],
  ],
  [
    'Phòng Kinh tế chủ trì, Công an xã, Trạm Y tế xã phối hợp kiểm tra.',
    ['Phòng Kinh tế'],
    ['Công an xã', 'Trạm Y tế xã'],
  ],
  ['Trung tâm Văn hóa, Thể thao phường: Phát thanh chuyên mục mỗi tuần.', ['Trung tâm Văn hóa, Thể thao phường'], []],
  ['Trung tâm Thông tin, Xúc tiến du lịch: Truyền thông kết quả.', ['Trung tâm Thông tin, Xúc tiến du lịch'], []],
  ['Hội Liên hiệp Phụ nữ phường: Mỗi chi hội nhận một đoạn đường.', ['Hội Liên hiệp Phụ nữ phường'], []],
  ['Các tổ dân phố: Dán áp phích tại nhà văn hóa.', ['Các tổ dân phố'], []],
  ['Các sở: Nội vụ, Tài chính tổng hợp kết quả.', ['Sở Nội vụ', 'Sở Tài chính'], []],
  [
    'Công an TP. Huế chủ trì, phối hợp với BHXH TP. Huế xác minh.',
    ['Công an thành phố Huế'],
    ['Bảo hiểm xã hội thành phố Huế'],
  ],
  ['Giám đốc Kho bạc Nhà nước khu vực III đẩy nhanh giải ngân.', ['Kho bạc Nhà nước khu vực III'], []],
  ['Đề nghị Viettel Hải Phòng, VNPT Hải Phòng phủ sóng 5G.', ['Viettel Hải Phòng', 'VNPT Hải Phòng'], []],
  ['Đề nghị Ngân hàng CSXH phối hợp với Hội Nông dân cho vay.', ['Ngân hàng Chính sách xã hội'], ['Hội Nông dân']],
  ['Bí thư Chi bộ, Tổ trưởng tổ dân phố vận động nhân dân treo cờ.', ['Chi bộ', 'Tổ dân phố'], []],
  ['Các trưởng thôn báo cáo thiệt hại.', ['Các trưởng thôn'], []],
  ['Giao các chủ đầu tư kê khai vật tư tồn đọng.', ['Các chủ đầu tư'], []],
  ['Các chủ hồ chứa, đập thủy lợi kiểm tra cửa xả.', ['Các chủ hồ chứa, đập thủy lợi'], []],
  ['Các doanh nghiệp kinh doanh xăng dầu dự trữ đủ hàng.', ['Các doanh nghiệp kinh doanh xăng dầu'], []],
  ['Các cơ quan truyền thông đại chúng đưa tin hằng ngày.', ['Các cơ quan truyền thông đại chúng'], []],
  ['Các chủ trương mới được triển khai đồng bộ.', [], []],
  [
    'Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh trình hồ sơ quyết toán.',
    ['Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh'],
    [],
  ],
  [
    'Ban Quản lý các dự án đầu tư xây dựng hạ tầng đô thị nghiệm thu kè sông.',
    ['Ban Quản lý các dự án đầu tư xây dựng hạ tầng đô thị'],
    [],
  ],
  [
    'Sở Y tế phối hợp với Báo và Đài Phát thanh - Truyền hình thành phố đưa tin.',
    ['Sở Y tế'],
    ['Báo và Đài Phát thanh - Truyền hình thành phố'],
  ],
  ['Tổ dân phố số 5 họp dân trước ngày 10/6.', ['Tổ dân phố số 5'], []],
  ['Yêu cầu các đồng chí Ủy viên UBND phường bám sát địa bàn.', ['Các đồng chí Ủy viên UBND phường'], []],
  ['Các cơ quan, đơn vị, địa phương chủ động đề xuất.', ['Các cơ quan, đơn vị, địa phương'], []],
  [
    'Giám đốc Sở Nội vụ, Chánh Văn phòng UBND thành phố và Chủ tịch UBND các xã, phường, đặc khu chịu trách nhiệm thi hành.',
    ['Sở Nội vụ', 'Văn phòng UBND thành phố', 'UBND các xã, phường, đặc khu'],
    [],
  ],
])('%j is told to %j', (sentence, lead, support) => {
  expect([leadingIn(sentence, false), supportIn(sentence)]).toEqual([lead, support])
})

test('a damaged report is no newspaper', () => {
  expect(leadingIn('Bao cdo két qua thu gom rac thai hang tuan, gui truoc ngay 05.', true)).toEqual([])
})

const readers = cellReaders({ issuedOn: null, planYear: 2026 })

test.each([
  ['Phòng VH-XH (chủ trì), Công an phường (phối hợp)', ['Phòng Văn hóa - Xã hội'], ['Công an phường']],
  ['Chủ trì: P. VH-XH; PH: Công an phường', ['Phòng Văn hóa - Xã hội'], ['Công an phường']],
  ['CT: Sở Nội vụ; PH: Sở Tài chính', ['Sở Nội vụ'], ['Sở Tài chính']],
  ['Sở Nội vụ (phối hợp với P. VH-XH)', ['Sở Nội vụ'], ['Phòng Văn hóa - Xã hội']],
])('the cell %j gives lead %j, support %j', (agencies, lead, support) => {
  expect(
    assignedIn(
      cellsBy((role) => (role === 'agencies' ? agencies : '')),
      readers,
    ),
  ).toEqual({ lead, support })
})

test('a note in brackets names the helper by its abbreviation', async () => {
  const { tasks } = await readPlanOf(
    'II. NHIỆM VỤ',
    '1. Tổ chức cuộc thi (Đoàn TNCS Hồ Chí Minh phường chủ trì, phối hợp với P. VH-XH; quý III/2026).',
    '2. Treo băng rôn (Công an phường; quý II/2026).',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1', ['Đoàn Thanh niên Cộng sản Hồ Chí Minh phường'], ['Phòng Văn hóa - Xã hội'], ['2026-09-30']],
    ['II.2', ['Công an phường'], [], ['2026-06-30']],
  ])
})
