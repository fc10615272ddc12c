import { expect, test } from 'vitest'
import { briefly, scannedPage } from './list-support.ts'
import { readText } from './support.ts'

const head = [
  'UY BAN NHAN DAN CONG HOA XA HQI CHU NGHiA VIET NAM',
  'PHUONG LE CHAN Poc lap - Tu do - Hanh phic',
  'S6: 14/KH-UBND Lé Chan, ngay 10 thang 02 ndm 2026',
  '',
  'KE HOACH',
  '',
]

const scanned = (...paragraphs: readonly string[]) =>
  readText(
    [...head, ...scannedPage(['Nâng cao Chỉ số cải cách hành chính của phường năm 2026', ...paragraphs])].join('\n'),
  )

test('lettered items under agencies are read from a scan, each date as it is printed', async () => {
  const { tasks } = await scanned(
    'Thực hiện Công văn của Ủy ban nhân dân thành phố về việc nâng cao Chỉ số cải cách hành chính, Ủy ban nhân dân phường ban hành Kế hoạch như sau:',
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Phấn đấu điểm chỉ số năm sau cao hơn năm trước, kịp thời khắc phục những tồn tại, hạn chế đã được chỉ ra.',
    'II. NHIỆM VỤ CỦA CÁC ĐƠN VỊ',
    '1. Phòng Văn hóa - Xã hội',
    'a) Chủ trì triển khai công tác kiểm tra, hướng dẫn cải cách hành chính tại các tổ dân phố trên địa bàn: hoàn thành trong tháng 11/2026.',
    'b) Phối hợp với Công an phường đề xuất phương án khảo sát sự hài lòng của người dân đối với dịch vụ công: hoàn thành trước ngày 8/7/2026.',
    '2. Văn phòng HĐND và UBND phường',
    'a) Nghiên cứu, đề xuất với Ủy ban nhân dân phường:',
    '- Giải pháp phù hợp để tiếp nhận, giải đáp phản ánh, kiến nghị của cá nhân, tổ chức đối với thủ tục hành chính.',
    '- Việc đổi mới cơ chế Một cửa theo mô hình giải quyết thủ tục hành chính không phụ thuộc địa giới hành chính.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1.a', ['Phòng Văn hóa - Xã hội'], [], ['2026-11-30']],
    ['II.1.b', ['Phòng Văn hóa - Xã hội'], ['Công an phường'], ['2026-07-07']],
    ['II.2.a.1', ['Văn phòng HĐND và UBND phường'], [], []],
    ['II.2.a.2', ['Văn phòng HĐND và UBND phường'], [], []],
  ])
  expect(tasks[2]?.title).toMatch(/^Nghi.n c.u, .+: Giai ph.p/u)
})

test('who is named once under an index leads its dashes in a scan too', async () => {
  const { tasks } = await scanned(
    'Thực hiện Kế hoạch cải cách hành chính của thành phố, Ủy ban nhân dân phường ban hành Kế hoạch với những nội dung sau:',
    'II. NHIỆM VỤ, GIẢI PHÁP THỰC HIỆN',
    '1. Chỉ số nội dung “Cải cách thể chế”',
    '1.1. Nội dung và mục tiêu',
    '- Xây dựng, ban hành kịp thời kế hoạch rà soát, hệ thống hóa văn bản quy phạm pháp luật của phường theo quy định.',
    '- Nâng cao chất lượng văn bản do Ủy ban nhân dân phường ban hành; mức độ phù hợp, tính khả thi, tính hiệu quả.',
    '1.2. Phân công trách nhiệm',
    '- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.',
    '- Cơ quan phối hợp: Các phòng chuyên môn.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Phòng Văn hóa - Xã hội: Chủ trì, hướng dẫn, kiểm tra, đôn đốc các đơn vị, tổng hợp báo cáo Ủy ban nhân dân phường.',
  )
  expect(tasks.map(briefly)).toEqual([
    ['II.1.1.1', ['Văn phòng HĐND và UBND phường'], ['Các phòng chuyên môn'], []],
    ['II.1.1.2', ['Văn phòng HĐND và UBND phường'], ['Các phòng chuyên môn'], []],
    ['III.1', ['Phòng Văn hóa - Xã hội'], [], []],
  ])
})
