import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDeadline } from '../../domain/deadline.ts'
import { stripMarks } from '../../domain/fold.ts'
import { everyMonth, monthEnds, quarterEnds } from '../domain/deadline-phrases/phrase.ts'
import { deadlineInSentence, deadlineInTask } from '../../plans/deadline-in-words.ts'

const plan = { planYear: 2025, issuedOn: '2025-01-10' } as const

/** A sentence, the words of its deadline as they stand, and the days they mean. */
const sentences: readonly [sentence: string, words: string, days: readonly string[]][] = [
  ['Rà soát quy trình, xong trước 30/9.', 'xong trước 30/9', ['2025-09-29']],
  ['Gửi báo cáo về Sở Nội vụ trước ngày 15/12/2025 để tổng hợp.', 'trước ngày 15/12/2025', ['2025-12-14']],
  ['Cập nhật danh mục (hoàn thành trước ngày 30/9/2025).', 'trước ngày 30/9/2025', ['2025-09-29']],
  ['Mở 02 lớp tập huấn: hoàn thành trong tháng 11/2025.', 'trong tháng 11/2025', ['2025-11-30']],
  ['Triển khai thí điểm trong quý III/2025.', 'trong quý III/2025', ['2025-09-30']],
  ['Xây dựng kế hoạch kiểm tra (thời gian hoàn thành: Quý IV).', 'Quý IV', ['2025-12-31']],
  ['Lắp đặt biển báo; thời hạn: 20/8/2025; kinh phí: ngân sách.', '20/8/2025', ['2025-08-20']],
  ['Tổ chức đối thoại với người dân: tuần 2 tháng 10.', 'tuần 2 tháng 10', ['2025-10-14']],
  ['Trình Ủy ban nhân dân phường đề án đến ngày 15/4/2025.', 'đến ngày 15/4/2025', ['2025-04-15']],
  ['Trình Ủy ban nhân dân phường phương án ngày 15/5/2025.', 'ngày 15/5/2025', ['2025-05-15']],
  ['Báo cáo kết quả chậm nhất ngày 20/6.', 'chậm nhất ngày 20/6', ['2025-06-20']],
  ['Báo cáo trước 17h00 ngày 25/9/2025.', 'trước 17h00 ngày 25/9/2025', ['2025-09-25']],
  ['Báo cáo trước ngày 10/6 và 10/12.', 'trước ngày 10/6 và 10/12', ['2025-06-09', '2025-12-09']],
  ['Thực hiện từ ngày 01/9 đến ngày 15/9/2025 tại các thôn.', 'từ ngày 01/9 đến ngày 15/9/2025', ['2025-09-15']],
  ['Ra quân tổng vệ sinh từ nay đến hết năm 2025.', 'từ nay đến hết năm 2025', ['2025-12-31']],
  ['Bố trí kinh phí, đưa vào sử dụng trong năm 2025.', 'trong năm 2025', ['2025-12-31']],
  [
    'Gửi danh sách trong vòng 10 ngày kể từ ngày ban hành Kế hoạch này.',
    'trong vòng 10 ngày kể từ ngày ban hành',
    ['2025-01-20'],
  ],
  [
    'Định kỳ hằng quý báo cáo trước ngày 10 tháng cuối quý về Phòng Nội vụ.',
    'Định kỳ hằng quý báo cáo trước ngày 10 tháng cuối quý',
    ['2025-03-09', '2025-06-09', '2025-09-09', '2025-12-09'],
  ],
  [
    'Các phòng báo cáo: Quý I, Quý III gửi trước ngày 10 tháng cuối của quý; 6 tháng gửi trước ngày 10/6; năm gửi trước ngày 05/12.',
    'Quý I, Quý III gửi trước ngày 10 tháng cuối của quý; 6 tháng gửi trước ngày 10/6; năm gửi trước ngày 05/12',
    ['2025-03-09', '2025-06-09', '2025-09-09', '2025-12-04'],
  ],
  [
    'Báo cáo quý I gửi trước ngày 15/3, báo cáo 6 tháng gửi trước ngày 15/6.',
    'Báo cáo quý I gửi trước ngày 15/3, báo cáo 6 tháng gửi trước ngày 15/6',
    ['2025-03-14', '2025-06-14'],
  ],
  [
    'Theo Kế hoạch số 12/KH-UBND ngày 05/02/2025, tổng hợp kết quả trước ngày 30/10/2025.',
    'trước ngày 30/10/2025',
    ['2025-10-29'],
  ],
  ['Thực hiện Nghị quyết số 03-NQ/TU ngày 26/10/2021: hoàn thành trong quý II.', 'trong quý II', ['2025-06-30']],
  ['Tổ chức cuộc thi (Đoàn phường chủ trì, phối hợp với P. VH-XH; quý III/2025).', 'quý III/2025', ['2025-09-30']],
  ['Lồng ghép tuyên truyền (các đoàn thể; cả năm).', 'cả năm', ['2025-12-31']],
  [
    'Gửi báo cáo vào ngày làm việc cuối cùng của tháng cuối quý.',
    'vào ngày làm việc cuối cùng của tháng cuối quý',
    quarterEnds,
  ],
  [
    'Công khai kết quả trên Cổng thông tin của tỉnh vào ngày 28 hằng tháng.',
    'vào ngày 28 hằng tháng',
    everyMonth('28'),
  ],
  ['Phát thanh về dịch vụ công, mỗi tháng 01 chuyên mục.', 'mỗi tháng', monthEnds],
  ['Giải quyết dứt điểm hồ sơ quá hạn trong ngày 15/7/2025.', 'trong ngày 15/7/2025', ['2025-07-15']],
  ['Các phường báo cáo kết quả khắc phục ngày 25/11/2025, gửi Sở tổng hợp.', 'ngày 25/11/2025', ['2025-11-25']],
  ['Báo cáo Giám đốc Sở cuối tháng 6 và cuối tháng 12.', 'cuối tháng 6 và cuối tháng 12', ['2025-06-30', '2025-12-31']],
  ['Tập huấn trong tuần 3 tháng 7/2025.', 'trong tuần 3 tháng 7/2025', ['2025-07-21']],
  ['Họp giao ban và báo cáo hằng tuần.', 'hằng tuần', []],
  ['Cập nhật cấp dự báo cháy rừng hằng ngày;', 'hằng ngày', []],
  ['Dọn vệ sinh sân trường trước ngày khai giảng 05/9/2025.', 'trước ngày khai giảng 05/9/2025', ['2025-09-04']],
  ['Họp phân tích các chỉ số thành phần giảm điểm trong tháng 9/2025.', 'trong tháng 9/2025', ['2025-09-30']],
  ['Xây dựng chương trình tập huấn trong quý III/2025.', 'trong quý III/2025', ['2025-09-30']],
  [
    'Báo cáo tỷ lệ giải ngân đến hết ngày 31/12/2025, gửi chậm nhất ngày 05/01/2026.',
    'chậm nhất ngày 05/01/2026',
    ['2026-01-05'],
  ],
  [
    'Niêm yết trong vòng 05 ngày kể từ ngày ban hành Quyết định công bố thủ tục hành chính.',
    'trong vòng 05 ngày kể từ ngày ban hành Quyết định công bố thủ tục hành chính',
    [],
  ],
]

test.each(sentences)('%j', (sentence, words, days) => {
  expect(deadlineInSentence(sentence)).toBe(words)
  expect(readDeadline(words, plan).occurrences).toEqual(days)
})

test.each(sentences)('%j without its diacritics', (sentence, words) => {
  expect(deadlineInSentence(stripMarks(sentence))).toBe(stripMarks(words))
})

/** What scans leave of such sentences. */
const scans: readonly [sentence: string, words: string, days: readonly string[]][] = [
  ['trong thuc thi cong vu: hoan thanh trong thang 11/2025.', 'trong thang 11/2025', ['2025-11-30']],
  ['két qua cua Poan cong tac chdm nhét trong thang 11.', 'chdm nhét trong thang 11', ['2025-11-30']],
  ['xét khen thuong cho céc tap thé: hoan thanh trwéc ngay 8/7/2025.', 'trwéc ngay 8/7/2025', ['2025-07-07']],
  ['lap danh sach va gtri vé Phong Noi vu trudc ngay 3O/9/2025;', 'trudc ngay 3O/9/2025', ['2025-09-29']],
  ['ra soat thu tuc (thdi gian hoan thanh: Quy 1V).', 'Quy 1V', ['2025-12-31']],
  ['bao cao két qua xong tru6c 3O/9', 'xong tru6c 3O/9', ['2025-09-29']],
  ['t6 chitc tap hudn trong quy 111/2025.', 'trong quy 111/2025', ['2025-09-30']],
  ['bdo cdo vé So trwéc\nngay 15/12 dé tong hop', 'trwéc ngay 15/12', ['2025-12-14']],
]

test.each(scans)('scanned: %j', (sentence, words, days) => {
  expect(deadlineInSentence(sentence)).toBe(words)
  expect(readDeadline(words, plan).occurrences).toEqual(days)
})

/** Times that are told, named or cited, and ask nothing of anybody. */
const none = [
  'Thực hiện Kế hoạch CCHC năm 2025 của thành phố.',
  'Triển khai chương trình công tác 6 tháng cuối năm 2025 của phường.',
  'Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.',
  'Nâng cao hiệu quả tại Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ.',
  'Quán triệt kết luận của Chủ tịch UBND phường tại cuộc họp ngày 10/02/2025.',
  'Rà soát hồ sơ tiếp nhận trước ngày 01/7/2025 còn tồn đọng.',
  'Xử lý các vụ việc đã phát sinh trong năm 2024.',
  'Tiếp tục phát huy kết quả đạt được trong quý I/2025, nâng cao chất lượng phục vụ.',
  'Duy trì hệ thống theo tiêu chuẩn quốc gia TCVN ISO 9001:2015.',
  'Phấn đấu 63/63 chỉ tiêu, trực 24/7, giảm 1/2 thời gian, đạt 100%.',
  'Xây dựng đô thị thông minh giai đoạn 2021 - 2025, định hướng đến năm 2030.',
  'Đánh giá Bộ Chỉ số cải cách hành chính hằng năm của các cơ quan.',
  'Mở đợt cao điểm dịp Tết Nguyên đán, 30/4 - 01/5 và Quốc khánh 02/9.',
  'Chỉ số nội dung "Cung ứng dịch vụ công" xếp thứ 1/63.',
  'Số liệu tính từ ngày 15/12/2024 đến ngày 14/6/2025.',
  'Giải quyết 100% hồ sơ trước hạn và đúng hạn: hồ sơ đất đai, hộ tịch.',
  'Kỷ niệm 80 năm ngày 02/9/1945.',
  'Thuc hién Ké hoach s6 57/KH-UBND ngay 11/3/2022 cua Uy ban nhan din thanh phd.',
  'Nghi dinh s6 107/2021/ND-CP ngay 06/12/2021 cioa Chinh phi stra doi.',
  'cham diém Chi s6 PAPI niam 2021 cta thanh phd',
  '',
]

test.each(none)('%j sets no deadline', (sentence) => {
  expect(deadlineInSentence(sentence)).toBe('')
})

test.each([
  ['Thường xuyên rà soát thủ tục hành chính', 'Thường xuyên'],
  ['Giữ gìn vệ sinh; duy trì thường xuyên, không để tái lấn chiếm.', 'thường xuyên'],
  ['Giám sát tại 03 thôn (Trạm Y tế chủ trì; thực hiện thường xuyên).', 'thường xuyên'],
  ['Kiểm tra, đôn đốc thường xuyên.', 'thường xuyên'],
  ['Thường xuyên rà soát, báo cáo trước ngày 15/12', 'trước ngày 15/12'],
  ['Nhiệm vụ thường xuyên của các phòng chuyên môn', ''],
  ['Bảo đảm kinh phí chi thường xuyên cho các đơn vị', ''],
])('in the words of a task %j it is %j', (task, words) => {
  expect(deadlineInTask(task)).toBe(words)
})

const words = fc.constantFrom(
  ...'rà soát báo cáo kết quả thực hiện cải cách hành chính năm kế hoạch số 12/KH-UBND 100% các xã, phường; (SIPAS) theo quy định: tháng ngày trước quý'.split(
    ' ',
  ),
)

test('whatever stands around it, the words come back as they stand', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), fc.integer({ min: 13, max: 28 }), (before, day) => {
      const stated = `chậm nhất ngày ${String(day)}/10/2025`
      expect(deadlineInSentence(`${before.join(' ')}. Gửi báo cáo ${stated}.`)).toContain(stated)
    }),
  )
})

test('a sentence without any date or period sets no date', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (all) => {
      expect(readDeadline(deadlineInSentence(all.join(' ')), plan).occurrences).toEqual([])
    }),
  )
})

test('never fails, and takes its words from the sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const whole = text.replace(/\s+/gu, ' ')
      for (const part of deadlineInSentence(text).split('; ')) expect(whole).toContain(part)
    }),
  )
})
