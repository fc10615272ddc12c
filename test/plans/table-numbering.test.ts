import { expect, test } from 'vitest'
import { readRows, taskHeader } from './support.ts'

const codes = async (...rows: readonly string[]) => {
  const { tasks } = await readRows(taskHeader, ...rows)
  return tasks.map(({ code, section, title }) => [code, section, title])
}

test('letters over Roman figures over numbers', async () => {
  expect(
    await codes(
      'A | LĨNH VỰC KINH TẾ | | | |',
      'I | Nông nghiệp | | | |',
      '1 | Trồng rừng | Sở Y tế | | Quý I |',
      'II | Công nghiệp | | | |',
      '2 | Lập cụm | Sở Y tế | | Quý I |',
      'B | LĨNH VỰC VĂN HÓA | | | |',
      '3 | Mở hội | Sở Y tế | | Quý I |',
    ),
  ).toEqual([
    ['1', 'Nông nghiệp', 'Trồng rừng'],
    ['2', 'Công nghiệp', 'Lập cụm'],
    ['3', 'LĨNH VỰC VĂN HÓA', 'Mở hội'],
  ])
})

test('a letter in the column of numbers stands under the number above', async () => {
  expect(
    await codes(
      '1 | Xây dựng kế hoạch | | | |',
      'a | Của thành phố | Sở Y tế | | Quý I |',
      'b | Của các phường | Sở Y tế | | Quý II |',
    ),
  ).toEqual([
    ['1.a', '', 'Xây dựng kế hoạch: Của thành phố'],
    ['1.b', '', 'Xây dựng kế hoạch: Của các phường'],
  ])
})

test('letters before the words of rows without a number', async () => {
  expect(
    await codes(
      'I | Chung | | | |',
      '7 | Ban hành kế hoạch | | | |',
      '| a) Của thành phố | Sở Y tế | | Quý I |',
      '| b) Của các phường | Sở Y tế | | Quý II |',
      '8 | a) Rà soát | Sở Y tế | | Quý I |',
      '| b) Công bố | Sở Y tế | | Quý II |',
      '9 | a) Số hóa\n b) Lưu trữ | Sở Y tế | | Quý I |'.replace('\n', ' '),
    ),
  ).toEqual([
    ['7.a', 'Chung', 'Ban hành kế hoạch: a) Của thành phố'],
    ['7.b', 'Chung', 'Ban hành kế hoạch: b) Của các phường'],
    ['8.a', 'Chung', 'a) Rà soát'],
    ['8.b', 'Chung', 'b) Công bố'],
    ['9', 'Chung', 'a) Số hóa b) Lưu trữ'],
  ])
})

test('dashes with agencies of their own under a number without any', async () => {
  expect(
    await codes(
      '1 | Tổ chức hội nghị | | | |',
      '| - Cấp thành phố | Sở Y tế | | Quý I |',
      '| - Cấp phường | Sở Y tế | | Quý II |',
    ),
  ).toEqual([
    ['1.1', '', 'Tổ chức hội nghị: - Cấp thành phố'],
    ['1.2', '', 'Tổ chức hội nghị: - Cấp phường'],
  ])
})

test('dashes with nobody of their own are what the row above asks', async () => {
  const { tasks } = await readRows(
    taskHeader,
    '1 | Tổ chức hội nghị: | Sở Y tế | | Quý I | Báo cáo',
    '| - Chuẩn bị tài liệu; | | | |',
    '| - Mời đại biểu. | | | |',
    '2 | Tổng kết | Sở Y tế | | Quý II |',
  )
  expect(tasks.map(({ code, title }) => [code, title])).toEqual([
    ['1', 'Tổ chức hội nghị: - Chuẩn bị tài liệu; - Mời đại biểu.'],
    ['2', 'Tổng kết'],
  ])
})

test('a number in front of the words, with a column for numbers or without', async () => {
  const without = await readRows(
    'Nhiệm vụ | Chủ trì | Thời hạn',
    'I. Cải cách thể chế | | ',
    '1. Rà soát văn bản | Sở Tư pháp | Quý I',
    '2. Kiểm tra văn bản | Sở Tư pháp | Quý II',
    'II. Tài chính | | ',
    '1. Giải ngân | Sở Tài chính | Quý II',
  )
  expect(without.tasks.map(({ code, section, title }) => [code, section, title])).toEqual([
    ['I.1', 'Cải cách thể chế', 'Rà soát văn bản'],
    ['I.2', 'Cải cách thể chế', 'Kiểm tra văn bản'],
    ['II.1', 'Tài chính', 'Giải ngân'],
  ])
  expect(await codes('1 | 1. Rà soát | Sở Y tế | | Quý I |')).toEqual([['1', '', 'Rà soát']])
})

test('a column of numbers that is blank, as Word numbers it by itself', async () => {
  expect(
    await codes(
      '| CẢI CÁCH THỂ CHẾ | | | |',
      '| Rà soát | Sở Y tế | | Quý I |',
      '| Công bố | Sở Y tế | | Quý II |',
      '| Tài chính công | | | |',
      '| Giải ngân | Sở Y tế | | Quý III |',
    ),
  ).toEqual([
    ['1', 'CẢI CÁCH THỂ CHẾ', 'Rà soát'],
    ['2', 'CẢI CÁCH THỂ CHẾ', 'Công bố'],
    ['3', 'Tài chính công', 'Giải ngân'],
  ])
})

test('numbering that starts again in chapters of chapters', async () => {
  const found = await codes(
    'A | KINH TẾ | | | |',
    'I | Nông nghiệp | | | |',
    '1 | Trồng rừng | Sở Y tế | | Quý I |',
    'B | VĂN HÓA | | | |',
    'I | Lễ hội | | | |',
    '1 | Mở hội | Sở Y tế | | Quý I |',
  )
  expect(found.map(([code]) => code)).toEqual(['A.I.1', 'B.I.1'])
})

test('two annexes have two sets of codes', async () => {
  const { tasks } = await readRows(
    'PHỤ LỤC I',
    taskHeader,
    '1 | Rà soát | Sở Nội vụ | | Quý I |',
    'PHỤ LỤC II',
    taskHeader,
    '1 | Tổng kết | Sở Nội vụ | | Quý IV |',
  )
  expect(tasks.map(({ code }) => code)).toEqual(['1', 'PL2-1'])
})
