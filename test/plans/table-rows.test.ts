import { describe, expect, test } from 'vitest'
import { cells, readOffice, readRows, withoutLines } from './support.ts'

const header = 'TT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn hoàn thành | Kết quả'

const codes = async (...rows: readonly string[]) => {
  const { tasks } = await readRows(header, ...rows)
  return tasks.map(({ code, section, title }) => [code, section, title])
}

describe('numbering', () => {
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
      header,
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
})

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

test('a row merged down over those under it is their heading and lends them who and when', async () => {
  const { xlsx, docx } = await readOffice([
    cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'),
    [{ text: '1' }, { text: 'Rà soát' }, { text: 'Sở Y tế', rows: 3 }, { text: 'Quý I', rows: 3 }],
    cells('1.1', 'Nhóm một'),
    cells('1.2', 'Nhóm hai'),
  ])
  expect(xlsx.tasks).toMatchObject([
    { code: '1.1', section: 'Rà soát', lead: ['Sở Y tế'], occurrences: ['2026-03-31'] },
    { code: '1.2', section: 'Rà soát', lead: ['Sở Y tế'], occurrences: ['2026-03-31'] },
  ])
  expect(withoutLines(docx.tasks)).toEqual(withoutLines(xlsx.tasks))
})

test('who and when stated once for all numbers under a number', async () => {
  const { tasks } = await readRows(
    header,
    '1 | Rà soát | Sở Y tế | Sở Tài chính | Quý I |',
    '1.1 | Nhóm một | | | |',
    '1.2 | Nhóm hai | | | |',
    '2 | Tổng kết | Sở Nội vụ | | Quý II |',
  )
  expect(tasks.map(({ code, lead, support, occurrences }) => [code, lead, support, occurrences])).toEqual([
    ['1.1', ['Sở Y tế'], ['Sở Tài chính'], ['2026-03-31']],
    ['1.2', ['Sở Y tế'], ['Sở Tài chính'], ['2026-03-31']],
    ['2', ['Sở Nội vụ'], [], ['2026-06-30']],
  ])
})

test.each(['-nt-', 'nt', 'Như trên', '"', '//', '″'])('%j is what stands above, over a heading too', async (mark) => {
  const { tasks } = await readRows(
    header,
    '1 | Rà soát | Sở Y tế | Sở Nội vụ | Quý I |',
    'II | TÀI CHÍNH | | | |',
    `2 | Tổng kết | ${mark} | - | ${mark} |`,
  )
  expect(tasks[1]).toMatchObject({ lead: ['Sở Y tế'], support: [], occurrences: ['2026-03-31'] })
})

test('totals, notes and signatures are no tasks', async () => {
  const { tasks } = await readRows(
    header,
    '1 | Rà soát | Sở Y tế | | Quý I |',
    '| Tổng cộng: 01 nhiệm vụ | | | |',
    '| Ghi chú: các đơn vị gửi báo cáo về Sở Nội vụ | | | |',
    '| (*) Nhiệm vụ bổ sung | | | |',
    '| | | | Ngày 05 tháng 01 năm 2026 |',
    '| NGƯỜI LẬP BIỂU | | | CHỦ TỊCH |',
  )
  expect(tasks.map(({ title }) => title)).toEqual(['Rà soát'])
})

test('cells that go on after a page break are one row, each where it belongs', async () => {
  const { tasks } = await readRows(
    header,
    '9 | Công bố danh mục thủ tục hành chính | Các sở, ban, ngành | Trung tâm Phục vụ | Thường | Quyết định',
    header,
    '| thuộc phạm vi quản lý | | hành chính công | xuyên | công bố',
    '10 | Tổng kết | Sở Nội vụ | | Quý IV |',
  )
  expect(tasks).toMatchObject([
    {
      title: 'Công bố danh mục thủ tục hành chính thuộc phạm vi quản lý',
      support: ['Trung tâm Phục vụ hành chính công'],
      deadlineText: 'Thường xuyên',
      output: 'Quyết định công bố',
    },
    { code: '10' },
  ])
})

test('the heading over each of several tables is their section', async () => {
  const { tasks } = await readRows(
    'I. CẢI CÁCH THỂ CHẾ',
    header,
    '1 | Rà soát | Sở Tư pháp | | Quý I |',
    'II. TÀI CHÍNH CÔNG',
    '(Chi tiết như sau)',
    header,
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

test('where a table has no column for times, a note may say when', async () => {
  const { tasks } = await readRows(
    'TT | Nhiệm vụ | Chủ trì | Ghi chú',
    '1 | Rà soát | Sở Nội vụ | Hoàn thành trước ngày 30/6/2026',
    '2 | Tổng kết | Sở Nội vụ | Theo Kế hoạch năm 2025',
  )
  expect(tasks.map(({ deadlineText, occurrences }) => [deadlineText, occurrences])).toEqual([
    ['trước ngày 30/6/2026', ['2026-06-29']],
    ['', []],
  ])
})
