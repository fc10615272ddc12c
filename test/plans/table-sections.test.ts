import { expect, test } from 'vitest'
import { cells, readOffice, readRows, taskHeader, withoutLines } from './support.ts'

test('a section stands merged, alone, in every cell or in capitals', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'),
    [{ text: 'I. Cải cách thể chế', columns: 5 }],
    cells('1', 'Rà soát', 'Sở Y tế', '', 'Quý I'),
    [{ text: 'II' }, { text: 'Tài chính', columns: 4 }],
    cells('2', 'Giải ngân', 'Sở Y tế', '', 'Quý I'),
    cells('III. Bộ máy', 'III. Bộ máy', 'III. Bộ máy', 'III. Bộ máy', 'III. Bộ máy'),
    cells('3', 'Sắp xếp', 'Sở Y tế', '', 'Quý I'),
    cells('', 'CHUYỂN ĐỔI SỐ', '', '', ''),
    cells('4', 'Kết nối', 'Sở Y tế', '', 'Quý I'),
  ])
  expect(xlsx.tasks.map(({ section }) => section)).toEqual(['Cải cách thể chế', 'Tài chính', 'Bộ máy', 'CHUYỂN ĐỔI SỐ'])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test('the heading over each of several tables is their section', async () => {
  const { tasks } = await readRows(
    'I. CẢI CÁCH THỂ CHẾ',
    taskHeader,
    '1 | Rà soát | Sở Tư pháp | | Quý I |',
    'II. TÀI CHÍNH CÔNG',
    '(Chi tiết như sau)',
    taskHeader,
    '1 | Giải ngân | Sở Tài chính | | Quý II |',
  )
  expect(tasks.map(({ code, section }) => [code, section])).toEqual([
    ['I.1', 'CẢI CÁCH THỂ CHẾ'],
    ['II.1', 'TÀI CHÍNH CÔNG'],
  ])
})

test('an annex has a year of its own, and months as headings say when', async () => {
  const { tasks } = await readRows(
    'PHỤ LỤC I',
    'CHƯƠNG TRÌNH CÔNG TÁC NĂM 2027',
    'TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp',
    'THÁNG 3',
    '1 | Trình đề án | Sở Nội vụ | Sở Tài chính',
    'QUÝ II | | | ',
    '2 | Tổng kết | Sở Nội vụ | Sở Tài chính',
  )
  expect(tasks.map(({ occurrences, deadlineText }) => [deadlineText, ...occurrences])).toEqual([
    ['THÁNG 3', '2027-03-31'],
    ['QUÝ II', '2027-06-30'],
  ])
})

test('sections in Roman figures keep tasks apart whose numbers start again', async () => {
  const { tasks } = await readRows(
    taskHeader,
    'I | CẢI CÁCH THỂ CHẾ | | | |',
    '1 | Rà soát văn bản | Sở Tư pháp | | Quý I | Báo cáo',
    'II | CẢI CÁCH TÀI CHÍNH | | | |',
    '1 | Giải ngân | Sở Tài chính | | Quý II | Báo cáo',
    '2 | Mua sắm | Sở Tài chính | | Quý III | Báo cáo',
  )
  expect(tasks.map(({ code, section }) => [code, section])).toEqual([
    ['I.1', 'CẢI CÁCH THỂ CHẾ'],
    ['II.1', 'CẢI CÁCH TÀI CHÍNH'],
    ['II.2', 'CẢI CÁCH TÀI CHÍNH'],
  ])
})

test('a heading without a number holds until the next one', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '| TUYÊN TRUYỀN | | | |',
    '1 | Viết bài | Báo Hải Phòng | | Quý I |',
    '| KIỂM TRA | | | |',
    '2 | Lập đoàn | Thanh tra thành phố | | Quý II |',
  )
  expect(tasks.map(({ code, section }) => [code, section])).toEqual([
    ['1', 'TUYÊN TRUYỀN'],
    ['2', 'KIỂM TRA'],
  ])
})
